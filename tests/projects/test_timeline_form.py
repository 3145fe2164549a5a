"""Adding to the time line and changing it: what the form takes and refuses, and two windows at once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from msa.models import AuditEntry
from projects.models import Person, Role, TimelineItem, TimelineWaiver
from projects.overviews.timeline import timeline_for
from projects.services import timeline as services
from tests.cast import Cast, make_works
from tests.projects.timelines import WEEK, leader_of, link, social_step

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]

# Adding and changing
TYPED = {
    "title": "Asbest eruit",
    "kind": "demolition",
    "starts_on": "2030-02-04",
    "ends_on": "2030-02-15",
    "note": "",
}


def test_an_item_gets_its_side_and_its_usual_heaviness_from_what_it_is(cast: Cast, browser: Browser) -> None:
    typed = TYPED | {"block": cast.blocks[0].pk, "roles": ["contractor_technical"]}
    leader_of(cast, browser).post(link(cast, "timeline_add"), typed)
    item = TimelineItem.objects.get()
    assert (item.lane, item.heaviness, item.block) == ("works", "heavy", cast.blocks[0])
    assert item.roles == ["contractor_technical"]
    assert AuditEntry.objects.filter(act="timeline item added").exists()


@pytest.mark.parametrize(
    "typed",
    [
        {"title": ""},
        {"title": "x" * 81},
        {"kind": "feest"},
        {"starts_on": "32-13-2030"},
        {"ends_on": "2030-01-01"},
        {"ends_on": "2039-01-01"},
        {"block": "999999"},
        {"roles": ["baas"]},
        {"note": "x" * 601},
    ],
)
def test_bad_input_is_told_at_the_field_and_what_was_typed_stays(
    cast: Cast, browser: Browser, typed: dict[str, Any]
) -> None:
    answer = leader_of(cast, browser).post(link(cast, "timeline_add"), TYPED | {"title": "Typte ik"} | typed)
    assert answer.status_code == 200
    assert "Dit klopt nog niet" in answer.content.decode()
    assert not TimelineItem.objects.exists()


def test_a_block_of_another_project_is_no_choice(cast: Cast, outsiders: Cast, browser: Browser) -> None:
    typed = TYPED | {"block": outsiders.blocks[0].pk}
    assert leader_of(cast, browser).post(link(cast, "timeline_add"), typed).status_code == 200
    assert not TimelineItem.objects.exists()


def form_at(client: Client, address: str) -> dict[str, Any]:
    form = client.get(address).context["form"]
    values = {name: value for name, value in form.initial.items() if value not in (None, "")}
    return values | {"window": str(form.window)}


def test_two_windows_that_change_different_fields_lose_nothing(cast: Cast, browser: Browser) -> None:
    item, client = make_works(cast), leader_of(cast, browser)
    address = link(cast, "timeline_item", item.pk)
    one, two = form_at(client, address), form_at(client, address)
    client.post(address, one | {"title": "Badkamer en keuken"})
    client.post(address, two | {"note": "Tien dagen per woning."})
    item.refresh_from_db()
    assert (item.title, item.note) == ("Badkamer en keuken", "Tien dagen per woning.")


def test_the_same_field_in_two_windows_is_told_and_goes_through_the_second_time(
    cast: Cast, browser: Browser
) -> None:
    item, client = make_works(cast), leader_of(cast, browser)
    address = link(cast, "timeline_item", item.pk)
    one, two = form_at(client, address), form_at(client, address)
    client.post(address, one | {"title": "Eerst"})
    answer = client.post(address, two | {"title": "Toen"})
    assert "Intussen veranderde iemand anders dit in ‘Eerst’." in answer.content.decode()
    client.post(address, two | {"title": "Toen", "window": str(answer.context["form"].window)})
    item.refresh_from_db()
    assert item.title == "Toen"


# Warnings that stay


def test_a_warning_stays_with_a_reason_until_something_moves(cast: Cast, browser: Browser) -> None:
    visits, works = social_step(cast), make_works(cast)
    held, client = cast.members[Role.PROJECT_LEADER], leader_of(cast, browser)
    found = next(
        one.collision
        for one in timeline_for(held, timezone.localdate()).warned
        if one.collision.rule.key == "visits-in-heavy-works"
    )
    page = client.get(link(cast, "timeline")).content.decode()
    assert "‘Huisbezoeken’ (Noord) valt samen met zwaar werk" in page
    client.post(link(cast, "timeline_waive"), {"collision": found.key, "reason": "Bewoners vroegen erom."})
    page = client.get(link(cast, "timeline")).content.decode()
    assert "Zo gelaten:" in page
    assert "Bewoners vroegen erom." in page
    services.move_item(
        membership=held,
        item=works,
        starts_on=works.starts_on + WEEK,
        ends_on=works.ends_on + WEEK,
        version=works.version,
    )
    page = client.get(link(cast, "timeline")).content.decode()
    assert "Eerder zo gelaten, omdat: Bewoners vroegen erom." in page
    client.post(link(cast, "timeline_unwaive", TimelineWaiver.objects.get().pk))
    assert not TimelineWaiver.objects.exists()
    assert visits.pk == found.subject.pk


@pytest.mark.parametrize(
    "typed", [{"reason": ""}, {"reason": "x" * 301}, {"collision": "weg", "reason": "Zo."}]
)
def test_a_warning_without_reason_or_that_is_gone_stays_as_it_was(
    cast: Cast, browser: Browser, typed: dict[str, str]
) -> None:
    visits = social_step(cast)
    key = f"visits-before-training:{visits.pk}"
    answer = leader_of(cast, browser).post(link(cast, "timeline_waive"), {"collision": key} | typed)
    assert answer.status_code == 302
    assert not TimelineWaiver.objects.exists()
