"""Forms of the training (V6)."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from msa.ui.days import DayField
from msa.windows import FIELD, Window
from projects.models import Membership, Project, TrainingSession
from projects.services.training import FIELDS, Outline, Overtaken, as_shown, outline_of
from projects.training.rules import NEEDS
from projects.training.topics import Topic

MOST_LINKS = 10


class MemberChoice(forms.ModelMultipleChoiceField):
    """People of the project, named with their role."""

    def label_from_instance(self, obj: Membership) -> str:
        """What the list shows."""
        return f"{obj.person.name}, {obj.get_role_display()}"


def _day(label: Any, **options: Any) -> DayField:
    return DayField(label=label, **options)


def _time(label: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, required=False, widget=widget)


class SessionForm(forms.Form):
    """A session of the training: planning it, or changing what is written down."""

    title = forms.CharField(label=gettext_lazy("Hoe heet de training?"), max_length=120)
    topics = forms.MultipleChoiceField(
        label=gettext_lazy("Waar gaat het over?"),
        choices=Topic.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    on = _day(
        gettext_lazy("Op welke dag?"),
        required=False,
        help_text=gettext_lazy("Nog niet bekend? Laat leeg, dan staat de training bij ‘nog zonder datum’."),
    )
    starts_at = _time(gettext_lazy("Van"))
    ends_at = _time(gettext_lazy("Tot"))
    place = forms.CharField(label=gettext_lazy("Waar?"), max_length=160, required=False)
    trainer = forms.CharField(
        label=gettext_lazy("Wie geeft de training?"),
        max_length=160,
        required=False,
        help_text=gettext_lazy("Een functie of organisatie, bijvoorbeeld ‘trainer van de hogeschool’."),
    )
    notes = forms.CharField(
        label=gettext_lazy("Wat gaan jullie doen?"),
        max_length=3000,
        required=False,
        help_text=gettext_lazy("Het programma, en wat iedereen meeneemt. Noem geen bewoners."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    links = forms.CharField(
        label=gettext_lazy("Links naar materiaal"),
        max_length=2000,
        required=False,
        help_text=gettext_lazy("Eén per regel, beginnend met https://. Ervoor mag staan wat het is."),
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
    )
    invited = MemberChoice(
        queryset=Membership.objects.none(),
        label=gettext_lazy("Voor wie?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, project: Project, data: Any = None, session: TrainingSession | None = None) -> None:
        super().__init__(data, initial=self._initial(project, session))
        members = project.memberships.filter(active=True).select_related("person").order_by("person__name")
        self.fields["invited"].queryset = members  # type: ignore[attr-defined]
        self.window = self._window(session)

    def _initial(self, project: Project, session: TrainingSession | None) -> dict[str, Any]:
        if session is None:
            wanted = project.memberships.filter(active=True, role__in=NEEDS)
            return {"invited": list(wanted.values_list("pk", flat=True))}
        invited = list(session.attendances.values_list("membership", flat=True))
        return outline_of(session) | {"invited": invited}

    def _window(self, session: TrainingSession | None) -> Window | None:
        if self.is_bound:
            return Window.posted(self.data.get(FIELD, ""))
        return Window.opened(as_shown(outline_of(session))) if session else None

    def clean_links(self) -> str:
        """Web addresses only, over https, one a line."""
        lines = [line.strip() for line in self.cleaned_data["links"].splitlines() if line.strip()]
        if len(lines) > MOST_LINKS:
            raise forms.ValidationError(_("Hooguit %(n)s links.") % {"n": MOST_LINKS})
        wrong = [line for line in lines if not _is_link(line.rpartition(" ")[2])]
        if wrong:
            text = _("Dit is geen link die met https:// begint: %(line)s")
            raise forms.ValidationError(text % {"line": wrong[0][:80]})
        return "\n".join(lines)

    def clean(self) -> dict[str, Any]:
        """Hours belong to a day, and end after they begin."""
        cleaned = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if ends and not starts and "starts_at" not in self.errors:
            self.add_error("starts_at", _("Hoe laat begint de training?"))
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("Deze tijd ligt voor het begin. Kies een latere tijd."))
        if starts and not cleaned.get("on") and "on" not in self.errors:
            self.add_error("on", _("Kies een dag bij deze tijd."))
        return cleaned

    def outline(self) -> Outline:
        """What was filled in, for the service. Only after is_valid()."""
        topics = [topic.value for topic in Topic if topic.value in self.cleaned_data["topics"]]
        return {name: self.cleaned_data[name] for name in FIELDS} | {"topics": topics}

    def overtaken(self, found: Overtaken) -> None:
        """Say at each field what another wrote meanwhile; a second save from this page goes through."""
        for name, theirs in found.theirs.items():
            shown = ", ".join(theirs) if isinstance(theirs, list) else theirs
            text = _("Intussen schreef iemand anders hier: ‘%s’. Kies wat blijft, en bewaar nog eens.")
            self.add_error(name, text % (shown or _("niets")))
        if self.window:
            loaded = self.window.loaded | Window.opened(found.theirs).loaded
            self.window = Window(self.window.key, loaded)


def _is_link(address: str) -> bool:
    """Whether `address` is a web address over https, without a name and password in it."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc and "<" not in address


class ElsewhereForm(forms.Form):
    """What somebody learnt elsewhere."""

    topics = forms.MultipleChoiceField(
        label=gettext_lazy("Welke onderdelen?"), choices=Topic.choices, widget=forms.CheckboxSelectMultiple
    )
    where = forms.CharField(
        label=gettext_lazy("Waar geleerd?"),
        max_length=160,
        help_text=gettext_lazy("Bijvoorbeeld: opleiding sociaal werk, of training van de corporatie."),
    )
    on = _day(gettext_lazy("Wanneer?"))

    def __init__(self, lacking: tuple[Topic, ...], data: Any = None) -> None:
        super().__init__(data)
        choices = [(topic.value, topic.label) for topic in lacking]
        self.fields["topics"].choices = choices  # type: ignore[attr-defined]

    def clean_on(self) -> Any:
        """A day that has been."""
        day = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen."))
        return day
