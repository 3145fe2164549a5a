"""A passage in its sentence, and what becomes of it."""

import re
from dataclasses import dataclass
from functools import cached_property

from msa.privacy.reading.fold import fold

_NEAR = 80
_SENTENCE_END = re.compile(r"[.!?\n]\s+|\n")
_OPENING = re.compile(r"[\s\"'(‘“]*$")
_BLANKS = re.compile(r"\s*")
_ABBREVIATED = re.compile(r"\b(?:mevr|mw|dhr|dr|fam|nr|st|bijv)\.\s+$", re.IGNORECASE)
# How many words the preview shows on either side.
_SHOWN = 3
_LAST_WORDS = re.compile(rf"(?:\S+\s+){{0,{_SHOWN - 1}}}\S*\s*$")
_FIRST_WORDS = re.compile(rf"\s*\S*(?:\s+\S+){{0,{_SHOWN - 1}}}")


@dataclass(frozen=True)
class Rewording:
    """Put `new` in the place of text[start:end], which is `old`. before, after: the rest of that part of the
    sentence as it will stand, for the writer to judge."""

    start: int
    end: int
    old: str
    new: str
    before: str
    after: str

    def as_dict(self) -> dict[str, str | int]:
        """The rewording as JSON-able values."""
        return dict(self.__dict__)


@dataclass(frozen=True)
class Passage:
    """Characters [start, end) of a text, what kind of finding they are and what the kind suggests.

    before, after: at most eighty characters of the sentence on either side, in lower case.
    """

    text: str
    start: int
    end: int
    kind: str
    suggestion: str

    @cached_property
    def inside(self) -> str:
        return self.text[self.start : self.end]

    @cached_property
    def before(self) -> str:
        return _plain(_own_sentence(self.text[max(0, self.start - _NEAR) : self.start]))

    @cached_property
    def after(self) -> str:
        return _plain(re.split(r"(?<=[.!?\n])", self.text[self.end : self.end + _NEAR], maxsplit=1)[0])

    @cached_property
    def opens_sentence(self) -> bool:
        return not self.before.strip(" \"'(‘“")

    def replaced(self, new: str, start: int | None = None, end: int | None = None) -> Rewording:
        """This passage, or another stretch around it, replaced. A capital stays where the sentence opens."""
        start, end = self.start if start is None else start, self.end if end is None else end
        opens = not _plain(_own_sentence(self.text[max(0, start - _NEAR) : start])).strip(" \"'(‘“")
        if opens and not self.text[start : start + 1].islower():
            new, end = _capital(self.text, new, end)
        return Rewording(
            start,
            end,
            self.text[start:end],
            new,
            _shown_before(self.text, start),
            _shown_after(self.text, end),
        )

    def dropped(self, start: int, end: int) -> Rewording:
        """A stretch left out, with the comma, bracket or quote behind it that belonged to it."""
        opened = self.text[start:end].lstrip()[:1]
        closing = {",": ",", "(": ")", "'": "'", '"': '"', "‘": "’", "“": "”", "-": " -"}.get(opened, "")
        if closing and self.text.startswith(closing, end):
            end += len(closing)
        return self.replaced("", start, end)


def plain(word: str) -> str:
    """A word in lower case without accents, as the word lists write it."""
    return fold(word).folded


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


def _own_sentence(before: str) -> str:
    """What stands in front, from where the sentence opens; a stop after 'mevr.' opens none."""
    start = 0
    for match in _SENTENCE_END.finditer(before):
        if not _ABBREVIATED.search(before[: match.end()]):
            start = match.end()
    return before[start:]


def _capital(text: str, new: str, end: int) -> tuple[str, int]:
    """Where the passage is left out, the word behind it takes over the capital."""
    if not new:
        end = max(end, _BLANKS.match(text, end).end())  # type: ignore[union-attr]
        new, end = text[end : end + 1], end + 1 if end < len(text) else end
    return new[:1].upper() + new[1:], end


def _shown_before(text: str, start: int) -> str:
    sentence = _own_sentence(text[max(0, start - _NEAR) : start])
    shown = _LAST_WORDS.search(sentence)
    words = shown[0] if shown else ""
    return words if len(words) == len(sentence) else f"… {words}"


def _shown_after(text: str, end: int) -> str:
    sentence = re.split(r"(?<=[.!?])\s|\n", text[end : end + _NEAR], maxsplit=1)[0]
    shown = _FIRST_WORDS.match(sentence)
    words = shown[0] if shown else ""
    return words if len(words) == len(sentence) else f"{words} …"
