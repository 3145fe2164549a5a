"""The blocks of a neighbourhood (V9): homes, order, names, and two that become one."""

from collections.abc import Callable

import pytest
from django.test import Client

from housevisits.models import Household
from msa.models import AuditEntry
from msa.sharing import Shared
from msa.windows import FIELD
from neighbourhood.figures.rounding import RULES
from projects.contributions import surroundings as contributions
from projects.models import Block, Person, Phase, Role
from projects.overviews.surroundings import LEAST, SMALL, blocks_of
from projects.services import surroundings as services
from tests.cast import Cast, make_home
from tests.projects.blocks import count_homes, import_homes, leader_of, names_of, page_of
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def test_the_threshold_is_that_of_the_figures() -> None:
    assert RULES.least == LEAST
    assert SMALL == 30


def test_homes_come_from_the_address_list_and_else_by_hand(cast: Cast) -> None:
    Block.objects.filter(pk__in=[cast.blocks[0].pk, cast.blocks[1].pk]).update(homes=40)
    found = [(line.homes, line.counted) for line in blocks_of(cast.project).lines]
    assert found == [(3, True), (40, False), (None, False)]


@pytest.mark.parametrize(
    ("homes", "small", "neighbours"),
    [
        ((29, 50, 60), [0], [1]),
        ((30, 50, 60), [], []),
        ((60, 12, 40), [1], [2]),
        ((40, 12, 60), [1], [0]),
        ((60, 50, 3), [2], [1]),
        ((None, 12, 60), [1], [2]),
        ((5, 6, 100), [0, 1], [1, 0]),
    ],
)
def test_a_small_block_is_proposed_to_its_smaller_neighbour(
    cast: Cast, homes: tuple[int | None, ...], small: list[int], neighbours: list[int]
) -> None:
    count_homes(cast, *homes)
    found = blocks_of(cast.project).small
    assert [line.block for line in found] == [cast.blocks[place] for place in small]
    assert [line.neighbour for line in found] == [cast.blocks[place] for place in neighbours]


def test_a_single_block_is_never_too_small(cast: Cast) -> None:
    Household.objects.all().delete()
    cast.project.blocks.exclude(pk=cast.blocks[0].pk).delete()
    Block.objects.update(homes=4)
    assert not blocks_of(cast.project).small


def test_the_page_explains_why_a_block_is_too_small(cast: Cast, browser: Browser) -> None:
    count_homes(cast, 12, 50, 60)
    page = browser(leader_of(cast)).get(page_of(cast)).content.decode()
    assert "Voorstel: voeg dit blok bij Midden" in page
    assert "minder dan 10 gesprekken" in page
    assert "81 en 83 van de 100 woningen" in page


@pytest.mark.parametrize("role", [Role.RESIDENT_GROUP, Role.PARTNER, Role.CONTRACTOR_TECHNICAL])
def test_everybody_reads_the_blocks_and_few_change_them(cast: Cast, browser: Browser, role: str) -> None:
    page = browser(cast.person(role)).get(page_of(cast)).content.decode()
    assert "Noord" in page
    assert page_of(cast, "block_edit", cast.blocks[0].pk) not in page
    assert page_of(cast, "block_merge", cast.blocks[0].pk) not in page


def test_a_block_is_added_behind_the_others(cast: Cast, browser: Browser) -> None:
    browser(leader_of(cast)).post(page_of(cast, "block_add"), {"name": "  Oost   zijde", "homes": "34"})
    assert names_of(cast.project) == ["Noord", "Midden", "Zuid", "Oost zijde"]
    assert AuditEntry.objects.filter(act="block added", subject="Oost zijde").exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"name": "noord"}, "Er is al een blok dat"),
        ({"name": ""}, "Vul hier iets in."),
        ({"name": "x" * 81}, "1 teken te lang: er passen er 80."),
        ({"name": "Oost", "homes": "-1"}, "0 of meer"),
        ({"name": "Oost", "homes": "veel"}, "heel getal"),
        ({"name": "Oost", "homes": "99999999999999"}, "hooguit 5000"),
    ],
)
def test_a_block_that_cannot_be_says_why_and_keeps_what_was_typed(
    cast: Cast, browser: Browser, data: dict[str, str], sentence: str
) -> None:
    answer = browser(leader_of(cast)).post(page_of(cast, "block_add"), data)
    assert sentence in answer.content.decode()
    assert data["name"] in answer.content.decode()
    assert cast.project.blocks.count() == 3


