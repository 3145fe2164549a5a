"""Fields of the resident group: texts in plain words, which the form reads along."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from projects.models import Influence, InfluenceSubject, Project, Seat
from projects.services.refusing import Refused
from projects.services.residentgroup.influence import refuse_nothing_to_ask


def unmarked(form: forms.Form, *names: str) -> None:
    """Do not call these fields optional: another answer asks for them, or leaving out says something."""
    for name in names:
        form.fields[name].one_of_several = True  # type: ignore[attr-defined]


def one_line(label: object, most: int, help_text: object = "", *, required: bool = True) -> forms.CharField:
    """One line of text. most: characters."""
    return forms.CharField(
        label=label,  # type: ignore[arg-type]
        max_length=most,
        help_text=help_text,  # type: ignore[arg-type]
        required=required,
    )


def long_text(
    label: object, most: int, help_text: object = "", *, required: bool = True, rows: int = 4
) -> forms.CharField:
    """A longer text. most: characters."""
    field = one_line(label, most, help_text, required=required)
    field.widget = forms.Textarea(attrs={"rows": rows, "data-most": most})
    return field


class SubjectChoice(forms.ModelChoiceField):
    """A subject from the table of influence, to ask advice about.

    Not offered where residents have no influence; posted all the same, it says why there is nothing to ask.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(
            queryset=InfluenceSubject.objects.none(),
            label=_("Onderwerp uit de tabel van invloed"),
            help_text=_("Onderwerpen zonder invloed staan er niet bij: daar valt niets te kiezen."),
            required=False,
            empty_label=_("staat er niet bij"),
            **options,
        )

    def offer(
        self, project: Project, keep: InfluenceSubject | None = None, *, all_of_them: bool = False
    ) -> None:
        """The subjects of `project` that can be asked about, and `keep`: what stands there. One query."""
        self.keep, self.all_of_them = keep, all_of_them
        self.queryset = InfluenceSubject.objects.filter(group__project=project)
        offered = [one for one in self.queryset if self._may(one)]
        self.widget.choices = [("", self.empty_label), *((one.pk, one.name) for one in offered)]

    def clean(self, value: Any) -> InfluenceSubject | None:
        """The subject. Raises ValidationError with the reason where residents have no influence on it."""
        subject: InfluenceSubject | None = super().clean(value)
        if subject and not self._may(subject):
            try:
                refuse_nothing_to_ask(subject)
            except Refused as refused:
                raise forms.ValidationError(str(refused)) from refused
        return subject

    def _may(self, subject: InfluenceSubject) -> bool:
        return self.all_of_them or subject == self.keep or subject.level != Influence.NONE


class SeatChoice(forms.ChoiceField):
    """On whose behalf something is said. Nothing is preset: whoever writes chooses."""

    WHOLE = "groep"
    default_error_messages = {"required": _("Kies namens wie dit is.")}

    def offer(self, seats: Iterable[Seat], *, at_once: bool) -> None:
        """The whole group and `seats`. at_once: all in view, where they are few."""
        self.seats = {str(seat.pk): seat for seat in seats}
        said = _now("uw eigen stoel: %(seat)s") if at_once else "%(seat)s"
        named: list[tuple[str, Any]] = [(self.WHOLE, _("de hele groep"))]
        named += [(pk, said % {"seat": seat}) for pk, seat in self.seats.items()]
        if at_once:
            self.widget = forms.RadioSelect()
        self.choices = named if at_once else [("", _("Kies …")), *named]

    def clean(self, value: Any) -> Seat | None:
        """The seat; None for the whole group."""
        return self.seats.get(super().clean(value))
