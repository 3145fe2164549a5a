"""Which option of a question a value is, when it was written differently."""

import re
from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import TypeVar

from housevisits.imports.columns import Confidence
from housevisits.imports.forms.intervals import Interval, contains, intervals, point
from housevisits.imports.forms.synonyms import ANSWERS, FILLERS, POLES, SAME_WORDS
from housevisits.imports.forms.types import How, TargetOption, TargetQuestion
from msa.tables.numbers import parse_integer
from msa.tables.words import normalise, similarity, tokens

K = TypeVar("K", bound=Hashable)
Match = tuple[str | None, Confidence, How]

_NO_MATCH: Match = (None, "none", "none")
_ALIKE, _MARGIN = 0.84, 0.06
_NUMBER_WITH_WORDS = re.compile(r"(\d{1,2})\s*[-:(=–]?\s*[^\W\d][^\d]*")


@lru_cache(maxsize=256)
def matcher_for(question: TargetQuestion) -> "OptionMatcher":
    """The matcher of a question, made once; it remembers options only, never a value."""
    return OptionMatcher(question)


class OptionMatcher:
    """Proposes options of one question. Where two options could be meant it proposes none."""

    def __init__(self, question: TargetQuestion) -> None:
        self.options = question.options
        self._same: dict[str, str] = {}
        for option in question.options:
            for name in _names(option):
                self._same.setdefault(normalise(name), option.key)
        self._familiar = _unique((word, o.key) for o in self.options for word in _wordings(o))
        self._numbers = _unique((number, o.key) for o in self.options if (number := _number(o)) is not None)
        self._intervals: dict[Interval, str] = {
            found[0]: option.key for option in self.options if (found := intervals(option.label))
        }
        self._longest = max((len(name) for o in self.options for name in _names(o)), default=0)
        self._words = _unique((_content(name), o.key) for o in self.options for name in _names(o))
        self._other = next((o.key for o in self.options if _is_other(o)), None)

    def match(self, value: str) -> Match:
        """(option key or None, confidence, how it was found) for one value as it stands in the file."""
        if len(value) > 2 * self._longest + 20:
            return self._explained(value)
        name = normalise(value)
        if name and name in self._same:
            return self._same[name], "sure", "same"
        if name in self._familiar:
            return self._familiar[name], "guess", "similar"
        for attempt in (self._by_number, self._by_interval, self._by_words, self._by_letters):
            found = attempt(value)
            if found[0]:
                return found
        return self._explained(value)

    def _explained(self, value: str) -> Match:
        """'Anders, namelijk ...' is the option 'anders'."""
        if self._other and normalise(value[:20]).startswith("anders"):
            return self._other, "guess", "other"
        return _NO_MATCH

    def _by_number(self, value: str) -> Match:
        if not self._numbers:
            return _NO_MATCH
        number = parse_integer(value)
        if number is not None:
            return _found(self._numbers.get(number), "sure", "number")
        with_words = _NUMBER_WITH_WORDS.fullmatch(value.strip())
        return _found(self._numbers.get(int(with_words[1])) if with_words else None, "guess", "number")

    def _by_interval(self, value: str) -> Match:
        for interval in intervals(value):
            if interval in self._intervals:
                return self._intervals[interval], "guess", "range"
        number = point(value)
        if number is None or len(self._intervals) < 2:
            return _NO_MATCH
        keys = {key for interval, key in self._intervals.items() if contains(interval, number)}
        return _found(keys.pop() if len(keys) == 1 else None, "guess", "range")

    def _by_words(self, value: str) -> Match:
        content = _content(value)
        return _found(self._words.get(content) if content else None, "guess", "similar")

    def _by_letters(self, value: str) -> Match:
        """The option with nearly the same letters, when no other comes close."""
        marks = _marks(value)
        scores: dict[str, float] = {}
        for option in self.options:
            names = [name for name in _names(option) if _marks(name) == marks]
            scores[option.key] = max(
                (similarity(value, name, _ALIKE - _MARGIN) for name in names), default=0.0
            )
        best, second = sorted([*scores.values(), 0.0, 0.0], reverse=True)[:2]
        if best < _ALIKE or best - second < _MARGIN:
            return _NO_MATCH
        return max(scores, key=scores.__getitem__), "guess", "similar"


def _found(key: str | None, confidence: Confidence, how: How) -> Match:
    return (key, confidence, how) if key else _NO_MATCH


def _names(option: TargetOption) -> tuple[str, ...]:
    return (option.label, *option.synonyms)


def _wordings(option: TargetOption) -> frozenset[str]:
    """Other common words for this answer, normalised."""
    return ANSWERS.get(normalise(option.label), frozenset())


def _number(option: TargetOption) -> int | None:
    number = parse_integer(option.label)
    return number if number is not None else parse_integer(option.key)


def _is_other(option: TargetOption) -> bool:
    return option.key == "other" or normalise(option.label).startswith(("anders", "overig"))


def _content(text: str) -> tuple[str, ...]:
    """The words that matter, in order."""
    return tuple(SAME_WORDS.get(word, word) for word in tokens(text) if word not in FILLERS)


def _marks(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What must be the same in two answers that look alike: numbers, and words that turn them round."""
    words = tokens(text)
    return tuple(re.findall(r"\d+", text)), tuple(sorted(word for word in words if word in POLES))


def _unique(pairs: Iterable[tuple[K, str]]) -> dict[K, str]:
    """A dict without the keys that stand for more than one option."""
    options: dict[K, set[str]] = {}
    for key, option in pairs:
        options.setdefault(key, set()).add(option)
    return {key: found.pop() for key, found in options.items() if len(found) == 1}
