"""Reading along: what is found, how sure, and what the writer reads about it (H4)."""

import json
from itertools import pairwise

import pytest

from msa.privacy.reading import Finding, Lexicon, Reader, Severity, suggest_rewrite
from msa.privacy.reading.finding import UNREAD
from tests.corpus.score import LEXICON

READER = Reader(LEXICON)


def kinds(text: str) -> set[str]:
    return {finding.kind for finding in READER.read(text)}


def blocking(text: str) -> list[str]:
    return [finding.text for finding in READER.blocking(text)]


# Real sentences of a team's export that carry an identifier, with what must be found in each.
EXPORTED = [
    ("Is getrouwd met Fatima en ze hebben een tweeling van 4.", ["Fatima"]),
    ("Belt bij zorgen met zijn dochter Marieke, 06-24837715.", ["dochter Marieke", "06-24837715"]),
    ("Krijgt hulp van huisarts dokter Peeters.", ["huisarts dokter Peeters"]),
    ("Is op 12 maart 1941 geboren en woont hier sinds het begin.", ["op 12 maart 1941"]),
    ("Rekening NL91ABNA0417164300 staat rood.", ["NL91ABNA0417164300"]),
    ("Mailt liever: p.devries1952@voorbeeld.nl.", ["p.devries1952@voorbeeld.nl"]),
    ("Haar zoon Daan zit in groep 8 van basisschool De Lanteren.", ["zoon Daan", "basisschool De Lanteren"]),
    ("Werkt bij bakkerij Jansen op de hoek en is de enige bakker in de straat.", ["bakkerij Jansen"]),
    ("Heeft ruzie met Henk van de tweede verdieping.", ["Henk"]),
    ("Zijn BSN 123456782 moest hij drie keer opgeven.", ["123456782"]),
    ("Mevrouw Van der Heijden van nummer 14 komt elke dag langs.", ["Mevrouw Van der Heijden", "nummer 14"]),
    (
        "De heer Öztürk op Wagenmeesterstraat 31 heeft een sleutel.",
        ["De heer Öztürk", "Wagenmeesterstraat 31"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), EXPORTED)
def test_every_identifier_of_a_real_export_is_found_as_a_whole(text: str, expected: list[str]) -> None:
    assert blocking(text) == expected


@pytest.mark.parametrize(("text", "expected"), EXPORTED)
def test_the_same_is_found_without_the_words_of_the_project(text: str, expected: list[str]) -> None:
    assert [finding.text for finding in Reader().blocking(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "roos in de tuin, kopje thee erbij",
        "Wil boodschappen doen voor wie slecht ter been is.",
        "ze vindt de mark te duur en het vriest",
        "Er is een kans dat de bloem opgaat.",
        "jan en alleman komt hier langs",
        "Speelt bas in een bandje.",
        "De wil is er wel, maar de puf niet meer.",
        "Rood staan is normaal geworden.",
        "de boer waar hij melk haalde is gestopt",
        "zijn lies doet zeer en hij loopt slecht",
        "De merel zingt en de iris bloeit.",
        "Er komt 2-3 keer per week hulp, van 10-12 uur.",
        "Gaf een 7 voor de buurt, in 2019 en 2020 was het een 5.",
        "Heeft een baan van 32 uur en twee kinderen van 4 en 7 jaar.",
        "Betaalt € 650 huur en 1.250 euro in totaal.",
        "Spreekt Nederlands, viert Kerst en belt via WhatsApp.",
        "Op 12 maart begint de verbouwing.",
        "Sinds 1998 is het hier veranderd en in 2010 is het buurthuis dicht.",
        "De flat is 12 hoog en lijn 14 stopt niet meer.",
        "'s Avonds is het stil.",
        "Geeft de buurt een 6 van 10. Jongeren onder 18. Ouderen boven 65.",
    ],
)
def test_ordinary_words_that_look_like_names_or_numbers_do_not_block(text: str) -> None:
    assert blocking(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("buurvrouw roos doet boodschappen", ["buurvrouw roos"]),
        ("Samen met Roos loopt ze een rondje.", ["Roos"]),
        ("Roos heeft een sleutel.", ["Roos"]),
        ("haar ex mark betaalt niks", ["ex mark"]),
        ("Wil heeft een sleutel van iedereen.", ["Wil"]),
        ("mevrouw de vries is ziek", ["mevrouw de vries"]),
        ("jan de boer klaagt over alles", ["jan de boer"]),
        ("volgens v.d. berg is het asbest", ["v.d. berg"]),
        ("meneer el amrani vertaalt", ["meneer el amrani"]),
        ("roos en fatima bakken samen", ["roos en fatima"]),
        ("j. jansen staat op de bel", ["j. jansen"]),
        ("mevrouw B. belde", ["mevrouw B"]),
        ("Fatima's kinderen spelen hier", ["Fatima's"]),
        ("henks hond blaft", ["henks"]),
    ],
)
def test_the_same_words_are_names_beside_a_sign_of_it(text: str, expected: list[str]) -> None:
    assert blocking(text) == expected


def test_certain_is_what_is_certain_by_its_form() -> None:
    text = "bsn 123456782, NL91ABNA0417164300, 06-12345678, a.b@voorbeeld.nl, 6511 HH, geboren op 1-2-1950"
    found = {finding.kind: finding.severity for finding in READER.read(text)}
    assert set(found) >= {"bsn", "iban", "phone", "email", "postcode", "date_of_birth"}
    assert set(found.values()) == {Severity.CERTAIN}


def test_a_number_that_fails_the_eleven_test_is_no_bsn_but_does_not_pass_either() -> None:
    assert kinds("kreeg 123456783 mee") == {"number"}


