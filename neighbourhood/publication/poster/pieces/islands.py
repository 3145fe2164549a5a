"""The islands: a drawing on a label with a title and a sentence, a balloon with a quote, two signs."""

from dataclasses import dataclass

from ..content import Island, PosterContent
from ..drawings.catalogue import drawing
from ..drawings.papers import balloon, floating_label, label
from ..drawings.signs import condition, valence
from ..geometry import Box, Piece, Words
from ..ink import Pen, at
from ..lettering import BRUSH, HAND, Style, fit, height
from ..palette import HEIGHT, PT, VALENCE, WIDTH
from .moving import nearest_free

MOST = 7
TITLE = Style(BRUSH, 23 * PT, leading=0.94)
SENTENCE = Style(size=12.6 * PT, leading=1.17)
QUOTE = Style(HAND, 14 * PT, leading=1.02)
TINT = {"opportunity": "#f3f8e6", "barrier": "#fff4da"}
DRAWING_W, DRAWING_H = 330, 275
PAD = 34
WIDE = frozenset({"alone", "dark_path", "parking", "damp_home", "new_windows", "containers", "thin_walls"})


@dataclass(frozen=True)
class Slot:
    """A place for an island: the middle of its lower edge, its width, and on which side the balloon is."""

    name: str
    x: float
    bottom: float
    w: float
    mirror: bool = False


SLOTS = {
    "sky_left": Slot("sky_left", 1298, 1128, 690),
    "sky_middle": Slot("sky_middle", 2100, 1138, 690, mirror=True),
    "sky_right": Slot("sky_right", 2902, 1128, 690, mirror=True),
    "far_left": Slot("far_left", 440, 2596, 740),
    "near_left": Slot("near_left", 1270, 2596, 740),
    "near_right": Slot("near_right", 2930, 2596, 740, mirror=True),
    "far_right": Slot("far_right", 3760, 2596, 740, mirror=True),
}
# Where nothing floats in the middle, the other two come closer.
CLOSER = {
    "sky_left": Slot("sky_left", 1375, 1110, 760),
    "sky_right": Slot("sky_right", 2825, 1110, 760, mirror=True),
}
# Good things gather in the morning light at the left, worries in the evening at the right.
ORDER = {
    "opportunity": (
        "sky_left",
        "far_left",
        "near_left",
        "sky_middle",
        "near_right",
        "far_right",
        "sky_right",
    ),
    "barrier": ("sky_right", "far_right", "near_right", "sky_middle", "near_left", "far_left", "sky_left"),
}


def placed(islands: tuple[Island, ...]) -> dict[str, Island]:
    """Which island gets which slot; both kinds take turns, so that neither pushes the other aside."""
    waiting = {kind: [island for island in islands[:MOST] if island.valence == kind] for kind in ORDER}
    taken: dict[str, Island] = {}
    while any(waiting.values()):
        for kind in sorted(waiting, key=lambda kind: -len(waiting[kind])):
            if waiting[kind]:
                slot = next(name for name in ORDER[kind] if name not in taken)
                taken[slot] = waiting[kind].pop(0)
    return taken


@dataclass(frozen=True)
class Measured:
    """An island's words, broken to the width of its slot."""

    title: list[str]
    title_style: Style
    sentence: list[str]
    sentence_style: Style
    quote: list[str]
    quote_style: Style
    label_h: float
    balloon: Box  # relative to the left upper corner of the island
    stage: float


def title_lines(text: str, room: float) -> tuple[list[str], Style]:
    """One line when that can be done at a good size, two otherwise."""
    lines, style = fit(text, TITLE, room, 1, 17 * PT)
    if len(lines) == 1 and not lines[0].endswith("…"):
        return lines, style
    return fit(text, TITLE, room, 2, 15 * PT)


def measure(island: Island, slot: Slot) -> Measured:
    """Break the words and find the heights."""
    title, title_style = title_lines(island.title, slot.w - 2 * PAD - 84)
    sentence, sentence_style = fit(island.sentence, SENTENCE, slot.w - 2 * PAD, 4 if len(title) == 1 else 3)
    label_h = 24 + height(title, title_style) + 8 + height(sentence, sentence_style) + 26
    room = slot.w - DRAWING_W - 6
    quote, quote_style = fit(f"‘{island.quote}’", QUOTE, room - 56, 4) if island.quote else ([], QUOTE)
    h = height(quote, quote_style) + 50 if quote else 0
    stage = max(DRAWING_H, h + 26) if quote else DRAWING_H
    x = 0.0 if slot.mirror else slot.w - room
    return Measured(
        title,
        title_style,
        sentence,
        sentence_style,
        quote,
        quote_style,
        label_h,
        Box(x, max(0, stage - h - 40) / 2, room, h),
        stage,
    )


