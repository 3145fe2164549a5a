"""An agreement as PDF and as Word (V4): what stands in it, and real headings, lists and links."""

import io

import docx
import pypdfium2
import pytest

from projects.documents.agreements import agreement_pdf, agreement_word, state_line
from projects.models import AgreementKind, CommunicationMoment
from projects.overviews.agreements import counting
from tests.cast import Cast
from tests.projects.agreements import in_force, make_partner, say, send, write

pytestmark = pytest.mark.django_db
TEXT = """## Waarom

Met **nadruk** en [een adres](https://voorbeeld.example).

- een
- twee
  - dieper

1. eerst
2. dan

### Nog iets

1. opnieuw

> Een citaat."""


def _word(body: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(body))


def test_word_has_real_headings_lists_links_and_a_language(cast: Cast) -> None:
    version = in_force(cast, text=TEXT)
    made = _word(agreement_word(version, counting(version)))
    styles = [(part.style.name, part.text) for part in made.paragraphs if part.style]
    assert styles[0] == ("Title", "Privacyplan Spoorbuurt")
    for expected in (
        ("Heading 1", "Waarom"), ("List Bullet", "twee"), ("List Bullet 2", "dieper"),
        ("List Number", "dan"), ("Heading 2", "Nog iets"), ("Intense Quote", "Een citaat."),
    ):  # fmt: skip
        assert expected in styles
    link = next(part for part in made.paragraphs if part.hyperlinks).hyperlinks[0]
    assert (link.text, link.address) == ("een adres", "https://voorbeeld.example")
    assert made.core_properties.language == "nl-NL"
    assert [row.cells[0].text for row in made.tables[-1].rows] == ["Partner", "Welzijn Het Perron"]


def test_the_calendar_in_word_gives_the_message_most_room_and_repeats_its_head(cast: Cast) -> None:
    CommunicationMoment.objects.create(
        project=cast.project, on="2030-01-01", audience="jongeren", channel="brief", message="Kom langs"
    )
    version = in_force(cast, AgreementKind.COMMUNICATION, TEXT)
    calendar = _word(agreement_word(version, [])).tables[0]
    widths = {cell.text: cell.width for cell in calendar.rows[0].cells}
    assert max(widths, key=lambda label: widths[label] or 0) == "Boodschap"
    assert [cell.width for cell in calendar.rows[1].cells] == list(widths.values())
    assert calendar.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in calendar.rows)


def test_a_second_numbered_list_begins_at_one_again(cast: Cast) -> None:
    version = in_force(cast, text=TEXT)
    made = _word(agreement_word(version, []))
    numbers = {
        part.text: part._p.pPr.numPr.numId.val
        for part in made.paragraphs
        if part.style and part.style.name == "List Number"
    }
    assert numbers["eerst"] == numbers["dan"] != numbers["opnieuw"]


def test_the_pdf_says_which_version_it_is_who_agreed_and_holds_the_calendar(cast: Cast) -> None:
    CommunicationMoment.objects.create(
        project=cast.project, on="2030-01-01", audience="jongeren", channel="brief", message="Kom langs"
    )
    partner = make_partner(cast, "Welzijn Het Perron")
    version = write(cast, AgreementKind.COMMUNICATION, TEXT)
    say(cast, send(cast, version, partner)[0])
    version.refresh_from_db()
    with pypdfium2.PdfDocument(io.BytesIO(agreement_pdf(version, counting(version)))) as made:
        words = " ".join(page.get_textpage().get_text_bounded() for page in made)
    for expected in (
        "Communicatieplan",
        state_line(version),
        "Kom langs",
        "Welzijn Het Perron",
        "akkoord op",
    ):
        assert expected in words
    assert "1 / " in words


def test_papers_name_organisations_and_no_people_or_remarks(cast: Cast) -> None:
    version = write(cast)
    given = send(cast, version, make_partner(cast, "Welzijn Het Perron"), make_partner(cast, "Gemeente"))[0]
    say(cast, given, "remark", "Een opmerking binnenskamers.", said_by="Wil Kruiswissel", how="telefoon")
    version.refresh_from_db()
    made = _word(agreement_word(version, counting(version)))
    words = " ".join(cell.text for table in made.tables for row in table.rows for cell in row.cells)
    assert "opmerking op" in words and "binnenskamers" not in words and "Kruiswissel" not in words
