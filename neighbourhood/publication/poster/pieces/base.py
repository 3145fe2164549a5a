"""The dark foot of the poster: three figures as ten doors, and where all this comes from."""

import segno

from ..content import PosterContent, PosterFigure
from ..describing import CONDITION_NAMES, VALENCE_NAMES, address, figure_words
from ..drawings.papers import ten_doors
from ..drawings.signs import condition, valence
from ..geometry import Box, Piece, Words
from ..ink import Pen, at
from ..lettering import BRUSH, Style, fit, height, width
from ..palette import HEIGHT, INK, PAPER, PT, WIDTH

TOP = 2616
BIG = Style(BRUSH, 27 * PT, colour=PAPER, leading=0.9)
SMALL = Style(size=12 * PT, colour=PAPER, leading=1.15)


def ground(pen: Pen) -> str:
    """The dark strip itself."""
    edge = [(x, TOP + 8 * (1 if i % 2 else -1)) for i, x in enumerate(range(-60, WIDTH + 121, 240))]
    return pen.smooth([(-80, HEIGHT + 40), *edge, (WIDTH + 80, HEIGHT + 40)], INK, stroke="")


def figure(number: int, data: PosterFigure, x: float, w: float) -> Piece:
    """One figure: ten doors, how many of ten, and of what."""
    pen = Pen(f"figure{number}")
    tens = min(max(data.tens, 0), 10)
    text = figure_words(tens)
    doors = ten_doors(pen, x, TOP + 176, tens, w=58, h=136, gap=8)
    side, room = x + 10 * 66 + 24, w - 684
    big, big_style = fit(text, BIG, room, 1, 16 * PT)
    lines, style = fit(data.text, SMALL, room, 2)
    top = TOP + 26
    first = Words("p", side, top, room, tuple(big), big_style)
    second = Words("p", side, first.box.bottom, room, tuple(lines), style)
    return Piece(
        f"figure-{number}", Box(x, TOP + 26, w, second.box.bottom - TOP - 26), doors, (first, second)
    )


def figures(content: PosterContent, room: float) -> list[Piece]:
    """At most three figures beside each other in the room."""
    shown = content.figures[:3]
    step = room / max(len(shown), 1)
    return [figure(i, data, 60 + i * step, step - 60) for i, data in enumerate(shown)]


def code(content: PosterContent) -> list[Piece]:
    """The QR code with the public address, when there is one."""
    if not content.url:
        return []
    matrix = segno.make(content.url, error="m").matrix
    size = 272
    x, y, module = WIDTH - 60 - size, TOP + 30, size / (len(matrix) + 8)
    dots = "".join(
        f"M{x + (c + 4) * module:.2f} {y + (r + 4) * module:.2f}h{module:.2f}v{module:.2f}h-{module:.2f}z"
        for r, line in enumerate(matrix)
        for c, dark in enumerate(line)
        if dark
    )
    paper = f'<rect x="{x}" y="{y}" width="{size}" height="{size}" rx="10" fill="#fff" stroke="none"/>'
    return [Piece("code", Box(x, y, size, size), f'{paper}<path d="{dots}" fill="#000" stroke="none"/>')]


def legend(content: PosterContent, x: float, y: float) -> Piece:
    """What the signs mean: only those that occur."""
    pen, parts, words, start = Pen("legend"), "", [], x
    kinds = [kind for kind in ("opportunity", "barrier") if any(i.valence == kind for i in content.islands)]
    conditions = [kind for kind in CONDITION_NAMES if any(i.condition == kind for i in content.islands)]
    for kind in [*kinds, *conditions]:
        text = str(VALENCE_NAMES.get(kind) or CONDITION_NAMES[kind])
        parts += at(x + 30, y + 28, valence(pen, kind, 28) if kind in kinds else condition(pen, kind, 28))
        words.append(Words("p", x + 68, y + 2, width(text, SMALL) + 4, (text,), SMALL))
        x += 68 + width(text, SMALL) + 40
    return Piece("legend", Box(start, y, x - start, 58), parts, tuple(words))


def closing(content: PosterContent, room: float) -> list[Piece]:
    """The last line: what the signs mean, how many conversations, who made it, when."""
    y = TOP + 237
    signs = legend(content, 60, y)
    left = signs.box.right + 40
    text = " · ".join(
        part for part in (content.reach, content.contact, address(content.url), content.date) if part.strip()
    )
    lines, style = fit(text, SMALL, 60 + room - left, 2)
    words = Words("p", left, y + 28 - height(lines, style) / 2, 60 + room - left, tuple(lines), style)
    return [signs, Piece("source", words.box, "", (words,))]


def base(content: PosterContent) -> list[Piece]:
    """Everything in the foot."""
    room = WIDTH - 120 - (340 if content.url else 0)
    return [*figures(content, room + 60), *closing(content, room), *code(content)]