def test_findings_are_sorted_and_do_not_overlap() -> None:
    text = "Mevrouw Jansen (06-12345678) van Wagenmeesterstraat 31, 6511HH, zit bij bakkerij Jansen."
    findings = READER.read(text)
    assert len(findings) >= 5
    for before, after in pairwise(findings):
        assert before.end <= after.start
    assert all(text[finding.start : finding.end] == finding.text for finding in findings)


def test_the_writer_can_wave_a_likely_finding_aside_but_not_a_certain_one() -> None:
    text = "Roos heeft 06-12345678 opgeschreven"
    waved = {finding.key for finding in READER.read(text)}
    assert [finding.kind for finding in READER.blocking(text, waved)] == ["phone"]


def test_waving_one_aside_lets_nothing_else_pass() -> None:
    text = "De heer Öztürk op Wagenmeesterstraat 31 heeft een sleutel."
    name = next(finding for finding in READER.read(text) if finding.kind == "name")
    assert [finding.kind for finding in READER.blocking(text, {name.key})] == ["street"]


def test_a_key_is_the_same_for_every_spelling_of_a_passage_and_differs_by_kind() -> None:
    def finding(text: str, kind: str = "name") -> Finding:
        return Finding(0, len(text), text, kind, Severity.LIKELY, "", "")

    assert finding("Zoë  Jansen").key == finding("zo\u200be jansen").key
    assert finding("Zoë").key != finding("Zoë", "street").key
    assert "zoe" not in finding("Zoë").key


def test_a_finding_is_made_of_json_and_speaks_dutch() -> None:
    finding = READER.read("buurvrouw Roos doet boodschappen")[0]
    shown = json.loads(json.dumps(finding.as_dict()))
    assert shown["severity"] == "likely"
    assert shown["wavable"] is True
    assert shown["message"].startswith("Dit lijkt een naam")
    assert shown["suggestion"] == "buurvrouw"


@pytest.mark.parametrize(
    ("text", "rewritten"),
    [
        ("Mevrouw Van der Heijden komt elke dag langs.", "Een buurvrouw komt elke dag langs."),
        ("Belt met zijn dochter Marieke.", "Belt met zijn dochter."),
        ("In de Wagenmeesterstraat groeten ze nog.", "In een straat in de buurt groeten ze nog."),
        ("Is op 12 maart 1941 geboren.", "Is in de jaren veertig geboren."),
        ("Bel 06-12345678.", "Bel (weggelaten)."),
        ("Zit op basisschool De Lanteren.", "Zit op een school in de buurt."),
    ],
)
def test_a_rewriting_is_offered_as_a_start(text: str, rewritten: str) -> None:
    assert suggest_rewrite(text, READER.read(text)) == rewritten


@pytest.mark.parametrize("text", [text for text, _expected in EXPORTED])
def test_what_is_rewritten_as_suggested_blocks_no_more(text: str) -> None:
    assert blocking(suggest_rewrite(text, READER.read(text))) == []


def test_hints_are_left_to_the_writer() -> None:
    text = "Is de enige met een drieling."
    assert suggest_rewrite(text, READER.read(text)) == text


class BrokenLexicon(Lexicon):
    """A lexicon whose streets cannot be read."""

    @property
    def streets(self) -> frozenset[str]:
        raise OSError("the address register does not answer")


def broken_lexicon() -> Lexicon:
    lexicon = object.__new__(BrokenLexicon)
    for name in ("institutions", "house_numbers"):
        object.__setattr__(lexicon, name, frozenset())
    return lexicon


def test_a_broken_part_leaves_the_whole_text_unread_and_the_rest_still_reads() -> None:
    reader = Reader(broken_lexicon())
    text = "Is hier gelukkig, zegt Henk."
    result = reader.check(text)
    assert not result.complete
    assert "streets" in result.failed
    assert [(finding.kind, finding.text) for finding in result.findings if finding.kind == UNREAD] == [
        (UNREAD, text)
    ]
    assert "Henk" in [finding.text for finding in result.findings]


def test_unread_text_cannot_be_waved_through() -> None:
    reader = Reader(broken_lexicon())
    text = "Een heel gewone zin."
    waved = {finding.key for finding in reader.check(text).findings}
    assert [finding.kind for finding in reader.blocking(text, waved)] == [UNREAD]


def test_read_itself_raises_where_a_part_is_broken() -> None:
    with pytest.raises(OSError, match="does not answer"):
        Reader(broken_lexicon()).read("Een zin.")


@pytest.mark.parametrize("text", ["", " ", "\n", "🙂", "\u200b", "\u0301", "é", "a" * 5000, "\ud800"])
def test_odd_texts_are_read_to_the_end(text: str) -> None:
    result = READER.check(text)
    assert result.complete
    assert all(0 <= finding.start < finding.end <= len(text) for finding in result.findings)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("kenteken 12-AB-34 staat dubbel", "plate"),
        ("pas NXP4R2D10 is kwijt", "number"),
        ("volg @sjaan_52 maar", "account"),
        ("kijk op facebook.com/fatima.b", "link"),
        ("محمد الحسن zei het", "script"),
        ("Op 3 mei 2024 viel het water uit.", "date"),
        ("aan de Kerkstraat 88", "street"),
        ("de wagenmeesterstaat is druk", "street"),
        ("op de wagenmeester is het druk", "street"),
        ("achter het dwarsligger pad", "street"),
    ],
)
def test_other_things_that_lead_to_a_person_are_likely(text: str, kind: str) -> None:
    found = {finding.kind: finding.severity for finding in READER.read(text)}
    assert found.get(kind) == Severity.LIKELY
