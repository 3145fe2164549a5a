"""Empty balloons: beginnings of sentences that residents finish, spoken by people in the street."""

from ..content import PosterContent
from ..drawings.cast import CAST
from ..drawings.papers import balloon, pencil, writing_lines
from ..drawings.people import in_wheelchair, person, with_rollator
from ..geometry import Box, Piece, Words
from ..ink import Pen, at
from ..lettering import HAND, Style, fit, height
from ..palette import PT

BEGIN = Style(HAND, 16.5 * PT, leading=1.0)
W, BOTTOM, GROUND = 520, 1680, 1992
EMPTY = "#fff8e4"  # a shade warmer than what was said, and with a broken line: to be filled
PLACES = {1: (2100,), 2: (1480, 2720), 3: (1325, 2100, 2910)}
APART = 60
ALONG = tuple(float(x) for x in range(800, 3401, 20))
HIGHEST = 330  # of a balloon with two lines


def speaker(pen: Pen, number: int) -> str:
    """Who speaks: somebody else under every balloon."""
    if number == 0:
        return with_rollator(pen, CAST["gran"])
    if number == 1:
        return person(pen, CAST["runner"], "wave", "down")
    return in_wheelchair(pen, CAST["uncle"])


def opening(text: str, number: int, x: float) -> Piece:
    """One balloon with room to write, and its speaker."""
    pen = Pen(f"opening{number}")
    lines, style = fit(text, BEGIN, W - 80, 2)
    h = 34 + height(lines, style) + 62 * 2 + 26
    left, top = x - W / 2, BOTTOM - h
    words = Words("p", left + 40, top + 32, W - 80, tuple(lines), style)
    rule = writing_lines(pen, left + 42, words.box.bottom + 52, W - 84, 2, 62)
    tip = (x + (6 if number != 2 else -2), GROUND - (232 if number < 2 else 196))
    drawing = (
        f'<g stroke-dasharray="26 15">{balloon(pen, left, top, W, h, tip, EMPTY)}</g>'
        + rule
        + at(left + W - 150, top + 20, pencil(pen), turn=-24)
        + at(x, GROUND, speaker(pen, number), mirror=number == 2)
    )
    return Piece(f"open-{number}", Box(left, top, W, h), drawing, (words,))


def is_free(x: float, islands: list[Piece]) -> bool:
    """Whether a balloon and its speaker at x would hide no island."""
    room = Box(x - W / 2, BOTTOM - HIGHEST, W, HIGHEST + GROUND - 40 - BOTTOM)
    return not any(room.overlaps(piece.box) for piece in islands)


def places(count: int, islands: list[Piece]) -> list[float]:
    """Where so many balloons can hang without hiding an island that was moved into the street; from left to
    right, as many as there is room for."""
    usual = PLACES.get(count, ())
    if all(is_free(x, islands) for x in usual):
        return list(usual)
    free = [x for x in ALONG if is_free(x, islands)]
    leftmost: list[float] = []
    for x in free:
        if len(leftmost) < count and (not leftmost or x >= leftmost[-1] + W + APART):
            leftmost.append(x)
    return _towards_usual(leftmost, free)


def _towards_usual(leftmost: list[float], free: list[float]) -> list[float]:
    """The same balloons, from the last to the first moved right as near to their usual places as they can."""
    placed, limit = list(leftmost), ALONG[-1]
    for number, wish in reversed(list(enumerate(PLACES.get(len(leftmost), ())))):
        room = [x for x in free if leftmost[number] <= x <= limit]
        placed[number] = min(room, key=lambda x: abs(x - wish))
        limit = placed[number] - W - APART
    return placed


def begun(content: PosterContent) -> list[str]:
    """The beginnings of sentences that are asked for, at most three."""
    return [text for text in content.open_balloons if text.strip()][:3]


def openings(content: PosterContent, islands: list[Piece]) -> list[Piece]:
    """At most three balloons along the pavement; fewer where moved islands stand in the street."""
    texts = begun(content)
    spots = places(len(texts), islands)
    return [opening(text, i, x) for i, (text, x) in enumerate(zip(texts, spots, strict=False))]
