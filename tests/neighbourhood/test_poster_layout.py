"""The praatplaat's layout: whatever people write, nothing overlaps, leaves the page or gets too small."""

from dataclasses import replace
from itertools import combinations

import pytest

from neighbourhood.publication.poster.content import Island, PosterContent, PosterFigure
from neighbourhood.publication.poster.geometry import PAGE, Box, Piece
from neighbourhood.publication.poster.lettering import SMALLEST, width
from neighbourhood.publication.poster.pieces.islands import SLOTS, placed
from neighbourhood.publication.poster.scene import Scene, compose
from tests.neighbourhood.poster_sample import SAMPLE

LONG = (
    "Hier woont iedereen met plezier, maar de een heeft het wat makkelijker dan de ander in deze lange straat"
)
WORD = "Arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersvereniging"
ARABIC = "نحن نعيش هنا معا في هذا الشارع"
EMOJI = "👩‍👩‍👧‍👦 Samen 🎉🎉🎉 in de straat 🚲"


def everywhere(text: str) -> PosterContent:
    """The sample with one text in every field that people fill in."""
    islands = tuple(replace(island, title=text, sentence=text, quote=text) for island in SAMPLE.islands)
    return replace(
        SAMPLE, title=text, subtitle=text, islands=islands, proud=(text,) * 5, worries=(text,) * 5,
        figures=tuple(PosterFigure(6, text) for _ in range(3)), open_balloons=(text,) * 3, reach=text,
        contact=text, date=text,
    )  # fmt: skip


CONTENTS = {
    "the sample": SAMPLE,
    "published": replace(SAMPLE, concept=False),
    "without address": replace(SAMPLE, url=""),
    "five islands": replace(SAMPLE, islands=SAMPLE.islands[:5]),
    "six islands": replace(SAMPLE, islands=SAMPLE.islands[:6]),
    "no islands": replace(SAMPLE, islands=()),
    "opportunities only": replace(
        SAMPLE, islands=tuple(replace(i, valence="opportunity") for i in SAMPLE.islands)
    ),
    "barriers only": replace(SAMPLE, islands=tuple(replace(i, valence="barrier") for i in SAMPLE.islands)),
    "no quotes": replace(SAMPLE, islands=tuple(replace(i, quote="") for i in SAMPLE.islands)),
    "no lists": replace(SAMPLE, proud=(), worries=()),
    "one item": replace(SAMPLE, proud=("Buren",), worries=("Verkeer",)),
    "no figures": replace(SAMPLE, figures=()),
    "one balloon": replace(SAMPLE, open_balloons=("Ik zou hier wel willen …",)),
    "two balloons": replace(SAMPLE, open_balloons=SAMPLE.open_balloons[:2]),
    "long texts": everywhere(LONG),
    "long texts, published": replace(everywhere(LONG), concept=False),
    "a long word": everywhere(WORD),
    "right to left": everywhere(ARABIC),
    "emoji": everywhere(EMOJI),
    "one letter": everywhere("x"),
    "very long": everywhere(LONG * 8),
    "nothing": everywhere(""),
}


@pytest.fixture(params=CONTENTS, ids=str)
def scene(request: pytest.FixtureRequest) -> Scene:
    """One poster of each kind of content."""
    return compose(CONTENTS[request.param])


def ink_box(piece: Piece, index: int) -> Box:
    """The room that the letters of a text really take, centred when it is centred."""
    words = piece.words[index]
    wide = max((width(line, words.style) for line in words.lines), default=0)
    x = words.x + (words.w - wide) / 2 if words.middle else words.x
    return Box(x, words.y, wide, words.box.h)


def test_every_piece_lies_on_the_page(scene: Scene):
    assert [piece.name for piece in scene.pieces if not PAGE.holds(piece.box)] == []


def test_every_text_keeps_four_millimetres_from_the_edge_of_the_page(scene: Scene):
    safe = Box(PAGE.x + 38, PAGE.y + 38, PAGE.w - 76, PAGE.h - 76)
    outside = [
        (piece.name, words.lines)
        for piece in scene.pieces
        for i, words in enumerate(piece.words)
        if words.lines and not safe.holds(ink_box(piece, i))
    ]
    assert outside == []


def test_every_line_fits_the_width_of_its_text(scene: Scene):
    too_wide = [
        line for piece in scene.pieces for words in piece.words for line in words.lines
        if width(line, words.style) > words.w + 1
    ]  # fmt: skip
    assert too_wide == []


def test_no_type_is_smaller_than_twelve_points(scene: Scene):
    sizes = [words.style.size for piece in scene.pieces for words in piece.words]
    assert min(sizes) >= SMALLEST - 0.01


def test_no_two_texts_overlap(scene: Scene):
    boxes = [
        (piece.name, i, ink_box(piece, i))
        for piece in scene.pieces
        for i, words in enumerate(piece.words)
        if words.lines
    ]
    clashes = [(a[:2], b[:2]) for a, b in combinations(boxes, 2) if a[2].overlaps(b[2])]
    assert clashes == []


