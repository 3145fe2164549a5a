"""Pages of the training: lists, material, the own training, the overview of the team (V6)."""

from typing import Any

import pytest
from django.utils import timezone

from projects.models import (
    LearntElsewhere,
    Practice,
    Role,
)
from projects.overviews.training import training_states
from projects.training.topics import CARDS
from tests.cast import Cast, make_trained
from tests.projects.training.helpers import OFFICER, TOMORROW, YESTERDAY, Browser, fill, leader_of, page_of
from tests.queries import count_queries

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["training", "training_team", "training_mine"])
def test_a_page_asks_as_much_with_many_sessions_as_with_one(cast: Cast, browser: Browser, name: str) -> None:
    client, members = leader_of(cast, browser), list(cast.members.values())
    fill(cast, 1, members[:2])
    few = count_queries(client, page_of(cast, name))
    fill(cast, 199, members)
    assert count_queries(client, page_of(cast, name)) == few


def test_states_ask_four_queries_however_many_people(cast: Cast, django_assert_num_queries: Any) -> None:
    fill(cast, 30, list(cast.members.values()))
    with django_assert_num_queries(4):
        training_states(cast.project)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.slug)
def test_every_topic_has_a_page_of_material(cast: Cast, browser: Browser, card: Any) -> None:
    answer = leader_of(cast, browser).get(page_of(cast, "training_material", card.slug))
    assert answer.status_code == 200
    assert card.label in answer.content.decode()


def test_the_pages_of_material_lead_on_to_the_own_training_and_can_be_printed(
    cast: Cast, browser: Browser
) -> None:
    leader = leader_of(cast, browser)
    for place, card in enumerate(CARDS, start=1):
        page = leader.get(page_of(cast, "training_material", card.slug)).content.decode()
        last = place == len(CARDS)
        following = (
            page_of(cast, "training_mine") if last else page_of(cast, "training_material", CARDS[place].slug)
        )
        assert f'href="{following}"' in page
        assert ("Dit was de laatste" in page) == last
        assert f"Bladzijde {place} van {len(CARDS)}" in page
        assert "data-print" in page


def test_a_topic_that_does_not_exist_is_not_found(cast: Cast, browser: Browser) -> None:
    assert leader_of(cast, browser).get(page_of(cast, "training_material", "vissen")).status_code == 404


@pytest.mark.parametrize("role", Role.values)
def test_everybody_sees_the_own_training(cast: Cast, browser: Browser, role: str) -> None:
    page = browser(cast.person(role)).get(page_of(cast, "training_mine")).content.decode()
    polite = role == Role.RESIDENT_GROUP
    assert ("Uw training" in page) is polite
    assert ("Mijn training" in page) is not polite


def test_an_empty_project_says_what_belongs_here(untrained: Cast, browser: Browser) -> None:
    page = leader_of(untrained, browser).get(page_of(untrained, "training")).content.decode()
    assert "Nog geen training" in page
    assert page_of(untrained, "training_add") in page


def test_the_overview_names_who_lacks_what(untrained: Cast, browser: Browser) -> None:
    make_trained(untrained.members)
    Practice.objects.filter(membership=untrained.members[OFFICER]).delete()
    lines = leader_of(untrained, browser).get(page_of(untrained, "training_team")).context["lines"]
    labels = {line.membership.role: line.state.label for line in lines}
    assert labels[OFFICER] == "moet nog oefenen"
    assert labels[Role.COMMUNITY_WORKER] == "getraind"
    assert Role.PARTNER not in labels
    assert lines[-1].state.trained  # who lacks something comes first


def test_writing_down_elsewhere_is_for_a_day_that_has_been(untrained: Cast, browser: Browser) -> None:
    officer = untrained.members[OFFICER]
    address = page_of(untrained, "training_member", officer.pk)
    tomorrow = f"{timezone.localdate() + TOMORROW:%Y-%m-%d}"
    typed = {"topics": ["stigma"], "where": "opleiding", "on": tomorrow}
    answer = leader_of(untrained, browser).post(address, typed)
    assert "Deze dag moet nog komen." in answer.content.decode()
    typed["on"] = f"{timezone.localdate() + YESTERDAY:%Y-%m-%d}"
    assert leader_of(untrained, browser).post(address, typed).status_code == 302
    assert LearntElsewhere.objects.get().topic == "stigma"
