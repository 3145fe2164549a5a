"""What can stand instead of a finding, fitted into its sentence: only the words that point are replaced."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

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


# 'Samira van nummer 16' says one person: the name goes together with the address behind it.
_OF_AN_ADDRESS = re.compile(r",? (?:van|op|uit)(?: de| het)? ")
_PLACES = {"house_number", "street"}


def reword(text: str, finding: Finding, findings: Iterable[Finding] = ()) -> Rewording | None:
    """How to say it without pointing at somebody; None where no replacement is safe and only the writer can.

    finding: of `Reader.read` or `check` on the same text. findings: all of them, so that a name with its
    address behind it is replaced as one.
    """
    if not finding.suggestion:
        return None
    for name, place in _named_with_address(text, findings):
        if finding in (name, place):
            return _as_one(text, name, place)
    return _alone(text, finding)


def _named_with_address(text: str, findings: Iterable[Finding]) -> Iterable[tuple[Finding, Finding]]:
    found = sorted((one for one in findings if one.severity >= Severity.LIKELY), key=lambda one: one.start)
    for name, place in pairwise(found):
        between = text[name.end : max(place.start, name.end)]
        if name.kind == "name" and place.kind in _PLACES and _OF_AN_ADDRESS.fullmatch(between):
            yield name, place


def _as_one(text: str, name: Finding, place: Finding) -> Rewording:
    passage = Passage(text, name.start, name.end, name.kind, name.suggestion)
    alone = reword_name(passage)
    return passage.replaced(alone.new, alone.start, place.end)


def _alone(text: str, finding: Finding) -> Rewording | None:
    passage = Passage(text, finding.start, finding.end, finding.kind, finding.suggestion)
    if finding.severity < Severity.LIKELY:
        return reword_hint(passage)
    return _BY_KIND.get(finding.kind, fitted)(passage)