def test_no_two_pieces_overlap(scene: Scene):
    clashes = [(a.name, b.name) for a, b in combinations(scene.pieces, 2) if a.box.overlaps(b.box)]
    assert clashes == []


def test_every_text_of_an_island_lies_within_the_island(scene: Scene):
    islands = [piece for piece in scene.pieces if piece.name.startswith("island")]
    outside = [
        piece.name
        for piece in islands
        for i in range(len(piece.words))
        if not piece.box.holds(ink_box(piece, i))
    ]
    assert outside == []


@pytest.mark.parametrize(
    ("x", "y"), [(0.0, 0.0), (1.0, 1.0), (0.0, 1.0), (1.0, 0.0), (-3.0, 9.0), (0.5, 0.5)]
)
def test_an_island_that_is_dragged_over_the_edge_stays_on_the_page(x: float, y: float):
    moved = replace(SAMPLE, islands=(replace(SAMPLE.islands[0], x=x, y=y), *SAMPLE.islands[1:]))
    piece = next(p for p in compose(moved).pieces if p.name == "island-omzien")
    assert PAGE.holds(piece.box)


def test_an_island_goes_where_the_project_leader_puts_it():
    moved = replace(SAMPLE, islands=(replace(SAMPLE.islands[0], x=0.5, y=0.5), *SAMPLE.islands[1:]))
    box = next(p for p in compose(moved).pieces if p.name == "island-omzien").box
    assert (box.x + box.w / 2, box.y + box.h / 2) == pytest.approx((PAGE.w / 2, PAGE.h / 2))


@pytest.mark.parametrize(
    ("x", "y"), [(0.1, 0.2), (0.5, 0.05), (0.9, 0.3), (0.5, 0.55), (0.2, 0.98), (0.3, 0.3), (0.62, 0.62)]
)
def test_an_island_that_is_put_on_top_of_words_moves_aside(x: float, y: float):
    moved = replace(SAMPLE, islands=(replace(SAMPLE.islands[0], x=x, y=y), *SAMPLE.islands[1:]))
    pieces = compose(moved).pieces
    assert [(a.name, b.name) for a, b in combinations(pieces, 2) if a.box.overlaps(b.box)] == []


def test_two_islands_on_the_same_place_stand_beside_each_other():
    both = tuple(replace(island, x=0.4, y=0.6) for island in SAMPLE.islands[:2])
    pieces = compose(replace(SAMPLE, islands=(*both, *SAMPLE.islands[2:]))).pieces
    assert [(a.name, b.name) for a, b in combinations(pieces, 2) if a.box.overlaps(b.box)] == []


def test_a_balloon_that_has_no_place_in_the_street_is_left_out():
    wall = tuple(
        replace(island, x=x, y=0.55) for island, x in zip(SAMPLE.islands, (0.2, 0.4, 0.6, 0.8), strict=False)
    )
    names = [piece.name for piece in compose(replace(SAMPLE, islands=(*wall, *SAMPLE.islands[4:]))).pieces]
    assert sum(name.startswith("open") for name in names) < 3


def test_moving_one_island_leaves_the_others_where_they_are():
    moved = replace(SAMPLE, islands=(replace(SAMPLE.islands[0], x=0.5, y=0.5), *SAMPLE.islands[1:]))
    before = {p.name: p.box for p in compose(SAMPLE).pieces if p.name.startswith("island")}
    after = {p.name: p.box for p in compose(moved).pieces if p.name.startswith("island")}
    assert {name for name in before if before[name] != after[name]} == {"island-omzien"}


def test_opportunities_stand_left_and_barriers_right():
    taken = placed(SAMPLE.islands)
    middle = {
        island.valence: [SLOTS[slot].x for slot, i in taken.items() if i.valence == island.valence]
        for island in SAMPLE.islands
    }
    assert max(middle["opportunity"]) <= 2100 <= min(middle["barrier"])


def test_the_eighth_island_is_left_out():
    eighth = Island("acht", "Acht", "Nummer acht.", "coffee", "opportunity", "cohesion")
    names = [piece.name for piece in compose(replace(SAMPLE, islands=(*SAMPLE.islands, eighth))).pieces]
    assert "island-acht" not in names
    assert sum(name.startswith("island") for name in names) == 7


def test_the_same_content_gives_the_same_poster():
    assert compose(SAMPLE) == compose(SAMPLE)


def test_a_published_poster_does_not_say_concept():
    names = [piece.name for piece in compose(replace(SAMPLE, concept=False)).pieces]
    assert "concept" not in names


def test_without_an_address_there_is_no_code():
    assert "code" in [piece.name for piece in compose(SAMPLE).pieces]
    assert "code" not in [piece.name for piece in compose(replace(SAMPLE, url="")).pieces]
