"""A Word file with real headings, lists and styles, from the blocks of a text that people wrote."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from msa.richtext.blocks import Block, Span

INK, BRICK = RGBColor(0x12, 0x3C, 0x40), RGBColor(0xA8, 0x46, 0x2F)
FONT = "Calibri"  # Word has it; for a letter that is not there it takes one with serifs
STYLES = {"h2": "Heading 1", "h3": "Heading 2", "quote": "Intense Quote", "p": "Normal"}
SAND = "D8C3A0"
SHEET, MARGIN = 21.0, 2.3  # cm
TABLE_SIZE = Pt(9.5)
DEEPEST = 3  # Word's own list styles go this deep


@dataclass
class Paper:
    """A Word document in the making. title: also of the file; footer: on each page, before its number."""

    title: str
    footer: str
    author: str = ""
    document: Any = field(init=False)

    def __post_init__(self) -> None:
        self.document = Document()
        _page(self.document)
        _look(self.document)
        core = self.document.core_properties
        core.title, core.author, core.language = self.title, self.author, "nl-NL"
        self.document.add_heading(self.title, level=0)
        _number_pages(self.document, self.footer)

    def line(self, text: str, *, bold: bool = False) -> None:
        """A plain paragraph."""
        self.document.add_paragraph().add_run(text).bold = bold

    def heading(self, text: str) -> None:
        """A heading of the first level."""
        self.document.add_heading(text, level=1)

    def blocks(self, blocks: Iterable[Block]) -> None:
        """A text that people wrote."""
        before = Block("p", ())
        for block in blocks:
            paragraph = self.document.add_paragraph(style=_style(block))
            if block.kind == "number":
                _number(paragraph, restart=before.kind != "number" or block.number == 1)
            for span in block.spans:
                _add(paragraph, span)
            before = block

    def table(self, columns: Mapping[str, float], rows: Iterable[Sequence[str]]) -> None:
        """A table whose first row is repeated on each page. columns: label to its share of the width."""
        table = self.document.add_table(rows=1, cols=len(columns))
        _rule(table)
        _fill(table.rows[0], [*columns], bold=True)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row in rows:
            _fill(table.add_row(), row)
        _widths(table, [*columns.values()])

    def save(self) -> bytes:
        """The file."""
        held = io.BytesIO()
        self.document.save(held)
        return held.getvalue()


def _fill(row: Any, words: Sequence[str], *, bold: bool = False) -> None:
    """One row of cells, which Word keeps together on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, text in zip(row.cells, words, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
        run = paragraph.add_run(_clean(text))
        run.bold, run.font.size = bold or None, TABLE_SIZE


def _rule(table: Any) -> None:
    """A thin line under each row, and none between columns: the same look as our own papers."""
    borders = OxmlElement("w:tblBorders")
    for side in ("bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", SAND)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _widths(table: Any, shares: Sequence[float]) -> None:
    """Set the width of each cell: Word looks at cells, other readers at the columns."""
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Cm((SHEET - 2 * MARGIN) * share / sum(shares))
        for cell in column.cells:
            cell.width = column.width


def _style(block: Block) -> str:
    if block.kind in {"bullet", "number"}:
        depth = min(block.depth, DEEPEST)
        name = "List Bullet" if block.kind == "bullet" else "List Number"
        return name if depth == 1 else f"{name} {depth}"
    return STYLES[block.kind]


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(SHEET), Cm(29.7)
    section.left_margin = section.right_margin = Cm(MARGIN)
    section.top_margin = section.bottom_margin = Cm(2.2)


def _look(document: Any) -> None:
    """Our letter, ink and brick, in the styles themselves, so that Word's own list of headings works."""
    for style in document.styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH:
            style.font.name = FONT
            style.font.color.rgb = INK
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for part in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
                fonts.attrib.pop(qn(part), None)
            fonts.set(qn("w:hAnsi"), FONT)
    document.styles["Normal"].font.size = Pt(11)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    for name, size in (("Title", 24), ("Heading 1", 15), ("Heading 2", 12.5)):
        document.styles[name].font.size = Pt(size)
    document.styles["Heading 1"].font.color.rgb = BRICK
    _language(document)


def _language(document: Any) -> None:
    """Dutch, so that a screen reader reads it so and Word checks it so."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for found in defaults.iter(qn("w:lang")):
        found.set(qn("w:val"), "nl-NL")


def _number_pages(document: Any, footer: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(_clean(footer) + " · ")
    run = paragraph.add_run()._r
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text or None
        run.append(part)


def _number(paragraph: Any, *, restart: bool) -> None:
    """Let a list begin at one again: every list of Word with the same style counts on otherwise."""
    if not restart:
        _same_number(paragraph)
        return
    numbering = paragraph.part.numbering_part.numbering_definitions._numbering
    style_number = paragraph.style.element.pPr.numPr.numId.val
    abstract = next(one for one in numbering.num_lst if one.numId == style_number).abstractNumId.val
    made = numbering.add_num(abstract)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = made.numId


def _same_number(paragraph: Any) -> None:
    numbering = paragraph.part.numbering_part.numbering_definitions._numbering
    newest = max(one.numId for one in numbering.num_lst)
    paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = newest


def _add(paragraph: Any, span: Span) -> None:
    if span.link:
        _link(paragraph, span)
        return
    run = paragraph.add_run(_clean(span.text))
    run.bold, run.italic = span.bold or None, span.italic or None


def _link(paragraph: Any, span: Span) -> None:
    """A real link. Word opens it when somebody clicks it, never by itself."""
    target = paragraph.part.relate_to(span.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), target)
    run = paragraph.add_run(_clean(span.text))
    run.font.underline, run.font.color.rgb = True, BRICK
    link.append(run._r)
    paragraph._p.append(link)


def _clean(words: str) -> str:
    """Without the characters that XML does not know."""
    return "".join(char for char in words if char in "\t\n" or char >= " ")
