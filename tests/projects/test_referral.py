"""Referral routes (V5): written, checked, removed, read at a glance and on paper; reminders on Vandaag."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from msa.models import AuditEntry
from projects.models import (
    Concern,
    ConcernGroup,
    Membership,
    Organisation,
    Person,
    Phase,
    Project,
    ReferralRoute,
    Role,
)
from projects.overviews.referral import Gaps, after_workdays, named, why_no_planning
from projects.services.people import Refused
from projects.services.referral import write_route
from tests.cast import Cast
from tests.projects.referrals import LONELY, MONEY, missing_concerns, url, without
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
FIELD = (Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER)
CONTRACTOR = (Role.CONTRACTOR_SOCIAL, Role.CONTRACTOR_TECHNICAL)


def typed(cast: Cast, **changes: Any) -> dict[str, Any]:
    """What a project leader fills in."""
    return {
        "steps": "Bel samen met de bewoner.",
        "organisation": Organisation.objects.get(name="Woonstichting De Wissel").pk,
        "contact": "balie schuldhulp",
        "phone": "0900-0000123",
        "email": "",
        "workdays": "3",
        "anonymous": "Bel en noem geen naam.",
        "keeper": cast.members[Role.COMMUNITY_WORKER].pk,
    } | changes


def fields(cast: Cast, **changes: Any) -> dict[str, Any]:
    """The same for the service."""
    return (
        typed(cast)
        | {"workdays": 3, "keeper": cast.members[Role.COMMUNITY_WORKER]}
        | {"organisation": Organisation.objects.get(name="Woonstichting De Wissel")}
        | changes
    )


def text(client: Client, page: str) -> str:
    return client.get(page).content.decode()


def test_thirteen_concerns_need_a_route_and_opportunities_do_not() -> None:
    needed = [concern for concern in Concern if concern.required]
    assert len(needed) == 13
    assert {concern.group for concern in needed} == set(ConcernGroup) - {ConcernGroup.OPPORTUNITY}


def test_the_list_shows_at_a_glance_what_lacks(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    page = text(leader, url(cast, "referral_routes"))
    assert "13 van de 13 nodige routes staan" in page
    assert "Bezoeken plannen kan." in page
    without(cast, MONEY, Concern.OPPORTUNITY_TALENT)
    page = text(leader, url(cast, "referral_routes"))
    assert "12 van de 13 nodige routes staan" in page
    assert "nog geen doorverwijsroute voor: geldzorgen." in page
    assert page.count("Nog geen route, wel nodig") == 1


def test_who_cannot_write_routes_reads_who_can(cast: Cast, browser: Browser) -> None:
    without(cast, MONEY)
    visitor = browser(cast.person(Role.HOUSING_OFFICER))
    for page in (url(cast, "referral_routes"), url(cast, "referral_route", MONEY)):
        assert cast.person(Role.PROJECT_LEADER).name in text(visitor, page)
    Membership.objects.filter(role=Role.PROJECT_LEADER).update(active=False)
    assert "Vraag de beheerder" in text(visitor, url(cast, "referral_routes"))


def test_a_route_is_written_once_for_several_concerns(cast: Cast, browser: Browser) -> None:
    without(cast, MONEY, LONELY)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    answer = leader.post(url(cast, "referral_edit", MONEY), typed(cast, also_for=[LONELY.value]), follow=True)
    assert "De route staat. Ook voor: eenzaamheid." in answer.content.decode()
    assert missing_concerns(cast.project) == []
    money, lonely = (ReferralRoute.objects.get(project=cast.project, concern=one) for one in (MONEY, LONELY))
    assert money.contact == lonely.contact == "balie schuldhulp"
    assert money.checked_on == timezone.localdate()


def test_a_concern_that_has_a_route_keeps_it(cast: Cast) -> None:
    leader = cast.person(Role.PROJECT_LEADER)
    values = fields(cast, contact="nieuw")
    write_route(project=cast.project, by=leader, concern=MONEY, fields=values, also_for=[LONELY])
    assert ReferralRoute.objects.get(project=cast.project, concern=MONEY).contact == "nieuw"
    assert ReferralRoute.objects.get(project=cast.project, concern=LONELY).contact == "aanmeldteam"


def test_a_new_organisation_is_made_with_the_route(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    new = {"organisation": "", "new_organisation": "Geldloket Spoordam", "new_kind": "forms_help"}
    leader.post(url(cast, "referral_edit", MONEY), typed(cast, **new))
    route = ReferralRoute.objects.get(project=cast.project, concern=MONEY)
    assert (route.organisation.name, route.organisation.kind) == ("Geldloket Spoordam", "forms_help")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"phone": "", "email": ""}, "Schrijf een telefoonnummer of een e-mailadres op."),
        ({"phone": "bel Jan maar"}, "Schrijf alleen cijfers"),
        ({"email": "geen adres"}, "Vul een e-mailadres in"),
        ({"workdays": "-1"}, "0"),
        ({"workdays": "61"}, "60"),
        ({"workdays": "snel"}, "getal"),
        ({"steps": "x" * 501}, "500"),
        ({"anonymous": ""}, "Vul hier iets in."),
        ({"organisation": "", "new_organisation": ""}, "Kies een organisatie"),
        ({"organisation": "999999"}, "keuze"),
        ({"keeper": ""}, "Kies een mogelijkheid."),
        ({"also_for": ["bestaat-niet"]}, "keuze"),
    ],
)
def test_a_route_nobody_can_follow_is_not_stored(
    cast: Cast, browser: Browser, changes: dict[str, Any], words: str
) -> None:
    without(cast, MONEY, LONELY)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    answer = leader.post(url(cast, "referral_edit", MONEY), typed(cast, **changes))
    assert answer.status_code == 200
    summary = answer.content.decode().split("error-summary", 1)[1].split("</div>", 1)[0]
    assert words in summary
    assert not ReferralRoute.objects.filter(project=cast.project, concern=MONEY).exists()


def test_the_service_refuses_what_the_form_would(cast: Cast, outsiders: Cast) -> None:
    leader = cast.person(Role.PROJECT_LEADER)
    stranger, partner = outsiders.members[Role.COMMUNITY_WORKER], cast.members[Role.PARTNER]
    for wrong in ({"phone": "", "email": ""}, {"keeper": stranger}, {"keeper": partner}, {"keeper": None}):
        with pytest.raises(Refused):
            write_route(
                project=cast.project, by=leader, concern=MONEY, fields=fields(cast, contact="weg", **wrong)
            )
    assert not ReferralRoute.objects.filter(contact="weg").exists()


@pytest.mark.parametrize("name", ["referral_route", "referral_edit"])
def test_a_concern_that_does_not_exist_is_not_found(cast: Cast, browser: Browser, name: str) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    known = url(cast, name, MONEY)
    assert leader.get(known).status_code == 200
    for word in ("onzin", "care-money"):  # the second is the word of the code
        assert leader.get(known.replace("geldzorgen", word)).status_code == 404


def test_every_concern_has_a_dutch_address_of_its_own(cast: Cast) -> None:
    addresses = {url(cast, "referral_route", concern) for concern in Concern}
    assert len(addresses) == len(Concern)
    assert not [one for one in addresses for group in ConcernGroup if f"/{group.value}-" in one]


@pytest.mark.parametrize("name", ["referral_check", "referral_remove"])
def test_a_route_that_is_not_there_cannot_be_checked_or_removed(
    cast: Cast, browser: Browser, name: str
) -> None:
    without(cast, MONEY)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert leader.post(url(cast, name, MONEY)).status_code == 404
    assert leader.get(url(cast, name, LONELY)).status_code == 405


def test_every_step_stands_in_the_history(cast: Cast, browser: Browser) -> None:
    without(cast, MONEY)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    leader.post(url(cast, "referral_edit", MONEY), typed(cast))
    leader.post(url(cast, "referral_edit", MONEY), typed(cast, phone="0900-0000456", workdays="5"))
    leader.post(url(cast, "referral_check", MONEY))
    leader.post(url(cast, "referral_remove", MONEY))
    acts = AuditEntry.objects.filter(project_key=cast.project.key, act__startswith="referral route")
    assert [entry.act.rpartition(" ")[2] for entry in acts] == ["removed", "checked", "changed", "written"]
    page = text(leader, url(cast, "referral_route", MONEY))
    assert "gewijzigd door" in page
    assert "(telefoon, toegezegde snelheid in werkdagen)" in page


def test_the_history_of_another_project_is_not_shown(cast: Cast, outsiders: Cast, browser: Browser) -> None:
    browser(outsiders.person(Role.PROJECT_LEADER)).post(url(outsiders, "referral_check", MONEY))
    page = text(browser(cast.person(Role.PROJECT_LEADER)), url(cast, "referral_route", MONEY))
    assert "Wat er met deze route gebeurde" not in page


def test_an_old_route_asks_for_a_look_and_one_tap_settles_it(cast: Cast, browser: Browser) -> None:
    today = timezone.localdate()
    mine = cast.members[Role.COMMUNITY_WORKER]
    ReferralRoute.objects.filter(concern=MONEY).update(checked_on=today - timedelta(days=182), keeper=mine)
    worker, leader = browser(mine.person), browser(cast.person(Role.PROJECT_LEADER))
    assert "Kijk 1 doorverwijsroute na" not in text(worker, reverse("today"))
    ReferralRoute.objects.filter(concern=MONEY).update(checked_on=today - timedelta(days=183))
    for client in (worker, leader):
        assert "Kijk 1 doorverwijsroute na" in text(client, reverse("today"))
    other = browser(cast.person(Role.HOUSING_OFFICER))
    assert "Kijk 1 doorverwijsroute na" not in text(other, reverse("today"))
    assert "Niet nagekeken sinds" in text(worker, url(cast, "referral_routes"))
    answer = worker.post(url(cast, "referral_check", MONEY), {"from": "list"})
    assert answer["Location"] == url(cast, "referral_routes")
    assert ReferralRoute.objects.get(project=cast.project, concern=MONEY).checked_on == today
    assert "Kijk 1 doorverwijsroute na" not in text(leader, reverse("today"))


def test_vandaag_tells_the_leader_what_lacks_and_first_of_all_before_the_visits(
    cast: Cast, browser: Browser
) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert (
        "doorverwijsroute"
        not in text(leader, reverse("today")).split('<dl class="state">')[0].split('id="nu"')[1]
    )
    without(cast, MONEY, LONELY)
    page = text(leader, reverse("today"))
    assert "Er ontbreken 2 doorverwijsroutes" in page.split('<details class="fold">')[0]
    assert "geldzorgen en eenzaamheid" in page
    visitor = browser(cast.person(Role.HOUSING_OFFICER))
    assert "Er ontbreken 2 doorverwijsroutes" not in text(visitor, reverse("today"))
    Project.objects.update(phase=Phase.EVALUATION)
    assert "Er ontbreken 2 doorverwijsroutes" in text(leader, reverse("today"))


def test_a_route_whose_keeper_left_asks_for_another(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    worker = cast.members[Role.COMMUNITY_WORKER]
    ReferralRoute.objects.filter(project=cast.project, concern=MONEY).update(keeper=worker)
    assert "Wie houdt deze routes bij?" not in text(leader, reverse("today"))
    Membership.objects.filter(pk=worker.pk).update(active=False)
    assert "Wie houdt deze routes bij?" in text(leader, reverse("today"))
    assert "Niemand houdt deze route bij" in text(leader, url(cast, "referral_routes"))


@pytest.mark.parametrize("state", ["fresh", "stale", "draft"])
@pytest.mark.parametrize("role", [Role.PROJECT_LEADER, *FIELD, *CONTRACTOR])
def test_who_may_confirm_a_route_is_asked_so_and_nobody_else(
    cast: Cast, browser: Browser, role: str, state: str
) -> None:
    """The button is there exactly where sending it would be taken; a draft is looked at by who writes it."""
    days = {"fresh": timezone.localdate(), "stale": timezone.localdate() - timedelta(days=400), "draft": None}
    ReferralRoute.objects.filter(project=cast.project, concern=MONEY).update(checked_on=days[state])
    client = browser(cast.person(role))
    sends = url(cast, "referral_check", MONEY)
    offered = f'action="{sends}"' in text(client, url(cast, "referral_route", MONEY))
    assert offered == (role not in CONTRACTOR and state != "draft")
    assert ("Klopt dit nog?" in text(client, url(cast, "referral_route", MONEY))) == offered
    assert (f'action="{sends}"' in text(client, url(cast, "referral_routes"))) == (
        offered and state == "stale"
    )
    if role in CONTRACTOR:
        assert client.post(sends).status_code == 403


def test_who_may_not_change_a_route_reads_whom_to_tell(cast: Cast, browser: Browser) -> None:
    leader = cast.person(Role.PROJECT_LEADER)
    for role in (*FIELD, *CONTRACTOR):
        page = text(browser(cast.person(role)), url(cast, "referral_route", MONEY))
        assert "Klopt er iets niet?" in page
        assert leader.name in page
    assert "Klopt er iets niet?" not in text(browser(leader), url(cast, "referral_route", MONEY))


def test_what_the_leader_may_do_is_offered_to_nobody_else(cast: Cast, browser: Browser) -> None:
    contractor = text(browser(cast.person(Role.CONTRACTOR_SOCIAL)), url(cast, "referral_route", MONEY))
    visitor = text(browser(cast.person(Role.HOUSING_OFFICER)), url(cast, "referral_route", MONEY))
    assert "Klopt nog" in visitor
    assert "Klopt nog" not in contractor
    assert url(cast, "referral_edit", MONEY) not in visitor + contractor


@pytest.mark.parametrize("name", ["referral_routes", "today"])
def test_pages_ask_as_many_queries_for_one_route_as_for_all(cast: Cast, browser: Browser, name: str) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    page = reverse("today") if name == "today" else url(cast, name)
    many = count_queries(client, page)
    keepers = [held.pk for held in cast.members.values()]
    for number, route in enumerate(ReferralRoute.objects.filter(project=cast.project)):
        other = Organisation.objects.create(name=f"Organisatie {number}")
        ReferralRoute.objects.filter(pk=route.pk).update(
            organisation=other, keeper=keepers[number % len(keepers)]
        )
    assert count_queries(client, page) == many
    ReferralRoute.objects.filter(project=cast.project).exclude(concern=MONEY).delete()
    assert count_queries(client, page) == many


def test_the_history_asks_one_query_however_long_it_is(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    client.post(url(cast, "referral_check", MONEY))
    one = count_queries(client, url(cast, "referral_route", MONEY))
    for role in (Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER):
        browser(cast.person(role)).post(url(cast, "referral_check", MONEY))
    assert count_queries(client, url(cast, "referral_route", MONEY)) == one


@pytest.mark.parametrize(
    ("day", "workdays", "expected"),
    [
        (date(2026, 5, 4), 0, date(2026, 5, 4)),
        (date(2026, 5, 4), 3, date(2026, 5, 7)),
        (date(2026, 5, 8), 1, date(2026, 5, 11)),
        (date(2026, 5, 9), 0, date(2026, 5, 11)),
        (date(2026, 5, 9), 1, date(2026, 5, 11)),
        (date(2026, 5, 4), 10, date(2026, 5, 18)),
    ],
)
def test_working_days_leave_the_weekend_out(day: date, workdays: int, expected: date) -> None:
    assert after_workdays(day, workdays) == expected


def test_a_sentence_names_a_few_concerns_and_counts_the_others() -> None:
    four = list(Concern)[2:6]
    assert named(four[:1]) == "psychische klachten"
    assert named(four) == "psychische klachten, sociale problemen, lichamelijke klachten en geldzorgen"
    assert named(list(Concern)[2:8]).endswith("lichamelijke klachten en 3 andere soorten")
    assert why_no_planning(Gaps([], [])) == ""
