"""The poster as a document, in three steps: context, html, bytes."""

from io import BytesIO
from typing import Any, Literal

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from .content import PosterContent
from .describing import picture_text
from .geometry import Piece, Words
from .palette import HEIGHT, WIDTH
from .scene import compose
from .vector import drawings

SheetName = Literal["A3", "A0"]
FALLBACK = "'DejaVu Sans',sans-serif"  # for scripts that the packaged fonts do not have
SCALE: dict[SheetName, float] = {"A3": 1.0, "A0": 841 / 297}


def rule(name: str, words: Words, scale: float) -> str:
    """The place and look of one text as CSS, in millimetres."""
    style, mm = words.style, scale / 10
    turn = f"transform:rotate({words.turn:g}deg);" if words.turn else ""
    return (
        f"#{name}{{left:{words.x * mm:.2f}mm;top:{words.y * mm:.2f}mm;width:{words.w * mm:.2f}mm;"
        f"font:{style.weight} {style.size * mm:.3f}mm/{style.leading:g} '{style.family}',{FALLBACK};"
        f"color:{style.colour};text-align:{'center' if words.middle else 'left'};{turn}}}"
    )


def parts(piece: Piece) -> dict[str, Any]:
    """A piece as the template needs it: texts in order, list items apart."""
    texts = [
        {"id": f"{piece.name}-{i}", "tag": words.tag, "lines": words.lines}
        for i, words in enumerate(piece.words)
    ]
    return {
        "name": piece.name,
        "texts": [t for t in texts if t["tag"] != "li"],
        "items": [t for t in texts if t["tag"] == "li"],
    }


def named(pieces: tuple[Piece, ...]) -> list[Piece]:
    """The pieces under names that can be used as ids, whatever keys the islands have."""
    return [Piece(f"p{i}", piece.box, piece.drawing, piece.words) for i, piece in enumerate(pieces)]


def context(content: PosterContent, sheet: SheetName = "A3") -> dict[str, Any]:
    """Everything the template shows."""
    scene, scale = compose(content), SCALE[sheet]
    pieces = named(scene.pieces)
    rules = "".join(
        rule(f"{piece.name}-{i}", words, scale) for piece in pieces for i, words in enumerate(piece.words)
    )
    page = f"{WIDTH * scale / 10:.1f}mm {HEIGHT * scale / 10:.1f}mm"
    return {
        "title": f"{content.title} ({content.neighbourhood})",
        "description": content.subtitle,
        "page": page,
        "rules": mark_safe(rules),  # numbers, colours and font names of our own
        "picture": mark_safe(drawings(scene)),  # drawn by us; words of people are not in it
        "picture_text": picture_text(content),
        "view": f"0 0 {WIDTH} {HEIGHT}",
        "pieces": [parts(piece) for piece in pieces if piece.words],
    }


def html(content: PosterContent, sheet: SheetName = "A3") -> str:
    """One HTML document for the printer, landscape."""
    return render_to_string("documents/poster/poster.html", context(content, sheet))


def pdf(content: PosterContent, sheet: SheetName = "A3") -> bytes:
    """The tagged PDF; only packaged fonts are fetched (P24)."""
    from msa.documents.renderer import render_pdf  # WeasyPrint is heavy; web pages do without it

    return render_pdf(html(content, sheet))


def png(pdf_bytes: bytes, width: int = 3508) -> bytes:
    """The first page of a PDF as a picture of so many pixels wide."""
    import pypdfium2  # heavy too

    with pypdfium2.PdfDocument(pdf_bytes) as document:
        page = document[0]
        image = page.render(scale=width / page.get_width()).to_pil()
        out = BytesIO()
        image.convert("RGB").resize((width, round(width * image.height / image.width))).save(
            out, "PNG", optimize=False
        )
        return out.getvalue()
