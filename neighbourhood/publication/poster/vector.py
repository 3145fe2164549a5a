"""The poster as one SVG with real text: for screens and the live preview."""

from html import escape

from .content import PosterContent
from .geometry import Words
from .ink import number, sheet
from .lettering import baseline
from .palette import HEIGHT, WIDTH
from .scene import Scene, compose


def text_element(words: Words) -> str:
    """Words as SVG text, a line each. Attributes only: no style that a strict policy would refuse."""
    style = words.style
    x = words.x + words.w / 2 if words.middle else words.x
    first = words.y + baseline(style)
    extra = ' text-anchor="middle"' if words.middle else ""
    extra += f' font-weight="{style.weight}"' if style.weight != 400 else ""
    if words.turn:
        middle_x, middle_y = words.x + words.w / 2, words.y + words.box.h / 2
        extra += f' transform="rotate({words.turn:g} {number(middle_x)} {number(middle_y)})"'
    lines = "".join(
        f'<tspan x="{number(x)}" y="{number(first + i * style.size * style.leading)}">{escape(line)}</tspan>'
        for i, line in enumerate(words.lines)
    )
    look = f'font-family="{style.family}" font-size="{number(style.size)}" fill="{style.colour}"'
    return f"<text {look}{extra}>{lines}</text>"


def drawings(scene: Scene) -> str:
    """Everything drawn, without words."""
    return sheet(scene.backdrop, *(piece.drawing for piece in scene.pieces))


def svg(content: PosterContent, label: str = "", street_id: str = "praatplaat-voorbeeld") -> str:
    """The whole poster as SVG with text; cheap enough to redraw while typing.

    label: what the picture shows, as its accessible name.
    street_id: the id of the street, to use it elsewhere in the page.
    """
    scene = compose(content)
    text = "".join(text_element(words) for piece in scene.pieces for words in piece.words)
    street = f'<g id="{street_id}">{sheet(scene.backdrop)}</g>'
    pieces = sheet(*(piece.drawing for piece in scene.pieces))
    role = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {role} focusable="false">'
    return f"{head}{street}{pieces}{text}</svg>"