def is_moved(island: Island) -> bool:
    """Whether the project leader gave the island a place of its own."""
    return island.x is not None and island.y is not None


def place(island: Island, slot: Slot, found: Measured, taken: list[Box]) -> Box:
    """Where the island is: in its slot, or near where the project leader put its middle."""
    h = found.stage + found.label_h + (40 if slot.name.startswith("sky") else 16)
    box = Box(slot.x - slot.w / 2, slot.bottom - h, slot.w, h)
    if island.x is None or island.y is None:
        return box.clamped()
    wanted = box.moved(island.x * WIDTH - box.x - box.w / 2, island.y * HEIGHT - box.y - box.h / 2)
    return nearest_free(wanted.clamped(), taken)


def words(island: Island, found: Measured, box: Box, floor: float) -> tuple[Words, ...]:
    """Title, sentence and quote at their places."""
    title = Words(
        "h2", box.x + PAD, floor + 24, box.w - 2 * PAD, tuple(found.title), found.title_style, middle=True
    )
    sentence = Words(
        "p",
        box.x + PAD,
        title.box.bottom + 8,
        box.w - 2 * PAD,
        tuple(found.sentence),
        found.sentence_style,
        middle=True,
    )
    if not found.quote:
        return title, sentence
    bubble = found.balloon
    quote = Words(
        "blockquote",
        box.x + bubble.x + 28,
        box.y + bubble.y + 24,
        bubble.w - 56,
        tuple(found.quote),
        found.quote_style,
        middle=True,
    )
    return title, sentence, quote


def middle_of_drawing(box: Box, found: Measured, slot: Slot) -> float:
    """Where the drawing stands: beside the balloon, or in the middle when nobody speaks."""
    if not found.quote:
        return box.x + box.w / 2
    return box.x + (box.w - DRAWING_W / 2 - 12 if slot.mirror else DRAWING_W / 2 + 12)


def spoken(pen: Pen, island: Island, slot: Slot, found: Measured, box: Box, x: float) -> str:
    """The drawing with its balloon; the tail lies over a wide drawing and behind the people of another."""
    floor, bubble = box.y + found.stage, found.balloon
    figure = at(x, floor + 6, drawing(island.drawing))
    if not found.quote:
        return figure
    reach = 112 if island.drawing in WIDE else 92
    tip = (x - reach if slot.mirror else x + reach, floor - 172)
    bubble_drawing = balloon(pen, box.x + bubble.x, box.y + bubble.y, bubble.w, bubble.h, tip)
    return figure + bubble_drawing if island.drawing in WIDE else bubble_drawing + figure


def tilted(box: Box, floor: float, found: Measured, paper: str) -> str:
    """The paper a little askew, as if put down by hand; the words on it stay level."""
    x, y = box.x + box.w / 2, floor + found.label_h / 2
    turn = 0.7 if round(x / 10 + y) % 2 else -0.7
    return f'<g transform="rotate({turn} {x:.0f} {y:.0f})">{paper}</g>'


def island_piece(island: Island, slot: Slot, taken: list[Box]) -> Piece:
    """One island, drawn and written; taken: where other islands are."""
    pen, found = Pen(island.key or island.title), measure(island, slot)
    box = place(island, slot, found, taken)
    floor = box.y + found.stage
    _deep, soft, _pale = VALENCE[island.valence]
    under = floating_label if slot.name.startswith("sky") else label
    parts = [
        tilted(box, floor, found, under(pen, box.x, floor, box.w, found.label_h, soft, TINT[island.valence])),
        spoken(pen, island, slot, found, box, middle_of_drawing(box, found, slot)),
        at(box.x + 22, floor + 30, valence(pen, island.valence, 42)),
        at(box.right - 22, floor + 30, condition(pen, island.condition, 42)),
    ]
    return Piece(f"island-{island.key}", box, "".join(parts), words(island, found, box, floor))


def islands(content: PosterContent) -> tuple[list[Piece], set[str]]:
    """All islands, those that were moved after the others, and the slots that they leave free."""
    taken = placed(content.islands)
    slots = SLOTS if "sky_middle" in taken else SLOTS | CLOSER
    pieces: list[Piece] = []
    for name, island in sorted(taken.items(), key=lambda item: is_moved(item[1])):
        pieces.append(island_piece(island, slots[name], [piece.box for piece in pieces]))
    moved = {name for name, island in taken.items() if is_moved(island)}
    return pieces, set(SLOTS) - set(taken) | moved


def is_airy(content: PosterContent) -> bool:
    """Whether no island has its place in the middle of the sky, so that the title has more room."""
    return "sky_middle" not in placed(content.islands) and not any(map(is_moved, content.islands))
