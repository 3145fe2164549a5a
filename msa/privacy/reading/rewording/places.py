"""Addresses, streets and places: said as what kind of place it is."""

import re

from django.utils.translation import gettext as _

from msa.privacy.reading.rewording.fitting import fitted, owned
from msa.privacy.reading.rewording.passage import Passage, Rewording, plain
from msa.privacy.reading.vocabulary import vocabulary

_SQUARE = re.compile(r"(?:plein|pln)$")
_PARK = re.compile(r"(?:park|plantsoen)$")
_INSIDE = re.compile(r"\b(?:in|aan) $")
_LIVES = re.compile(r"\b(?:woon|woont|wonen|woonde|woonden|gewoond|zit|zitten|verhuisd)(?: hier| nu)? $")
_IS_NUMBER = re.compile(r"(?:\b(?:is|heeft|was)|[:=]) $")
_ADDRESS_IS = re.compile(r"\badres(?: is| was|:)? $")
_BEHIND_NUMBER = re.compile(r"\d[ -]?\w{0,3}(?P<gap>,? )$")
_STOREY = re.compile(r"hoog|verdieping|etage|woonlaag")
_OTHER_STREET = re.compile(r"(?:straat|laan|weg|pad|plein|kade|dreef|hof)(?:,| en| of) $")
_ONE_MORE = re.compile(r"\d\w{0,3}(?:,| en| of) (?:op |van |bij )?$")


def reword_place(passage: Passage) -> Rewording:
    """'op de Stokerstraat 14 hs' becomes 'op een adres in de buurt'."""
    if passage.kind == "institution":
        return _institution(passage)
    if passage.kind == "street" and not any(char.isdigit() for char in passage.inside):
        return fitted(passage, _kind_of_street(passage))
    return _address(passage)


def _kind_of_street(passage: Passage) -> str:
    name = plain(passage.inside)
    if _OTHER_STREET.search(passage.before):
        return _("een andere straat")
    if _SQUARE.search(name):
        return _("een plein in de buurt")
    return _("een park in de buurt") if _PARK.search(name) else passage.suggestion


def _address(passage: Passage) -> Rewording:
    before = passage.before
    if _STOREY.search(plain(passage.inside)) and (behind := _BEHIND_NUMBER.search(before)):
        return passage.replaced("", passage.start - len(behind["gap"]))
    if passage.kind == "house_number" and _ONE_MORE.search(before):
        return passage.replaced(_("een ander adres"))
    if _ADDRESS_IS.search(before) or (passage.kind == "house_number" and _IS_NUMBER.search(before)):
        return passage.replaced(_("(weggelaten)"))
    return _with_preposition(passage)


def _with_preposition(passage: Passage) -> Rewording:
    """One lives 'op' an address: not 'in' it, and not without any word."""
    if not passage.suggestion.startswith("een adres"):
        return fitted(passage)
    if inside := _INSIDE.search(passage.before):
        return passage.replaced(f"op {passage.suggestion}", passage.start - len(inside[0]))
    if _LIVES.search(passage.before):
        return passage.replaced(f"op {passage.suggestion}")
    return fitted(passage)


def _institution(passage: Passage) -> Rewording:
    """'onze moskee Al Noor' becomes 'onze moskee': the kind of place does not point at anybody."""
    head = passage.inside.partition(" ")[0]
    if owned(passage) and plain(head) in vocabulary().institution_heads and head != passage.inside:
        return passage.dropped(passage.start + len(head), passage.end)
    return fitted(passage)
