"""The praatplaat as PDF and picture: one tagged A3 page that says everything, from packaged files only."""

import re
import struct
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from weasyprint import HTML

from neighbourhood.publication.poster import context, html, limits, pdf, png, svg
from neighbourhood.publication.poster.drawings.catalogue import DRAW, LABELS
from neighbourhood.publication.poster.geometry import Words
from neighbourhood.publication.poster.scene import compose
from tests.neighbourhood.poster_sample import SAMPLE

MM = 72 / 25.4
DUTCH = (
    "de buren in onze straat praten graag met elkaar en samen maken wij hier een fijne plek voor iedereen "
)


@pytest.fixture(scope="module")
def paper() -> bytes:
    return pdf(SAMPLE)


@pytest.fixture(scope="module")
def page(paper: bytes) -> PdfReader:
    return PdfReader(BytesIO(paper))


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_the_poster_is_one_landscape_a3_page(page: PdfReader):
    assert len(page.pages) == 1
    box = page.pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((420 * MM, 297 * MM), abs=0.5)


def test_a0_is_the_same_poster_on_a_larger_sheet():
    large = PdfReader(BytesIO(pdf(SAMPLE, "A0")))
    assert len(large.pages) == 1
    box = large.pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((1189 * MM, 841 * MM), abs=3)


def test_the_pdf_is_tagged_in_dutch_and_has_a_title(page: PdfReader):
    catalogue = page.trailer["/Root"]
    assert catalogue["/Lang"] == "nl"
    assert catalogue["/MarkInfo"]["/Marked"]
    assert "Spoorbuurt" in page.metadata.title


def structure(page: PdfReader) -> list[dict]:
    found, todo = [], [page.trailer["/Root"]["/StructTreeRoot"]]
    while todo:
        element = todo.pop()
        if not hasattr(element, "get"):
            continue
        found.append(element)
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        todo.extend(kid.get_object() for kid in reversed(kids) if hasattr(kid, "get_object"))
    return found


def test_the_picture_has_an_alternative_text_and_the_words_have_their_roles(page: PdfReader):
    elements = structure(page)
    kinds = [element.get("/S") for element in elements]
    figure = next(element for element in elements if element.get("/S") == "/Figure")
    assert "rijtjeshuizen" in figure["/Alt"]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 2 + len(SAMPLE.islands)
    assert kinds.count("/L") == 2
    assert kinds.count("/BlockQuote") == len(SAMPLE.islands)


def test_everything_that_was_written_can_be_read_in_the_pdf(page: PdfReader):
    text = re.sub(r"\s+", " ", page.pages[0].extract_text())
    written = [
        SAMPLE.title,
        SAMPLE.subtitle,
        SAMPLE.reach,
        SAMPLE.contact,
        SAMPLE.date,
        *SAMPLE.proud,
        *SAMPLE.worries,
    ]
    for island in SAMPLE.islands:
        written += [island.title, island.sentence, island.quote]
    missing = [part for part in written if " ".join(words_of(part)) not in " ".join(words_of(text))]
    assert missing == []


def test_every_font_is_packaged_and_embedded(page: PdfReader):
    fonts = page.pages[0]["/Resources"]["/Font"].values()
    names = {font.get_object()["/BaseFont"].split("+")[-1] for font in fonts}
    assert names == {"Atkinson-Hyperlegible-Next", "Caveat-Brush", "Patrick-Hand"}
    for font in fonts:
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)


def all_boxes(box: object) -> Iterator[object]:
    inner = getattr(box, "_box", box)
    yield inner
    for child in getattr(inner, "children", ()):
        yield from all_boxes(child)


def test_a_line_is_as_wide_in_the_document_as_it_was_measured():
    from msa.documents.fetcher import BASE, packaged_only

    document = HTML(string=html(SAMPLE), base_url=BASE, url_fetcher=packaged_only).render()
    boxes = [box for box in all_boxes(document.pages[0]._page_box) if type(box).__name__ == "TextBox"]
    seen = {box.text.strip(): box.width / 96 * 254 for box in boxes}
    from neighbourhood.publication.poster.lettering import width

    measured = {
        line: width(line, words.style)
        for piece in compose(SAMPLE).pieces
        for words in piece.words
        for line in words.lines
    }
    assert set(measured) <= set(seen)
    too_wide = {line: (seen[line], wide) for line, wide in measured.items() if seen[line] > wide * 1.02 + 2}
    assert too_wide == {}


def test_the_picture_is_as_wide_as_asked(paper: bytes):
    picture = png(paper, width=900)
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", picture[16:24]) in {(900, 636), (900, 637)}


def test_nothing_is_drawn_that_some_pdf_viewers_drop():
    drawing = str(context(SAMPLE)["picture"])
    assert not re.search(
        r"<(linearGradient|radialGradient|filter|mask|clipPath|pattern|image|use|style|foreignObject)",
        drawing,
    )


@pytest.mark.parametrize("name", sorted(DRAW))
def test_every_drawing_in_the_catalogue_can_be_drawn_and_has_a_name(name: str):
    island = replace(SAMPLE.islands[0], drawing=name)
    assert "<path" in svg(replace(SAMPLE, islands=(island,)))
    assert str(LABELS[name])


def test_an_unknown_drawing_gives_two_neighbours():
    unknown = replace(SAMPLE, islands=(replace(SAMPLE.islands[0], drawing="bestaat niet"),))
    known = replace(SAMPLE, islands=(replace(SAMPLE.islands[0], drawing="fence_talk"),))
    assert svg(unknown) == svg(known)


@pytest.mark.parametrize("street", ["terraced", "portico", "maisonette"])
@pytest.mark.parametrize(
    "landmarks", [(), ("caravan",), ("playfield", "railway", "library"), ("bench", "garden", "tree")]
)
def test_every_kind_of_street_can_be_drawn(street: str, landmarks: tuple[str, ...]):
    content = replace(SAMPLE, street=street, landmarks=landmarks)
    assert svg(content).startswith("<svg")


def test_streets_differ():
    drawings = {svg(replace(SAMPLE, street=street)) for street in ("terraced", "portico", "maisonette")}
    assert len(drawings) == 3


def cut(length: int) -> str:
    return (DUTCH * 3)[:length].strip()


def test_texts_of_the_longest_allowed_length_are_not_shortened():
    islands = tuple(
        replace(
            island, title=cut(limits.ISLAND_TITLE), sentence=cut(limits.SENTENCE), quote=cut(limits.QUOTE)
        )
        for island in SAMPLE.islands
    )
    content = replace(
        SAMPLE, title=cut(limits.TITLE), subtitle=cut(limits.SUBTITLE), islands=islands, url="", contact="",
        date="",
        proud=(cut(limits.LIST_ITEM),) * 5, worries=(cut(limits.LIST_ITEM),) * 5, reach=cut(limits.SOURCE),
        figures=tuple(replace(figure, text=cut(limits.FIGURE)) for figure in SAMPLE.figures),
        open_balloons=(cut(limits.OPEN_BALLOON),) * 3,
    )  # fmt: skip
    shortened = [
        words.lines for piece in compose(content).pieces for words in piece.words if ends_short(words)
    ]
    assert shortened == []


def ends_short(words: Words) -> bool:
    return bool(words.lines) and words.lines[-1].endswith("…")
