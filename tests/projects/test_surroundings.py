"""The blocks of a neighbourhood (V9): homes, order, names, and two that become one."""

import io
from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from housevisits.imports import addresses
from housevisits.models import Conversation, Draft, Household, SealedRegistration
from housevisits.services.imports.addresses import NO_BLOCK, store_addresses
from msa.models import AuditEntry
from msa.tables import read_table
from msa.windows import FIELD
from neighbourhood.figures.rounding import RULES
from projects.contributions import surroundings as contributions
from projects.models import Block, Person, Phase, Project, Role
from projects.overviews.surroundings import LEAST, SMALL, blocks_of, uses_of
from projects.services import surroundings as services
from projects.services.refusing import Refused
from tests.cast import Cast, make_home
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def _page(cast: Cast, name: str = "surroundings", *arguments: int) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


def _leader(cast: Cast) -> Person:
    return cast.person(Role.PROJECT_LEADER)


def _names(project: Project) -> list[str]:
    return [block.name for block in project.blocks.all()]


def _count(cast: Cast, *homes: int | None) -> None:
    """So many homes in each block, filled in by hand."""
    Household.objects.all().delete()
    for block, number in zip(cast.blocks, homes, strict=True):
        Block.objects.filter(pk=block.pk).update(homes=number)


def _import(cast: Cast, *blocks: str) -> None:
    rows = "".join(f"Perronstraat,{number},{block}\n" for number, block in enumerate(blocks, start=1))
    table = read_table(io.BytesIO(f"Straat,Huisnummer,Deelbuurt\n{rows}".encode()), name="lijst.csv")
    checked = addresses.check(table, addresses.propose_mapping(table).mapping)
    store_addresses(project=cast.project, person=_leader(cast), checked=checked)


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
    _count(cast, *homes)
    found = blocks_of(cast.project).small
    assert [line.block for line in found] == [cast.blocks[place] for place in small]
    assert [line.neighbour for line in found] == [cast.blocks[place] for place in neighbours]


def test_a_single_block_is_never_too_small(cast: Cast) -> None:
    Household.objects.all().delete()
    cast.project.blocks.exclude(pk=cast.blocks[0].pk).delete()
    Block.objects.update(homes=4)
    assert not blocks_of(cast.project).small


def test_the_page_explains_why_a_block_is_too_small(cast: Cast, browser: Browser) -> None:
    _count(cast, 12, 50, 60)
    page = browser(_leader(cast)).get(_page(cast)).content.decode()
    assert "Voorstel: voeg dit blok bij Midden" in page
    assert "minder dan 10 gesprekken" in page
    assert "81 en 83 van de 100 woningen" in page


@pytest.mark.parametrize("role", [Role.RESIDENT_GROUP, Role.PARTNER, Role.CONTRACTOR_TECHNICAL])
def test_everybody_reads_the_blocks_and_few_change_them(cast: Cast, browser: Browser, role: str) -> None:
    page = browser(cast.person(role)).get(_page(cast)).content.decode()
    assert "Noord" in page
    assert _page(cast, "block_edit", cast.blocks[0].pk) not in page
    assert _page(cast, "block_merge", cast.blocks[0].pk) not in page


def test_a_block_is_added_behind_the_others(cast: Cast, browser: Browser) -> None:
    browser(_leader(cast)).post(_page(cast, "block_add"), {"name": "  Oost   zijde", "homes": "34"})
    assert _names(cast.project) == ["Noord", "Midden", "Zuid", "Oost zijde"]
    assert AuditEntry.objects.filter(act="block added", subject="Oost zijde").exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"name": "noord"}, "Er is al een blok dat"),
        ({"name": ""}, "Vul hier iets in."),
        ({"name": "x" * 81}, "80 tekens"),
        ({"name": "Oost", "homes": "-1"}, "0 of meer"),
        ({"name": "Oost", "homes": "veel"}, "heel getal"),
        ({"name": "Oost", "homes": "99999999999999"}, "hooguit 5000"),
    ],
)
def test_a_block_that_cannot_be_says_why_and_keeps_what_was_typed(
    cast: Cast, browser: Browser, data: dict[str, str], sentence: str
) -> None:
    answer = browser(_leader(cast)).post(_page(cast, "block_add"), data)
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
    browser(_leader(cast)).post(_page(cast, "block_move", cast.blocks[place].pk), {button: ""})
    assert _names(cast.project) == order


