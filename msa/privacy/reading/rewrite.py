"""A first rewriting of a text, as a start for the writer."""

import re
from collections.abc import Iterable

from msa.privacy.reading.finding import UNREAD, Finding, Severity

_SENTENCE_START = re.compile(r"(?:^|[.!?\n]\s*)[\"'(]?$")
_DOUBLE_ARTICLE = re.compile(r"\b(de|het|een|mijn|zijn|haar|ons|onze)\s+(een|de)\b", re.IGNORECASE)


def suggest_rewrite(text: str, findings: Iterable[Finding]) -> str:
    """The text with the suggestion of every finding that blocks filled in. Hints are left to the writer.

    findings: of `Reader.read` or `check` on the same text. Read the outcome again before accepting it.
    """
    rewritten = ""
    position = 0
    for finding in sorted(findings, key=lambda finding: finding.start):
        if finding.severity < Severity.LIKELY or finding.kind == UNREAD or finding.start < position:
            continue
        rewritten += text[position : finding.start]
        rewritten += _fitted(finding.suggestion, rewritten)
        position = finding.end
    return _DOUBLE_ARTICLE.sub(_one_article, rewritten + text[position:])


def _fitted(suggestion: str, before: str) -> str:
    """With a capital where it opens a sentence."""
    if suggestion and _SENTENCE_START.search(before[-20:]):
        return suggestion[0].upper() + suggestion[1:]
    return suggestion


def _one_article(match: re.Match[str]) -> str:
    """'de een straat' becomes 'een straat'; a possessive gives way as well."""
    word = match[2]
    return word.capitalize() if match[1][0].isupper() else word
