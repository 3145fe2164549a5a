"""What changed in the facts of a project since a concept began from them, and where that goes in its text.

Both times the template is filled in with facts: those that were known then and those of now. What differs
between the two are facts, whatever the team wrote in the text itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from projects.agreements.starting import facts_now, text_with
from projects.models import AgreementVersion

Lines = Sequence[str]


@dataclass(frozen=True)
class FactChange:
    """One place of the template. was, now: its lines then and now. after: the lines above it then, from the
    last one that is not empty.

    fits: whether that place stands in the text as it was, so that it can be replaced.
    """

    was: tuple[str, ...]
    now: tuple[str, ...]
    after: tuple[str, ...]
    fits: bool = False

    @property
    def was_text(self) -> str:
        """What stood there, as Markdown."""
        return "\n".join(self.was).strip()

    @property
    def now_text(self) -> str:
        """What belongs there now, as Markdown."""
        return "\n".join(self.now).strip()


def changes_of(version: AgreementVersion) -> list[FactChange]:
    """What of the facts is otherwise now and does not stand in the text of this concept yet.

    Empty for a version that may not change any more, and for one of which nobody kept its facts.
    """
    if not version.is_concept or not version.facts:
        return []
    now = facts_now(version.agreement.project)
    old, new = (text_with(version.kind, facts).splitlines() for facts in (now | version.facts, now))
    lines = version.text.splitlines()
    open_changes = [one for one in _differences(old, new) if not _settled(one, lines)]
    return [
        FactChange(one.was, one.now, one.after, fits=_place(lines, one) is not None) for one in open_changes
    ]


def with_change(text: str, change: FactChange) -> str:
    """`text` with the change in its place; the same text where that place is gone."""
    lines = text.splitlines()
    place = _place(lines, change)
    if place is None:
        return text
    return "\n".join([*lines[:place], *change.now, *lines[place + len(change.was) :]])


def _differences(old: Lines, new: Lines) -> Iterator[FactChange]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield FactChange(tuple(old[i1:i2]), tuple(new[j1:j2]), after=_above(old, i1))


def _above(lines: Lines, at: int) -> tuple[str, ...]:
    start = next((n for n in range(at - 1, -1, -1) if lines[n]), 0)
    return tuple(lines[start:at])


def _settled(change: FactChange, lines: Lines) -> bool:
    """Whether somebody put it in the text already."""
    known = set(lines)
    came = all(line in known for line in change.now if line)
    return came and not any(line in known for line in change.was if line and line not in change.now)


def _place(lines: Lines, change: FactChange) -> int | None:
    """Where in the text it goes; None where that place is gone or not the only one."""
    wanted = change.was if any(change.was) else change.after
    size = len(wanted)
    starts = [at for at in range(len(lines)) if size and tuple(lines[at : at + size]) == wanted]
    if len(starts) != 1:
        return None
    return starts[0] if any(change.was) else starts[0] + size
