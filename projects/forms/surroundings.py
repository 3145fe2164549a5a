"""Forms about the blocks of a project (V9)."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from msa.windows import FIELD, Outcome, Window
from projects.models import Block
from projects.overviews.surroundings import BlockLine

MOST_HOMES = 5000


class BlockForm(forms.Form):
    """Name and homes of a block. Where the address list counts the homes there is nothing to fill in.

    Two people may have it open: a field that only another changed stays as that one left it, a field that
    both changed is asked about.
    """

    name = forms.CharField(
        label=gettext_lazy("Naam van het blok"),
        max_length=80,
        help_text=gettext_lazy("Een straat, een kant van het plein of een gebouw. Geen namen van bewoners."),
    )
    homes = forms.IntegerField(
        label=gettext_lazy("Aantal woningen"),
        min_value=0,
        max_value=MOST_HOMES,
        required=False,
        error_messages={
            "invalid": gettext_lazy("Vul een heel getal in, zonder punt of komma."),
            "min_value": gettext_lazy("Vul 0 of meer in."),
            "max_value": gettext_lazy("Dat is erg veel voor één blok. Vul hooguit %(limit_value)s in."),
        },
    )

    def __init__(self, data: Any = None, *, line: BlockLine | None = None) -> None:
        self.line = line
        kept = _values(line.block) if line else {}
        super().__init__(data, initial=kept)
        if line and line.counted:
            del self.fields["homes"]
        self.window = Window.posted(data.get(FIELD, "")) if data else Window.opened(kept)

    def clean_name(self) -> str:
        """One line, without doubled spaces."""
        return " ".join(self.cleaned_data["name"].split())

    def clean(self) -> dict[str, Any]:
        """What was changed here only; a field that two changed is refused once, with what the other wrote."""
        cleaned = super().clean() or self.cleaned_data
        kept = _values(self.line.block) if self.line else {}
        for name in set(kept) & set(cleaned):
            self._settle(name, cleaned, kept[name])
        return cleaned

    def _settle(self, name: str, cleaned: dict[str, Any], kept: Any) -> None:
        if self.window is None or name not in self.window.loaded:
            return
        outcome = self.window.outcome(name, cleaned[name], kept)
        if outcome is Outcome.LEAVE:
            cleaned[name] = kept
        elif outcome is Outcome.OVERTAKEN:
            now = _("niets") if kept is None else kept
            text = _("Iemand anders schreef hier intussen: ‘%(now)s’. Kies wat het wordt en bewaar nog eens.")
            self.add_error(name, text % {"now": now})
            self.window = Window(self.window.key, self.window.loaded | Window.opened({name: kept}).loaded)

    def values(self) -> tuple[str, int | None]:
        """Name and homes. Only after is_valid()."""
        by_hand = self.line.block.homes if self.line else None
        return self.cleaned_data["name"], self.cleaned_data.get("homes", by_hand)


class MergeForm(forms.Form):
    """With which block."""

    target = forms.ModelChoiceField(
        queryset=Block.objects.none(),
        label=gettext_lazy("Bij welk blok?"),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"invalid_choice": gettext_lazy("Dat blok is er niet meer. Kies een ander.")},
    )

    def __init__(self, data: Any = None, *, block: Block, proposed: Block | None = None) -> None:
        super().__init__(data, initial={"target": proposed})
        field: Any = self.fields["target"]
        field.queryset = block.project.blocks.exclude(pk=block.pk)


def _values(block: Block) -> dict[str, Any]:
    return {"name": block.name, "homes": block.homes}
