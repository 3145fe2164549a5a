"""Receipt codes (P5): random, readable, typed without mistakes.

Eighteen characters of Crockford's base 32 (no I, L, O, U): seventeen random ones are 85 bits, the last
one checks the others (Luhn modulo 32, which notices one wrong character and most swaps).
Shown as K7QM-2X9P-4T0B-WZ3A-7H.
"""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_CHARACTERS = 17
LENGTH = RANDOM_CHARACTERS + 1
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GROUP = 4


class NotACode(ValueError):
    """What was typed cannot be a receipt code: too short, too long, or a typing error."""


def new_code() -> str:
    """A code that nobody had before."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM_CHARACTERS))
    return _grouped(body + _check_character(body))


def clean_code(typed: str) -> str:
    """What somebody typed, in the form we show. Raises NotACode.

    Blanks and dashes do not matter, nor small letters, nor an O for a zero or an I or L for a one.
    """
    code = "".join(character for character in typed.upper() if character.isalnum()).translate(_READ_AS)
    if len(code) != LENGTH or any(character not in _VALUES for character in code):
        raise NotACode
    if _check_character(code[:-1]) != code[-1]:
        raise NotACode
    return _grouped(code)


def _check_character(body: str) -> str:
    total = 0
    for place, character in enumerate(reversed(body)):
        value = _VALUES[character] * (2 if place % 2 == 0 else 1)
        total += value // 32 + value % 32
    return ALPHABET[-total % 32]


def _grouped(code: str) -> str:
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))
