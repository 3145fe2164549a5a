"""What the forms of a registration share: taking a part of a draft and giving it back."""

from typing import Any

from django import forms

from housevisits.services.drafts import DraftContent
from msa import windows
from msa.windows import Outcome, Window


class StepForm(forms.Form):
    """One step. `apply` writes into a draft what was filled in; call it after `is_valid`.

    joined: names of texts that another window wrote meanwhile, now one below the other. refused: whether such
    a text was left as it is.
    """

    title: Any = ""
    lead: Any = ""
    texts: frozenset[str] = frozenset()  # the fields in which words could be lost

    def __init__(self, data: Any, **options: Any) -> None:
        super().__init__(data, **options)
        self.window = Window.posted(data.get(windows.FIELD, "")) if data else None
        self.joined: list[str] = []
        self.refused = False

    def kept(self, content: DraftContent) -> dict[str, Any]:
        """By field what the draft holds."""
        raise NotImplementedError

    def put(self, content: DraftContent, name: str, value: Any) -> None:
        """Write one field into the draft."""
        raise NotImplementedError

    def place(self, name: str) -> str:
        """How a draft calls a field, the same on every page that shows it."""
        return name

    def apply(self, content: DraftContent, *, join: bool = True) -> None:
        """Write what was changed here. join: put words that another window wrote above those of this one;
        else leave them and say so in `refused`."""
        for name, kept in self.kept(content).items():
            if name in self.cleaned_data:
                self._apply(content, name, kept, join)

    def _apply(self, content: DraftContent, name: str, kept: Any, join: bool) -> None:
        value = self.cleaned_data[name]
        if self.window:
            place = self.place(name)
            outcome = self.window.outcome(name, value, kept, content.writers.get(place, ""))
            if outcome is Outcome.OVERTAKEN and name in self.texts and kept:
                outcome, value = self._beside(name, kept, value, join)
            if outcome is Outcome.LEAVE:
                return
            content.writers[place] = self.window.key
        self.put(content, name, value)

    def _beside(self, name: str, kept: str, value: str, join: bool) -> tuple[Outcome, str]:
        """What becomes of a text that two windows wrote: no word of either goes."""
        if not value:
            return Outcome.LEAVE, kept
        if not join:
            self.refused = True
            return Outcome.LEAVE, kept
        self.joined.append(name)
        return Outcome.WRITE, f"{kept}\n\n{value}"
