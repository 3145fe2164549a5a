"""Somebody leaves (V3): the work goes to others, a note stays, and the access ends the same minute."""

from collections.abc import Callable

import pytest
from django.test import Client

from housevisits.models import DirectActionEvent
from housevisits.services import drafts
from housevisits.services.questionsets import ensure_default
from msa import registry
from msa.models import AuditEntry
from projects.models import Departure, HandedOver, Membership, Person, Role
from projects.overviews.leaving import left_behind, open_work
from projects.services import end_membership, restore_membership
from projects.services.leaving import NOBODY, give_on
from projects.services.refusing import Refused
from tests.cast import Cast, make_action
from tests.projects.leaving.helpers import EMPTY, add_task, give_all, let_go, new_member, url_of
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def test_all_that_somebody_holds_is_listed(cast: Cast, busy: Membership) -> None:
    labels = {work.key: work.label for work in open_work(busy)}
    assert labels == {
        "tasks": "1 taak",
        "referral routes": "2 doorverwijsroutes bijhouden",
        "fixed contacts": "vaste contactpersoon van Woonstichting De Wissel",
        "planned visits": "1 gepland huisbezoek",
        "direct actions": "1 directe actie",
    }


def test_each_kind_of_work_is_registered_under_its_key(cast: Cast, busy: Membership) -> None:
    for part in registry.handover:
        assert {work.key for work in part.call(busy)} <= {part.name}


def test_work_of_every_kind_goes_to_who_was_chosen(cast: Cast, busy: Membership) -> None:
    taker = cast.members[Role.COMMUNITY_WORKER]
    departure = let_go(cast, busy, give_all(busy, taker))
    busy.refresh_from_db()
    assert not busy.active
    assert open_work(busy) == []
    assert {work.key for work in open_work(taker)} >= set(departure.lines.values_list("key", flat=True))
    assert set(departure.lines.values_list("taker", flat=True)) == {taker.pk}
    assert DirectActionEvent.objects.filter(note__contains="Overgedragen aan opbouwwerker").exists()
    acts = set(AuditEntry.objects.filter(project_key=cast.project.key).values_list("act", flat=True))
    assert {"tasks given", "planned visits given", "person ended", "referral route changed"} <= acts


def test_work_that_nobody_was_chosen_for_keeps_everything_as_it_is(cast: Cast, busy: Membership) -> None:
    takers = give_all(busy, cast.members[Role.COMMUNITY_WORKER])
    del takers["direct actions"]
    with pytest.raises(Refused, match="1 directe actie"):
        let_go(cast, busy, takers)
    busy.refresh_from_db()
    assert busy.active
    assert len(open_work(busy)) == 5
    assert not Departure.objects.exists()


@pytest.mark.parametrize("role", [Role.PARTNER, Role.RESIDENT_GROUP, Role.ADMINISTRATOR])
def test_work_does_not_go_to_a_role_that_cannot_do_it(cast: Cast, busy: Membership, role: str) -> None:
    takers = give_all(busy, cast.members[Role.COMMUNITY_WORKER])
    with pytest.raises(Refused, match="kan dit niet overnemen"):
        let_go(cast, busy, takers | {"planned visits": cast.members[role]})


def test_work_does_not_go_to_somebody_of_another_project_or_who_left(
    cast: Cast, outsiders: Cast, busy: Membership
) -> None:
    gone = new_member(cast, name="Weg Gegaan")
    gone.active = False
    gone.save()
    for taker in (outsiders.members[Role.COMMUNITY_WORKER], gone, busy):
        with pytest.raises(Refused, match="kan dit niet overnemen"):
            let_go(cast, busy, give_all(busy, taker))


def test_a_fixed_contact_is_followed_by_a_colleague_of_the_same_organisation(
    cast: Cast, busy: Membership
) -> None:
    other = new_member(cast, name="Elders Werkt")
    other.organisation = None
    other.save()
    with pytest.raises(Refused, match="vaste contactpersoon"):
        let_go(cast, busy, give_all(busy, other))
    let_go(cast, busy, give_all(busy, cast.members[Role.HOUSING_OFFICER]))
    assert cast.project.partnerships.get().contact == cast.members[Role.HOUSING_OFFICER]


