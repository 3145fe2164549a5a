"""Who and where, side by side: the name is one finding, the address another, and nothing twice (P17)."""

import pytest

from msa.privacy.reading import Lexicon, Reader

KNOWN = Lexicon(streets=frozenset({"Seinhuisstraat", "Kolk"}))


def _found(text: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in Reader(lexicon).read(text)]


@pytest.mark.parametrize("lexicon", [KNOWN, Lexicon()], ids=["street of the project", "street unknown"])
@pytest.mark.parametrize(
    ("who", "link"),
    [
        ("Truus Dekkers", "van"),
        ("Mevrouw Truus Dekkers", "van"),
        ("mevrouw T. Dekkers", "van de"),
        ("Truus van Dijk", "van"),
        ("Truus Dekkers en Samira", "van"),
        ("familie Jansen", "op"),
        ("truus dekkers", "uit de"),
    ],
)
def test_a_name_and_an_address_are_found_once_each(who: str, link: str, lexicon: Lexicon) -> None:
    street = "de Seinhuisstraat 14" if link.endswith(" de") else "Seinhuisstraat 14"
    found = _found(f"Bel {who} {link} Seinhuisstraat 14 morgen.", lexicon)
    assert found == [("name", who), ("street", street)]


@pytest.mark.parametrize(
    "street", ["Jan van Galenstraat 12", "Burgemeester Daleslaan 3", "Graaf Willem van Oranjelaan 3"]
)
def test_a_street_that_is_called_after_somebody_stays_whole(street: str) -> None:
    assert _found(f"Woont in {street}.", Lexicon()) == [("street", street)]


def test_a_title_alone_is_no_name() -> None:
    assert _found("Mevrouw uit de Seinhuisstraat 14 zegt het.", KNOWN) == [("street", "de Seinhuisstraat 14")]


@pytest.mark.parametrize(
    "text",
    [
        "Nieuwsbrief nummer 3 gaat rond.",
        "Zie bijlage nr. 4.",
        "Overleg nummer 2",
        "Neem versie nummer 5 mee.",
    ],
)
def test_the_number_of_a_thing_is_no_front_door(text: str) -> None:
    assert _found(text, KNOWN) == []


@pytest.mark.parametrize("text", ["Breng brief nummer 3 naar nummer 14.", "De actie is op nummer 14."])
def test_a_front_door_beside_it_is(text: str) -> None:
    assert _found(text, KNOWN) == [("house_number", "nummer 14")]
