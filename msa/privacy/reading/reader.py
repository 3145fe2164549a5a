"""The reader: reads along while somebody writes, and again on the server before anything is accepted.

It keeps nothing of what it reads, logs nothing, and asks nobody else. When a part of it fails, the text waits
for a person (P19); it never passes because something was broken.
"""

from collections.abc import Collection, Mapping

from msa.privacy.reading.finding import UNREAD, Finding, Hit, ReadingResult, Severity
from msa.privacy.reading.lexicon import Lexicon, ProjectIndex
from msa.privacy.reading.merge import merge
from msa.privacy.reading.page import Page, open_page
from msa.privacy.reading.rules import RULES, Rule
from msa.privacy.reading.wording import message_for


class Reader:
    """Reads texts of one project. Cheap to make, safe to share between threads and to keep."""

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._index = ProjectIndex(lexicon if lexicon is not None else Lexicon())
        self._rules: Mapping[str, tuple[Rule, ...]] = RULES

    def read(self, text: str) -> list[Finding]:
        """All findings, sorted by start, not overlapping. Raises whatever a rule raises: a caller that must
        not fail uses `check`."""
        page = open_page(text)
        return merge(page, [hit for group in self._rules.values() for hit in self._hits(group, page)])

    def check(self, text: str) -> ReadingResult:
        """Like `read`, but never raises: where a group of rules fails, the whole text becomes one finding
        that cannot be waved through, and the result says which group did not read it."""
        try:
            page = open_page(text)
        except Exception:  # noqa: BLE001 - any failure must lead to 'not read', never to 'nothing found'
            return ReadingResult((_unread(text),), complete=False, failed=("page",))
        hits, failed = self._gather(page)
        try:
            findings = merge(page, hits)
        except Exception:  # noqa: BLE001 - as above
            findings, failed = [], [*failed, "merge"]
        if failed:
            return ReadingResult((_unread(text), *findings), complete=False, failed=tuple(failed))
        return ReadingResult(tuple(findings), complete=True)

    def blocking(self, text: str, waved: Collection[str] = frozenset()) -> list[Finding]:
        """What of `text` still stands in the way; see `ReadingResult.blocking`."""
        return self.check(text).blocking(waved)

    def _gather(self, page: Page) -> tuple[list[Hit], list[str]]:
        """Hits of all groups that could read the page, and the names of those that could not."""
        hits: list[Hit] = []
        failed: list[str] = []
        for name, group in self._rules.items():
            try:
                hits.extend(self._hits(group, page))
            except Exception:  # noqa: BLE001 - a failing group is reported as unread text
                failed.append(name)
        return hits, failed

    def _hits(self, group: tuple[Rule, ...], page: Page) -> list[Hit]:
        return [hit for rule in group for hit in rule(page, self._index)]


def _unread(text: str) -> Finding:
    return Finding(0, len(text), text, UNREAD, Severity.LIKELY, message_for(UNREAD), "")
