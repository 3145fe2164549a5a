"""Two blocks that become one: what comes along, and when they have to stay apart."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from housevisits.models import Conversation, Draft, Household, SealedRegistration
from housevisits.services.imports.addresses import NO_BLOCK
from msa.models import AuditEntry
from projects.models import Block, Person
from projects.overviews.surroundings import uses_of
from projects.services import surroundings as services
from projects.services.refusing import Refused
from tests.cast import Cast
from tests.projects.blocks import count_homes, import_homes, leader_of, names_of, page_of

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def test_a_merged_block_takes_its_homes_and_its_names_along(cast: Cast, browser: Browser) -> None:
    source, target = cast.blocks[0], cast.blocks[1]
    services.change_block(block=source, by=leader_of(cast), name="Kop", homes=12)
    page = browser(leader_of(cast)).get(page_of(cast, "block_merge", source.pk)).content.decode()
    assert "3 woningen uit de adreslijst" in page
    answer = browser(leader_of(cast)).post(page_of(cast, "block_merge", source.pk), {"target": target.pk})
    assert answer.status_code == 302
    assert names_of(cast.project) == ["Midden", "Zuid"]
    assert Household.objects.filter(block=target).count() == 3
    target.refresh_from_db()
    assert target.former_names == ["Noord", "Kop"]
    import_homes(cast, "Noord", "Kop")
    assert Household.objects.filter(block=target).count() == 5
    assert AuditEntry.objects.filter(act="blocks merged", subject="Kop into Midden").exists()


def test_the_proposed_block_is_chosen_already(cast: Cast, browser: Browser) -> None:
    count_homes(cast, 12, 50, 60)
    page = browser(leader_of(cast)).get(page_of(cast, "block_merge", cast.blocks[0].pk)).content.decode()
    assert f'value="{cast.blocks[1].pk}" checked' in page
    assert page.count(" checked") == 1


@pytest.mark.parametrize(("mine", "theirs", "sum_"), [(12, 20, 32), (None, 20, None), (12, None, None)])
def test_homes_filled_in_by_hand_are_added_up(
    cast: Cast, mine: int | None, theirs: int | None, sum_: int | None
) -> None:
    count_homes(cast, mine, theirs, 50)
    source, target = list(cast.project.blocks.all())[:2]
    services.merge_blocks(source=source, target=target, by=leader_of(cast))
    target.refresh_from_db()
    assert target.homes == sum_


def test_homes_without_a_block_stay_apart_after_their_heap_was_merged(cast: Cast) -> None:
    heap = Block.objects.create(project=cast.project, name=NO_BLOCK, order=9)
    services.merge_blocks(source=heap, target=cast.blocks[0], by=leader_of(cast))
    import_homes(cast, "", "Zuid")
    assert names_of(cast.project)[-1] == NO_BLOCK


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
        person=leader_of(cast), project=cast.project, box=b"locked", expires_on=date(2030, 1, 1)
    )


@pytest.mark.parametrize("made", [_conversation, _sealed, _draft])
def test_blocks_stay_apart_once_somebody_talked(
    cast: Cast, browser: Browser, made: Callable[[Cast], None]
) -> None:
    made(cast)
    source, target = cast.blocks[0], cast.blocks[1]
    with pytest.raises(Refused, match="al gesprekken opgeschreven"):
        services.merge_blocks(source=source, target=target, by=leader_of(cast))
    answer = browser(leader_of(cast)).post(page_of(cast, "block_merge", source.pk), {"target": target.pk})
    assert "Dit kan nu niet meer" in answer.content.decode()
    assert cast.project.blocks.count() == 3
    assert Household.objects.filter(block=source).count() == 3


def test_conversations_of_another_project_lock_nothing(cast: Cast, outsiders: Cast) -> None:
    _conversation(outsiders)
    services.merge_blocks(source=cast.blocks[0], target=cast.blocks[1], by=leader_of(cast))
    assert cast.project.blocks.count() == 2


def test_a_block_does_not_go_to_another_project_or_into_itself(cast: Cast, outsiders: Cast) -> None:
    for target in (outsiders.blocks[0], cast.blocks[0]):
        with pytest.raises(Refused):
            services.merge_blocks(source=cast.blocks[0], target=target, by=leader_of(cast))


def test_whatever_points_at_a_block_says_how_it_moves(cast: Cast) -> None:
    known = {use.model for use in uses_of(cast.project)}
    pointing = {relation.related_model._meta.label for relation in Block._meta.related_objects}
    assert pointing <= known, "add a BlockUse to registry.blocks for what is missing"


def test_what_nobody_moved_stops_the_merge(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "uses_of", lambda project: [])
    with pytest.raises(Refused, match="adressen"):
        services.merge_blocks(source=cast.blocks[0], target=cast.blocks[1], by=leader_of(cast))
    assert cast.project.blocks.count() == 3
