"""People: simple figures, nobody in particular, of all ages, looks and ways to get about.

A figure stands with its feet on the origin and looks to the right. An adult is about 21 mm tall.
"""

from dataclasses import dataclass

from ..ink import Pen, Point, at
from ..palette import GREY, INK, STEEL
from .heads import head

ADULT = 205.0


@dataclass(frozen=True)
class Look:
    """How somebody looks. wear: coat, dress or shirt. arms: two poses, behind and in front."""

    skin: str = "#e0ab80"
    hair: str = "short"
    hair_colour: str = "#6b4226"
    coat: str = "#2f6f8f"
    legs: str = "#33505e"
    wear: str = "shirt"
    mood: float = 1
    beard: bool = False
    tall: float = ADULT


# Where elbow and hand are, from the shoulder, as shares of the arm's length (x to the right, y down).
ARMS: dict[str, tuple[Point, Point]] = {
    "down": ((0.12, 0.5), (0.1, 0.98)),
    "back": ((-0.3, 0.45), (-0.38, 0.9)),
    "swing": ((0.35, 0.45), (0.62, 0.8)),
    "wave": ((0.75, 0.25), (0.8, -0.72)),
    "hold": ((0.25, 0.5), (0.85, 0.5)),
    "cup": ((0.3, 0.55), (0.75, 0.12)),
    "reach": ((0.5, 0.15), (1.05, 0.05)),
    "phone": ((0.75, 0.45), (0.42, -0.36)),
    "hip": ((-0.5, 0.35), (-0.05, 0.62)),
    "cheer": ((0.55, -0.1), (0.7, -0.95)),
    "push": ((0.4, 0.35), (0.95, 0.35)),
}


def arm(pen: Pen, look: Look, x: float, y: float, pose: str, unit: float) -> str:
    """One arm with its hand, from the shoulder at x, y."""
    elbow, hand = ARMS[pose]
    length = 66 * unit
    end = (x + hand[0] * length, y + hand[1] * length)
    sleeve = pen.limb([(x, y), (x + elbow[0] * length, y + elbow[1] * length), end], look.coat, 15 * unit)
    return sleeve + pen.oval(end[0], end[1], 9.5 * unit, 9.5 * unit, look.skin, width=5)


def legs(pen: Pen, look: Look, unit: float, stride: float) -> str:
    """Two legs with shoes; stride in units, 0 when standing."""
    parts = []
    for side in (-1, 1):
        foot = side * (13 * unit + stride)
        parts.append(
            pen.limb(
                [(side * 11 * unit, -92 * unit), (foot * 0.6, -46 * unit), (foot, -9 * unit)],
                look.legs,
                19 * unit,
            )
        )
        parts.append(pen.oval(foot + 7 * unit, -6 * unit, 17 * unit, 8.5 * unit, INK, stroke=""))
    return "".join(parts)


def torso(pen: Pen, look: Look, unit: float) -> str:
    """The upper body in a shirt, a coat or a dress."""
    hem, wide = {"shirt": (-82, 31), "coat": (-56, 37), "dress": (-48, 46)}[look.wear]
    points = [
        (-20, -158),
        (20, -158),
        (29, -138),
        (29 if wide < 40 else 26, -105),
        (wide, hem),
        (-wide, hem),
        (-29 if wide < 40 else -26, -105),
        (-29, -138),
    ]
    body = pen.smooth([(x * unit, y * unit) for x, y in points], look.coat, wobble=1)
    if look.wear == "coat":
        body += pen.line((4 * unit, -150 * unit), (6 * unit, (hem + 6) * unit), width=4)
    return body


def person(pen: Pen, look: Look, behind: str = "back", front: str = "down", stride: float = 0) -> str:
    """Somebody standing or walking."""
    unit = look.tall / ADULT
    r = 25 * unit**0.55
    neck = -162 * unit
    return "".join([
        arm(pen, look, 17 * unit, -142 * unit, behind, unit),
        legs(pen, look, unit, stride),
        torso(pen, look, unit),
        at(3 * unit, neck - r * 0.78, head(pen, r, look.skin, look.hair, look.hair_colour, look.mood, look.beard)),
        arm(pen, look, -14 * unit, -142 * unit, front, unit),
    ])  # fmt: skip


def seated(pen: Pen, look: Look, front: str = "hold", height: float = 52) -> str:
    """Somebody sitting; the seat is `height` above the ground, under the origin."""
    unit = look.tall / ADULT
    up = -height
    lower = []
    for shift in (10, 0):
        knee = (54 * unit + shift, up - 8)
        lower.append(pen.limb([(0, up - 8), knee, (knee[0], up - 4)], look.legs, 19 * unit))
        lower.append(pen.limb([knee, (knee[0] + 3, -9)], look.legs, 17 * unit))
        lower.append(pen.oval(knee[0] + 12, -6, 16 * unit, 8 * unit, INK, stroke=""))
    body = pen.smooth(
        [(x * unit, up - y * unit) for x, y in [(-18, 84), (18, 84), (27, 60), (27, 0), (-27, 0), (-27, 60)]],
        look.coat,
        wobble=1,
    )
    r = 25 * unit**0.55
    top = at(
        3,
        up - 88 * unit - r * 0.78,
        head(pen, r, look.skin, look.hair, look.hair_colour, look.mood, look.beard),
    )
    return "".join([*lower, body, top, arm(pen, look, -8 * unit, up - 70 * unit, front, unit)])


def with_rollator(pen: Pen, look: Look) -> str:
    """Somebody walking behind a rollator."""
    frame = [
        pen.limb([(62, -108), (70, -60), (78, -16)], GREY, 5),
        pen.limb([(70, -70), (106, -62), (116, -16)], GREY, 5),
        pen.box(66, -76, 44, 24, "#c2533d"),
        pen.oval(78, -12, 11, 11, "#fffdf8"), pen.oval(116, -12, 11, 11, "#fffdf8"),
    ]  # fmt: skip
    return person(pen, look, "push", "push", stride=9) + "".join(frame)


def in_wheelchair(pen: Pen, look: Look) -> str:
    """Somebody in a wheelchair."""
    back = pen.limb([(-34, -122), (-30, -70), (-28, -50)], STEEL, 6) + pen.line(
        (-34, -122), (-54, -124), width=9
    )
    wheel = pen.oval(-8, -44, 43, 43, "", width=9) + pen.oval(-8, -44, 7, 7, STEEL)
    spokes = "".join(
        pen.line((-8, -44), (-8 + 40 * x, -44 + 40 * y), width=2.5, wobble=0)
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, -0.7), (0.7, -0.7), (-0.7, 0.7))
    )
    rest = pen.limb([(30, -50), (66, -46), (74, -14)], STEEL, 5) + pen.oval(60, -11, 11, 11, "#fffdf8")
    return back + rest + seated(pen, look, "hold", 54) + spokes + wheel


def with_stick(pen: Pen, look: Look) -> str:
    """Somebody who walks with a stick."""
    return pen.line((50, -92), (58, -2), width=8) + person(pen, look, "down", "swing", stride=6)
