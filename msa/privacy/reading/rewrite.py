"""A first rewriting of a text, as a start for the writer."""

from collections.abc import Iterable

from msa.privacy.reading.finding import UNREAD, Finding, Severity
from msa.privacy.reading.rewording import Rewording, reword

__all__ = ["Rewording", "reword", "suggest_rewrite"]


def suggest_rewrite(text: str, findings: Iterable[Finding]) -> str:
    """The text with every finding that blocks said in other words. Hints are left to the writer.

    findings: of `Reader.read` or `check` on the same text. Read the outcome again before accepting it.
    """
    kept: list[str] = []
    position = 0
    for rewording in _of_what_blocks(text, findings):
        start = max(rewording.start, position)
        kept += [text[position:start], rewording.new]
        position = max(rewording.end, position)
    return "".join([*kept, text[position:]])


def _of_what_blocks(text: str, findings: Iterable[Finding]) -> Iterable[Rewording]:
    end = 0
    found = sorted(findings, key=lambda finding: finding.start)
    for finding in found:
        if finding.severity < Severity.LIKELY or finding.kind == UNREAD or finding.start < end:
            continue
        if (rewording := reword(text, finding, found)) is not None:
            yield rewording
            end = max(finding.end, rewording.end)
