"""The time line: who reads and moves what, nothing is lost between two windows, everything can be undone."""

import io
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from msa.models import AuditEntry
from projects.documents.timeline import timeline_context, timeline_pdf
from projects.models import Block, Person, Project, Role, TimelineItem, TimelineShift, TimelineWaiver
from projects.models.timeline import Kind, why_far
from projects.overviews.timeline import timeline_for
from projects.overviews.timeline_board import shown_board
from projects.services import timeline as services
from projects.services.refusing import Refused
from projects.services.timeline_setup import copy_timeline
from tests.cast import Cast, make_project, make_works
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
FETCH = {"X-Requested-With": "fetch"}
WEEK, DAY = timedelta(weeks=1), timedelta(days=1)
LAST = date(2030, 5, 3)


def _page(cast: Cast, name: str, *arguments: object) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


def _leader(cast: Cast, browser: Browser) -> Client:
    return browser(cast.person(Role.PROJECT_LEADER))


def _move(item: TimelineItem, **changes: Any) -> dict[str, Any]:
    values = {"starts_on": item.starts_on, "ends_on": item.ends_on, "version": item.version}
    return values | changes


def _social(cast: Cast, **fields: object) -> TimelineItem:
    values = {"kind": Kind.VISITS, "lane": "social", "title": "Huisbezoeken", "heaviness": ""}
    return make_works(cast, **values | fields)


# Moving


def test_a_move_is_saved_at_once_and_can_be_undone(cast: Cast, browser: Browser) -> None:
    item, client = make_works(cast), _leader(cast, browser)
    later = _move(item, starts_on="2030-03-11", ends_on="2030-04-19")
    answer = client.post(_page(cast, "timeline_move", item.pk), later, headers=FETCH)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Bewaard. ‘Keuken en badkamer’: 11 maart tot en met 19 april 2030." in page
    assert 'data-starts="2030-03-11"' in page
    shift = TimelineShift.objects.get()
    assert reverse("projects:timeline_undo", args=[cast.project.slug, shift.pk]) in page
    client.post(_page(cast, "timeline_undo", shift.pk))
    item.refresh_from_db()
    assert (item.starts_on, item.ends_on) == (date(2030, 3, 4), date(2030, 4, 12))
    assert not TimelineShift.objects.exists()