@pytest.mark.parametrize(
    ("place", "button", "order"),
    [(1, "up", ["Midden", "Noord", "Zuid"]), (1, "down", ["Noord", "Zuid", "Midden"])],
)
def test_a_block_moves_one_place(
    cast: Cast, browser: Browser, place: int, button: str, order: list[str]
) -> None:
    browser(leader_of(cast)).post(page_of(cast, "block_move", cast.blocks[place].pk), {button: ""})
    assert names_of(cast.project) == order


def test_the_first_block_moves_no_further_up(cast: Cast) -> None:
    assert not services.move_block(block=cast.blocks[0], by=leader_of(cast), up=True)
    assert names_of(cast.project) == ["Noord", "Midden", "Zuid"]


def test_a_renamed_block_is_found_by_a_list_with_its_old_name(cast: Cast) -> None:
    services.change_block(block=cast.blocks[0], by=leader_of(cast), name="Perronzijde", homes=None)
    import_homes(cast, "Noord", "Perronzijde", "Zuid")
    assert names_of(cast.project) == ["Perronzijde", "Midden", "Zuid"]
    assert Household.objects.filter(street="Perronstraat", block=cast.blocks[0]).count() == 2


def test_a_list_that_was_read_before_changes_nothing_after_renaming(cast: Cast) -> None:
    import_homes(cast, "Noord", "Zuid")
    services.change_block(block=cast.blocks[0], by=leader_of(cast), name="Perronzijde", homes=None)
    before = list(Household.objects.values_list("pk", "block"))
    import_homes(cast, "Noord", "Zuid")
    assert list(Household.objects.values_list("pk", "block")) == before


def test_two_windows_change_different_fields_and_both_stay(cast: Cast, browser: Browser) -> None:
    block = cast.blocks[1]
    page, client = page_of(cast, "block_edit", block.pk), browser(leader_of(cast))
    opened = str(client.get(page).context["form"].window)
    services.change_block(block=block, by=leader_of(cast), name="Midden", homes=44)
    client.post(page, {FIELD: opened, "name": "Middenstuk", "homes": ""})
    block.refresh_from_db()
    assert (block.name, block.homes) == ("Middenstuk", 44)


def test_two_windows_change_the_same_field_and_the_second_is_asked(cast: Cast, browser: Browser) -> None:
    block = cast.blocks[1]
    page, client = page_of(cast, "block_edit", block.pk), browser(leader_of(cast))
    opened = str(client.get(page).context["form"].window)
    services.change_block(block=block, by=leader_of(cast), name="Midden", homes=44)
    answer = client.post(page, {FIELD: opened, "name": "Midden", "homes": "40"})
    assert "schreef hier intussen: ‘44’" in answer.content.decode()
    client.post(page, {FIELD: str(answer.context["form"].window), "name": "Midden", "homes": "40"})
    block.refresh_from_db()
    assert block.homes == 40


def test_the_phase_board_asks_for_blocks_homes_and_size(cast: Cast) -> None:
    count_homes(cast, 12, None, 60)
    found = {one.key: one for one in contributions.requirements(cast.project, Shared())}
    assert {key: one.met for key, one in found.items()} == {
        "blocks": True,
        "homes": False,
        "block sizes": False,
    }
    assert not any(one.blocks for one in found.values())
    assert "Midden" in found["homes"].reason
    cast.project.blocks.all().delete()
    assert not next(contributions.requirements(cast.project, Shared())).met


def test_vandaag_points_at_small_blocks_while_they_can_be_merged(cast: Cast) -> None:
    count_homes(cast, 12, 50, 60)
    leader = cast.members[Role.PROJECT_LEADER]
    assert [item.title for item in contributions.today(leader, Shared())] == ["Kijk of blokken samen kunnen"]
    leader.project.phase = Phase.HOUSE_VISITS
    assert not list(contributions.today(leader, Shared()))
    assert not list(contributions.today(cast.members[Role.PARTNER], Shared()))


def test_the_number_of_homes_outlives_the_address_list(cast: Cast) -> None:
    services.keep_homes(project=cast.project)
    Household.objects.all().delete()
    assert [line.homes for line in blocks_of(cast.project).lines] == [3, None, None]


def test_the_page_asks_as_much_for_one_home_as_for_two_hundred(cast: Cast, browser: Browser) -> None:
    client = browser(leader_of(cast))
    before = count_queries(client, page_of(cast))
    for number in range(10, 210):
        make_home(cast.project, number)
    for number in range(40):
        Block.objects.create(project=cast.project, name=f"Blok {number}", order=number + 5)
    assert count_queries(client, page_of(cast)) == before
