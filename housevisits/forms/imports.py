"""Forms of the import: handing in a file, and what each column and value is."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from housevisits.imports import addresses
from housevisits.imports.forms.mapping import targets
from housevisits.models import ImportKind
from housevisits.services.imports.questions import target_questions
from housevisits.services.imports.texts import length_problem
from msa.privacy.text import clean_text
from msa.tables import Problem
from projects.models import Project

CONFIDENCES = ("none", "guess", "sure")  # what asks most comes first
NO_ANSWER = "-"  # a value that stands for no answer


class UploadForm(forms.Form):
    """A file of one kind. Whether it can be read is decided by its content, not here."""

    kind = forms.ChoiceField(choices=ImportKind.choices, widget=forms.HiddenInput)
    file = forms.FileField(
        label=_("Bestand"),
        help_text=_("CSV of Excel (.xlsx), ten hoogste 10 MB."),
        error_messages={
            "required": _("Kies eerst een bestand."),
            "empty": _("Dit bestand is leeg."),
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
    )

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_MAX_BYTES:
            raise forms.ValidationError(_("Dit bestand is groter dan 10 MB. Haal weg wat niet nodig is."))
        return file


def column_choices(project: Project, kind: str) -> list[tuple[str, str]]:
    """What a column can be."""
    known = addresses.TARGETS if kind == ImportKind.ADDRESSES else targets(target_questions(project))
    return [(key, str(label)) for key, label in known.items()]


class ColumnsForm(forms.Form):
    """One choice per column, named `k0`, `k1`, … in the order of the file.

    problems: what is wrong with a choice of columns; as long as there is any, the file goes no further.
    """

    def __init__(
        self,
        *args: Any,
        columns: dict[str, str],
        choices: list[tuple[str, str]],
        problems: Callable[[dict[str, str]], Iterable[Problem]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.problems = problems
        self.columns = columns
        for place, (column, target) in enumerate(columns.items()):
            self.fields[f"k{place}"] = forms.ChoiceField(label=column, choices=choices, initial=target)

    def clean(self) -> dict[str, Any]:
        """Refuse columns that contradict each other or leave nothing to take in."""
        cleaned = super().clean() or {}
        for problem in [] if self.errors else self.problems(self.chosen()):
            self.add_error(None, str(problem))
        return cleaned

    def chosen(self) -> dict[str, str]:
        """The column names with what they are."""
        return {column: self.cleaned_data[f"k{place}"] for place, column in enumerate(self.columns)}


class ValuesForm(forms.Form):
    """One choice per value of each closed column, named `w<column>-<value>` by place.

    proposals: column -> its ValueProposals. options: column -> (key, label) pairs. known: what was chosen.
    """

    def __init__(
        self,
        *args: Any,
        proposals: dict[str, tuple[Any, ...]],
        options: dict[str, list[tuple[str, str]]],
        known: dict[str, dict[str, str | None]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.proposals = proposals
        for name, column, proposal in self._places():
            chosen = known.get(column, {})
            initial = (chosen[proposal.value] or NO_ANSWER) if proposal.value in chosen else ""
            self.fields[name] = forms.ChoiceField(
                label=proposal.value,
                choices=[("", _("Kies …")), *options[column], (NO_ANSWER, _("telt als geen antwoord"))],
                initial=initial,
                error_messages={"required": _("Kies wat dit betekent.")},
            )

    def _places(self) -> Any:
        for number, (column, proposals) in enumerate(self.proposals.items()):
            for place, proposal in enumerate(proposals):
                yield f"w{number}-{place}", column, proposal

    def groups(self) -> list[dict[str, Any]]:
        """Per column its rows: the bound field and the proposal, those that still ask something first."""
        found: dict[str, list[Any]] = {column: [] for column in self.proposals}
        for name, column, proposal in self._places():
            found[column].append((self[name], proposal))
        return [
            {
                "column": column,
                "rows": sorted(rows, key=lambda row: CONFIDENCES.index(row[1].confidence)),
                "open": any(proposal.confidence != "sure" or field.errors for field, proposal in rows),
            }
            for column, rows in found.items()
        ]

    def chosen(self) -> dict[str, dict[str, str | None]]:
        """column -> value -> option key, None for no answer."""
        values: dict[str, dict[str, str | None]] = {column: {} for column in self.proposals}
        for name, column, proposal in self._places():
            choice = self.cleaned_data[name]
            values[column][proposal.value] = None if choice == NO_ANSWER else choice
        return values


class TextForm(forms.Form):
    """What to do with one text that points at a person or is too long."""

    place = forms.CharField(widget=forms.HiddenInput)
    choice = forms.ChoiceField(
        choices=[("rewrite", ""), ("keep", ""), ("remove", ""), ("later", "")],
        error_messages={"required": _("Kies wat er met deze tekst gebeurt.")},
    )
    text = forms.CharField(
        label=_("Voorstel: zo kan het ook"),
        help_text=_("Dit voorstel maakte de app. Lees het na en pas het aan."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, suggested: bool = True, **kwargs: Any) -> None:
        """suggested: whether the app wrote the text that stands in the field at first."""
        super().__init__(*args, **kwargs)
        field = self.fields["text"]
        # One of the ways to go on: by the button, and not by the field, it is told which one was chosen.
        field.one_of_several = True  # type: ignore[attr-defined]
        if not suggested:
            field.label, field.help_text = _("Herschreven tekst"), _("Pas de tekst hier zelf aan.")

    def clean(self) -> dict[str, Any]:
        """Say how much too long a rewritten text is; what was typed stays on screen."""
        cleaned = super().clean() or {}
        problem = length_problem(clean_text(cleaned.get("text", "")))
        if problem and cleaned.get("choice") == "rewrite":
            self.add_error("text", problem)
        return cleaned
