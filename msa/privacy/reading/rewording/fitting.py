"""A suggestion fitted in behind the words in front of it: no 'de een', no 'mijn een'."""

import re

from msa.privacy.reading.rewording.passage import Passage, Rewording

POSSESSIVES = "mijn|m'n|jouw|je|uw|haar|zijn|z'n|hun|onze|ons|jullie"
PREPOSITIONS = (
    "met|van|bij|voor|naar|aan|door|op|langs|naast|tegen|over|in|uit|om|achter|boven|onder|zonder|tegenover"
)
_ARTICLE = re.compile(r"\b(?:de|het|'t|den) $")
_OWN = re.compile(rf"\b(?:{POSSESSIVES}|een|deze) $")
_POINTING = re.compile(rf"(?:^|\b(?:{PREPOSITIONS}|en) )(?:die|dat|dit) $")
_DESCRIBED = re.compile(
    rf"\b(?:de|het|een|die|deze|{POSSESSIVES}) (?!(?:toe|mee|hoe|we|ze|je|twee|drie) )\w{{3,}}e $"
)
_OF_HERE = " in de buurt"
# Determiners that differ before a word with 'het', which is after 'een ' in the suggestion.
_NEUTER = re.compile(r"een (?:gezin|buurthuis|gebedshuis|adres|plein|park|huis)\b")
_FOR_NEUTER = {"onze": "ons", "die": "dat", "deze": "dit"}
_FOR_OTHERS = {neuter: other for other, neuter in _FOR_NEUTER.items()}


def owned(passage: Passage) -> bool:
    """Whether 'mijn', 'een' or a pointing 'die' stands in front, so that a bare word can follow."""
    return bool(_OWN.search(passage.before) or _POINTING.search(passage.before))


def described(passage: Passage) -> bool:
    """Whether a word such as 'hele' stands between an article and the passage."""
    return bool(_DESCRIBED.search(passage.before))


def fitted(passage: Passage, suggestion: str | None = None) -> Rewording:
    """The passage replaced by a suggestion that brings its own article, which gives way where one stands."""
    new = passage.suggestion if suggestion is None else suggestion
    if not new.startswith(("een ", "de ")):
        return passage.replaced(new)
    if described(passage):
        return passage.replaced(_bare(new).removesuffix(_OF_HERE))
    if owned(passage):
        return _behind_determiner(passage, new)
    if article := _ARTICLE.search(passage.before):
        return passage.replaced(new, passage.start - len(article[0]))
    return passage.replaced(new)


def _bare(suggestion: str) -> str:
    return suggestion.partition(" ")[2]


def _behind_determiner(passage: Passage, new: str) -> Rewording:
    """'onze' becomes 'ons' before 'gezin'; 'mijn' stays."""
    word = passage.before.split()[-1]
    other = (_FOR_NEUTER if _NEUTER.match(new) else _FOR_OTHERS).get(word)
    bare = _bare(new) if word in ("een", "die", "dat", "dit", "deze") else _bare(new).removesuffix(_OF_HERE)
    if other is None:
        return passage.replaced(bare)
    start = passage.start - len(word) - 1
    return passage.replaced(f"{other} {bare}", start)
