"""Figures of a snapshot as files: one row per answer and group, the numbers as shown (P14)."""

from neighbourhood.figures.types import Figures


def figures_csv(figures: Figures) -> bytes:
    """cijfers.csv: UTF-8 with BOM, semicolons, decimal comma."""
    raise NotImplementedError


def figures_xlsx(figures: Figures) -> bytes:
    """cijfers.xlsx: the same rows in a workbook."""
    raise NotImplementedError
