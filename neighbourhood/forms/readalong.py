"""Reading along with what all of the neighbourhood will read: themes and the poster (P17, P19)."""

import re
from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from housevisits.reading import reader_for
from msa.privacy.reading import Finding
from projects.models import Project

MOST_QUOTED = 60  # characters; more is no word but a text that could not be read


class ReadsAlong(forms.Form):
    """A form with texts for residents. What is certain has to go; of what is only likely somebody can
    say, for all of the form, that it names nobody. `likely`: whether there is anything to say that of.
    """

    looked_over = forms.BooleanField(
        label=gettext_lazy("Ik keek het na: deze woorden wijzen niemand aan"),
        required=False,
        widget=forms.HiddenInput,
    )
    likely = False

    def read_along(self, project: Project, names: list[str]) -> None:
        """Read the cleaned texts of the fields `names`, and put an error at each that points at a person."""
        reader = reader_for(project)
        waved = bool(self.cleaned_data.get("looked_over"))
        for name in names:
            text = _without_public_names(project, str(self.cleaned_data.get(name) or ""))
            found = reader.blocking(text)
            self.likely |= any(finding.wavable for finding in found)
            self._refuse(name, [finding for finding in found if not (waved and finding.wavable)])
        if self.likely:
            self.fields["looked_over"].widget = forms.CheckboxInput()

    def _refuse(self, name: str, found: list[Finding]) -> None:
        if found and name not in self.errors:
            self.add_error(name, " ".join(_said(found)))


def _said(found: list[Finding]) -> Iterator[str]:
    """Every message once, with the words it is about; without words where it is about the whole text."""
    words: dict[str, list[str]] = {}
    for finding in found:
        words.setdefault(finding.message, []).append(finding.text)
    for message, texts in words.items():
        short = [f"‘{text}’" for text in dict.fromkeys(texts) if len(text) <= MOST_QUOTED]
        yield f"{', '.join(short)}: {message[:1].lower()}{message[1:]}" if short else message


def _without_public_names(project: Project, text: str) -> str:
    """The neighbourhood and the town may be named: they stand in the title of every poster."""
    for name in filter(None, (project.neighbourhood, project.place)):
        text = re.sub(rf"\b{re.escape(name)}\b", _("hier"), text, flags=re.IGNORECASE)
    return text