def test_actions_of_a_contractor_go_to_the_team_or_a_colleague_never_to_another_firm(cast: Cast) -> None:
    leaver = cast.members[Role.CONTRACTOR_SOCIAL]
    make_action(cast, Role.CONTRACTOR_SOCIAL)
    colleague, stranger = (
        new_member(cast, Role.CONTRACTOR_SOCIAL, "Col Lega"),
        new_member(cast, Role.CONTRACTOR_SOCIAL, "Vreem D"),
    )
    stranger.organisation = None
    work = next(work for work in open_work(leaver) if work.key == "direct actions")
    assert work.fits(colleague) and work.fits(cast.members[Role.COMMUNITY_WORKER])
    assert not work.fits(stranger)


def test_left_to_nobody_shows_on_vandaag_until_somebody_takes_it(cast: Cast, browser: Browser) -> None:
    leaver = new_member(cast)
    add_task(cast, leaver)
    let_go(cast, leaver, give_all(leaver, NOBODY))
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert "Zonder eigenaar: werk van Daan Bielsman" in leader.get("/").content.decode()
    taker = cast.members[Role.HOUSING_OFFICER]
    page = leader.get(url_of(cast, "handover", leaver.pk)).content.decode()
    assert 'name="taker-tasks"' in page
    leader.post(url_of(cast, "give_on", leaver.pk), {"taker-tasks": taker.pk})
    assert taker.tasks.count() == 1
    assert "Zonder eigenaar" not in leader.get("/").content.decode()
    assert HandedOver.objects.get().taker == taker


def test_giving_on_leaves_alone_what_was_not_chosen(cast: Cast) -> None:
    leaver = new_member(cast)
    add_task(cast, leaver)
    end_membership(membership=leaver, by=cast.person(Role.PROJECT_LEADER))
    assert give_on(giver=leaver, by=cast.person(Role.PROJECT_LEADER), takers={}) == []
    assert leaver.tasks.count() == 1


def test_what_vandaag_says_by_itself_is_not_said_twice(cast: Cast, busy: Membership) -> None:
    let_go(cast, busy, give_all(busy, NOBODY))
    (left,) = left_behind(cast.project)
    assert {work.key for work in left.works} == {"tasks", "planned visits", "direct actions"}


def test_drafts_are_counted_and_stay_with_their_writer(cast: Cast, browser: Browser) -> None:
    leaver = new_member(cast)
    set_key = ensure_default(cast.project).key
    drafts.start(person=leaver.person, project=cast.project, set_key=set_key)
    page = browser(cast.person(Role.PROJECT_LEADER)).get(url_of(cast, "end", leaver.pk)).content.decode()
    assert "1 concept van een gesprek" in page
    assert "alleen vóór het vertrek" in page
    assert "taker-drafts" not in page
    let_go(cast, leaver, {})
    assert drafts.own(leaver.person, cast.project).count() == 1


def test_coming_back_gives_the_role_and_not_the_work(cast: Cast, busy: Membership, browser: Browser) -> None:
    taker = cast.members[Role.COMMUNITY_WORKER]
    let_go(cast, busy, give_all(busy, taker))
    answer = browser(cast.person(Role.PROJECT_LEADER)).post(url_of(cast, "restore", busy.pk), follow=True)
    assert "blijft bij wie het kreeg" in answer.content.decode()
    busy.refresh_from_db()
    assert busy.active
    assert open_work(busy) == []
    assert browser(busy.person).get(url_of(cast, "home")).status_code == 200


def test_who_comes_back_may_leave_again(cast: Cast) -> None:
    leaver = new_member(cast)
    let_go(cast, leaver, {})
    restore_membership(membership=leaver, by=cast.person(Role.PROJECT_LEADER))
    let_go(cast, leaver, {}, EMPTY | {"promised": "Een bankje."})
    assert leaver.departures.count() == 2


def test_vandaag_asks_as_much_for_many_who_left_as_for_few(cast: Cast, browser: Browser) -> None:
    def somebody_leaves(number: int) -> None:
        leaver = new_member(cast, name=f"Collega{number} Weg")
        add_task(cast, leaver, f"Taak {number}")
        let_go(cast, leaver, give_all(leaver, NOBODY))

    for number in range(3):
        somebody_leaves(number)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    few = count_queries(leader, "/")
    for number in range(3, 20):
        somebody_leaves(number)
    assert count_queries(leader, "/") == few
