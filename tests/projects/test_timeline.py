"""The time line: who reads and moves what, nothing is lost between two windows, everything can be undone."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from projects.models import Person, Role, TimelineItem, TimelineShift
from projects.models.timeline import Kind
from projects.services import timeline as services
from projects.services.refusing import Refused
from tests.cast import Cast, make_works
from tests.projects.timelines import WEEK, leader_of, link, social_step
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]

FETCH = {"X-Requested-With": "fetch"}

LAST = date(2030, 5, 3)


def move_of(item: TimelineItem, **changes: Any) -> dict[str, Any]:
    values = {"starts_on": item.starts_on, "ends_on": item.ends_on, "version": item.version}
    return values | changes


# Moving


def test_a_move_is_saved_at_once_and_can_be_undone(cast: Cast, browser: Browser) -> None:
    item, client = make_works(cast), leader_of(cast, browser)
    later = move_of(item, starts_on="2030-03-11", ends_on="2030-04-19")
    answer = client.post(link(cast, "timeline_move", item.pk), later, headers=FETCH)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Bewaard. ‘Keuken en badkamer’: 11 maart tot en met 19 april 2030." in page
    assert 'data-starts="2030-03-11"' in page
    shift = TimelineShift.objects.get()
    assert reverse("projects:timeline_undo", args=[cast.project.slug, shift.pk]) in page
    client.post(link(cast, "timeline_undo", shift.pk))
    item.refresh_from_db()
    assert (item.starts_on, item.ends_on) == (date(2030, 3, 4), date(2030, 4, 12))
    assert not TimelineShift.objects.exists()


def test_the_second_of_two_windows_gets_the_newer_state_and_moves_nothing(
    cast: Cast, browser: Browser
) -> None:
    item, client = make_works(cast), leader_of(cast, browser)
    first, second = (move_of(item, starts_on=day) for day in ("2030-03-11", "2030-03-18"))
    assert client.post(link(cast, "timeline_move", item.pk), first, headers=FETCH).status_code == 200
    answer = client.post(link(cast, "timeline_move", item.pk), second, headers=FETCH)
    assert answer.status_code == 409
    assert "Intussen veranderde iemand anders" in answer.content.decode()
    assert 'data-starts="2030-03-11"' in answer.content.decode()
    item.refresh_from_db()
    assert item.starts_on == date(2030, 3, 11)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"ends_on": "2030-01-01"}, "De laatste dag ligt voor de eerste dag."),
        ({"starts_on": "gisteren"}, "Niet verschoven."),
        ({"starts_on": ""}, "Niet verschoven."),
        ({"starts_on": "0001-01-03", "shift": "-31"}, "Niet verschoven."),
        ({"starts_on": "2090-03-04", "ends_on": "2090-04-04"}, "ver van de jaren van dit project"),
        ({"ends_on": "2035-03-04"}, "langer dan drie jaar"),
        ({"version": "x"}, "Niet verschoven."),
    ],
)
def test_days_that_cannot_be_are_told_and_nothing_moves(
    cast: Cast, browser: Browser, typed: dict[str, Any], said: str
) -> None:
    item = make_works(cast)
    answer = leader_of(cast, browser).post(
        link(cast, "timeline_move", item.pk), move_of(item, **typed), headers=FETCH
    )
    assert answer.status_code == 400
    assert said in answer.content.decode()
    item.refresh_from_db()
    assert (item.starts_on, item.version) == (date(2030, 3, 4), 1)


@pytest.mark.parametrize(("days", "starts_on"), [(7, date(2030, 3, 11)), (-7, date(2030, 2, 25))])
def test_the_buttons_of_the_list_move_by_a_week_without_a_script(
    cast: Cast, browser: Browser, days: int, starts_on: date
) -> None:
    item = make_works(cast)
    answer = leader_of(cast, browser).post(link(cast, "timeline_move", item.pk), move_of(item, shift=days))
    item.refresh_from_db()
    assert answer["Location"] == link(cast, "timeline") + f"#onderdeel-{item.pk}"
    assert (item.starts_on, item.ends_on - item.starts_on) == (starts_on, timedelta(days=39))


def test_what_comes_after_it_in_the_block_moves_along_and_nothing_else(cast: Cast, browser: Browser) -> None:
    item = make_works(cast)
    after = make_works(cast, title="Gevel", starts_on=date(2030, 4, 15), ends_on=date(2030, 5, 3))
    still = [
        make_works(cast, title="Ander blok", block=cast.blocks[1], starts_on=date(2030, 4, 15), ends_on=LAST),
        make_works(cast, title="Ervoor", starts_on=date(2030, 2, 4)),
        social_step(cast, starts_on=date(2030, 4, 15), ends_on=LAST),
    ]
    before = [one.starts_on for one in still]
    leader_of(cast, browser).post(
        link(cast, "timeline_move", item.pk), move_of(item, ends_on="2030-04-19", along="on")
    )
    after.refresh_from_db()
    assert (after.starts_on, after.ends_on) == (date(2030, 4, 22), date(2030, 5, 10))
    for one in still:
        one.refresh_from_db()
    assert [one.starts_on for one in still] == before
    services.undo(membership=cast.members[Role.PROJECT_LEADER], shift=TimelineShift.objects.get())
    after.refresh_from_db()
    assert after.starts_on == date(2030, 4, 15)


def test_undoing_is_refused_when_it_changed_again(cast: Cast) -> None:
    item, held = make_works(cast), cast.members[Role.PROJECT_LEADER]
    shift = services.remove_item(membership=held, item=item)
    item.refresh_from_db()
    item.version += 1
    item.save()
    with pytest.raises(services.Overtaken):
        services.undo(membership=held, shift=shift)


def test_what_was_taken_away_comes_back_with_undo(cast: Cast, browser: Browser) -> None:
    item, client = make_works(cast), leader_of(cast, browser)
    page = client.post(link(cast, "timeline_remove", item.pk), follow=True).content.decode()
    assert "staat niet meer op het tijdspad" in page
    assert client.get(link(cast, "timeline_item", item.pk)).status_code == 404
    client.post(link(cast, "timeline_undo", TimelineShift.objects.get().pk))
    assert client.get(link(cast, "timeline_item", item.pk)).status_code == 200


# Who may


@pytest.mark.parametrize("role", [Role.CONTRACTOR_SOCIAL, Role.CONTRACTOR_TECHNICAL])
def test_the_contractor_moves_works_and_no_social_step(cast: Cast, browser: Browser, role: str) -> None:
    client, works, visits = browser(cast.person(role)), make_works(cast), social_step(cast)
    assert client.post(link(cast, "timeline_move", works.pk), move_of(works, shift=7)).status_code == 302
    assert client.post(link(cast, "timeline_move", visits.pk), move_of(visits, shift=7)).status_code == 403
    assert client.post(link(cast, "timeline_item", visits.pk), {}).status_code == 403
    page = client.get(link(cast, "timeline")).content.decode()
    assert page.count("data-move=") == 1
    typed = {"kind": "visits", "title": "x", "starts_on": "2030-01-01", "ends_on": "2030-01-02"}
    assert client.post(link(cast, "timeline_add"), typed).status_code == 200
    assert TimelineItem.objects.count() == 2


def test_the_contractor_cannot_undo_what_was_done_to_a_social_step(cast: Cast, browser: Browser) -> None:
    shift = services.remove_item(membership=cast.members[Role.PROJECT_LEADER], item=social_step(cast))
    browser(cast.person(Role.CONTRACTOR_SOCIAL)).post(link(cast, "timeline_undo", shift.pk))
    assert TimelineItem.objects.get().removed


def test_residents_read_what_concerns_them_in_polite_words_and_no_note(cast: Cast, browser: Browser) -> None:
    make_works(cast, note="Sleutel bij de uitvoerder.")
    hidden = social_step(cast, kind=Kind.TRAINING, title="Training", roles=[Role.PROJECT_LEADER])
    client = browser(cast.person(Role.RESIDENT_GROUP))
    page = client.get(link(cast, "timeline")).content.decode()
    assert "Keuken en badkamer" in page
    assert "Dit is zwaar werk: u heeft last van lawaai en stof." in page
    assert "Training" not in page
    assert (
        "Sleutel"
        not in page
        + client.get(
            link(cast, "timeline_item", TimelineItem.objects.first().pk)  # type: ignore[union-attr]
        ).content.decode()
    )
    assert client.get(link(cast, "timeline_item", hidden.pk)).status_code == 404


def test_a_partner_reads_everything_and_changes_nothing(cast: Cast, browser: Browser) -> None:
    make_works(cast)
    page = browser(cast.person(Role.PARTNER)).get(link(cast, "timeline")).content.decode()
    assert "Keuken en badkamer" in page
    assert "data-move" not in page
    assert "Verschuif" not in page


# The page


def test_two_hundred_items_ask_no_more_queries_than_one(cast: Cast, browser: Browser) -> None:
    client, address = leader_of(cast, browser), link(cast, "timeline")
    make_works(cast)
    few = count_queries(client, address)
    for number in range(200):
        make_works(cast, title=f"Werk {number}", block=cast.blocks[number % 3])
    assert count_queries(client, address) == few


def test_words_of_people_are_escaped_in_the_drawing(cast: Cast, browser: Browser) -> None:
    make_works(cast, title='<script>"&\x07')
    page = leader_of(cast, browser).get(link(cast, "timeline")).content.decode()
    assert '<script>"' not in page
    assert "&lt;script&gt;" in page


def test_an_empty_time_line_offers_the_examples(cast: Cast, browser: Browser) -> None:
    page = leader_of(cast, browser).get(link(cast, "timeline")).content.decode()
    assert "Nog een leeg tijdspad" in page
    assert "Groot onderhoud, blok na blok" in page


def test_vandaag_tells_the_leader_about_a_collision_within_four_weeks(cast: Cast, browser: Browser) -> None:
    day = timezone.localdate()
    social_step(cast, starts_on=day + 2 * WEEK, ends_on=day + 3 * WEEK)
    page = leader_of(cast, browser).get(reverse("today")).content.decode()
    assert "op het tijdspad" in page
    TimelineItem.objects.update(starts_on=day + 10 * WEEK, ends_on=day + 11 * WEEK)
    page = leader_of(cast, browser).get(reverse("today")).content.decode()
    assert "botsing" not in page


def test_a_service_refuses_who_may_not(cast: Cast) -> None:
    with pytest.raises(Refused):
        services.remove_item(membership=cast.members[Role.PARTNER], item=make_works(cast))
