"""Referral routes (V5): written, checked, removed, read at a glance and on paper; reminders on Vandaag."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from msa.models import AuditEntry
from projects.models import (
    Concern,
    ConcernGroup,
    Membership,
    Person,
    ReferralRoute,
    Role,
)
from projects.services.people import Refused
from projects.services.referral import write_route
from tests.cast import Cast
from tests.projects.referrals import LONELY, MONEY, fields, missing_concerns, text, typed, url, without

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
FIELD = (Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER)
CONTRACTOR = (Role.CONTRACTOR_SOCIAL, Role.CONTRACTOR_TECHNICAL)


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
        ({"organisation": "999999"}, "gekozen"),
        ({"keeper": ""}, "Kies een mogelijkheid."),
        ({"also_for": ["bestaat-niet"]}, "gekozen"),
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
