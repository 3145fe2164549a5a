"""Columns that are about a person: recognised by their name and by what stands in them, and dropped."""

import re
from collections.abc import Callable, Sequence
from itertools import islice

from django.utils.translation import gettext as _
from stdnum import iban
from stdnum.nl import bsn

from msa.tables.words import tokens

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[A-Za-z]{2,}")
_PHONE = re.compile(r"(\+31|0031|0)\s?(\(0\)\s?)?[1-9](?:[\s-]?\d){8}")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FILLERS = _set("de het een van en of uw je jouw the your is wat")
_EMAIL_CORE = _set("email mail mailadres emailadres gebruikersnaam username")
_EMAIL_WORDS = _EMAIL_CORE | _set("e adres address")
_NAME_WORDS = _set(
    "naam name voornaam achternaam voorletters voorletter tussenvoegsel tussenvoegsels roepnaam aanhef "
    "huurder hoofdhuurder medehuurder huurders bewoner bewoners contactpersoon tenaamstelling contractant "
    "partner klant klantnaam huurdernaam bewonersnaam huurdersnaam initialen surname first last volledige"
)
_WORDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("phone", _set("telefoon telefoonnummer telefoonnr tel telnr mobiel gsm phone")),
    ("bsn", _set("bsn burgerservicenummer sofinummer")),
    ("birth", _set("geboortedatum geboortejaar geboren geb geboorteplaats birthdate")),
    ("iban", _set("iban rekeningnummer bankrekening bankrekeningnummer")),
    ("number", _set("huurdernummer klantnummer contractnummer relatienummer debiteurnummer")),
    ("person", _set("geslacht nationaliteit aanspreekvorm")),
)


def personal_kind(header: str, values: Sequence[str]) -> str:
    """What kind of personal data a column holds: 'email', 'name', 'phone', ...; "" when none."""
    return _kind_by_content(values) or _kind_by_header(header)


def reason(kind: str) -> str:
    """Why a column of this kind is dropped, in Dutch."""
    reasons = {
        "email": _("E-mailadressen worden niet bewaard."),
        "name": _("Namen worden niet bewaard."),
        "phone": _("Telefoonnummers worden niet bewaard."),
        "bsn": _("Burgerservicenummers worden niet bewaard."),
        "birth": _("Geboortegegevens worden niet bewaard."),
        "iban": _("Rekeningnummers worden niet bewaard."),
        "number": _("Nummers van huurders of klanten worden niet bewaard."),
        "address": _("Adressen horen niet bij een gesprek en worden niet bewaard."),
    }
    return reasons.get(kind, _("Gegevens over een persoon worden niet bewaard."))


def share(values: Sequence[str], test: Callable[[str], object]) -> float:
    """Which part of the filled cells (of the first 300) passes a test; 0.0 when all are empty."""
    filled = list(islice(filter(None, values), 300))
    return sum(bool(test(value)) for value in filled) / len(filled) if filled else 0.0


def is_email(value: str) -> bool:
    """Whether a whole cell is an e-mail address."""
    return bool(_EMAIL.fullmatch(value))


def is_phone(value: str) -> bool:
    """Whether a whole cell is a Dutch telephone number."""
    return bool(_PHONE.fullmatch(value))


def is_bsn(value: str) -> bool:
    """Nine digits that pass the eleven test, however they are grouped."""
    digits = re.sub(r"[\s.-]", "", value)
    return len(digits) == 9 and digits.isdigit() and bool(bsn.is_valid(digits))


def is_iban(value: str) -> bool:
    """Whether a whole cell is a bank account number."""
    return bool(iban.is_valid(value))


_TESTS: tuple[tuple[str, Callable[[str], bool], float], ...] = (
    ("email", is_email, 0.5),
    ("phone", is_phone, 0.6),
    ("bsn", is_bsn, 0.8),
    ("iban", is_iban, 0.6),
)


def _kind_by_content(values: Sequence[str]) -> str:
    return next((kind for kind, test, least in _TESTS if share(values, test) >= least), "")


def _kind_by_header(header: str) -> str:
    words = set(tokens(header.replace("-", ""))) - _FILLERS
    if not words:
        return ""
    if words & _EMAIL_CORE and words <= _EMAIL_WORDS | _NAME_WORDS:
        return "email"
    for kind, known in _WORDS:
        if words & known:
            return kind
    return "name" if words <= _NAME_WORDS | {"1", "2"} else ""
