"""Figures of a snapshot as files: one row per answer and group, the numbers as shown (P14)."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from msa.tables.writing import Value, write_csv, write_xlsx
from neighbourhood.figures.types import Figures
from neighbourhood.publication.tables import all_tables


def columns() -> list[str]:
    """The heading of the export."""
    return [
        _("vraag"),
        _("uitgesplitst naar"),
        _("groep"),
        _("n (afgerond)"),
        _("antwoord"),
        _("aantal (afgerond)"),
        _("wat er staat"),
        _("peildatum"),
    ]


def rows(figures: Figures) -> Iterator[list[Value]]:
    """One row per question, group and answer; one row with the reason where nothing may be shown."""
    for table in all_tables(figures):
        by = table.by if table.background else ""
        day = date.fromisoformat(table.as_of)
        if table.note:
            yield [table.title, by, "", None, "", None, table.note, day]
        for place, group in enumerate(table.columns):
            for row in table.rows:
                yield [
                    table.title,
                    by,
                    group,
                    table.ns[place],
                    row.label,
                    row.counts[place],
                    row.texts[place],
                    day,
                ]


def figures_csv(figures: Figures) -> bytes:
    """cijfers.csv: UTF-8 with BOM, semicolons, decimal comma."""
    return write_csv(columns(), rows(figures))


def figures_xlsx(figures: Figures) -> bytes:
    """cijfers.xlsx: the same rows in a workbook."""
    return write_xlsx(columns(), rows(figures), sheet=_("Cijfers"))
