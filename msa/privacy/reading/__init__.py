"""Reading along: what in a story may point at a person (H4, P17-P19)."""

from msa.privacy.reading.finding import Finding, ReadingResult, Severity
from msa.privacy.reading.lexicon import Lexicon
from msa.privacy.reading.reader import Reader
from msa.privacy.reading.rewrite import suggest_rewrite

__all__ = ["Finding", "Lexicon", "Reader", "ReadingResult", "Severity", "suggest_rewrite"]
