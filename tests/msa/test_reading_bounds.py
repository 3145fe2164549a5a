"""Where a finding begins and ends: it takes all that points at somebody, and nothing of the next sentence."""

import pytest

from msa.privacy.reading import Reader, Severity, suggest_rewrite
from tests.corpus.score import LEXICON

READER = Reader(LEXICON)


def blocking(text: str) -> list[str]:
    return [finding.text for finding in READER.blocking(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De kinderen van Samira. jan en piet ook.", ["Samira", "jan en piet"]),
        ("ik zag Kevin. de vries was er ook", ["Kevin", "de vries"]),
        ("Ik was bij oma. Jan kwam ook.", ["Jan"]),
        ("Gisteren kwam Kevin B. Samira bleef thuis.", ["Kevin B", "Samira"]),
        ("Er is feest in blok B. Samira kookt.", ["Samira"]),
        ("Hij slikt vitamine D. Roos helpt hem.", ["Roos"]),
    ],
)
def test_a_name_ends_where_its_sentence_ends(text: str, expected: list[str]) -> None:
    assert blocking(text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "J. Bakker",
        "J. P. de Vries",
        "j.p. jansen",
        "mw. de Vries",
        "mevr. B. Bakker",
        "mej. Terpstra",
        "mnr. bakker",
        "dhr. el H",
        "dhr. el H. Bakker",
        "drs. P. Bakker",
        "Samira J. Bakker",
    ],
)
def test_the_stop_of_an_initial_or_a_title_ends_no_name(name: str) -> None:
    assert blocking(f"Gisteren was {name} hier.") == [name]


def test_each_sentence_keeps_its_own_replacement() -> None:
    text = "De kinderen van Samira. jan en piet ook."
    rewritten = suggest_rewrite(text, READER.read(text))
    assert rewritten == "De kinderen van een buurtgenoot. twee buurtgenoten ook."


@pytest.mark.parametrize(
    "contact",
    [
        "j.devries@gmail.com",
        "jan@mail.ziggo.nl",
        "jan@voorbeeld.com.tr",
        "jan punt jansen at gmail punt com",
        "@jan_b",
        "06 12345678",
        "NL91 ABNA 0417 1643 00",
        "www.jan-jansen.nl",
        "www.jan-jansen.nl/foto_(2)",
        "https://jan-jansen.nl/",
        "jan-jansen.nl/foto",
    ],
)
def test_an_address_or_a_number_ends_before_the_next_sentence(contact: str) -> None:
    text = f"Probeer {contact}. Haar zoon Kevin heeft het moeilijk."
    found = blocking(text)
    assert found[-1] == "zoon Kevin"
    assert found[0].endswith(contact)
    assert suggest_rewrite(text, READER.read(text)).endswith(". Haar zoon heeft het moeilijk.")


def test_an_address_ends_where_the_blank_behind_the_stop_is_forgotten() -> None:
    assert blocking("mail j.devries@gmail.com.Haar zoon") == ["j.devries@gmail.com"]


def test_a_blank_typed_before_the_ending_of_an_address_hides_nothing() -> None:
    assert blocking("mail jan@gmail. com maar") == ["jan@gmail. com"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bel 06 12345678. 2 kinderen heeft zij.", ["06 12345678"]),
        ("Haar BSN 123456782. Twee kinderen heeft zij.", ["123456782"]),
        ("Haar klantnummer 123456. Twee kinderen heeft zij.", ["123456"]),
        ("Bel 06. 12. 34. 56. 78 maar.", ["06. 12. 34. 56. 78"]),
    ],
)
def test_a_count_in_the_next_sentence_is_no_part_of_a_number(text: str, expected: list[str]) -> None:
    assert blocking(text) == expected


@pytest.mark.parametrize(
    "phone", ["+31 6 1234 5678", "(+31) 6 1234 5678", "+ 31 6 1234 5678", "(06) 12345678", "(024) 360 12 34"]
)
def test_the_plus_and_the_bracket_belong_to_the_telephone_number(phone: str) -> None:
    (finding,) = READER.blocking(f"Bel {phone} maar.")
    assert (finding.text, finding.kind, finding.severity) == (phone, "phone", Severity.CERTAIN)


def test_a_bracket_around_more_than_the_number_stays_where_it_is() -> None:
    assert blocking("Bel maar (+31 6 1234 5678).") == ["+31 6 1234 5678"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Mijn huisnummer is 14.", "14"),
        ("huisnummer: 14", "14"),
        ("huisnr.: 14a", "14a"),
        ("Ons huisnummer is veertien.", "veertien"),
        ("Het huisnummer van mijn moeder was 14.", "14"),
        ("14 is mijn huisnummer.", "14"),
    ],
)
def test_a_house_number_is_found_however_it_is_said(text: str, number: str) -> None:
    assert blocking(text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Het huisnummer is 3 keer veranderd.",
        "Een huisnummer is een probleem als het donker is.",
        "Jehova's getuigen komen langs.",
        "Soms bellen de Jehova’s getuigen aan.",
        "Roos en linde zijn mooie bloemen",
    ],
)
def test_what_only_looks_like_it_blocks_nothing(text: str) -> None:
    assert blocking(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Roos en linde komen vaak.",
        "Roos en Linde zijn mooie bloemen.",
        "Roos en linde zijn mooie bloemen gaan kopen.",
    ],
)
def test_two_names_that_are_plants_too_are_asked_about(text: str) -> None:
    assert blocking(text)


@pytest.mark.parametrize("name", ["Roos", "Mark", "Kevin"])
def test_a_name_that_opens_the_sentence_is_found_before_a_street(name: str) -> None:
    assert blocking(f"{name} van de Stokerstraat helpt veel.") == [name, "de Stokerstraat"]
