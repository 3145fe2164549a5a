"""A form of something that colleagues change as well: it writes only what was changed in its own window."""

from datetime import date
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _

from msa.windows import FIELD, Outcome, Window


class InWindow(forms.ModelForm):
    """A ModelForm of something that is there already. WORDS: fields whose text nobody may lose; of the others
    the last change wins. The template carries `form.window` in a hidden field called 'window'."""

    WORDS: tuple[str, ...] = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kept = {name: _plain(getattr(self.instance, name)) for name in self._meta.fields or ()}
        self.window: Window | None = None
        if self.is_bound:
            self.window = Window.posted(str(self.data.get(FIELD, "")))
        elif self.instance.pk:
            self.window = Window.opened(self.kept)

    def clean(self) -> dict[str, Any]:
        """Refuse words that another changed since this window was opened; sending again goes through."""
        cleaned = super().clean() or self.cleaned_data
        for name in self.WORDS:
            if name in cleaned and self._outcome(name, cleaned[name]) is Outcome.OVERTAKEN:
                text = _("Intussen schreef iemand anders hier: ‘%s’. Pas je tekst aan en bewaar nog eens.")
                self.add_error(name, text % self.kept[name])
                self._catch_up(name)
        return cleaned

    def _outcome(self, name: str, value: Any) -> Outcome:
        if self.window is None or name not in self.window.loaded:
            return Outcome.LEAVE if _plain(value) == self.kept[name] else Outcome.WRITE
        return self.window.outcome(name, _plain(value), self.kept[name])

    def _catch_up(self, name: str) -> None:
        if self.window is not None:
            shown = Window.opened({name: self.kept[name]}).loaded
            self.window = Window(self.window.key, self.window.loaded | shown)

    def changes(self) -> dict[str, Any]:
        """What was changed in this window, by field. Only after is_valid()."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name in self.kept and self._outcome(name, value) is not Outcome.LEAVE
        }


def _plain(value: Any) -> Any:
    """A value as it can be written as text."""
    if isinstance(value, models.Model):
        return value.pk
    return value.isoformat() if isinstance(value, date) else value
