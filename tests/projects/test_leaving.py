"""Somebody leaves (V3): the work goes to others, a note stays, and the access ends the same minute."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from housevisits.models import DirectAction, DirectActionEvent, Visit
from housevisits.services import drafts
from housevisits.services.questionsets import ensure_default
from msa.models import AuditEntry
from projects.models import Departure, HandedOver, Membership, Partnership, Person, Role
from projects.overviews.leaving import left_behind, open_work
from projects.services import end_membership, restore_membership
from projects.services.leaving import NOBODY, forget_notes, give_on, leave, prepare_note
from projects.services.refusing import Refused
from projects.services.tasks import NewTask, add_tasks
from tests.cast import Cast, make_action
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
EMPTY: Any = {"runs": "", "contacts": "", "promised": ""}
NOTE: Any = EMPTY | {"runs": "De derde ronde is half gedaan."}


def _page(cast: Cast, name: str, *arguments: int) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


def _new(cast: Cast, role: str = Role.HOUSING_OFFICER, name: str = "Daan Bielsman") -> Membership:
    """One more member, of the organisation of the cast."""
    person = Person.objects.create_user(f"{name.split()[0].lower()}@voorbeeld.example", name=name)
    organisation = cast.members[Role.PROJECT_LEADER].organisation
    return Membership.objects.create(
        project=cast.project, person=person, role=role, organisation=organisation
    )


def _task(cast: Cast, owner: Membership, title: str = "Kaartjes laten drukken") -> None:
    add_tasks(
        project=cast.project,
        by=cast.person(Role.PROJECT_LEADER),
        tasks=[NewTask(phase=2, title=title, owner=owner)],
    )


@pytest.fixture
def busy(cast: Cast) -> Membership:
    """A woonconsulent who holds work of every kind."""
    held = _new(cast)
    _task(cast, held)
    cast.project.referral_routes.filter(concern__in=["care-money", "care-mental"]).update(keeper=held)
    assert held.organisation is not None
    Partnership.objects.create(
        project=cast.project, organisation=held.organisation, state="joined", contact=held
    )
    Visit.objects.create(household=cast.homes[0], on=date(2030, 1, 1), visitor=held)
    action: Any = make_action(cast)
    DirectAction.objects.filter(pk=action.pk).update(assigned_to=held)
    return held


def _give_all(membership: Membership, taker: Any) -> dict[str, Any]:
    return {work.key: taker for work in open_work(membership) if work.movable}


def _leave(cast: Cast, membership: Membership, takers: Any, note: Any = NOTE) -> Departure:
    return leave(membership=membership, by=cast.person(Role.PROJECT_LEADER), takers=takers, note=note)


def test_all_that_somebody_holds_is_listed(cast: Cast, busy: Membership) -> None:
    labels = {work.key: work.label for work in open_work(busy)}
    assert labels == {
        "tasks": "1 taak",
        "referral routes": "2 doorverwijsroutes bijhouden",
        "fixed contacts": "vaste contactpersoon van Woonstichting De Wissel",
        "planned visits": "1 gepland huisbezoek",
        "direct actions": "1 directe actie",
    }


def test_work_of_every_kind_goes_to_who_was_chosen(cast: Cast, busy: Membership) -> None:
    taker = cast.members[Role.COMMUNITY_WORKER]
    departure = _leave(cast, busy, _give_all(busy, taker))
    busy.refresh_from_db()
    assert not busy.active
    assert open_work(busy) == []
    assert {work.key for work in open_work(taker)} >= set(departure.lines.values_list("key", flat=True))
    assert set(departure.lines.values_list("taker", flat=True)) == {taker.pk}
    assert DirectActionEvent.objects.filter(note__contains="Overgedragen aan opbouwwerker").exists()
    acts = set(AuditEntry.objects.filter(project_key=cast.project.key).values_list("act", flat=True))
    assert {"tasks given", "planned visits given", "person ended", "referral route changed"} <= acts


def test_work_that_nobody_was_chosen_for_keeps_everything_as_it_is(cast: Cast, busy: Membership) -> None:
    takers = _give_all(busy, cast.members[Role.COMMUNITY_WORKER])
    del takers["direct actions"]
    with pytest.raises(Refused, match="1 directe actie"):
        _leave(cast, busy, takers)
    busy.refresh_from_db()
    assert busy.active
    assert len(open_work(busy)) == 5
    assert not Departure.objects.exists()


@pytest.mark.parametrize("role", [Role.PARTNER, Role.RESIDENT_GROUP, Role.ADMINISTRATOR])
def test_work_does_not_go_to_a_role_that_cannot_do_it(cast: Cast, busy: Membership, role: str) -> None:
    takers = _give_all(busy, cast.members[Role.COMMUNITY_WORKER])
    with pytest.raises(Refused, match="kan dit niet overnemen"):
        _leave(cast, busy, takers | {"planned visits": cast.members[role]})


def test_work_does_not_go_to_somebody_of_another_project_or_who_left(
    cast: Cast, outsiders: Cast, busy: Membership
) -> None:
    gone = _new(cast, name="Weg Gegaan")
    gone.active = False
    gone.save()
    for taker in (outsiders.members[Role.COMMUNITY_WORKER], gone, busy):
        with pytest.raises(Refused, match="kan dit niet overnemen"):
            _leave(cast, busy, _give_all(busy, taker))


def test_a_fixed_contact_is_followed_by_a_colleague_of_the_same_organisation(
    cast: Cast, busy: Membership
) -> None:
    other = _new(cast, name="Elders Werkt")
    other.organisation = None
    other.save()
    with pytest.raises(Refused, match="vaste contactpersoon"):
        _leave(cast, busy, _give_all(busy, other))
    _leave(cast, busy, _give_all(busy, cast.members[Role.HOUSING_OFFICER]))
    assert cast.project.partnerships.get().contact == cast.members[Role.HOUSING_OFFICER]


def test_actions_of_a_contractor_go_to_the_team_or_a_colleague_never_to_another_firm(cast: Cast) -> None:
    leaver = cast.members[Role.CONTRACTOR_SOCIAL]
    make_action(cast, Role.CONTRACTOR_SOCIAL)
    colleague, stranger = (
        _new(cast, Role.CONTRACTOR_SOCIAL, "Col Lega"),
        _new(cast, Role.CONTRACTOR_SOCIAL, "Vreem D"),
    )
    stranger.organisation = None
    work = next(work for work in open_work(leaver) if work.key == "direct actions")
    assert work.fits(colleague) and work.fits(cast.members[Role.COMMUNITY_WORKER])
    assert not work.fits(stranger)


def test_left_to_nobody_shows_on_vandaag_until_somebody_takes_it(cast: Cast, browser: Browser) -> None:
    leaver = _new(cast)
    _task(cast, leaver)
    _leave(cast, leaver, _give_all(leaver, NOBODY))
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert "Zonder eigenaar: werk van Daan Bielsman" in leader.get("/").content.decode()
    taker = cast.members[Role.HOUSING_OFFICER]
    page = leader.get(_page(cast, "handover", leaver.pk)).content.decode()
    assert 'name="taker-tasks"' in page
    leader.post(_page(cast, "give_on", leaver.pk), {"taker-tasks": taker.pk})
    assert taker.tasks.count() == 1
    assert "Zonder eigenaar" not in leader.get("/").content.decode()
    assert HandedOver.objects.get().taker == taker


def test_giving_on_leaves_alone_what_was_not_chosen(cast: Cast) -> None:
    leaver = _new(cast)
    _task(cast, leaver)
    end_membership(membership=leaver, by=cast.person(Role.PROJECT_LEADER))
    assert give_on(giver=leaver, by=cast.person(Role.PROJECT_LEADER), takers={}) == []
    assert leaver.tasks.count() == 1


def test_what_vandaag_says_by_itself_is_not_said_twice(cast: Cast, busy: Membership) -> None:
    _leave(cast, busy, _give_all(busy, NOBODY))
    (left,) = left_behind(cast.project)
    assert {work.key for work in left.works} == {"tasks", "planned visits", "direct actions"}


def test_drafts_are_counted_and_stay_with_their_writer(cast: Cast, browser: Browser) -> None:
    leaver = _new(cast)
    set_key = ensure_default(cast.project).key
    drafts.start(person=leaver.person, project=cast.project, set_key=set_key)
    page = browser(cast.person(Role.PROJECT_LEADER)).get(_page(cast, "end", leaver.pk)).content.decode()
    assert "1 concept van een gesprek" in page
    assert "alleen vóór het vertrek" in page
    assert "taker-drafts" not in page
    _leave(cast, leaver, {})
    assert drafts.own(leaver.person, cast.project).count() == 1


# The access


def test_every_open_browser_of_who_left_is_signed_out_at_once(cast: Cast, browser: Browser) -> None:
    leaver = _new(cast)
    laptop, phone = browser(leaver.person), browser(leaver.person)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    address = _page(cast, "availability")
    assert laptop.get(address).status_code == phone.get(address).status_code == 200
    before = Session.objects.count()

    leader.post(_page(cast, "end", leaver.pk), {"without_note": "on"})

    assert Session.objects.count() == before - 2
    assert "/account/login/" in laptop.get(address)["Location"]
    for tab in (phone, laptop):
        answer = tab.post(address, {"half_days": ["0m"]})
        assert answer.status_code == 302 and "/account/login/" in answer["Location"]
    assert not hasattr(Membership.objects.get(pk=leaver.pk), "availability")
    assert leader.get(_page(cast, "people")).status_code == 200


def test_signing_in_again_opens_nothing_of_the_project(cast: Cast, browser: Browser) -> None:
    leaver = _new(cast)
    _leave(cast, leaver, {})
    again = browser(leaver.person)
    for name in ("home", "availability", "visit_duties", "my_handover"):
        assert again.get(_page(cast, name)).status_code == 404
    assert again.post(_page(cast, "availability"), {"half_days": ["0m"]}).status_code == 404
    assert again.get(_page(cast, "handover", leaver.pk)).status_code == 404


def test_who_takes_part_elsewhere_stays_signed_in_there_and_loses_this_project(
    cast: Cast, outsiders: Cast, browser: Browser
) -> None:
    leaver = _new(cast)
    Membership.objects.create(person=leaver.person, project=outsiders.project, role=Role.HOUSING_OFFICER)
    tab = browser(leaver.person)
    assert tab.get(_page(cast, "availability")).status_code == 200
    _leave(cast, leaver, {})
    assert tab.get(_page(cast, "availability")).status_code == 404
    assert tab.post(_page(cast, "availability"), {"half_days": ["0m"]}).status_code == 404
    assert tab.get(_page(outsiders, "availability")).status_code == 200


def test_coming_back_gives_the_role_and_not_the_work(cast: Cast, busy: Membership, browser: Browser) -> None:
    taker = cast.members[Role.COMMUNITY_WORKER]
    _leave(cast, busy, _give_all(busy, taker))
    answer = browser(cast.person(Role.PROJECT_LEADER)).post(_page(cast, "restore", busy.pk), follow=True)
    assert "blijft bij wie het kreeg" in answer.content.decode()
    busy.refresh_from_db()
    assert busy.active
    assert open_work(busy) == []
    assert browser(busy.person).get(_page(cast, "home")).status_code == 200


def test_who_comes_back_may_leave_again(cast: Cast) -> None:
    leaver = _new(cast)
    _leave(cast, leaver, {})
    restore_membership(membership=leaver, by=cast.person(Role.PROJECT_LEADER))
    _leave(cast, leaver, {}, EMPTY | {"promised": "Een bankje."})
    assert leaver.departures.count() == 2


def test_one_does_not_let_oneself_go(cast: Cast, browser: Browser) -> None:
    me = cast.members[Role.PROJECT_LEADER]
    client = browser(me.person)
    for ask in (client.get, client.post):
        assert "Jezelf uit het project" in ask(_page(cast, "end", me.pk), follow=True).content.decode()
    me.refresh_from_db()
    assert me.active


# The page


def _form(**changes: Any) -> dict[str, Any]:
    return {"runs": "De derde ronde is half gedaan.", "contacts": "", "promised": ""} | changes


def test_the_page_says_what_is_missing_and_keeps_what_was_typed(
    cast: Cast, busy: Membership, browser: Browser
) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    taker = str(cast.members[Role.COMMUNITY_WORKER].pk)
    page = leader.post(_page(cast, "end", busy.pk), _form(**{"taker-tasks": taker})).content.decode()
    assert "Er is nog niets veranderd" in page
    assert "Kies wie dit overneemt" in page
    assert "De derde ronde is half gedaan." in page
    assert f'<option value="{taker}" selected>' in page
    busy.refresh_from_db()
    assert busy.active and busy.tasks.count() == 1


@pytest.mark.parametrize("forged", ["999999", "outsider", "x", "-1"])
def test_a_taker_who_was_not_offered_is_refused(
    cast: Cast, outsiders: Cast, browser: Browser, forged: str
) -> None:
    leaver = _new(cast)
    _task(cast, leaver)
    value = str(outsiders.members[Role.HOUSING_OFFICER].pk) if forged == "outsider" else forged
    data = _form(**{"taker-tasks": value})
    answer = browser(cast.person(Role.PROJECT_LEADER)).post(_page(cast, "end", leaver.pk), data)
    assert answer.status_code == 200
    leaver.refresh_from_db()
    assert leaver.active


def test_somebody_of_the_team_leaves_with_a_note_or_without_one_on_purpose(
    cast: Cast, browser: Browser
) -> None:
    leaver = _new(cast)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    page = leader.post(_page(cast, "end", leaver.pk), _form(runs="")).content.decode()
    assert "Schrijf een overdracht, of zeg dat die niet nodig is." in page
    leader.post(_page(cast, "end", leaver.pk), _form(runs="", without_note="on"))
    leaver.refresh_from_db()
    assert not leaver.active


@pytest.mark.parametrize(
    "text",
    ["Bel 06-12345678.", "Mail jan@voorbeeld.nl", "BSN 111222333", "NL91ABNA0417164300", "Woont op 6511 AA"],
)
def test_what_is_certain_to_point_at_somebody_stays_out_of_the_note(
    cast: Cast, browser: Browser, text: str
) -> None:
    leaver = _new(cast)
    data = _form(contacts=text, looked_over="on")
    page = (
        browser(cast.person(Role.PROJECT_LEADER)).post(_page(cast, "end", leaver.pk), data).content.decode()
    )
    assert "waarmee iemand te vinden is" in page
    leaver.refresh_from_db()
    assert leaver.active and not Departure.objects.exists()


def test_a_door_is_asked_about_and_the_name_of_a_colleague_is_not(cast: Cast, browser: Browser) -> None:
    leaver = _new(cast)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    address = _page(cast, "end", leaver.pk)
    assert "Ik heb gekeken" not in leader.get(address).content.decode()
    for doubtful in (
        "Nog aanbellen op Seinhuisstraat 14.",
        "Mevrouw Jansen belt nog.",
        "Derde bel, nummer 14",
    ):
        page = leader.post(address, _form(runs=doubtful)).content.decode()
        assert "Ik heb gekeken: hier staat niets in over een bewoner" in page
    fine = "Overleg met Hanneke Spoorboom over de oneven kant van de Seinhuisstraat."
    assert leader.post(address, _form(runs=fine)).status_code == 302


def test_what_only_looks_like_a_door_may_stand_once_somebody_looked(cast: Cast, browser: Browser) -> None:
    leaver = _new(cast)
    data = _form(runs="De modelwoning is Seinhuisstraat 14.", looked_over="on")
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert leader.post(_page(cast, "end", leaver.pk), data).status_code == 302


def test_a_note_that_is_too_long_is_refused_with_the_text_kept(cast: Cast, browser: Browser) -> None:
    leaver = _new(cast)
    data = _form(runs="woord " * 500)
    page = (
        browser(cast.person(Role.PROJECT_LEADER)).post(_page(cast, "end", leaver.pk), data).content.decode()
    )
    assert "2000" in page and page.count("woord ") > 400


def test_what_the_leaver_wrote_is_there_and_a_change_in_between_is_not_lost(
    cast: Cast, browser: Browser
) -> None:
    leaver = _new(cast)
    prepare_note(membership=leaver, note=NOTE)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    answer = leader.get(_page(cast, "end", leaver.pk))
    assert "De derde ronde is half gedaan." in answer.content.decode()
    window = str(answer.context["note"].window)
    prepare_note(membership=leaver, note=NOTE | {"promised": "Een bankje.", "runs": "Ronde drie is klaar."})
    data = _form(runs="De leider schreef dit.", window=window)
    page = leader.post(_page(cast, "end", leaver.pk), data).content.decode()
    assert "Intussen schreef iemand anders hier: ‘Ronde drie is klaar.’" in page
    again = {"window": page.split('name="window" value="')[1].split('"')[0].replace("&quot;", '"')}
    leader.post(_page(cast, "end", leaver.pk), data | again)
    departure = leaver.departures.get()
    assert (departure.runs, departure.promised) == ("De leider schreef dit.", "Een bankje.")
    assert departure.left_on == timezone.localdate()


def test_a_resident_is_asked_for_no_note(cast: Cast, browser: Browser) -> None:
    held = cast.members[Role.RESIDENT_GROUP]
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert 'name="runs"' not in leader.get(_page(cast, "end", held.pk)).content.decode()
    leader.post(_page(cast, "end", held.pk))
    held.refresh_from_db()
    assert not held.active


# Reading it afterwards


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.PROJECT_LEADER, 200),
        (Role.ADMINISTRATOR, 200),
        (Role.COMMUNITY_WORKER, 200),
        (Role.HOUSING_OFFICER, 404),
        (Role.CONTRACTOR_SOCIAL, 404),
        (Role.PARTNER, 404),
        (Role.RESIDENT_GROUP, 404),
    ],
)
def test_the_note_is_for_who_manages_and_who_took_work_over(
    cast: Cast, browser: Browser, role: str, status: int
) -> None:
    leaver = _new(cast)
    _task(cast, leaver)
    _leave(cast, leaver, _give_all(leaver, cast.members[Role.COMMUNITY_WORKER]))
    answer = browser(cast.person(role)).get(_page(cast, "handover", leaver.pk))
    assert answer.status_code == status
    assert ("De derde ronde" in answer.content.decode()) == (status == 200)


def test_who_took_work_over_is_pointed_at_the_note_for_two_weeks(cast: Cast, browser: Browser) -> None:
    leaver = _new(cast)
    _task(cast, leaver)
    taker = cast.members[Role.COMMUNITY_WORKER]
    departure = _leave(cast, leaver, _give_all(leaver, taker))
    assert "Je nam werk over van Daan Bielsman" in browser(taker.person).get("/").content.decode()
    Departure.objects.filter(pk=departure.pk).update(left_on=timezone.localdate() - timedelta(days=15))
    assert "Je nam werk over" not in browser(taker.person).get("/").content.decode()


def test_what_somebody_is_still_writing_is_nobody_elses(cast: Cast, browser: Browser) -> None:
    writer = cast.members[Role.HOUSING_OFFICER]
    client = browser(writer.person)
    client.post(_page(cast, "my_handover"), _form())
    assert "De derde ronde" in client.get(_page(cast, "my_handover")).content.decode()
    for role in (Role.PROJECT_LEADER, Role.COMMUNITY_WORKER):
        assert browser(cast.person(role)).get(_page(cast, "handover", writer.pk)).status_code == 404


def test_another_projects_people_are_not_found(cast: Cast, outsiders: Cast, browser: Browser) -> None:
    theirs = _new(outsiders, name="Van Ginder")
    gone = _new(outsiders, name="Ginder Weg")
    _leave(outsiders, gone, {})
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert leader.post(_page(cast, "end", theirs.pk), {"without_note": "on"}).status_code == 404
    for name, ask in [("handover", leader.get), ("give_on", leader.post), ("restore", leader.post)]:
        assert ask(_page(cast, name, gone.pk)).status_code == 404
    theirs.refresh_from_db()
    assert theirs.active


@pytest.mark.parametrize(("days", "kept"), [(0, 1), (1, 0)])
def test_a_note_goes_with_the_addresses(cast: Cast, days: int, kept: int) -> None:
    _leave(cast, _new(cast), {})
    cast.project.ends_on = date(2026, 1, 31)
    cast.project.save()
    forget_notes(date(2026, 4, 30) + timedelta(days=days))
    assert Departure.objects.count() == kept


def test_a_project_without_an_end_keeps_its_notes(cast: Cast) -> None:
    _leave(cast, _new(cast), {})
    assert forget_notes(date(2090, 1, 1)) == []
    assert Departure.objects.count() == 1


def test_vandaag_asks_as_much_for_many_who_left_as_for_few(cast: Cast, browser: Browser) -> None:
    def somebody_leaves(number: int) -> None:
        leaver = _new(cast, name=f"Collega{number} Weg")
        _task(cast, leaver, f"Taak {number}")
        _leave(cast, leaver, _give_all(leaver, NOBODY))

    for number in range(3):
        somebody_leaves(number)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    few = count_queries(leader, "/")
    for number in range(3, 20):
        somebody_leaves(number)
    assert count_queries(leader, "/") == few


def test_the_page_of_leaving_asks_as_much_for_many_colleagues_as_for_few(
    cast: Cast, busy: Membership, browser: Browser
) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    few = count_queries(leader, _page(cast, "end", busy.pk))
    people = Person.objects.bulk_create(Person(email=f"p{n}@x.example", name=f"P {n}") for n in range(200))
    Membership.objects.bulk_create(
        Membership(person=person, project=cast.project, role=Role.HOUSING_OFFICER) for person in people
    )
    assert count_queries(leader, _page(cast, "end", busy.pk)) == few
