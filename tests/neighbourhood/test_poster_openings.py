"""The empty balloons: room is made for them, and what finds none is told."""

from dataclasses import replace
from itertools import combinations

import pytest

from neighbourhood.publication.poster.content import PosterContent
from neighbourhood.publication.poster.handles import left_out
from neighbourhood.publication.poster.scene import compose
from tests.neighbourhood.editing import field, leader_client, page, sent
from tests.neighbourhood.poster_sample import SAMPLE


def _with_first_at(x: float, y: float) -> PosterContent:
    return replace(SAMPLE, islands=(replace(SAMPLE.islands[0], x=x, y=y), *SAMPLE.islands[1:]))


@pytest.mark.parametrize("x", [0.25, 0.33, 0.5, 0.58, 0.66, 0.75, 0.8])
def test_one_island_in_the_street_leaves_room_for_all_balloons(x: float) -> None:
    content = _with_first_at(x, 0.55)
    pieces = compose(content).pieces
    assert sum(piece.name.startswith("open") for piece in pieces) == 3
    assert [(a.name, b.name) for a, b in combinations(pieces, 2) if a.box.overlaps(b.box)] == []
    assert left_out(content) == []


def test_balloons_stay_where_they_are_while_nothing_is_in_their_way() -> None:
    usual = {p.name: p.box for p in compose(SAMPLE).pieces if p.name.startswith("open")}
    away = {p.name: p.box for p in compose(_with_first_at(0.3, 0.3)).pieces if p.name.startswith("open")}
    assert usual == away


@pytest.mark.django_db
def test_the_preview_says_which_balloon_found_no_room(picture) -> None:
    titles = ["Lange weekenden", "Talent genoeg", "Donkere paden", "Groen voor de deur"]
    wall = {}
    for title, x in zip(titles, (20, 40, 60, 80), strict=True):
        wall |= {field(title, "x"): x, field(title, "y"): 55}
    body = leader_client().post(page("poster_preview"), sent(picture, **wall)).content.decode()
    assert "geen plek meer in de straat" in body
    untouched = leader_client().post(page("poster_preview"), sent(picture)).content.decode()
    assert "geen plek meer" not in untouched
    assert "data-note" in untouched