def test_the_first_block_moves_no_further_up(cast: Cast) -> None:
    assert not services.move_block(block=cast.blocks[0], by=_leader(cast), up=True)
    assert _names(cast.project) == ["Noord", "Midden", "Zuid"]


def test_a_renamed_block_is_found_by_a_list_with_its_old_name(cast: Cast) -> None:
    services.change_block(block=cast.blocks[0], by=_leader(cast), name="Perronzijde", homes=None)
    _import(cast, "Noord", "Perronzijde", "Zuid")
    assert _names(cast.project) == ["Perronzijde", "Midden", "Zuid"]
    assert Household.objects.filter(street="Perronstraat", block=cast.blocks[0]).count() == 2


def test_a_list_that_was_read_before_changes_nothing_after_renaming(cast: Cast) -> None:
    _import(cast, "Noord", "Zuid")
    services.change_block(block=cast.blocks[0], by=_leader(cast), name="Perronzijde", homes=None)
    before = list(Household.objects.values_list("pk", "block"))
    _import(cast, "Noord", "Zuid")
    assert list(Household.objects.values_list("pk", "block")) == before


def test_a_merged_block_takes_its_homes_and_its_names_along(cast: Cast, browser: Browser) -> None:
    source, target = cast.blocks[0], cast.blocks[1]
    services.change_block(block=source, by=_leader(cast), name="Kop", homes=12)
    page = browser(_leader(cast)).get(_page(cast, "block_merge", source.pk)).content.decode()
    assert "3 woningen uit de adreslijst" in page
    answer = browser(_leader(cast)).post(_page(cast, "block_merge", source.pk), {"target": target.pk})
    assert answer.status_code == 302
    assert _names(cast.project) == ["Midden", "Zuid"]
    assert Household.objects.filter(block=target).count() == 3
    target.refresh_from_db()
    assert target.former_names == ["Noord", "Kop"]
    _import(cast, "Noord", "Kop")
    assert Household.objects.filter(block=target).count() == 5
    assert AuditEntry.objects.filter(act="blocks merged", subject="Kop into Midden").exists()


def test_the_proposed_block_is_chosen_already(cast: Cast, browser: Browser) -> None:
    _count(cast, 12, 50, 60)
    page = browser(_leader(cast)).get(_page(cast, "block_merge", cast.blocks[0].pk)).content.decode()
    assert f'value="{cast.blocks[1].pk}" checked' in page
    assert page.count(" checked") == 1


@pytest.mark.parametrize(("mine", "theirs", "sum_"), [(12, 20, 32), (None, 20, None), (12, None, None)])
def test_homes_filled_in_by_hand_are_added_up(
    cast: Cast, mine: int | None, theirs: int | None, sum_: int | None
) -> None:
    _count(cast, mine, theirs, 50)
    source, target = list(cast.project.blocks.all())[:2]
    services.merge_blocks(source=source, target=target, by=_leader(cast))
    target.refresh_from_db()
    assert target.homes == sum_


def test_homes_without_a_block_stay_apart_after_their_heap_was_merged(cast: Cast) -> None:
    heap = Block.objects.create(project=cast.project, name=NO_BLOCK, order=9)
    services.merge_blocks(source=heap, target=cast.blocks[0], by=_leader(cast))
    _import(cast, "", "Zuid")
    assert _names(cast.project)[-1] == NO_BLOCK


def _conversation(cast: Cast) -> None:
    Conversation.objects.create(
        project_key=cast.project.key,
        set_key=uuid4(),
        block_key=cast.blocks[0].key,
        month="2026-05",
        answers={},
    )


def _sealed(cast: Cast) -> None:
    SealedRegistration.objects.create(project_key=cast.project.key, box=b"locked")


def _draft(cast: Cast) -> None:
    Draft.objects.create(
        person=_leader(cast), project=cast.project, box=b"locked", expires_on=date(2030, 1, 1)
    )


@pytest.mark.parametrize("made", [_conversation, _sealed, _draft])
def test_blocks_stay_apart_once_somebody_talked(
    cast: Cast, browser: Browser, made: Callable[[Cast], None]
) -> None:
    made(cast)
    source, target = cast.blocks[0], cast.blocks[1]
    with pytest.raises(Refused, match="al gesprekken opgeschreven"):
        services.merge_blocks(source=source, target=target, by=_leader(cast))
    answer = browser(_leader(cast)).post(_page(cast, "block_merge", source.pk), {"target": target.pk})
    assert "Dit kan nu niet meer" in answer.content.decode()
    assert cast.project.blocks.count() == 3
    assert Household.objects.filter(block=source).count() == 3


