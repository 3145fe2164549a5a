"""The drawing of partners: every name is in it, nothing overlaps, and nothing leaves its card."""

import re
import xml.etree.ElementTree as ElementTree
from itertools import combinations

import pytest

from msa.documents.lettering import one_line, text_width, wrap
from projects.drawings.cards import PAD, SMALLEST, Card, Entry, Placed
from projects.drawings.partners import Layout, Scene, middle_words, narrow, narrow_layout, wide, wide_layout

SVG = "{http://www.w3.org/2000/svg}"
LAYOUTS = [wide_layout, narrow_layout]
DRAWINGS = [wide, narrow]
LONG = "Stichting Samenwerkende Buurtverenigingen en Huurdersbelangen Oost-Spoordam en Omstreken voor Wonen"
ONE_WORD = "Samenwerkingsverbandhuurdersbelangenbehartigingsorganisatie"


def _card(name: str, heading: str = "Gemeente", **changes: object) -> Card:
    values: dict[str, object] = {"under": ("Hanneke Spoorboom",), "firm": True} | changes
    return Card(heading, (Entry(name, **values),))  # type: ignore[arg-type]


def _scene(wider: int = 5, name: str = "Gemeente Spoordam", corner: int = 1, middle: str = "") -> Scene:
    entries = tuple(Entry(f"{name} {number}", ("Mila Overweg",)) for number in range(corner))
    corners = (
        Card("Corporatie", entries),
        Card("Welzijn", entries[:1]),
        Card("Aannemer", empty="nog te vragen"),
    )
    return Scene(
        title="De driehoek van Spoorbuurt",
        description="Op de hoeken staan er drie.",
        middle=(middle or "Bewoners van Spoorbuurt", "Bewoners"),
        corners=corners,
        wider=tuple(_card(f"{name} {number}", alarm="afspraak loopt af") for number in range(wider)),
        wider_label="De wijdere kring",
        wider_empty="nog niemand gevraagd",
    )


SCENES = [
    _scene(wider=0),
    _scene(wider=1),
    _scene(wider=2),
    _scene(wider=7),
    _scene(wider=24),
    _scene(wider=6, name=LONG),
    _scene(wider=5, name=ONE_WORD),
    _scene(wider=3, corner=4),
    _scene(wider=1, corner=3, name=LONG),
]


def _overlap(one: Placed, other: Placed) -> bool:
    aside = one.x + one.w <= other.x or other.x + other.w <= one.x
    below = one.y + one.h <= other.y or other.y + other.h <= one.y
    return not aside and not below


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("scene", SCENES)
def test_no_two_cards_overlap_and_all_are_on_the_sheet(scene: Scene, layout: object) -> None:
    placed: Layout = layout(scene)  # type: ignore[operator]
    assert len(placed.cards) == 3 + max(len(scene.wider), 1)
    assert [pair for pair in combinations(placed.cards, 2) if _overlap(*pair)] == []
    for card in placed.cards:
        assert card.x >= 0
        assert card.y >= 0
        assert card.x + card.w <= placed.width
        assert card.y + card.h <= placed.height


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("scene", SCENES)
def test_every_card_lies_whole_within_the_circle(scene: Scene, layout: object) -> None:
    placed: Layout = layout(scene)  # type: ignore[operator]
    x, y, w, h, round_off = placed.ring
    for card in placed.cards:
        assert x < card.x and card.x + card.w < x + w
        assert y < card.y and card.y + card.h < y + h
        for corner_x in (card.x, card.x + card.w):
            for corner_y in (card.y, card.y + card.h):
                aside = max(x + round_off - corner_x, corner_x - (x + w - round_off), 0)
                above = max(y + round_off - corner_y, corner_y - (y + h - round_off), 0)
                assert aside**2 + above**2 < round_off**2


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("scene", SCENES)
def test_every_line_fits_in_its_card(scene: Scene, layout: object) -> None:
    for card in layout(scene).cards:  # type: ignore[operator]
        for line in card.lines:
            assert text_width(line.text, line.size, line.weight) <= card.w - PAD
            assert line.top >= 0
            assert line.top + line.size <= card.h


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("scene", SCENES)
def test_lines_of_one_card_do_not_overlap_and_stay_readable(scene: Scene, layout: object) -> None:
    for card in layout(scene).cards:  # type: ignore[operator]
        for line, following in zip(card.lines, card.lines[1:], strict=False):
            assert line.top + line.size <= following.top
        assert all(line.size >= 15.5 * 0.9 * SMALLEST for line in card.lines)


