"""Heads: a face of two dots and a smile, nobody in particular, with many kinds of hair."""

from collections.abc import Callable

from ..ink import Pen
from ..palette import INK

Hair = Callable[[Pen, float, str], str]


def cap_of_hair(pen: Pen, r: float, colour: str, low: float = -0.05) -> str:
    """Hair that covers the upper half of the head."""
    points = [
        (-1.08 * r, 0.25 * r), (-1.1 * r, -0.5 * r), (-0.5 * r, -1.22 * r), (0.35 * r, -1.25 * r),
        (1.02 * r, -0.7 * r), (1.04 * r, low * r), (0.55 * r, -0.42 * r), (-0.35 * r, -0.5 * r), (-0.75 * r, -0.1 * r),
    ]  # fmt: skip
    return pen.smooth(points, colour)


def short(pen: Pen, r: float, colour: str) -> str:
    """Short hair."""
    return cap_of_hair(pen, r, colour)


def bun(pen: Pen, r: float, colour: str) -> str:
    """Hair put up."""
    return pen.oval(-0.35 * r, -1.35 * r, 0.48 * r, 0.42 * r, colour) + cap_of_hair(pen, r, colour)


def tail(pen: Pen, r: float, colour: str) -> str:
    """A ponytail."""
    lock = [(-0.9 * r, -0.6 * r), (-1.75 * r, -0.3 * r), (-1.7 * r, 0.8 * r), (-1.25 * r, 0.2 * r)]
    return pen.smooth(lock, colour) + cap_of_hair(pen, r, colour)


def bob(pen: Pen, r: float, colour: str) -> str:
    """Hair to the jaw."""
    points = [
        (-1.12 * r, 0.95 * r), (-1.25 * r, -0.3 * r), (-0.55 * r, -1.25 * r), (0.45 * r, -1.22 * r),
        (1.15 * r, -0.4 * r), (1.16 * r, 0.5 * r), (0.92 * r, 0.2 * r), (0.75 * r, -0.45 * r),
        (-0.3 * r, -0.45 * r), (-0.62 * r, 0.1 * r), (-0.6 * r, 0.9 * r),
    ]  # fmt: skip
    return pen.smooth(points, colour)


def curly(pen: Pen, r: float, colour: str) -> str:
    """Curls."""
    spots = [
        (-1.0, 0.0),
        (-1.02, -0.55),
        (-0.62, -1.05),
        (0.0, -1.22),
        (0.6, -1.05),
        (0.98, -0.55),
        (1.0, -0.05),
    ]
    curls = "".join(pen.oval(x * r, y * r, 0.44 * r, 0.42 * r, colour) for x, y in spots)
    inner = [
        (-0.95 * r, -0.1 * r),
        (-0.8 * r, -0.9 * r),
        (0.8 * r, -0.9 * r),
        (0.95 * r, -0.1 * r),
        (0.5 * r, -0.45 * r),
        (-0.5 * r, -0.45 * r),
    ]
    return curls + pen.smooth(inner, colour, stroke="")


def bald(pen: Pen, r: float, colour: str) -> str:
    """A little hair at the sides."""
    left = pen.oval(-0.98 * r, -0.05 * r, 0.26 * r, 0.4 * r, colour)
    return left + pen.oval(1.0 * r, -0.1 * r, 0.2 * r, 0.32 * r, colour)


def scarf(pen: Pen, r: float, colour: str) -> str:
    """A headscarf; drawn as a ring so that the face stays free."""
    outer = [
        (-1.05 * r, 1.1 * r), (-1.3 * r, 0.1 * r), (-1.0 * r, -0.95 * r), (0.0, -1.35 * r), (1.0 * r, -0.95 * r),
        (1.25 * r, 0.1 * r), (0.95 * r, 1.15 * r), (0.2 * r, 1.5 * r),
    ]  # fmt: skip
    return pen.smooth(outer, colour)


def cap(pen: Pen, r: float, colour: str) -> str:
    """A flat cap."""
    crown = [
        (-1.15 * r, -0.3 * r),
        (-0.9 * r, -1.1 * r),
        (0.2 * r, -1.3 * r),
        (1.1 * r, -0.75 * r),
        (1.1 * r, -0.35 * r),
    ]
    peak = [(0.5 * r, -0.5 * r), (1.7 * r, -0.35 * r), (1.6 * r, -0.08 * r), (0.5 * r, -0.2 * r)]
    return pen.smooth(crown, colour) + pen.smooth(peak, colour)


HAIR: dict[str, Hair] = {
    "short": short, "bun": bun, "tail": tail, "bob": bob, "curly": curly, "bald": bald, "scarf": scarf, "cap": cap,
}  # fmt: skip


def face(pen: Pen, r: float, mood: float) -> str:
    """Two eyes and a mouth, looking a little to the right; mood -1 (sad) to 1 (glad)."""
    bend = 0.26 * r * mood
    mouth = f"M{-0.05 * r:.1f} {0.42 * r - bend / 3:.1f}Q{0.32 * r:.1f} {0.42 * r + bend:.1f} {0.66 * r:.1f} {0.40 * r - bend / 3:.1f}"
    return (
        pen.dot(0.02 * r, -0.02 * r, 0.1 * r)
        + pen.dot(0.62 * r, -0.02 * r, 0.1 * r)
        + pen.path(mouth, "", INK, 3.4)
    )


def head(
    pen: Pen, r: float, skin: str, hair: str, hair_colour: str, mood: float = 1, beard: bool = False
) -> str:
    """A head round the origin, r its radius."""
    skull = pen.oval(0, 0, r, 1.06 * r, skin)
    if hair == "scarf":
        inside = pen.oval(0.12 * r, 0.02 * r, 0.8 * r, 0.92 * r, skin, width=4)
        return scarf(pen, r, hair_colour) + inside + face(pen, r * 0.9, mood)
    ear = (
        pen.oval(-0.55 * r, 0.12 * r, 0.17 * r, 0.22 * r, skin, width=3.5)
        if hair in {"short", "bald", "cap", "bun", "tail"}
        else ""
    )
    chin = ""
    if beard:
        chin = pen.smooth(
            [
                (-0.95 * r, 0.15 * r),
                (-0.62 * r, 0.5 * r),
                (0.3 * r, 0.74 * r),
                (0.86 * r, 0.5 * r),
                (1.0 * r, 0.2 * r),
                (0.86 * r, 0.95 * r),
                (0.15 * r, 1.3 * r),
                (-0.66 * r, 0.95 * r),
            ],
            hair_colour,
        )
    return skull + chin + ear + face(pen, r, mood) + HAIR[hair](pen, r, hair_colour)