def test_conversations_of_another_project_lock_nothing(cast: Cast, outsiders: Cast) -> None:
    _conversation(outsiders)
    services.merge_blocks(source=cast.blocks[0], target=cast.blocks[1], by=_leader(cast))
    assert cast.project.blocks.count() == 2


def test_a_block_does_not_go_to_another_project_or_into_itself(cast: Cast, outsiders: Cast) -> None:
    for target in (outsiders.blocks[0], cast.blocks[0]):
        with pytest.raises(Refused):
            services.merge_blocks(source=cast.blocks[0], target=target, by=_leader(cast))


def test_whatever_points_at_a_block_says_how_it_moves(cast: Cast) -> None:
    known = {use.model for use in uses_of(cast.project)}
    pointing = {relation.related_model._meta.label for relation in Block._meta.related_objects}
    assert pointing <= known, "add a BlockUse to registry.blocks for what is missing"


def test_what_nobody_moved_stops_the_merge(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "uses_of", lambda project: [])
    with pytest.raises(Refused, match="adressen"):
        services.merge_blocks(source=cast.blocks[0], target=cast.blocks[1], by=_leader(cast))
    assert cast.project.blocks.count() == 3


def test_two_windows_change_different_fields_and_both_stay(cast: Cast, browser: Browser) -> None:
    block = cast.blocks[1]
    page, client = _page(cast, "block_edit", block.pk), browser(_leader(cast))
    opened = str(client.get(page).context["form"].window)
    services.change_block(block=block, by=_leader(cast), name="Midden", homes=44)
    client.post(page, {FIELD: opened, "name": "Middenstuk", "homes": ""})
    block.refresh_from_db()
    assert (block.name, block.homes) == ("Middenstuk", 44)


def test_two_windows_change_the_same_field_and_the_second_is_asked(cast: Cast, browser: Browser) -> None:
    block = cast.blocks[1]
    page, client = _page(cast, "block_edit", block.pk), browser(_leader(cast))
    opened = str(client.get(page).context["form"].window)
    services.change_block(block=block, by=_leader(cast), name="Midden", homes=44)
    answer = client.post(page, {FIELD: opened, "name": "Midden", "homes": "40"})
    assert "schreef hier intussen: ‘44’" in answer.content.decode()
    client.post(page, {FIELD: str(answer.context["form"].window), "name": "Midden", "homes": "40"})
    block.refresh_from_db()
    assert block.homes == 40


def test_the_phase_board_asks_for_blocks_homes_and_size(cast: Cast) -> None:
    _count(cast, 12, None, 60)
    found = {one.key: one for one in contributions.requirements(cast.project)}
    assert {key: one.met for key, one in found.items()} == {
        "blocks": True,
        "homes": False,
        "block sizes": False,
    }
    assert not any(one.blocks for one in found.values())
    assert "Midden" in found["homes"].reason
    cast.project.blocks.all().delete()
    assert not next(contributions.requirements(cast.project)).met


def test_vandaag_points_at_small_blocks_while_they_can_be_merged(cast: Cast) -> None:
    _count(cast, 12, 50, 60)
    leader = cast.members[Role.PROJECT_LEADER]
    assert [item.title for item in contributions.today(leader)] == ["Kijk of blokken samen kunnen"]
    leader.project.phase = Phase.HOUSE_VISITS
    assert not list(contributions.today(leader))
    assert not list(contributions.today(cast.members[Role.PARTNER]))


def test_the_number_of_homes_outlives_the_address_list(cast: Cast) -> None:
    services.keep_homes(project=cast.project)
    Household.objects.all().delete()
    assert [line.homes for line in blocks_of(cast.project).lines] == [3, None, None]


def test_the_page_asks_as_much_for_one_home_as_for_two_hundred(cast: Cast, browser: Browser) -> None:
    client = browser(_leader(cast))
    before = count_queries(client, _page(cast))
    for number in range(10, 210):
        make_home(cast.project, number)
    for number in range(40):
        Block.objects.create(project=cast.project, name=f"Blok {number}", order=number + 5)
    assert count_queries(client, _page(cast)) == before
