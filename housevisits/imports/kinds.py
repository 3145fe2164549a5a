"""Whether a table is an address list or an export with conversations, by its columns."""

from collections.abc import Sequence
from typing import Literal

from housevisits.imports import addresses, forms
from housevisits.imports.forms import TargetQuestion
from msa.tables import Table

Kind = Literal["addresses", "forms"]

_ANSWERS = ("question:", "text:", "signal:", "cards", "held_by")
_ENOUGH = 3  # columns with something of a conversation


def likely_kind(table: Table, questions: Sequence[TargetQuestion]) -> Kind | None:
    """What a table is when its columns leave no doubt, else None.

    Homes with a number that come without a story or card are an address list, also when somebody added
    what is known of each household. An export has a time stamp, stories or cards, and several answers.
    """
    proposed = list(forms.propose_mapping(table, questions).mapping.columns.values())
    answers = [target for target in proposed if target.startswith(_ANSWERS)]
    tells = any(target.startswith("text:") or target == "cards" for target in proposed)
    if tells and len(answers) >= _ENOUGH:
        return "forms"
    if _has_homes(table):
        return "addresses"
    return "forms" if "timestamp" in proposed and len(answers) >= _ENOUGH else None


def _has_homes(table: Table) -> bool:
    """Whether most rows give a street with a number, so that they could be stored as they are."""
    checked = addresses.check(table, addresses.propose_mapping(table).mapping)
    return not checked.blocking and len(checked.rows) > checked.total / 2
