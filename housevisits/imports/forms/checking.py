"""Whether an export can go in as it is."""

from collections.abc import Sequence
from datetime import date

from housevisits.imports.forms.types import FormsCheck, FormsMapping, TargetQuestion
from msa.tables import Table


def check(
    table: Table, mapping: FormsMapping, questions: Sequence[TargetQuestion], *, today: date | None = None
) -> FormsCheck:
    """Check every row. Nothing is stored; a row with a problem is not among the `rows` that come back.

    today: when given, dates more than a year after it are a problem.
    """
    raise NotImplementedError
