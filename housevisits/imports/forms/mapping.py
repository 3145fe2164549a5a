"""Which column of an export is what, and which value is which answer."""

from collections.abc import Mapping, Sequence

from housevisits.imports.forms.types import FormsProposal, TargetQuestion
from msa.tables import Table


def propose_mapping(
    table: Table, questions: Sequence[TargetQuestion], columns: Mapping[str, str] | None = None
) -> FormsProposal:
    """Propose a target for every column and an option for every value of the closed ones.

    columns: targets that were already chosen by hand; they are kept, only values are proposed for them.
    """
    raise NotImplementedError
