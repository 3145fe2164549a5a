"""The page on which somebody is let go: what it asks, refuses and keeps."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from projects.models import Departure, Membership, Person, Role
from projects.services.leaving import prepare_note
from tests.cast import Cast
from tests.projects.leaving.helpers import NOTE, add_task, new_member, typed, url_of
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def test_one_does_not_let_oneself_go(cast: Cast, browser: Browser) -> None:
    me = cast.members[Role.PROJECT_LEADER]
    client = browser(me.person)
    for ask in (client.get, client.post):
        assert "Jezelf uit het project" in ask(url_of(cast, "end", me.pk), follow=True).content.decode()
    me.refresh_from_db()
    assert me.active


def test_the_page_says_what_is_missing_and_keeps_what_was_typed(
    cast: Cast, busy: Membership, browser: Browser
) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    taker = str(cast.members[Role.COMMUNITY_WORKER].pk)
    page = leader.post(url_of(cast, "end", busy.pk), typed(**{"taker-tasks": taker})).content.decode()
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
    leaver = new_member(cast)
    add_task(cast, leaver)
    value = str(outsiders.members[Role.HOUSING_OFFICER].pk) if forged == "outsider" else forged
    data = typed(**{"taker-tasks": value})
    answer = browser(cast.person(Role.PROJECT_LEADER)).post(url_of(cast, "end", leaver.pk), data)
    assert answer.status_code == 200
    leaver.refresh_from_db()
    assert leaver.active


def test_somebody_of_the_team_leaves_with_a_note_or_without_one_on_purpose(
    cast: Cast, browser: Browser
) -> None:
    leaver = new_member(cast)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    page = leader.post(url_of(cast, "end", leaver.pk), typed(runs="")).content.decode()
    assert "Schrijf een overdracht, of zeg dat die niet nodig is." in page
    leader.post(url_of(cast, "end", leaver.pk), typed(runs="", without_note="on"))
    leaver.refresh_from_db()
    assert not leaver.active


@pytest.mark.parametrize(
    "text",
    ["Bel 06-12345678.", "Mail jan@voorbeeld.nl", "BSN 111222333", "NL91ABNA0417164300", "Woont op 6511 AA"],
)
def test_what_is_certain_to_point_at_somebody_stays_out_of_the_note(
    cast: Cast, browser: Browser, text: str
) -> None:
    leaver = new_member(cast)
    data = typed(contacts=text, looked_over="on")
    page = (
        browser(cast.person(Role.PROJECT_LEADER)).post(url_of(cast, "end", leaver.pk), data).content.decode()
    )
    assert "waarmee iemand te vinden is" in page
    leaver.refresh_from_db()
    assert leaver.active and not Departure.objects.exists()


def test_a_door_is_asked_about_and_the_name_of_a_colleague_is_not(cast: Cast, browser: Browser) -> None:
    leaver = new_member(cast)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    address = url_of(cast, "end", leaver.pk)
    assert "Ik heb gekeken" not in leader.get(address).content.decode()
    for doubtful in (
        "Nog aanbellen op Seinhuisstraat 14.",
        "Mevrouw Jansen belt nog.",
        "Derde bel, nummer 14",
    ):
        page = leader.post(address, typed(runs=doubtful)).content.decode()
        assert "Ik heb gekeken: hier staat niets in over een bewoner" in page
    fine = "Overleg met Hanneke Spoorboom over de oneven kant van de Seinhuisstraat."
    assert leader.post(address, typed(runs=fine)).status_code == 302


def test_what_only_looks_like_a_door_may_stand_once_somebody_looked(cast: Cast, browser: Browser) -> None:
    leaver = new_member(cast)
    data = typed(runs="De modelwoning is Seinhuisstraat 14.", looked_over="on")
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert leader.post(url_of(cast, "end", leaver.pk), data).status_code == 302


def test_a_note_that_is_too_long_is_refused_with_the_text_kept(cast: Cast, browser: Browser) -> None:
    leaver = new_member(cast)
    data = typed(runs="woord " * 500)
    page = (
        browser(cast.person(Role.PROJECT_LEADER)).post(url_of(cast, "end", leaver.pk), data).content.decode()
    )
    assert "2000" in page and page.count("woord ") > 400


def test_what_the_leaver_wrote_is_there_and_a_change_in_between_is_not_lost(
    cast: Cast, browser: Browser
) -> None:
    leaver = new_member(cast)
    prepare_note(membership=leaver, note=NOTE)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    answer = leader.get(url_of(cast, "end", leaver.pk))
    assert "De derde ronde is half gedaan." in answer.content.decode()
    window = str(answer.context["note"].window)
    prepare_note(membership=leaver, note=NOTE | {"promised": "Een bankje.", "runs": "Ronde drie is klaar."})
    data = typed(runs="De leider schreef dit.", window=window)
    page = leader.post(url_of(cast, "end", leaver.pk), data).content.decode()
    assert "Intussen schreef iemand anders hier: ‘Ronde drie is klaar.’" in page
    again = {"window": page.split('name="window" value="')[1].split('"')[0].replace("&quot;", '"')}
    leader.post(url_of(cast, "end", leaver.pk), data | again)
    departure = leaver.departures.get()
    assert (departure.runs, departure.promised) == ("De leider schreef dit.", "Een bankje.")
    assert departure.left_on == timezone.localdate()


def test_a_resident_is_asked_for_no_note(cast: Cast, browser: Browser) -> None:
    held = cast.members[Role.RESIDENT_GROUP]
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert 'name="runs"' not in leader.get(url_of(cast, "end", held.pk)).content.decode()
    leader.post(url_of(cast, "end", held.pk))
    held.refresh_from_db()
    assert not held.active


def test_the_page_of_leaving_asks_as_much_for_many_colleagues_as_for_few(
    cast: Cast, busy: Membership, browser: Browser
) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    few = count_queries(leader, url_of(cast, "end", busy.pk))
    people = Person.objects.bulk_create(Person(email=f"p{n}@x.example", name=f"P {n}") for n in range(200))
    Membership.objects.bulk_create(
        Membership(person=person, project=cast.project, role=Role.HOUSING_OFFICER) for person in people
    )
    assert count_queries(leader, url_of(cast, "end", busy.pk)) == few
