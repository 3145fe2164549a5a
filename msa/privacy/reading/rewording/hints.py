"""What is rare (P18): a more general word where it fits the sentence for sure, and otherwise only advice."""

import re
from collections.abc import Callable

from django.utils.translation import gettext as _

from msa.privacy.reading.rewording.passage import Passage, Rewording, plain
from msa.privacy.reading.vocabulary import vocabulary
from msa.privacy.reading.wording import in_the_decade

_HAS = r"(?:heeft|heb|hebt|hebben|had|hadden|kreeg|kregen|krijgt)"
_THEIRS = r"(?:mijn|zijn|haar|hun|onze|uw|je|de|een)"
_ILL = re.compile(
    rf"\b(?:{_HAS} (?:(?:al|nu|ook) )?(?P<one>een )?|(?:met|door|vanwege|wegens|ondanks|na) (?:{_THEIRS} )?)$"
)
_DIES_OF = re.compile(r"\baan $")
_ILLNESSES = frozenset(
    "ms als parkinson alzheimer dementie diabetes suikerziekte kanker borstkanker longkanker darmkanker "
    "leukemie tumor copd epilepsie schizofrenie psychose borderline hiv aids hepatitis tuberculose tbc "
    "reuma crohn fibromyalgie lupus sikkelcel spierziekte nierziekte hartinfarct hartaanval beroerte "
    "hersenbloeding herseninfarct hersenletsel".split()
)
_TO_OR_FROM = re.compile(r"\b(?:uit|in|naar) $")
_COUNTRIES = frozenset(
    "syrie irak iran afghanistan somalie eritrea ethiopie soedan jemen koerdistan turkije marokko "
    "algerije tunesie egypte suriname curacao aruba ghana nigeria congo kongo indonesie china vietnam "
    "thailand pakistan india bangladesh nepal armenie georgie roemenie bulgarije hongarije oekraine "
    "rusland servie bosnie kroatie albanie kosovo portugal brazilie colombia mexico venezuela joegoslavie "
    "libanon palestina israel polen".split()
)
_PEOPLE = frozenset(
    "gezin gezinnen familie families mensen vrouwen mannen buren bewoners jongeren ouders dame heer".split()
)
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_WITH_CHILDREN = re.compile(rf"\b(?:{_HAS}|met) (?P<one>een )?$")
_AGED = re.compile(r"\b(?:is|was|ben|bent|wordt|word|werd)(?: al| nu| bijna| ruim| pas)? $")
_AGE_ENDS = re.compile(r"(?P<old> oud)?(?=$|[.,;:!?)]| (?:en|maar|die|dus|want|geworden)\b)")
# Homes said as what they are, with the same article.
_HOMES = {
    "hoekhuis": "huis", "hoekwoning": "woning", "eindwoning": "woning", "conciergewoning": "woning",
    "penthouse": "appartement",
}  # fmt: skip


def reword_hint(passage: Passage) -> Rewording | None:
    """A more general word, None where the sentence would not stay right."""
    by_kind: dict[str, Callable[[Passage], Rewording | None]] = {
        "rare_health": _illness,
        "rare_origin": _origin,
        "rare_family": _children,
        "rare_age": _age,
        "rare_home": _home,
        "judging_word": _neutral,
    }
    own = by_kind.get(passage.kind)
    return own(passage) if own else None


def _neutral(passage: Passage) -> Rewording:
    """'die buitenlanders' becomes 'die mensen': the list says what fits, of the same number."""
    return passage.replaced(passage.suggestion)


def _illness(passage: Passage) -> Rewording | None:
    """'heeft MS', 'door haar dementie'; not 'is dement', and not as what a sentence is about."""
    if plain(passage.inside) not in _ILLNESSES:
        return None
    if _DIES_OF.search(passage.before):
        return passage.replaced(_("een ziekte"))
    ill = _ILL.search(passage.before)
    if ill is None:
        return None
    one = "een " if ill[0].endswith("een ") else ""
    return passage.replaced(_("gezondheidsproblemen"), passage.start - len(one))


def _origin(passage: Passage) -> Rewording | None:
    """'uit Syrië' becomes 'uit een ander land', 'een Syrische buurvrouw' becomes 'een buurvrouw'."""
    word = plain(passage.inside)
    if word in _COUNTRIES and _TO_OR_FROM.search(passage.before):
        return passage.replaced(_("een ander land"))
    following = _NEXT_WORD.match(passage.after)
    if following is None or word in _COUNTRIES:
        return None
    if following[1] not in _PEOPLE and following[1] not in vocabulary().kin:
        return None
    return passage.replaced("", end=passage.end + 1)


def _children(passage: Passage) -> Rewording | None:
    """'heeft zes kinderen' and 'heeft een drieling' become 'heeft meerdere kinderen'."""
    word = plain(passage.inside)
    if word.endswith("kleinkinderen"):
        return passage.replaced(_("meerdere kleinkinderen"))
    if word.endswith("kinderen"):
        return passage.replaced(_("meerdere kinderen"))
    has = _WITH_CHILDREN.search(passage.before)
    if has is None or not word.endswith("ling"):
        return None
    return passage.replaced(_("meerdere kinderen"), passage.start - len(has["one"] or ""))


def _age(passage: Passage) -> Rewording | None:
    """'een 93-jarige buurman', 'is 93 jaar oud', 'geboren in 1985'."""
    said = plain(passage.inside)
    if year := re.search(r"\b(19\d\d)$", said):
        lead = re.match(r"(?:geboren )?", said)[0]  # type: ignore[index]
        old_lead = "" if lead else said.split()[0] + " " if said.split()[0] in ("van", "uit") else ""
        return passage.replaced(old_lead.replace("van", "uit") + lead + in_the_decade(int(year[1])))
    if said.endswith("jarige"):
        return passage.replaced(_("hoogbejaarde"))
    if passage.before.endswith(" van ") and not passage.after.startswith((" geleden", " oud")):
        return passage.replaced(_("hoge leeftijd"))
    ends = _AGE_ENDS.match(passage.after)
    if ends is None or not said.endswith("jaar"):
        return None
    end = passage.end + len(ends["old"] or "")
    return passage.replaced(_("hoogbejaard"), end=end) if _AGED.search(passage.before) else None


def _home(passage: Passage) -> Rewording | None:
    """'een hoekhuis' becomes 'een huis', 'het huis met de rode deur' becomes 'het huis'."""
    word = plain(passage.inside)
    if word in _HOMES:
        return passage.replaced(_HOMES[word])
    head, marked, _rest = passage.inside.partition(" met ")
    return passage.replaced("", passage.start + len(head)) if marked else None
