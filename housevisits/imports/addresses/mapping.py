"""Which column of an address list is what."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from housevisits.imports.addresses.headers import HEADERS, STREET_ENDINGS
from housevisits.imports.addresses.parsing import (
    normal_postcode,
    split_address,
    split_number,
    split_postcode_city,
)
from housevisits.imports.addresses.types import ADDRESS_PARTS, JOINED, AddressMapping, AddressProposal
from housevisits.imports.columns import ColumnProposal, Confidence, first_examples
from housevisits.imports.personal import personal_kind, reason, share
from msa.tables import Table
from msa.tables.words import normalise

_BY_CONTENT = 0.5  # the score of a guess that rests on what stands in a column and not on its name


@dataclass(frozen=True)
class _Candidate:
    """A guess for one column: the higher the score the surer."""

    target: str
    score: float
    why: str


def propose_mapping(table: Table) -> AddressProposal:
    """Propose a target for every column, by its name and by what stands in it.

    A column about a person (name, telephone, e-mail, BSN) is proposed as 'personal' and shows no examples.
    """
    values = {column: table.values(column) for column in table.columns}
    guesses = {column: _guess(column, values[column]) for column in table.columns}
    _drop_guessed_street(guesses)
    _keep_best(guesses)
    _drop_double_address(guesses)
    _drop_repeated_parts(guesses, values)
    proposals = tuple(
        _proposal(table, position, values[column], guesses[column])
        for position, column in enumerate(table.columns)
    )
    mapping = AddressMapping({column: guess.target for column, guess in guesses.items()})
    return AddressProposal(mapping, proposals, _notes(guesses))


def _guess(column: str, values: list[str]) -> _Candidate:
    by_name = _guess_by_name(column)
    kind = personal_kind(column, values)
    if kind and not (by_name and kind in ("name", "number")):
        return _Candidate("personal", 1.0, reason(kind))
    if by_name:
        return _refined(by_name, values)
    return _guess_by_content(values)


def _guess_by_name(column: str) -> _Candidate | None:
    name = normalise(column)
    for target, names in HEADERS.items():
        if name in names:
            rank = names.index(name) / 100
            return _Candidate(target, 1.0 - rank, _("Zo heet de kolom."))
    for target, names in HEADERS.items():
        if any(len(known) > 4 and re.search(rf"\b{known}", name) for known in names):
            return _Candidate(target, 0.6, _("De naam van de kolom lijkt erop."))
    return None


def _refined(guess: _Candidate, values: list[str]) -> _Candidate:
    """What stands in a column can say more than its name."""
    if not any(values):
        return guess
    if guess.target in ("street", "full_address"):
        whole = share(values, split_address) >= 0.5
        target = "full_address" if whole else "street"
        return (
            guess
            if target == guess.target
            else _Candidate(target, guess.score - 0.1, _content_reason(target))
        )
    if guess.target == "house_number" and share(values, str.isdigit) < 1.0:
        if share(values, split_number) < 0.5:
            return _Candidate("ignore", 0.3, _("Er staan geen huisnummers in."))
        mixed = any(parts and parts.addition for parts in map(split_number, values))
        return (
            _Candidate("number_and_addition", guess.score, _content_reason("number_and_addition"))
            if mixed
            else guess
        )
    if guess.target == "postcode" and share(values, split_postcode_city) >= 0.5:
        return _Candidate("postcode_and_city", guess.score, _content_reason("postcode_and_city"))
    return guess


def _guess_by_content(values: list[str]) -> _Candidate:
    tests = (
        ("postcode", normal_postcode, 0.8),
        ("postcode_and_city", split_postcode_city, 0.8),
        ("full_address", split_address, 0.8),
        ("street", _looks_like_street, 0.7),
        ("year_built", _looks_like_year, 0.95),
    )
    for target, test, least in tests:
        if share(values, test) >= least:
            return _Candidate(target, _BY_CONTENT, _content_reason(target))
    if share(values, split_number) >= 0.9 and share(values, lambda value: len(value) <= 8) == 1.0:
        return _Candidate("number_and_addition", 0.2, _content_reason("number_and_addition"))
    return _Candidate("ignore", 0.0, _("Niet herkend."))


def _looks_like_street(value: str) -> bool:
    return not re.search(r"\d", value) and value.lower().rstrip(".").endswith(STREET_ENDINGS)


def _looks_like_year(value: str) -> bool:
    return bool(re.fullmatch(r"(1[6-9]|20)\d\d", value))


def _content_reason(target: str) -> str:
    reasons = {
        "postcode": _("Er staan postcodes in."),
        "postcode_and_city": _("Er staan postcodes met een plaats in."),
        "full_address": _("Er staan straten met een huisnummer in."),
        "street": _("Er staan straatnamen in."),
        "year_built": _("Er staan jaartallen in."),
        "number_and_addition": _("Er staan nummers met een toevoeging in."),
    }
    return reasons[target]


def _keep_best(guesses: dict[str, _Candidate]) -> None:
    """Of a target that can have one column the surest keeps it."""
    best: dict[str, str] = {}
    for column, guess in guesses.items():
        if guess.target in ("ignore", "personal", *JOINED):
            continue
        rival = best.get(guess.target)
        if rival is None or guess.score > guesses[rival].score:
            best[guess.target] = column
    for column, guess in list(guesses.items()):
        if guess.target in best and best[guess.target] != column:
            other = best[guess.target]
            guesses[column] = _Candidate("ignore", 0.0, _("Kolom '%(name)s' past beter.") % {"name": other})


def _drop_double_address(guesses: dict[str, _Candidate]) -> None:
    """Where street and number have columns of their own, a column with the whole address adds nothing."""
    targets = {guess.target: column for column, guess in guesses.items()}
    if "house_number" in targets and "number_and_addition" in targets:
        weaker = min(
            (targets[t] for t in ("house_number", "number_and_addition")), key=lambda c: guesses[c].score
        )
        guesses[weaker] = _Candidate("ignore", 0.0, _("Het huisnummer staat al in een andere kolom."))
    separate = "street" in targets and ("house_number" in targets or "number_and_addition" in targets)
    if separate and "full_address" in targets:
        guesses[targets["full_address"]] = _Candidate("ignore", 0.0, _("Staat al in andere kolommen."))


def _drop_guessed_street(guesses: dict[str, _Candidate]) -> None:
    """Beside a sure column with the whole address, what looks like streets is something else: a block."""
    if not any(_is_sure(guess, "full_address") for guess in guesses.values()):
        return
    for column, guess in guesses.items():
        if guess.target == "street" and guess.score <= _BY_CONTENT:
            guesses[column] = _Candidate("ignore", 0.0, _("Niet herkend."))


def _is_sure(guess: _Candidate, target: str) -> bool:
    return guess.target == target and _confidence(guess) == "sure"


def _drop_repeated_parts(guesses: dict[str, _Candidate], values: dict[str, list[str]]) -> None:
    """A part whose cells all stand in the whole address too adds nothing; one that says more stays."""
    wholes = [values[column] for column, guess in guesses.items() if guess.target == "full_address"]
    if not wholes:
        return
    for column, guess in guesses.items():
        if guess.target in ADDRESS_PARTS and _stands_in(values[column], wholes[0]):
            guesses[column] = _Candidate("ignore", 0.0, _("Staat al in andere kolommen."))


def _stands_in(parts: list[str], whole: list[str]) -> bool:
    """Whether of every row the words of the part are among those of the whole: 'A' is in 'Pad 2 A'."""
    pairs = zip(parts, whole, strict=True)
    return all(f" {normalise(part)} " in f" {normalise(address)} " for part, address in pairs if part)


def _proposal(table: Table, position: int, values: list[str], guess: _Candidate) -> ColumnProposal:
    filled = [value for value in values if value]
    return ColumnProposal(
        column=table.columns[position],
        letter=table.letters[position],
        target=guess.target,
        confidence=_confidence(guess),
        why=guess.why,
        filled=len(filled),
        distinct=len(set(filled)),
        examples=() if guess.target == "personal" else first_examples(values),
    )


def _confidence(guess: _Candidate) -> Confidence:
    if guess.score == 0.0:
        return "none"
    return "sure" if guess.score >= 0.85 else "guess"


def _notes(guesses: dict[str, _Candidate]) -> tuple[str, ...]:
    personal = [column for column, guess in guesses.items() if guess.target == "personal"]
    if not personal:
        return ()
    names = ", ".join(f"'{column}'" for column in personal)
    return (_("Over personen, dus niet bewaard: %(names)s.") % {"names": names},)