@pytest.mark.parametrize("drawing", DRAWINGS)
@pytest.mark.parametrize("scene", SCENES)
def test_every_name_is_real_text(scene: Scene, drawing: object) -> None:
    root = ElementTree.fromstring(drawing(scene, "a"))  # type: ignore[operator]
    letters = "".join(text.text or "" for text in root.iter(f"{SVG}text")).replace("-", "").replace(" ", "")
    for card in (*scene.corners, *scene.wider):
        for words in (card.heading, *(entry.name for entry in card.entries)):
            assert words.replace(" ", "").replace("-", "") in letters


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize(
    "middle", ["Bewoners van Spoorbuurt", f"Bewoners van {LONG}", f"Bewoners van {ONE_WORD}"]
)
def test_the_words_in_the_middle_stay_within_the_triangle(scene: Scene, layout: object, middle: str) -> None:
    full = Scene(**{**scene.__dict__, "middle": (middle, "Bewoners")})
    placed: Layout = layout(full)  # type: ignore[operator]
    (_x, apex), (left, base), (right, _base) = placed.points
    lines, top = middle_words(full, placed)
    assert lines
    for line in lines:
        room = (right - left) * (top - apex) / (base - apex)
        assert text_width(line, 18 * placed.scale, 700) < room
    assert top >= placed.corners[0].y + placed.corners[0].h
    assert top + len(lines) * 18 * placed.scale <= min(card.y for card in placed.corners[1:])


def test_an_empty_corner_says_what_to_do_and_its_sides_are_broken() -> None:
    drawn = wide(_scene(), "a")
    assert "nog te vragen" in drawn
    sides = re.findall(r'<path d="M[^"]+L[^"]+"[^>]*>', drawn)
    assert len(sides) == 3
    assert len([side for side in sides if "stroke-dasharray" in side]) == 2


def test_who_was_only_asked_has_a_broken_border() -> None:
    scene = _scene(wider=0)
    asked = wide(Scene(**{**scene.__dict__, "wider": (_card("Politie", firm=False),)}), "a")
    joined = wide(Scene(**{**scene.__dict__, "wider": (_card("Politie"),)}), "a")
    assert asked.count("stroke-dasharray") == joined.count("stroke-dasharray") + 1
    assert ">gevraagd<" in wide(scene, "a")  # where nobody is


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_the_drawing_has_a_name_and_a_description(drawing: object) -> None:
    root = ElementTree.fromstring(drawing(_scene(), "smal"))  # type: ignore[operator]
    assert root.get("role") == "img"
    named = {element.get("id"): element.text for element in root if element.get("id")}
    assert [named[key] for key in (root.get("aria-labelledby") or "").split()] == [
        "De driehoek van Spoorbuurt",
        "Op de hoeken staan er drie.",
    ]


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_names_are_escaped_and_nothing_a_strict_policy_refuses_is_in_it(drawing: object) -> None:
    drawn: str = drawing(_scene(name='<script>"&\x07\u202e'), "a")  # type: ignore[operator]
    ElementTree.fromstring(drawn)
    assert "<script" not in drawn
    assert "\u202e" not in drawn
    assert "style=" not in drawn
    assert not re.search(r"\son\w+=", drawn)


def test_words_are_broken_where_they_fit() -> None:
    assert wrap("een twee", 1000, 18) == ["een twee"]
    assert wrap("een twee", 1, 18)[0].startswith("e")
    lines = wrap(ONE_WORD, 100, 18, 700)
    assert "".join(line.rstrip("-") for line in lines) == ONE_WORD
    assert all(text_width(line, 18, 700) <= 100 for line in lines)
    assert len(wrap("Praktijkondersteuning", 150, 15, 700)[-1]) >= 4
    assert one_line(" a\nb\x00\u200bc  d ") == "a b c d"
    assert wrap("", 100, 18) == [""]
