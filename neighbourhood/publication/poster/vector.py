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
    style, anchor = words.style, ' text-anchor="middle"' if words.middle else ""
    x = words.x + words.w / 2 if words.middle else words.x
    first = words.y + baseline(style)
    lines = "".join(f'<tspan x="{number(x)}" y="{number(first + i * style.size * style.leading)}">{escape(line)}</tspan>' for i, line in enumerate(words.lines))
    weight = f' font-weight="{style.weight}"' if style.weight != 400 else ""
    if words.turn:
        box = words.box
        anchor += f' transform="rotate({words.turn:g} {number(box.x + box.w / 2)} {number(box.y + box.h / 2)})"'
    return f'<text font-family="{style.family}" font-size="{number(style.size)}" fill="{style.colour}"{weight}{anchor}>{lines}</text>'


def drawings(scene: Scene) -> str:
    """Everything drawn, without words."""
    return sheet(scene.backdrop, *(piece.drawing for piece in scene.pieces))


def picture(scene: Scene) -> str:
    """The drawing alone, as an SVG document."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">{drawings(scene)}</svg>'


def svg(content: PosterContent) -> str:
    """The whole poster as an SVG document with text; cheap enough to redraw while typing."""
    scene = compose(content)
    text = "".join(text_element(words) for piece in scene.pieces for words in piece.words)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">{drawings(scene)}{text}</svg>'
