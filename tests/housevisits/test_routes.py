"""No visit is planned before the referral routes stand, and a direct action shows its route (V5)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from housevisits.models import DirectAction, Visit
from housevisits.models.directaction import TOPICS
from housevisits.overviews.routes import concern_of
from housevisits.services.visits import note_outcome, plan_visit
from msa.models import AuditEntry
from projects.models import Concern, ConcernGroup, Membership, ReferralRoute, Role
from projects.overviews.referral import after_workdays
from tests.cast import Cast, make_action, make_cast, make_home
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
MONEY = Concern.CARE_MONEY


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def _client(cast: Cast, role: str) -> Client:
    client = Client()
    client.force_login(cast.person(role), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _page(cast: Cast, name: str, *args: object) -> str:
    return reverse(f"housevisits:{name}", args=[cast.project.slug, *args])


def _plan(cast: Cast) -> Visit:
    by = cast.members[Role.HOUSING_OFFICER]
    return plan_visit(household=cast.homes[0], by=by, on=date(2030, 3, 1))


def _without(cast: Cast, *concerns: str) -> None:
    ReferralRoute.objects.filter(project=cast.project, concern__in=concerns).delete()


def test_what_an_action_can_be_about_is_what_a_route_can_be_for() -> None:
    about = {concern_of(kind, topic) for kind, topics in TOPICS.items() for topic in topics}
    assert about == {concern for concern in Concern if concern.group != ConcernGroup.SAFETY}


@pytest.mark.parametrize("concern", [concern for concern in Concern if concern.required])
def test_no_visit_is_planned_while_a_required_concern_has_no_route(cast: Cast, concern: Concern) -> None:
    _without(cast, concern)
    with pytest.raises(ValidationError, match=str(concern.label)):
        _plan(cast)
    assert not Visit.objects.exists()
    assert not AuditEntry.objects.filter(act="visit planned").exists()


def test_a_visit_may_be_planned_without_a_route_for_opportunities(cast: Cast) -> None:
    _without(cast, *(concern for concern in Concern if not concern.required))
    assert _plan(cast).pk


def test_routes_of_another_project_do_not_help(cast: Cast) -> None:
    make_cast("lankforst")
    ReferralRoute.objects.filter(project=cast.project).delete()
    with pytest.raises(ValidationError):
        _plan(cast)


def test_the_pages_say_why_and_lead_to_the_routes(cast: Cast) -> None:
    _without(cast, MONEY)
    leader = _client(cast, Role.PROJECT_LEADER)
    routes = reverse("projects:referral_routes", args=[cast.project.slug])
    for page in (_page(cast, "address", cast.homes[0].pk), _page(cast, "addresses"), _page(cast, "visits")):
        body = leader.get(page).content.decode()
        assert "nog geen doorverwijsroute voor: geldzorgen." in body
        assert f'<a href="{routes}">Maak de doorverwijsroutes</a>' in body
    assert 'name="on"' not in leader.get(_page(cast, "address", cast.homes[0].pk)).content.decode()


def test_who_cannot_write_a_route_reads_who_can(cast: Cast) -> None:
    _without(cast, MONEY)
    visitor = _client(cast, Role.COMMUNITY_WORKER)
    body = visitor.get(_page(cast, "address", cast.homes[0].pk)).content.decode()
    assert f"<strong>{cast.person(Role.PROJECT_LEADER).name}</strong>" in body
    assert "Maak de doorverwijsroutes" not in body


def test_the_contractor_is_not_bothered_with_it(cast: Cast) -> None:
    _without(cast, MONEY)
    body = _client(cast, Role.CONTRACTOR_SOCIAL).get(_page(cast, "visits")).content.decode()
    assert "Een bezoek plannen kan nog niet" not in body


def test_a_form_that_was_open_already_plans_nothing_either(cast: Cast) -> None:
    _without(cast, MONEY)
    page = _page(cast, "address", cast.homes[0].pk)
    answer = _client(cast, Role.PROJECT_LEADER).post(page, {"on": "2030-03-01"})
    assert answer.status_code == 200
    assert "Een bezoek plannen kan nog niet" in answer.content.decode()
    assert not Visit.objects.exists()


def test_planning_opens_as_soon_as_the_last_route_stands(cast: Cast) -> None:
    route = ReferralRoute.objects.get(project=cast.project, concern=MONEY)
    _without(cast, MONEY)
    leader, page = _client(cast, Role.PROJECT_LEADER), _page(cast, "address", cast.homes[0].pk)
    typed = {
        "steps": "Bel samen.",
        "organisation": route.organisation_id,
        "contact": "balie",
        "phone": "0900-0000123",
        "workdays": "3",
        "anonymous": "Noem geen naam.",
        "keeper": route.keeper_id,
    }
    leader.post(reverse("projects:referral_edit", args=[cast.project.slug, MONEY.value]), typed)
    assert leader.post(page, {"on": "2030-03-01"}).status_code == 302
    assert Visit.objects.count() == 1


def test_visits_that_stand_already_go_on(cast: Cast) -> None:
    visit = _plan(cast)
    ReferralRoute.objects.all().delete()
    client = _client(cast, Role.HOUSING_OFFICER)
    assert "Seinhuisstraat 1" in client.get(_page(cast, "visits")).content.decode()
    client.post(_page(cast, "visit_outcome", visit.pk), {"outcome": "conversation"})
    visit.refresh_from_db()
    assert (visit.on, visit.outcome) == (date(2030, 3, 1), "conversation")
    assert note_outcome(visit=visit, by=cast.members[Role.HOUSING_OFFICER], outcome="").outcome == ""


@pytest.mark.parametrize("name", ["addresses", "visits"])
def test_the_lists_ask_as_many_queries_for_one_missing_route_as_for_all(cast: Cast, name: str) -> None:
    client, page = _client(cast, Role.COMMUNITY_WORKER), _page(cast, name)
    Visit.objects.create(household=cast.homes[0], on=timezone.localdate())
    _without(cast, MONEY)
    one = count_queries(client, page)
    ReferralRoute.objects.all().delete()
    for number in range(10, 20):
        Visit.objects.create(household=make_home(cast.project, number), on=timezone.localdate())
    assert count_queries(client, page) == one


def test_looking_a_route_up_shows_it_and_proposes_the_day_without_storing_anything(cast: Cast) -> None:
    typed = {"subject": "care:money", "agreement": "Samen bellen.", "due_on": "", "route": "1"}
    body = _client(cast, Role.HOUSING_OFFICER).post(_page(cast, "action_new"), typed).content.decode()
    day = after_workdays(timezone.localdate(), 3).isoformat()
    assert "aanmeldteam" in body
    assert f'name="due_on" value="{day}"' in body
    assert "Samen bellen." in body
    assert "Dit klopt nog niet" not in body
    assert not DirectAction.objects.exists()


@pytest.mark.parametrize(
    ("due_on", "proposed", "kept"), [("2030-01-05", "2030-01-09", True), ("2030-01-09", "2030-01-09", False)]
)
def test_a_day_that_was_chosen_by_hand_stays_and_a_proposed_one_moves_along(
    cast: Cast, due_on: str, proposed: str, kept: bool
) -> None:
    typed = {"subject": "care:money", "due_on": due_on, "proposed": proposed, "route": "1"}
    body = _client(cast, Role.HOUSING_OFFICER).post(_page(cast, "action_new"), typed).content.decode()
    assert (f'name="due_on" value="{due_on}"' in body) is kept


@pytest.mark.parametrize(
    "subject", ["", "care", "care:packing", "safety:danger", "<script>:x", "home:other:x"]
)
def test_a_subject_that_does_not_exist_shows_no_route(cast: Cast, subject: str) -> None:
    page = _page(cast, "action_new")
    body = _client(cast, Role.HOUSING_OFFICER).post(page, {"subject": subject, "route": "1"})
    assert body.status_code == 200
    assert "aanmeldteam" not in body.content.decode()
    assert "Kies waar het over gaat" in body.content.decode()


def test_without_a_route_the_form_says_so_and_the_agreement_can_be_made(cast: Cast) -> None:
    _without(cast, MONEY)
    client, page = _client(cast, Role.HOUSING_OFFICER), _page(cast, "action_new")
    typed = {
        "subject": "care:money",
        "agreement": "Samen bellen.",
        "assigned_to": cast.members[Role.COMMUNITY_WORKER].pk,
        "due_on": (timezone.localdate() + timedelta(days=3)).isoformat(),
        "agreed": "on",
    }
    body = client.post(page, typed | {"route": "1"}).content.decode()
    assert "Overleg met je projectleider" in body
    assert client.post(page, typed).status_code == 302


def test_an_agreement_that_is_not_right_yet_still_shows_its_route(cast: Cast) -> None:
    body = _client(cast, Role.HOUSING_OFFICER).post(_page(cast, "action_new"), {"subject": "care:money"})
    assert "Dit klopt nog niet" in body.content.decode()
    assert "aanmeldteam" in body.content.decode()


def test_an_action_shows_its_route_to_the_team_and_not_to_a_partner(cast: Cast) -> None:
    action = make_action(cast, Role.PARTNER, kind="care", topic="money")
    page = _page(cast, "action", action.pk)  # type: ignore[attr-defined]
    assert "aanmeldteam" in _client(cast, Role.COMMUNITY_WORKER).get(page).content.decode()
    assert "aanmeldteam" not in _client(cast, Role.PARTNER).get(page).content.decode()


def test_nobody_named_as_leader_who_left(cast: Cast) -> None:
    _without(cast, MONEY)
    Membership.objects.filter(pk=cast.members[Role.PROJECT_LEADER].pk).update(active=False)
    body = _client(cast, Role.HOUSING_OFFICER).get(_page(cast, "visits")).content.decode()
    assert cast.person(Role.PROJECT_LEADER).name not in body
    assert "Vraag de beheerder" in body
