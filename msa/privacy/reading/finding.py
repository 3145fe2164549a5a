"""What reading along finds: where, what, how sure, and what the writer can do about it."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum
from hashlib import blake2b

from msa.privacy.reading.fold import fold

UNREAD = "unread"


class Severity(IntEnum):
    """How sure a finding is. Order matters: the surest wins where findings overlap."""

    HINT = 1  # P18: something rare; never blocks
    LIKELY = 2  # blocks until it is rewritten or the writer says that it is not one
    CERTAIN = 3  # P17: certain by its form; only rewriting helps


@dataclass(frozen=True)
class Hit:
    """A rule's raw find, in positions of the folded page. `suggestion` overrules the one of the kind."""

    start: int
    end: int
    kind: str
    severity: Severity
    suggestion: str | None = None


@dataclass(frozen=True)
class Finding:
    """One passage that may point at a person.

    start, end: character positions in the text as it was handed in; text: that passage.
    message: Dutch, says what to do; suggestion: what could stand there instead.
    """

    start: int
    end: int
    text: str
    kind: str
    severity: Severity
    message: str
    suggestion: str

    @property
    def wavable(self) -> bool:
        """Whether the writer may say 'this is not one'. Unread text never passes that way."""
        return self.severity < Severity.CERTAIN and self.kind != UNREAD

    @property
    def key(self) -> str:
        """Fingerprint of kind and passage, the same for every way to write it. For the request only: it
        is not salted, so never store it beside anything that must not be guessed."""
        passage = " ".join(fold(self.text).folded.split())
        return blake2b(f"{self.kind}:{passage}".encode(), digest_size=12).hexdigest()

    def as_dict(self) -> dict[str, str | int | bool]:
        """The finding as JSON-able values, for the page that shows it."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind,
            "severity": self.severity.name.lower(),
            "message": self.message,
            "suggestion": self.suggestion,
            "wavable": self.wavable,
            "key": self.key,
        }


@dataclass(frozen=True)
class ReadingResult:
    """All findings of one text. complete: whether every rule has read it; failed: the ones that did not."""

    findings: tuple[Finding, ...]
    complete: bool
    failed: tuple[str, ...] = ()

    def blocking(self, waved: Collection[str] = frozenset()) -> list[Finding]:
        """What still stands in the way: everything certain, everything unread, and what is likely and not
        waved aside. waved: keys of findings (`Finding.key`) of which the writer said that they are none."""
        return [
            finding
            for finding in self.findings
            if finding.severity >= Severity.LIKELY and not (finding.wavable and finding.key in waved)
        ]
