"""P17: what points at a person is found in every disguise and spelling."""

import re
import unicodedata
from collections.abc import Callable

import pytest
from stdnum.nl import bsn

from msa.privacy.reading import Reader, Severity
from tests.corpus.score import LEXICON

pytestmark = pytest.mark.attack

READER = Reader(LEXICON)
CERTAIN = {
    "bsn": "bsn 123456782 staat op de brief",
    "iban": "stort maar op NL91ABNA0417164300 dan",
    "phone": "bel maar op 0612345678 als er iets is",
    "email": "mail naar fatima.b@voorbeeld.nl over de tuin",
    "postcode": "de post voor 6511HH ligt bij de buren",
}
LIKELY = {
    "name": "gisteren kwam fatima langs met soep",
    "street": "in de wagenmeesterstraat groeten ze nog",
    "institution": "de kinderen gaan naar basisschool de lanteren",
    "house_number": "zij woont op nummer 14 bij haar moeder",
    "date_of_birth": "geboren op 12-03-1941 en nog kwiek",
    "plate": "kenteken 12-AB-34 staat dubbel geparkeerd",
}
_FULL_WIDTH = {ord("0") + i: 0xFF10 + i for i in range(10)} | {ord("a") + i: 0xFF41 + i for i in range(26)}
_ARABIC_DIGITS = {ord("0") + i: 0x0660 + i for i in range(10)}
_BOLD = {ord("a") + i: 0x1D41A + i for i in range(26)} | {ord("0") + i: 0x1D7CE + i for i in range(10)}
_CYRILLIC = str.maketrans("aeopcxyi", "аеорсхуі")

DISGUISES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in capitals": str.upper,
    "in lower case": str.lower,
    "zero-width space between all letters": lambda text: "\u200b".join(text),
    "soft hyphens": lambda text: "\u00ad".join(text),
    "word joiners and byte order marks": lambda text: "\u2060".join(text) + "\ufeff",
    "direction marks": lambda text: "\u200f".join(text),
    "direction override around it": lambda text: f"\u202d{text}\u202c",
    "full-width letters and digits": lambda text: text.translate(_FULL_WIDTH),
    "arabic digits": lambda text: text.translate(_ARABIC_DIGITS),
    "mathematical bold": lambda text: text.translate(_BOLD),
    "look-alike cyrillic letters": lambda text: text.translate(_CYRILLIC),
    "decomposed, with accents piled on": lambda text: unicodedata.normalize(
        "NFD", re.sub("([aeo])", "\\1\u0301\u0323", text)
    ),
    "no-break and thin spaces": lambda text: text.replace(" ", "\u00a0\u2009"),
    "emoji around the words": lambda text: text.replace(" ", " 😀 ", 1) + " 🙏🏽",
    "on lines of its own": lambda text: f"Mooi hier.\n\n{text}\r\n\nEn verder goed.",
    "long dashes": lambda text: text.replace("-", "–"),
    "nul characters": lambda text: "\x00".join(text),
}


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("kind", CERTAIN | LIKELY)
def test_no_disguise_gets_an_identifier_past_the_reader(kind: str, disguise: str) -> None:
    text = DISGUISES[disguise]((CERTAIN | LIKELY)[kind])
    found = {finding.kind: finding for finding in READER.blocking(text)}
    assert kind in found
    assert text[found[kind].start : found[kind].end] == found[kind].text


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("kind", CERTAIN)
def test_what_is_certain_cannot_be_waved_through_in_any_disguise(kind: str, disguise: str) -> None:
    text = DISGUISES[disguise](CERTAIN[kind])
    waved = {finding.key for finding in READER.read(text)}
    assert kind in {finding.kind for finding in READER.blocking(text, waved)}


