"""Forms about agreements: the text, whom to ask, an answer, a decision (V4)."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from msa import windows
from msa.richtext import from_html, has_image, tidy
from msa.ui.days import DayField
from msa.windows import Outcome, Window
from projects.forms.reading import ReadsAlong
from projects.models import AgreementVersion, AnswerState, Partnership, PartnershipState, Project
from projects.models.agreement import LONGEST_TEXT
from projects.services.agreeing import Said

NO_IMAGE = _(
    "Een afbeelding kan hier niet in: die zou van buiten worden opgehaald. Haal haar weg, of kijk de tekst "
    "hieronder na en bewaar opnieuw."
)
TAKEN = _(
    "Dit is intussen ook ergens anders gewijzigd. Hieronder staat wat er nu anders is."
    " Er wordt niets bewaard tot je onderaan kiest."
)
EMPTY = _("Er staat nog niets. Schrijf een tekst, of gooi dit concept weg.")


class TextForm(forms.Form):
    """The text of a concept: Markdown, or the HTML of the editor in the browser (field `html`).

    window: what the page saves itself with; it stays behind where somebody else was first. compared: what the
    buttons send along from the page that shows both texts, so that only who saw them writes over the other.
    """

    text = forms.CharField(
        label=_("Tekst"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 30}),
        error_messages={"required": EMPTY},
    )
    summary = forms.CharField(
        label=_("Wat is er anders dan in de vorige versie?"),
        max_length=300,
        required=False,
        help_text=_("Eén zin. Partners lezen dit als eerste."),
    )

    def __init__(self, version: AgreementVersion, data: Any = None) -> None:
        kept = {"text": version.text, "summary": version.summary}
        super().__init__(self._posted(data), initial=kept)
        self.kept = kept
        self.image_left_out = bool(data and "html" in data and has_image(data["html"]))
        self.came_from = Window.posted(data.get(windows.FIELD, "")) if data else None
        self.window = self.compared = self.came_from or Window.opened(kept)
        self.writers = version.writers
        self.overtaken: list[str] = []
        if version.number == 1:
            del self.fields["summary"]

    @staticmethod
    def _posted(data: Any) -> Any:
        """What came in, with the text of the editor as Markdown."""
        if not data or "html" not in data:
            return data
        changed = data.copy()
        changed["text"] = from_html(data["html"])
        return changed

    def clean_text(self) -> str:
        """The text in the way it is kept. Refuses images, and nothing at all."""
        text = str(self.cleaned_data["text"])
        if self.image_left_out or has_image(text):
            raise forms.ValidationError(NO_IMAGE)
        tidied = tidy(text)
        if len(tidied) > LONGEST_TEXT:
            raise forms.ValidationError(_("De tekst is te lang. Kort hem in tot ongeveer tien vellen."))
        return tidied

    def clean(self) -> dict[str, Any]:
        """Leave what was not changed here; say so when a colleague changed the same."""
        cleaned = super().clean() or self.cleaned_data
        for name in [name for name in self.fields if name in cleaned]:
            self._merge(name, cleaned)
        return cleaned

    def _merge(self, name: str, cleaned: dict[str, Any]) -> None:
        """Window and field as they stand for the next time that this page is sent."""
        value = cleaned[name]
        outcome = self._outcome(name, value)
        if outcome == Outcome.LEAVE:
            cleaned[name] = self.kept[name]
        if outcome == Outcome.OVERTAKEN:
            self.overtaken.append(name)
            self.add_error(name, TAKEN)
            value = self.kept[name]
        if outcome != Outcome.LEAVE or value == self.kept[name]:
            self.compared = self.compared.renewed({name: value})
            if outcome != Outcome.OVERTAKEN:
                self.window = self.window.renewed({name: value})

    def _outcome(self, name: str, value: str) -> Outcome:
        if self.came_from is None:
            return Outcome.WRITE
        return self.came_from.outcome(name, value, self.kept[name], self.writers.get(name, ""))

    def written(self) -> dict[str, str]:
        """What is right of text and summary, the rest as it stands. Only after is_valid()."""
        right = self.kept | self.cleaned_data
        return {"text": right["text"], "summary": right["summary"], "window": self.window.key}


class PartnersField(forms.ModelMultipleChoiceField):
    """Partners, named with what they are."""

    def label_from_instance(self, obj: Partnership) -> str:
        """What the list shows."""
        return f"{obj.organisation.name} ({obj.organisation.get_kind_display()})"


class SendForm(forms.Form):
    """Whom to ask; and with gaps in the text, that it goes out nevertheless."""

    partners = PartnersField(
        queryset=Partnership.objects.none(),
        label=_("Aan wie vraag je akkoord?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies aan wie je akkoord vraagt.")},
    )
    despite_gaps = forms.BooleanField(
        label=_("Verstuur toch, met deze plekken nog open"),
        error_messages={"required": _("Vul de open plekken in, of vink aan dat het zo mag.")},
    )

    def __init__(self, project: Project, gaps: bool, data: Any = None) -> None:
        super().__init__(data)
        found = project.partnerships.filter(state=PartnershipState.JOINED)
        found = found.select_related("organisation", "contact__person")
        field: Any = self.fields["partners"]
        field.queryset, field.initial = found, [one.pk for one in found]
        if not gaps:
            del self.fields["despite_gaps"]


class AnswerForm(ReadsAlong):
    """What a partner says. seen: the stamp of the answer that was shown beside it."""

    seen = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)
    state = forms.ChoiceField(
        label=_("Wat zeggen jullie?"),
        choices=[
            (AnswerState.AGREED.value, _("Wij zijn akkoord")),
            (AnswerState.REMARK.value, _("Er moet nog iets anders")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat jullie zeggen.")},
    )
    text = forms.CharField(
        label=_("Wat moet er anders, en waarom?"),
        max_length=1000,
        required=False,
        help_text=_("Alleen nodig als er nog iets anders moet. Noem geen bewoners."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].one_of_several = True  # type: ignore[attr-defined]

    def _texts(self) -> list[str]:
        """Only the remark: who said it is somebody of an organisation, by name."""
        return [name for name in super()._texts() if name == "text"]

    def clean(self) -> dict[str, Any]:
        """A remark needs words."""
        cleaned = super().clean() or self.cleaned_data
        remark = cleaned.get("state") == AnswerState.REMARK
        if remark and not cleaned.get("text", "").strip() and "text" not in self.errors:
            self.add_error("text", _("Schrijf op wat er anders moet. Dan weet de projectleider wat te doen."))
        return cleaned

    def show(self, stamp: str) -> None:
        """The next time it is sent, `stamp` is the answer that was shown."""
        sent: Any = self.data
        sent = sent.copy()
        sent["seen"] = stamp
        self.data = sent

    def said(self) -> Said:
        """The answer for the service. Only after is_valid()."""
        return Said(state=self.cleaned_data["state"], text=self.cleaned_data["text"])


class NotedForm(AnswerForm):
    """What a partner said elsewhere, noted by who leads."""

    said_by = forms.CharField(label=_("Wie zei het?"), max_length=120, help_text=_("Naam en functie."))
    how = forms.CharField(
        label=_("Hoe?"),
        max_length=120,
        help_text=_("Bijvoorbeeld: aan de telefoon, per mail, in het overleg."),
    )
    on = DayField(
        label=_("Op welke dag?"),
    )

    def clean_on(self) -> Any:
        """Nobody agrees tomorrow."""
        day = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Die dag moet nog komen."))
        return day

    def said(self) -> Said:
        """The answer for the service, with who gave it and how."""
        data = self.cleaned_data
        return Said(data["state"], data["text"], data["said_by"], data["how"], data["on"])


class DecideForm(forms.Form):
    """Why a version comes in force although not everybody agreed."""

    because = forms.CharField(
        label=_("Waarom gaat deze versie nu in?"),
        max_length=500,
        help_text=_("Wie nog niet akkoord is, leest dit ook. Zeg wat jullie met de opmerkingen doen."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