def test_the_second_of_two_windows_gets_the_newer_state_and_moves_nothing(
    cast: Cast, browser: Browser
) -> None:
    item, client = make_works(cast), _leader(cast, browser)
    first, second = (_move(item, starts_on=day) for day in ("2030-03-11", "2030-03-18"))
    assert client.post(_page(cast, "timeline_move", item.pk), first, headers=FETCH).status_code == 200
    answer = client.post(_page(cast, "timeline_move", item.pk), second, headers=FETCH)
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
    answer = _leader(cast, browser).post(
        _page(cast, "timeline_move", item.pk), _move(item, **typed), headers=FETCH
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
    answer = _leader(cast, browser).post(_page(cast, "timeline_move", item.pk), _move(item, shift=days))
    item.refresh_from_db()
    assert answer["Location"] == _page(cast, "timeline") + f"#onderdeel-{item.pk}"
    assert (item.starts_on, item.ends_on - item.starts_on) == (starts_on, timedelta(days=39))


def test_what_comes_after_it_in_the_block_moves_along_and_nothing_else(cast: Cast, browser: Browser) -> None:
    item = make_works(cast)
    after = make_works(cast, title="Gevel", starts_on=date(2030, 4, 15), ends_on=date(2030, 5, 3))
    still = [
        make_works(cast, title="Ander blok", block=cast.blocks[1], starts_on=date(2030, 4, 15), ends_on=LAST),
        make_works(cast, title="Ervoor", starts_on=date(2030, 2, 4)),
        _social(cast, starts_on=date(2030, 4, 15), ends_on=LAST),
    ]
    before = [one.starts_on for one in still]
    _leader(cast, browser).post(
        _page(cast, "timeline_move", item.pk), _move(item, ends_on="2030-04-19", along="on")
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
    item, client = make_works(cast), _leader(cast, browser)
    page = client.post(_page(cast, "timeline_remove", item.pk), follow=True).content.decode()
    assert "staat niet meer op het tijdspad" in page
    assert client.get(_page(cast, "timeline_item", item.pk)).status_code == 404
    client.post(_page(cast, "timeline_undo", TimelineShift.objects.get().pk))
    assert client.get(_page(cast, "timeline_item", item.pk)).status_code == 200


# Who may


@pytest.mark.parametrize("role", [Role.CONTRACTOR_SOCIAL, Role.CONTRACTOR_TECHNICAL])
def test_the_contractor_moves_works_and_no_social_step(cast: Cast, browser: Browser, role: str) -> None:
    client, works, visits = browser(cast.person(role)), make_works(cast), _social(cast)
    assert client.post(_page(cast, "timeline_move", works.pk), _move(works, shift=7)).status_code == 302
    assert client.post(_page(cast, "timeline_move", visits.pk), _move(visits, shift=7)).status_code == 403
    assert client.post(_page(cast, "timeline_item", visits.pk), {}).status_code == 403
    page = client.get(_page(cast, "timeline")).content.decode()
    assert page.count("data-move=") == 1
    typed = {"kind": "visits", "title": "x", "starts_on": "2030-01-01", "ends_on": "2030-01-02"}
    assert client.post(_page(cast, "timeline_add"), typed).status_code == 200
    assert TimelineItem.objects.count() == 2


def test_the_contractor_cannot_undo_what_was_done_to_a_social_step(cast: Cast, browser: Browser) -> None:
    shift = services.remove_item(membership=cast.members[Role.PROJECT_LEADER], item=_social(cast))
    browser(cast.person(Role.CONTRACTOR_SOCIAL)).post(_page(cast, "timeline_undo", shift.pk))
    assert TimelineItem.objects.get().removed


def test_residents_read_what_concerns_them_in_polite_words_and_no_note(cast: Cast, browser: Browser) -> None:
    make_works(cast, note="Sleutel bij de uitvoerder.")
    hidden = _social(cast, kind=Kind.TRAINING, title="Training", roles=[Role.PROJECT_LEADER])
    client = browser(cast.person(Role.RESIDENT_GROUP))
    page = client.get(_page(cast, "timeline")).content.decode()
    assert "Keuken en badkamer" in page
    assert "Dit is zwaar werk: u heeft last van lawaai en stof." in page
    assert "Training" not in page
    assert (
        "Sleutel"
        not in page
        + client.get(
            _page(cast, "timeline_item", TimelineItem.objects.first().pk)  # type: ignore[union-attr]
        ).content.decode()
    )
    assert client.get(_page(cast, "timeline_item", hidden.pk)).status_code == 404


def test_a_partner_reads_everything_and_changes_nothing(cast: Cast, browser: Browser) -> None:
    make_works(cast)
    page = browser(cast.person(Role.PARTNER)).get(_page(cast, "timeline")).content.decode()
    assert "Keuken en badkamer" in page
    assert "data-move" not in page
    assert "Verschuif" not in page


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
    _leader(cast, browser).post(_page(cast, "timeline_add"), typed)
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
    answer = _leader(cast, browser).post(_page(cast, "timeline_add"), TYPED | {"title": "Typte ik"} | typed)
    assert answer.status_code == 200
    assert "Dit klopt nog niet" in answer.content.decode()
    assert not TimelineItem.objects.exists()


def test_a_block_of_another_project_is_no_choice(cast: Cast, outsiders: Cast, browser: Browser) -> None:
    typed = TYPED | {"block": outsiders.blocks[0].pk}
    assert _leader(cast, browser).post(_page(cast, "timeline_add"), typed).status_code == 200
    assert not TimelineItem.objects.exists()


def _form(client: Client, address: str) -> dict[str, Any]:
    form = client.get(address).context["form"]
    values = {name: value for name, value in form.initial.items() if value not in (None, "")}
    return values | {"window": str(form.window)}


def test_two_windows_that_change_different_fields_lose_nothing(cast: Cast, browser: Browser) -> None:
    item, client = make_works(cast), _leader(cast, browser)
    address = _page(cast, "timeline_item", item.pk)
    one, two = _form(client, address), _form(client, address)
    client.post(address, one | {"title": "Badkamer en keuken"})
    client.post(address, two | {"note": "Tien dagen per woning."})
    item.refresh_from_db()
    assert (item.title, item.note) == ("Badkamer en keuken", "Tien dagen per woning.")


def test_the_same_field_in_two_windows_is_told_and_goes_through_the_second_time(
    cast: Cast, browser: Browser
) -> None:
    item, client = make_works(cast), _leader(cast, browser)
    address = _page(cast, "timeline_item", item.pk)
    one, two = _form(client, address), _form(client, address)
    client.post(address, one | {"title": "Eerst"})
    answer = client.post(address, two | {"title": "Toen"})
    assert "Intussen veranderde iemand anders dit in ‘Eerst’." in answer.content.decode()
    client.post(address, two | {"title": "Toen", "window": str(answer.context["form"].window)})
    item.refresh_from_db()
    assert item.title == "Toen"


# Warnings that stay


def test_a_warning_stays_with_a_reason_until_something_moves(cast: Cast, browser: Browser) -> None:
    visits, works = _social(cast), make_works(cast)
    held, client = cast.members[Role.PROJECT_LEADER], _leader(cast, browser)
    found = next(
        one.collision
        for one in timeline_for(held, timezone.localdate()).warned
        if one.collision.rule.key == "visits-in-heavy-works"
    )
    page = client.get(_page(cast, "timeline")).content.decode()
    assert "‘Huisbezoeken’ (Noord) valt samen met zwaar werk" in page
    client.post(_page(cast, "timeline_waive"), {"collision": found.key, "reason": "Bewoners vroegen erom."})
    page = client.get(_page(cast, "timeline")).content.decode()
    assert "Zo gelaten:" in page
    assert "Bewoners vroegen erom." in page
    services.move_item(
        membership=held,
        item=works,
        starts_on=works.starts_on + WEEK,
        ends_on=works.ends_on + WEEK,
        version=works.version,
    )
    page = client.get(_page(cast, "timeline")).content.decode()
    assert "Eerder zo gelaten, omdat: Bewoners vroegen erom." in page
    client.post(_page(cast, "timeline_unwaive", TimelineWaiver.objects.get().pk))
    assert not TimelineWaiver.objects.exists()
    assert visits.pk == found.subject.pk


@pytest.mark.parametrize(
    "typed", [{"reason": ""}, {"reason": "x" * 301}, {"collision": "weg", "reason": "Zo."}]
)
def test_a_warning_without_reason_or_that_is_gone_stays_as_it_was(
    cast: Cast, browser: Browser, typed: dict[str, str]
) -> None:
    visits = _social(cast)
    key = f"visits-before-training:{visits.pk}"
    answer = _leader(cast, browser).post(_page(cast, "timeline_waive"), {"collision": key} | typed)
    assert answer.status_code == 302
    assert not TimelineWaiver.objects.exists()


# Templates and copying


@pytest.mark.parametrize("name", ["spoorbuurt", "lankforst"])
def test_a_template_is_shown_first_and_never_doubles(cast: Cast, browser: Browser, name: str) -> None:
    client, address = _leader(cast, browser), _page(cast, "timeline_template", name)
    page = client.get(address, {"begin": "2029-09-03"}).content.decode()
    assert "Zo komt het te staan" in page
    assert not TimelineItem.objects.exists()
    client.post(address, {"begin": "2029-09-03"})
    made = TimelineItem.objects.count()
    assert TimelineItem.objects.filter(kind=Kind.VISITS).count() == 3
    client.post(address, {"begin": "2029-10-01"})
    assert TimelineItem.objects.count() == made > 30


@pytest.mark.parametrize("begin", ["", "gisteren", "9999-12-30", "0001-01-01"])
def test_a_template_from_a_day_that_cannot_be_says_so(cast: Cast, browser: Browser, begin: str) -> None:
    address = _page(cast, "timeline_template", "lankforst")
    for ask in ("get", "post"):
        answer = getattr(_leader(cast, browser), ask)(address, {"begin": begin})
        assert answer.status_code == 200
    assert not TimelineItem.objects.exists()


def test_a_new_project_takes_the_time_line_over_moved_to_its_own_first_day(cast: Cast) -> None:
    cast.project.starts_on = date(2030, 1, 7)
    cast.project.save()
    make_works(cast)
    make_works(cast, block=cast.blocks[1])
    target = make_project("nieuw", starts_on=date(2031, 1, 6))
    Block.objects.filter(project=target).exclude(name="Noord").delete()
    said = copy_timeline(cast.project, target, cast.person(Role.ADMINISTRATOR))
    assert said == "2 onderdelen"
    places = {item.block.name if item.block else "": item.starts_on for item in target.timeline_items.all()}
    assert places == {"Noord": date(2031, 3, 3), "": date(2031, 3, 3)}
    assert copy_timeline(cast.project, target, cast.person(Role.ADMINISTRATOR)) == ""


def test_without_a_first_day_nothing_is_taken_over(cast: Cast) -> None:
    make_works(cast)
    target = Project.objects.create(slug="leeg", name="Leeg")
    assert copy_timeline(cast.project, target, cast.person(Role.ADMINISTRATOR)) == ""


# The page


def test_two_hundred_items_ask_no_more_queries_than_one(cast: Cast, browser: Browser) -> None:
    client, address = _leader(cast, browser), _page(cast, "timeline")
    make_works(cast)
    few = count_queries(client, address)
    for number in range(200):
        make_works(cast, title=f"Werk {number}", block=cast.blocks[number % 3])
    assert count_queries(client, address) == few


def test_words_of_people_are_escaped_in_the_drawing(cast: Cast, browser: Browser) -> None:
    make_works(cast, title='<script>"&\x07')
    page = _leader(cast, browser).get(_page(cast, "timeline")).content.decode()
    assert '<script>"' not in page
    assert "&lt;script&gt;" in page


def test_an_empty_time_line_offers_the_examples(cast: Cast, browser: Browser) -> None:
    page = _leader(cast, browser).get(_page(cast, "timeline")).content.decode()
    assert "Nog een leeg tijdspad" in page
    assert "Groot onderhoud, blok na blok" in page


def test_vandaag_tells_the_leader_about_a_collision_within_four_weeks(cast: Cast, browser: Browser) -> None:
    day = timezone.localdate()
    _social(cast, starts_on=day + 2 * WEEK, ends_on=day + 3 * WEEK)
    page = _leader(cast, browser).get(reverse("today")).content.decode()
    assert "op het tijdspad" in page
    TimelineItem.objects.update(starts_on=day + 10 * WEEK, ends_on=day + 11 * WEEK)
    page = _leader(cast, browser).get(reverse("today")).content.decode()
    assert "botsing" not in page


def test_a_service_refuses_who_may_not(cast: Cast) -> None:
    with pytest.raises(Refused):
        services.remove_item(membership=cast.members[Role.PARTNER], item=make_works(cast))


# Paper


def test_the_paper_is_a_tagged_a3_with_all_of_it_in_words(cast: Cast) -> None:
    make_works(cast, title="Gevel van Noord")
    found = timeline_for(cast.members[Role.PROJECT_LEADER], date(2030, 3, 1))
    reader = PdfReader(io.BytesIO(timeline_pdf(found)))
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [1191, 842]
    assert len(reader.pages) == 2
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Gevel van Noord" in reader.pages[1].extract_text()


def test_many_blocks_go_over_several_sheets_and_none_is_lost(cast: Cast) -> None:
    for number in range(14):
        block = Block.objects.create(project=cast.project, name=f"Blok {number}", order=number + 5)
        for part in range(4):
            make_works(cast, block=block, title=f"Keuken, badkamer en toilet {part}")
    context = timeline_context(timeline_for(cast.members[Role.PROJECT_LEADER], date(2030, 3, 1)))
    names = [name for sheet in context["sheets"] for name in sheet["blocks"]]
    assert len(context["sheets"]) > 1
    assert len(names) == len(set(names)) == 18


@pytest.mark.parametrize(
    ("starts", "ends", "far"),
    [
        (date(2024, 1, 1), date(2024, 2, 1), False),
        (date(2023, 12, 31), date(2024, 2, 1), True),
        (date(2029, 1, 1), date(2029, 12, 31), False),
        (date(2029, 1, 1), date(2030, 1, 1), True),
    ],
)
def test_days_lie_in_the_years_round_the_project(starts: date, ends: date, far: bool) -> None:
    project = Project(starts_on=date(2025, 9, 1), ends_on=date(2027, 6, 30))
    assert bool(why_far(project, starts, ends)) is far


def test_the_first_three_months_are_shown_and_later_ones_are_folded(cast: Cast, browser: Browser) -> None:
    today = timezone.localdate()
    for number in range(5):
        first = (today.replace(day=1) + timedelta(days=32 * (number + 1))).replace(day=9)
        make_works(cast, title=f"Werk {number}", starts_on=first, ends_on=first)
    page = _leader(cast, browser).get(_page(cast, "timeline")).content.decode()
    shown, folded = page.split('id="maanden"')[1].split('<details class="fold" data-later>')
    assert [f"Werk {number}" in shown for number in range(5)] == [True, True, True, False, False]
    assert [f"Werk {number}" in folded for number in range(5)] == [False, False, False, True, True]


def test_the_line_of_today_makes_room_for_words(cast: Cast) -> None:
    """Words stand beside a bar that is too short for them; the line of today is interrupted there."""
    today = timezone.localdate()
    make_works(
        cast, title="Een lange naam voor een kort werk", starts_on=today - 9 * DAY, ends_on=today - 8 * DAY
    )
    make_works(
        cast, title="Ver weg", starts_on=today + 30 * DAY, ends_on=today + 30 * DAY, block=cast.blocks[1]
    )
    svg = str(shown_board(timeline_for(cast.members[Role.PROJECT_LEADER], today)).chart)
    (line,) = re.findall(r'<path d="(M[^"]*)"[^>]*stroke-dasharray="7 4"', svg)
    assert line.count("M") == 2