@pytest.mark.parametrize(
    "written",
    [
        "06 12 34 56 78", "06-12-34-56-78", "06.1234.5678", "0 6 1 2 3 4 5 6 7 8", "06/12345678",
        "(06) 12345678", "+31612345678", "+31 (0)6 1234 5678", "0031 6 12345678", "31612345678",
        "O6-12345678", "06–1234–5678", "nul zes een twee drie vier vijf zes zeven acht",
        "nul 6 twaalf vierendertig zesenvijftig achtenzeventig", "06 😀 1234 😀 5678", "06\n1234\n5678",
        "06_1234_5678", "024-3601122", "024 360 11 22", "+90 532 123 45 67",
    ],
)  # fmt: skip
def test_a_telephone_number_is_found_however_it_is_written(written: str) -> None:
    found = READER.blocking(f"haar nummer is {written} en ze neemt op")
    digits = written.strip("()+").rstrip(")")
    assert any(f.severity is Severity.CERTAIN and f.kind == "phone" and digits in f.text for f in found)


@pytest.mark.parametrize(
    "written",
    [
        "123456782", "123 456 782", "1234.56.782", "1234-56-782", "1 2 3 4 5 6 7 8 2",
        "123\u200b456\u200b782", "een twee drie vier vijf zes zeven acht twee",
        "1 twee 3 vier 5 zes 7 acht 2", "１２３４５６７８２",
    ],
)  # fmt: skip
def test_a_bsn_is_found_however_it_is_written(written: str) -> None:
    found = READER.blocking(f"op de brief stond {written} en dat klopte")
    assert [(f.kind, f.severity) for f in found] == [("bsn", Severity.CERTAIN)]


def test_every_number_that_passes_the_eleven_test_is_certain() -> None:
    valid = [str(number) for number in range(203_405_000, 203_406_000) if bsn.is_valid(str(number))]
    assert len(valid) > 50
    assert all(READER.read(f"nr {number}")[0].severity is Severity.CERTAIN for number in valid)


@pytest.mark.parametrize(
    "written",
    [
        "henk.jansen@voorbeeld.nl", "henk.jansen @ voorbeeld.nl", "henk.jansen(at)voorbeeld.nl",
        "henk punt jansen apenstaart voorbeeld punt nl", "p punt de vries apenstaartje voorbeeld punt nl",
        "henk [at] voorbeeld [punt] nl", "HENK@VOORBEELD.NL", "henk_52@mail.voorbeeld.co.uk",
    ],
)  # fmt: skip
def test_an_e_mail_address_is_found_however_it_is_written(written: str) -> None:
    found = READER.blocking(f"mail maar naar {written} over de tuin")
    assert any(
        f.kind == "email" and f.severity is Severity.CERTAIN and f.text.strip() == written for f in found
    )


@pytest.mark.parametrize(
    "written",
    [
        "NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "nl91abna0417164300", "NL91-ABNA-0417-1643-00",
        "NL91.ABNA.0417.1643.00", "N L 9 1 A B N A 0 4 1 7 1 6 4 3 0 0", "BE68 5390 0754 7034",
        "DE89370400440532013000",
    ],
)  # fmt: skip
def test_an_account_number_is_found_however_it_is_written(written: str) -> None:
    found = READER.blocking(f"stort op {written} zei ze")
    assert any(f.kind == "iban" and f.severity is Severity.CERTAIN and f.text == written for f in found)


@pytest.mark.parametrize(
    "written",
    [
        "nummer 14", "nr 14", "nr. 14a", "huisnummer 14", "nummer veertien", "12-3", "14-II", "14hs",
        "driehoog", "drie hoog", "3 hoog", "drie-hoog", "driehoog achter", "vierhoog voor",
        "huisnr. 103b", "nummer １４",
    ],
)  # fmt: skip
def test_a_front_door_is_found_however_it_is_written(written: str) -> None:
    found = READER.blocking(f"zij woont op {written} met haar zoon")
    assert any(f.kind == "house_number" and written in f.text for f in found)


@pytest.mark.parametrize("written", ["h e n k", "h.e.n.k", "H-E-N-K", "h_e_n_k", "f a t i m a"])
def test_a_name_with_something_between_its_letters_is_found(written: str) -> None:
    assert "name" in {f.kind for f in READER.blocking(f"dat zei {written} gisteren nog")}


@pytest.mark.parametrize(
    "text", ["Иван помогает всем", "محمد يساعد الجميع", "李伟帮忙", "Ο Γιώργος βοηθά", "מרים עוזרת"]
)
def test_writing_that_cannot_be_read_does_not_pass(text: str) -> None:
    assert {f.kind for f in READER.blocking(text)} >= {"script"}
