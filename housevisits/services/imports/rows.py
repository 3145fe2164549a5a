"""A row of an export: as a registration, and as plain data to be locked."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from housevisits.imports.forms import FormsRow, FormsText
from housevisits.services.registration import Registration, StoryText


def registration_of(row: FormsRow, set_key: UUID) -> Registration:
    """A row without its place in the file, as a registration. Texts carry no card: the export has none."""
    return Registration(
        set_key=set_key,
        block_key=UUID(row.block) if row.block else None,
        month=row.month,
        held_by=row.held_by,
        answers=row.answers,
        cards=row.cards,
        texts=tuple(StoryText(text.sphere, text.valence, "", text.text) for text in row.texts),
    )


def row_to_dict(row: FormsRow) -> dict[str, Any]:
    """A row as plain data."""
    return asdict(row)


def row_from_dict(data: dict[str, Any]) -> FormsRow:
    """The reverse of `row_to_dict`, also after a trip through JSON."""
    texts = tuple(FormsText(**text) for text in data["texts"])
    lists = {"cards": tuple(data["cards"]), "signals": tuple(data["signals"]), "texts": texts}
    return FormsRow(**data | lists)
