"""Forms about leaving (V3): the note for who stays, and who takes over what."""

from typing import Any

from django import forms
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from msa import windows
from msa.registry import OpenWork
from msa.windows import Outcome, Window
from projects.forms.orientation import TextField
from projects.forms.reading import ReadsAlong
from projects.models import Departure, Membership, Project
from projects.models.team import NOTE_LENGTH
from projects.overviews.leaving import candidates
from projects.services.leaving import NOBODY, Nobody, Note

LEFT_TO_NOBODY = "nobody"
TEXTS = ("runs", "contacts", "promised")


class NoteForm(ReadsAlong):
    """What runs, whom to call, what was promised; read along before it is kept (P17)."""

    runs = TextField(
        label=gettext_lazy("Wat loopt er nu?"),
        help_text=gettext_lazy("Waar ben je mee bezig, wat is de volgende stap, en wanneer?"),
        max_length=NOTE_LENGTH,
        rows=5,
    )
    contacts = TextField(
        label=gettext_lazy("Wie bel je waarvoor?"),
        help_text=gettext_lazy(
            "Noem organisatie en functie van collega’s en partners. Nummers staan bij Partners en "
            "Doorverwijsroutes, die horen hier niet."
        ),
        max_length=NOTE_LENGTH,
        rows=4,
    )
    promised = TextField(
        label=gettext_lazy("Wat is er toegezegd?"),
        help_text=gettext_lazy(
            "Aan partners, aan de bewonersprojectgroep of aan de buurt. Wat je met één bewoner afsprak, "
            "staat bij Directe acties."
        ),
        max_length=NOTE_LENGTH,
        rows=4,
    )
    names_may_stand = True

    def __init__(self, data: Any = None, *, project: Project, kept: Departure | None) -> None:
        self.project = project
        self.kept = {name: getattr(kept, name) if kept else "" for name in TEXTS}
        sent = Window.posted(data.get(windows.FIELD, "")) if data is not None else None
        self.window = sent or Window.opened(self.kept)
        super().__init__(data, initial=self.kept, use_required_attribute=False)

    def clean(self) -> dict[str, Any]:
        """Nothing is lost of what was written elsewhere meanwhile."""
        cleaned = super().clean() or self.cleaned_data
        self._meet_the_other_window(cleaned)
        return cleaned

    def note(self) -> Note:
        """What the services want. Only after is_valid()."""
        return Note(**{name: self.cleaned_data.get(name, "") for name in TEXTS})  # type: ignore[typeddict-item]

    def _meet_the_other_window(self, cleaned: dict[str, Any]) -> None:
        theirs = {}
        for name in TEXTS:
            outcome = self.window.outcome(name, cleaned.get(name, ""), self.kept[name])
            if outcome is Outcome.LEAVE:
                cleaned[name] = self.kept[name]
            elif outcome is Outcome.OVERTAKEN:
                theirs[name] = self.kept[name]
                self.add_error(name, _overtaken(self.kept[name]))
        # What was shown here now counts as seen: a second save goes through.
        self.window = Window(self.window.key, self.window.loaded | Window.opened(theirs).loaded)


def _overtaken(theirs: str) -> str:
    if not theirs:
        return _("Intussen maakte iemand anders dit veld leeg. Bewaar nog eens om jouw tekst te houden.")
    return (
        _("Intussen schreef iemand anders hier: ‘%s’. Pas je tekst aan of laat staan, en bewaar nog eens.")
        % theirs
    )


class TakersForm(forms.Form):
    """Who takes over each kind of open work.

    obliged: whether a choice has to be made for each. staying: the role in which the giver
    stays; then only what Vandaag keeps asking about can be left to nobody.
    """

    def __init__(
        self,
        data: Any = None,
        *,
        giver: Membership,
        works: list[OpenWork],
        among: list[Membership],
        obliged: bool = True,
        staying: str = "",
    ) -> None:
        super().__init__(data, use_required_attribute=False)
        self.works, self.staying = works, staying
        self.able = {work.key: candidates(work, giver, among) for work in works if work.movable}
        for work in works:
            if work.movable:
                self.fields[_name(work)] = self._choice(work, giver, obliged)

    def _choice(self, work: OpenWork, giver: Membership, obliged: bool) -> forms.ChoiceField:
        able = self.able[work.key]
        people = [(str(one.pk), f"{one.person} ({one.get_role_display()})") for one in able]
        nobody = [(LEFT_TO_NOBODY, _("niemand: dit blijft zonder eigenaar liggen"))]
        if not (obliged and self._may_lie(work)):
            nobody = []
        same = [one for one in able if one.role == giver.role]
        field = forms.ChoiceField(
            label=work.label[:1].upper() + work.label[1:],
            help_text=escape(work.note),  # the field shows it as it is
            choices=[("", _("Kies …")), *people, *nobody],
            required=obliged,
            initial=str(same[0].pk) if len(same) == 1 else "",
            error_messages={"required": self._asks(bool(people), bool(nobody))},
        )
        field.one_of_several = not obliged  # type: ignore[attr-defined]
        return field

    def _may_lie(self, work: OpenWork) -> bool:
        return not self.staying or (work.reminds and self.staying in work.roles)

    def _asks(self, somebody: bool, nobody: bool) -> str:
        if nobody:
            return _("Kies wie dit overneemt, of kies ‘niemand’.")
        if somebody:
            return _("Kies wie dit overneemt.")
        return _("Niemand anders kan dit overnemen. Laat eerst iemand meedoen die het kan, of rond het af.")

    def takers(self) -> dict[str, Membership | Nobody]:
        """By kind of work who takes it. Only after is_valid()."""
        found: dict[str, Membership | Nobody] = {}
        for key, able in self.able.items():
            chosen = self.cleaned_data.get(f"taker-{key.replace(' ', '-')}", "")
            if chosen == LEFT_TO_NOBODY:
                found[key] = NOBODY
            elif chosen:
                found[key] = next(one for one in able if str(one.pk) == chosen)
        return found


def _name(work: OpenWork) -> str:
    return f"taker-{work.key.replace(' ', '-')}"


class GoodbyeForm(forms.Form):
    """What has to be said in so many words before somebody leaves."""

    without_note = forms.BooleanField(label=gettext_lazy("Een overdracht is niet nodig"), required=False)
    without_leader = forms.BooleanField(
        label=gettext_lazy("Ik weet dat het project dan geen projectleider heeft"), required=False
    )

    def __init__(self, data: Any = None, *, wants_note: bool, only_leader: bool) -> None:
        super().__init__(data, use_required_attribute=False)
        self.wants_note, self.only_leader = wants_note, only_leader

    def check(self, note: Note) -> bool:
        """Whether everything was said. Puts errors where it was not. Only after is_valid()."""
        if self.wants_note and not any(note.values()) and not self.cleaned_data["without_note"]:
            self.add_error("without_note", _("Schrijf een overdracht, of zeg dat die niet nodig is."))
        if self.only_leader and not self.cleaned_data["without_leader"]:
            self.add_error("without_leader", _("Zet dit vinkje. Er is nog niets veranderd."))
        return not self.errors
