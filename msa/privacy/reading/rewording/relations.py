"""Names whose sentence already says who it is: 'mijn dochter heet …', 'getrouwd met …'."""

import re

from django.utils.translation import gettext as _

from msa.privacy.reading.rewording.passage import Passage, Rewording, plain
from msa.privacy.reading.vocabulary import vocabulary

_NAMED = re.compile(r"(?P<who>\w+)(?P<naming>,? (?:heet|heette|heten|heetten):? )['\"]?$")
_CALLED = re.compile(r",? \(?(?:genaamd|geheten|bijgenaamd):? ['\"]?$")
_IS = re.compile(r"(?P<kin>\w+) (?:is|was)$")
_NAME_IS = re.compile(r"\b(?:naam|voornaam|achternaam|roepnaam|bijnaam)(?: is| was)?:? $")
_WHO_IS = re.compile(r",? die $")
_SO_NAMED = re.compile(r" (?:heet|heette)\b")
_GOES_ON = re.compile(r" en (?P<verb>\w+)")
_MARRIED = re.compile(
    r"\b(?:getrouwd|gehuwd|verloofd|hertrouwd|trouw\w*|huwde|relatie|verkering)\b"
    r"[^,;:(]{0,40}?(?P<drop> met )$"
)
_DIVORCED = re.compile(r"\b(?:gescheiden|scheid\w*|scheiden)(?P<drop> van )$")
_MARRIED_AFTER = re.compile(r" (?:\w+ ){0,2}(?:getrouwd|gehuwd|verloofd|hertrouwd|trouwen|trouwde)\b")
_WITH = re.compile(r"\bmet $")
_ENDS = re.compile(r"$|[.!?;:)]| (?:en|maar|dus|want|sinds|al|in|toen|omdat)\b")
_TOGETHER = re.compile(r"\b(?:samenwon\w*|samenwoon\w*|verliefd)\b[^,;:(]{0,20}? (?:met|op) $")
_BORN_OF = re.compile(r"\b(?:bevallen|beviel) van $")
_PARENTS = re.compile(r"\b(?:ouders|grootouders|kids|kindjes|buren|dames|heren|opa en oma|vader en moeder)$")
_KIN_COMMA = re.compile(r"(?P<kin>\w+), $")
_KIN_AND = re.compile(r"(?P<kin>\w+) en $")


def reword_by_relation(passage: Passage, second: int) -> Rewording | None:
    """The name left out or said as what it is for the teller; None when the sentence does not say.

    second: where a second name begins in the passage, 0 when there is none.
    """
    return _named(passage) or _married(passage) or _placed(passage, second)


def _named(passage: Passage) -> Rewording | None:
    before = passage.before
    if called := _CALLED.search(before):
        return passage.dropped(passage.start - len(called[0]), passage.end)
    if _NAME_IS.search(before) or _is_kin(_IS.search(before.rstrip())):
        return passage.replaced(_("(weggelaten)"))
    if (who := _WHO_IS.search(before)) and (so := _SO_NAMED.match(passage.after)):
        return passage.dropped(passage.start - len(who[0]), passage.end + len(so[0]))
    named = _NAMED.search(before)
    return _without_naming(passage, named) if named else None


def _without_naming(passage: Passage, named: re.Match[str]) -> Rewording:
    """'mijn dochter heet Sanne en zit op school' becomes 'mijn dochter zit op school'."""
    start = passage.start - (len(passage.before) - named.start("naming"))
    goes_on = _GOES_ON.match(passage.after)
    if goes_on and goes_on["verb"] in vocabulary().finite:
        return passage.replaced("", start, passage.end + len(" en"))
    if plain(named["who"]) in vocabulary().kin:
        return passage.replaced("", start)
    return passage.replaced(_("(weggelaten)"))


def _married(passage: Passage) -> Rewording | None:
    for pattern in (_MARRIED, _DIVORCED):
        if match := pattern.search(passage.before):
            ends = _ENDS.match(passage.after)
            partner = passage.replaced(_("een partner"))
            return passage.replaced("", passage.start - len(match["drop"])) if ends else partner
    if (before := _WITH.search(passage.before)) and _MARRIED_AFTER.match(passage.after):
        if before.start() == 0:
            return passage.replaced(_("een partner"))
        return passage.replaced("", passage.start - len(before[0]), passage.end + 1)
    if _TOGETHER.search(passage.before):
        return passage.replaced(_("een partner"))
    return passage.replaced(_("een kind")) if _BORN_OF.search(passage.before) else None


def _placed(passage: Passage, second: int) -> Rewording | None:
    """'mijn ouders Jan en Riet', 'mijn buurvrouw en Fatima'."""
    before = passage.before
    if _PARENTS.search(before.rstrip()):
        return passage.dropped(passage.start - 1, passage.end)
    if passage.after.startswith(",") and _is_kin(_KIN_COMMA.search(before)):
        return passage.dropped(passage.start - 2, passage.end)
    if not second and _is_kin(_KIN_AND.search(before)):
        return passage.replaced(_("een kennis"))
    return None


def _is_kin(match: re.Match[str] | None) -> bool:
    return match is not None and plain(match["kin"]) in vocabulary().kin
