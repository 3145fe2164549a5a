"""A form that two people may have open: only what was changed here is written (docs/decisions/0011)."""

from datetime import date, time
from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext as _

from msa.windows import FIELD, Outcome, Window
from projects.forms.reading import ReadsAlong
from projects.models import Project


def plain(value: Any) -> Any:
    """`value` as a digest can be taken of it."""
    if isinstance(value, Model):
        return value.pk
    return value.isoformat() if isinstance(value, date | time) else value


class WindowedForm(ReadsAlong):
    """kept: by field what stands there now. Texts that another changed too are shown, never overwritten."""

    window = forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput)

    def __init__(self, project: Project, kept: dict[str, Any], data: Any = None, **options: Any) -> None:
        self.project, self.kept = project, kept
        opened = Window.opened({name: plain(value) for name, value in kept.items()})
        super().__init__(data, initial={**kept, FIELD: str(opened)}, **options)

    def clean(self) -> dict[str, Any]:
        """What has to be written: of what was not changed in this window, what stands there now."""
        cleaned = super().clean() or self.cleaned_data
        window = Window.posted(cleaned.get(FIELD) or "")
        if window:
            self._merge(window, cleaned)
        return cleaned

    def _merge(self, window: Window, cleaned: dict[str, Any]) -> None:
        names = [name for name in self.kept if name in cleaned]
        outcomes = {
            name: window.outcome(name, plain(cleaned[name]), plain(self.kept[name])) for name in names
        }
        for name in names:
            if outcomes[name] is Outcome.LEAVE:
                cleaned[name] = self.kept[name]
        theirs = [name for name in names if outcomes[name] is Outcome.OVERTAKEN and self._has_words(name)]
        if theirs:
            self._show(window, theirs, [name for name in names if outcomes[name] is Outcome.LEAVE])

    def _has_words(self, name: str) -> bool:
        """Choices and days have no words to lose; there the last window wins."""
        return type(self.fields[name]) is forms.CharField

    def _show(self, window: Window, theirs: list[str], left: list[str]) -> None:
        """Say what the other wrote; sending again from the page that is shown now goes through."""
        for name in theirs:
            happened = _("Intussen maakte iemand anders dit veld leeg.")
            if self.kept[name]:
                happened = _("Intussen schreef iemand anders hier: ‘%s’.") % self.kept[name]
            wanted = _("Pas je tekst aan of laat staan, en bewaar nog eens.")
            if self.polite:
                wanted = _("Past u uw tekst aan of laat u die staan? Bewaar daarna nog een keer.")
            self.add_error(name, f"{happened} {wanted}")
        now = {name: plain(self.kept[name]) for name in (*theirs, *left)}
        data: Any = self.data
        data = self.data = data.copy()
        data[FIELD] = str(Window(window.key, window.loaded | Window.opened(now).loaded))
        for name in left:
            value = plain(self.kept[name])
            values = value if isinstance(value, list) else [value]
            data.setlist(name, [one for one in values if one not in {None, False}])

    def fields_typed(self) -> dict[str, Any]:
        """Every field that is kept, with its value. Only after is_valid()."""
        return {name: self.cleaned_data[name] for name in self.kept}
