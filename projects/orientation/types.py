"""The shapes of the orientation: questions with their options, rules, and what the weighing says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise

Text = str | Promise
# question key: option key (choice), list of option keys (several), or a whole number of homes (number)
Answers = Mapping[str, Any]


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    SEVERAL = "several"
    NUMBER = "number"


class Effect(StrEnum):
    """What a rule means for the advice, lightest first."""

    FOR = "for"
    WARNING = "warning"
    PARTS = "parts"
    AGAINST = "against"


class Advice(StrEnum):
    """What the answers point at. The team decides, also otherwise."""

    OPEN = "open"
    YES = "yes"
    YES_PROVIDED = "yes_provided"
    PARTS = "parts"
    NO = "no"


@dataclass(frozen=True)
class Option:
    """An answer that can be chosen. alone: it cannot be combined with another one."""

    key: str
    label: Text
    alone: bool = False


@dataclass(frozen=True)
class Question:
    """One question with why it matters, its options and what to write in the team's own words.

    source: where the method says so, for who maintains this; it is not shown on screen.
    """

    key: str
    label: Text
    why: Text
    reason: Text
    source: str
    options: tuple[Option, ...] = ()
    kind: Kind = Kind.CHOICE
    help_text: Text = ""

    def label_of(self, option: str) -> str:
        """How an option reads. Raises KeyError for one that does not exist."""
        return str({one.key: one.label for one in self.options}[option])

    def accepts(self, answer: Any) -> bool:
        """Whether `answer` is a whole answer to this question."""
        keys = {option.key for option in self.options}
        if self.kind == Kind.NUMBER:
            return isinstance(answer, int) and not isinstance(answer, bool) and answer > 0
        if self.kind == Kind.CHOICE:
            return isinstance(answer, str) and answer in keys
        return isinstance(answer, list) and bool(answer) and set(answer) <= keys

    def lonely(self, chosen: list[str]) -> str:
        """The chosen option that cannot stand beside the others that were chosen; '' when all is well."""
        alone = [option.key for option in self.options if option.alone and option.key in chosen]
        return alone[0] if alone and len(chosen) > 1 else ""


@dataclass(frozen=True)
class Step:
    """One page: a subject with one or two questions."""

    key: str
    label: Text
    title: Text
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Rule:
    """What certain answers mean. `when` takes all answers; a question without an answer is not in them.

    helps: what would help, for who reads the warning. source: where the method says so, not shown on screen.
    """

    key: str
    effect: Effect
    when: Callable[[Answers], bool]
    title: Text
    text: Text
    source: str
    helps: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Weighing:
    """What the answers say together. missing: keys of the questions without an answer, in order."""

    advice: Advice
    warnings: tuple[Rule, ...]
    strengths: tuple[Rule, ...]
    missing: tuple[str, ...]
