"""What the writer hears at the end of a practice: what the check found, stopped and missed. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from housevisits import steps
from housevisits.practice.case import ANSWERS, CARD, EXAMPLE, TRAPS, Trap, definition
from housevisits.services.drafts import DraftContent
from housevisits.services.finishing import ReadText, TextPlace
from msa.privacy.reading import Finding, Reader, Severity
from msa.privacy.reading.fold import fold


class Outcome(Enum):
    """What became of a trap: what to say, the icon beside it, and whether it went well."""

    AVOIDED = ("avoided", "circle-check", True, gettext_lazy("Je schreef het niet op."))
    STOPPED = (
        "stopped",
        "circle-check",
        True,
        gettext_lazy("De app hield het tegen en jij schreef het anders."),
    )
    WARNED = ("warned", "circle-check", True, gettext_lazy("De app waarschuwde en jij schreef het anders."))
    OWN_EYES = ("own", "circle-check", True, gettext_lazy("De app zag het niet. Jij wel: je haalde het weg."))
    KEPT = (
        "kept",
        "eye",
        False,
        gettext_lazy("Het staat er nog. De app waarschuwt hier alleen; jij beslist."),
    )
    MISSED = ("missed", "eye-off", False, gettext_lazy("Het staat er nog, en de app zag het niet."))
    WAVED = ("waved", "eye", False, gettext_lazy("Het staat er nog: je zei dat dit naar niemand wijst."))

    def __init__(self, key: str, icon: str, good: bool, says: Any) -> None:
        self.key, self.icon, self.good, self.says = key, icon, good, says


class Seen(Enum):
    """How the check looked at a passage."""

    BLOCKED = 3
    WARNED = 2
    UNSEEN = 1


@dataclass(frozen=True)
class Verdict:
    """A trap with what became of it."""

    trap: Trap
    outcome: Outcome


@dataclass(frozen=True)
class Rewritten:
    """A text that was changed at the end: how it was first, with what was found in it, and how it stands."""

    label: Any
    first: ReadText
    last: str


@dataclass(frozen=True)
class Answered:
    """A closed question: what was chosen ('' for nothing) and what fits the case, in words."""

    label: str
    chosen: str
    fits: str

    @property
    def right(self) -> bool:
        """Whether what was chosen fits."""
        return self.chosen == self.fits


@dataclass(frozen=True)
class Feedback:
    """All that the last page shows. found, stopped: how many passages the check saw in what was first
    written, and how many of those could not have stayed. judging: words in what stands now that judge."""

    verdicts: list[Verdict]
    rewritten: list[Rewritten]
    judging: list[Finding]
    others: list[Finding]
    answers: list[Answered]
    example: list[tuple[Any, Any]]
    found: int
    stopped: int

    @property
    def good(self) -> list[Verdict]:
        """The traps that were kept out."""
        return [one for one in self.verdicts if one.outcome.good]

    @property
    def left(self) -> list[Verdict]:
        """The traps that are still in the text."""
        return [one for one in self.verdicts if not one.outcome.good]

    @property
    def counts(self) -> bool:
        """Whether nothing is left to do, so that it counts as practised."""
        return not self.left and not self.judging

    @property
    def praise(self) -> str:
        """The first sentence of the page."""
        if self.judging:
            return _("Goed dat je oefent. Er staan nog woorden in die over iemand oordelen; kijk hieronder.")
        if not self.left:
            return _("Mooi gedaan. In jouw verhaal is niemand te herkennen.")
        if len(self.left) <= 2:
            return _("Goed gewerkt. Bijna alles is onherkenbaar; kijk nog even naar wat hieronder staat.")
        return _("Goed dat je oefent. Er staat nog wat in dat naar iemand wijst; hieronder zie je wat.")


def feedback(content: DraftContent, first: Mapping[str, str], reader: Reader) -> Feedback:
    """Compare what was first written (by field) with what stands in `content` now."""
    before = {name: _read(name, text, reader) for name, text in first.items() if text.strip()}
    texts = content.stories.get(CARD, {})
    after = {name: _read(name, text, reader) for name, text in texts.items() if text.strip()}
    findings = [finding for read in before.values() for finding in read.findings]
    return Feedback(
        verdicts=[Verdict(trap, _outcome(trap, before.values(), after.values())) for trap in TRAPS],
        rewritten=_rewritten(before, texts),
        judging=[one for read in after.values() for one in read.findings if _judges(one)],
        others=_others(after.values()),
        answers=_answers(content),
        example=[(field.label, EXAMPLE[field.name]) for field in steps.STORY_FIELDS],
        found=len(findings),
        stopped=sum(finding.severity >= Severity.LIKELY for finding in findings),
    )


def _read(name: str, text: str, reader: Reader) -> ReadText:
    field = next(one for one in steps.STORY_FIELDS if one.name == name)
    result = reader.check(text)
    return ReadText(TextPlace(CARD, field), text, result.findings, tuple(result.blocking()), result.complete)


def _outcome(trap: Trap, before: Iterable[ReadText], after: Iterable[ReadText]) -> Outcome:
    then, now = _seen(trap, before), _seen(trap, after)
    if now is None:
        gone = {Seen.BLOCKED: Outcome.STOPPED, Seen.WARNED: Outcome.WARNED, Seen.UNSEEN: Outcome.OWN_EYES}
        return gone[then] if then else Outcome.AVOIDED
    return {Seen.BLOCKED: Outcome.WAVED, Seen.WARNED: Outcome.KEPT, Seen.UNSEEN: Outcome.MISSED}[now]


def _seen(trap: Trap, texts: Iterable[ReadText]) -> Seen | None:
    """How the check looked at a trap, at its weakest; None where the trap is in none of the texts."""
    looks = [_look(read, start, end) for read in texts for start, end in _places(trap, read.text)]
    return min(looks, key=lambda seen: seen.value) if looks else None


def _places(trap: Trap, text: str) -> list[tuple[int, int]]:
    """Where a trap stands, in positions of the text itself."""
    view = fold(text)
    return [
        (view.starts[match.start()], view.ends[match.end() - 1])
        for match in trap.pattern.finditer(view.folded)
    ]


def _look(read: ReadText, start: int, end: int) -> Seen:
    over = [one.severity for one in read.findings if one.start < end and one.end > start]
    if not over:
        return Seen.UNSEEN
    return Seen.BLOCKED if max(over) >= Severity.LIKELY else Seen.WARNED


def _rewritten(before: Mapping[str, ReadText], texts: Mapping[str, str]) -> list[Rewritten]:
    changed = {name: read for name, read in before.items() if read.text != texts.get(name, "")}
    return [
        Rewritten(field.label, changed[field.name], texts.get(field.name, ""))
        for field in steps.STORY_FIELDS
        if field.name in changed
    ]


def _judges(finding: Finding) -> bool:
    return finding.kind.startswith("judging")


def _others(after: Iterable[ReadText]) -> list[Finding]:
    """What the check still sees and that is no trap of the case."""
    return [
        finding
        for read in after
        for finding in read.findings
        if not _judges(finding)
        and not any(
            start < finding.end and end > finding.start
            for trap in TRAPS
            for start, end in _places(trap, read.text)
        )
    ]


def _answers(content: DraftContent) -> list[Answered]:
    """Each closed question with what was chosen and what fits the case."""
    return [
        Answered(
            question.short_label,
            question.label_of(content.answers.get(question.key, "")),
            question.label_of(ANSWERS[question.key]),
        )
        for question in definition().questions
    ]
