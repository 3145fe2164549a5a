"""What can stand instead of a finding, fitted into its sentence: only the words that point are replaced."""

from collections.abc import Callable

from msa.privacy.reading.finding import Finding, Severity
from msa.privacy.reading.rewording.fitting import fitted
from msa.privacy.reading.rewording.hints import reword_hint
from msa.privacy.reading.rewording.names import reword_name
from msa.privacy.reading.rewording.passage import Passage, Rewording
from msa.privacy.reading.rewording.places import reword_place
from msa.privacy.reading.rewording.times import reword_date

__all__ = ["Rewording", "reword"]

_BY_KIND: dict[str, Callable[[Passage], Rewording | None]] = {
    "name": reword_name,
    "street": reword_place,
    "house_number": reword_place,
    "institution": reword_place,
    "date": reword_date,
    "date_of_birth": reword_date,
}


def reword(text: str, finding: Finding) -> Rewording | None:
    """How to say it without pointing at somebody; None where no replacement is safe and only the writer can.

    finding: of `Reader.read` or `check` on the same text.
    """
    if not finding.suggestion:
        return None
    passage = Passage(text, finding.start, finding.end, finding.kind, finding.suggestion)
    if finding.severity < Severity.LIKELY:
        return reword_hint(passage)
    return _BY_KIND.get(finding.kind, fitted)(passage)
