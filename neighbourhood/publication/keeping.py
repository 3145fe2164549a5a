"""What is said of figures that are older than their snapshot (P9, P12, P13), once where it is one story."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from neighbourhood.publication.tables import QuestionTable
from neighbourhood.publication.telling import day_text


def kept_together(tables: Sequence[QuestionTable], today: str) -> QuestionTable | None:
    """A table that stands for most of these when they share a day before `today` ('YYYY-MM-DD'), else None.

    tables: of one background. Only a breakdown is kept for its groups; everybody together never is.
    """
    days = Counter(table.as_of for table in tables if table.columns and table.background)
    usual = max(days, key=lambda day: days[day], default="")
    if not usual or usual >= today:
        return None
    return next(table for table in tables if table.as_of == usual and table.columns)


def kept_text(table: QuestionTable, whole: int) -> str:
    """Why a breakdown is older, of which day, and on how many conversations it rests.

    whole: the rounded n of the snapshot. Both numbers stand in tables that readers have: the sum of the
    rounded groups, and everybody together. The reason is the one of P9 and of P12 at once.
    """
    return _(
        "In minstens één groep scheelt het minder dan tien gesprekken met eerdere cijfers. Deze uitsplitsing "
        "is daarom nog die van %(day)s: ze telt ongeveer %(n)d gesprekken, heel de buurt nu ongeveer "
        "%(whole)d."
    ) % {"day": day_text(table.as_of), "n": sum(table.ns), "whole": whole}


def older_text(table: QuestionTable, usual: str) -> str:
    """What stands beside one chart whose day is another than that of the page (`usual`); empty when equal."""
    if not table.columns or not table.as_of or table.as_of == usual:
        return ""
    return _("Deze cijfers zijn van %(day)s en tellen ongeveer %(n)d gesprekken.") % {
        "day": day_text(table.as_of),
        "n": sum(table.ns),
    }
