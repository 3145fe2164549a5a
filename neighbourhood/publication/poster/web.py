"""The poster for screens: the whole picture where there is room, cards one below the other on a phone."""

from base64 import b64encode
from html import escape
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from msa.ui.conditions import CONDITIONS

from .content import Island, PosterContent, PosterFigure
from .describing import CONDITION_NAMES, VALENCE_NAMES, address, figure_words, picture_text
from .drawings import signs
from .drawings.catalogue import description, drawing
from .drawings.papers import ten_doors
from .ink import Pen, at, sheet
from .lettering import BODY, BRUSH, HAND, clean, fonts_folder
from .vector import svg

STREET_ID = "praatplaat-straat"
EMBEDDED = (
    (BODY, 400, "atkinson-hyperlegible-next-400-normal.ttf"),
    (BODY, 700, "atkinson-hyperlegible-next-700-normal.ttf"),
    (BRUSH, 400, "caveat-brush-400-normal.ttf"),
    (HAND, 400, "patrick-hand-400-normal.ttf"),
)


def small_picture(part: str, box: str, label: str = "") -> SafeString:
    """A drawing of its own; with a label it is an image, without one it is decoration."""
    role = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return mark_safe(
        f'<svg viewBox="{box}" {role} focusable="false">{sheet(part)}</svg>'
    )  # our own drawing; the label is escaped


def mark(kind: str) -> SafeString:
    """The sign of a kind or a condition as a small decoration beside its name."""
    pen = Pen("mark")
    part = signs.valence(pen, kind, 42) if kind in VALENCE_NAMES else signs.condition(pen, kind, 42)
    return small_picture(part, "-48 -48 96 96")


def island_card(island: Island) -> dict[str, Any]:
    """One island as a card."""
    return {
        "title": clean(island.title),
        "sentence": clean(island.sentence),
        "quote": clean(island.quote),
        "kind": island.valence,
        "drawing": small_picture(
            at(0, 0, drawing(island.drawing)), "-215 -290 430 300", description(island.drawing)
        ),
        "signs": [
            {"picture": mark(island.valence), "name": VALENCE_NAMES[island.valence]},
            {
                "picture": mark(island.condition),
                "name": CONDITION_NAMES[island.condition],
                "long": CONDITIONS[island.condition].label,
            },
        ],
    }


def figure_card(figure: PosterFigure) -> dict[str, Any]:
    """One figure with its ten doors."""
    doors = ten_doors(Pen("doors"), 0, 150, figure.tens, w=58, h=136, gap=8)
    return {
        "doors": small_picture(doors, "-6 4 664 152"),
        "words": figure_words(figure.tens),
        "text": clean(figure.text),
    }


def web_context(content: PosterContent, level: int = 2) -> dict[str, Any]:
    """What the template shows. level: of the heading with the poster's title, so that it fits in its page."""
    return {
        "content": content,
        "level": level,
        "below": level + 1,
        "lowest": level + 2,
        "sheet": mark_safe(svg(content, picture_text(content), STREET_ID)),  # our own drawing, words escaped
        "street_id": STREET_ID,
        "strip": "380 1130 1330 900",
        "figures": [figure_card(figure) for figure in content.figures[:3]],
        "islands": [island_card(island) for island in content.islands[:7]],
        "openings": [text for text in content.open_balloons[:3] if text.strip()],
        "good": mark("opportunity"),
        "worry": mark("barrier"),
        "address": address(content.url),
    }


def web(content: PosterContent, level: int = 2) -> SafeString:
    """The fragment for a page that loads `css/poster.css` and the fonts; it has no style or script itself."""
    return render_to_string("documents/poster/web.html", web_context(content, level))


def embedded_fonts() -> str:
    """The fonts as @font-face rules that carry the fonts themselves."""
    rules = []
    for family, weight, name in EMBEDDED:
        data = b64encode((fonts_folder() / name).read_bytes()).decode()
        source = f'url(data:font/ttf;base64,{data}) format("truetype")'
        rules.append(f'@font-face{{font-family:"{family}";font-weight:{weight};src:{source}}}')
    return "".join(rules)


def style_sheet() -> str:
    """The style sheet of the fragment. Raises FileNotFoundError when it is not packaged."""
    path = finders.find("css/poster.css")
    if path is None:
        raise FileNotFoundError("css/poster.css")
    with open(path, encoding="utf-8") as file:
        return file.read()


def standalone_html(content: PosterContent) -> str:
    """`praatplaat.html`: one file with drawings, fonts and styles in it, to be opened without a server."""
    return render_to_string("documents/poster/standalone.html", {
        "title": f"{clean(content.title)} ({clean(content.neighbourhood)})",
        "description": clean(content.subtitle),
        "fonts": mark_safe(embedded_fonts()),  # data of packaged files
        "styles": mark_safe(style_sheet()),  # a packaged file
        "poster": web(content, level=1),
    })  # fmt: skip
