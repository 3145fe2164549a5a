"""Several choices in one cell, as form programs write them, also where a choice has commas in it."""

import re
from collections.abc import Iterable

from msa.tables.words import normalise

_HARD = re.compile(r"\s*[;\n|]\s*")
_COMMA = re.compile(r"\s*,\s*")


class ChoiceSplitter:
    """Takes cells apart into choices; `labels` are the choices that are known, with their synonyms."""

    def __init__(self, labels: Iterable[str]) -> None:
        labels = list(labels)
        self._known = frozenset(normalise(label) for label in labels)
        self._longest = max((label.count(",") for label in labels), default=0) + 1

    def split(self, cell: str) -> list[str]:
        """The choices in a cell, in order, as they are written there."""
        return [choice for piece in _HARD.split(cell) if piece for choice in self._split_piece(piece.strip())]

    def _split_piece(self, piece: str) -> list[str]:
        if normalise(piece) in self._known or "," not in piece:
            return [piece]
        parts = [part for part in _COMMA.split(piece) if part]
        choices: list[str] = []
        unknown: list[str] = []
        while parts:
            count = self._known_at_start(parts)
            if count:
                choices += _unknown_choices(unknown)
                unknown = []
                choices.append(", ".join(parts[:count]))
                parts = parts[count:]
            else:
                unknown.append(parts.pop(0))
        return choices + _unknown_choices(unknown)

    def _known_at_start(self, parts: list[str]) -> int:
        """How many parts together form a known choice: the longest counts, 0 when there is none."""
        for count in range(min(self._longest, len(parts)), 0, -1):
            if normalise(", ".join(parts[:count])) in self._known:
                return count
        return 0


def _unknown_choices(parts: list[str]) -> list[str]:
    """Choices nobody knows begin with a capital or a digit; what follows in lower case belongs to them."""
    choices: list[str] = []
    for part in parts:
        if choices and part[:1].islower():
            choices[-1] = f"{choices[-1]}, {part}"
        else:
            choices.append(part)
    return choices
