"""Direct actions: agreed with the resident, moved on, handed over, seen by whom they concern (H6)."""

import html
import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from housevisits.models import ActionState, DirectAction, DirectActionEvent
from housevisits.models.directaction import TRANSITIONS
from housevisits.services.directactions import agree_on_action, hand_over_action, move_action
from msa.models import AuditEntry
from projects.models import Role
from tests.cast import Cast, make_action, make_cast
from tests.queries import count_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def _client(cast: Cast, role: str) -> Client:
    client = Client()
    client.force_login(cast.person(role), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_nothing_is_written_down_without_the_residents_consent(cast: Cast) -> None:
    with pytest.raises(ValidationError):
        agree_on_action(
            project=cast.project,
            by=cast.members[Role.HOUSING_OFFICER],
            kind="care",
            topic="money",
            agreement="Belt morgen.",
            agreed=False,
            assigned_to=cast.members[Role.COMMUNITY_WORKER],
            due_on=date(2030, 1, 1),
        )
    assert not DirectAction.objects.exists()


@pytest.mark.parametrize("start", ActionState.values)
@pytest.mark.parametrize("end", ActionState.values)
def test_an_action_moves_only_where_the_table_allows(cast: Cast, start: str, end: str) -> None:
    action = make_action(cast)
    DirectAction.objects.filter(pk=action.pk).update(state=start)
    allowed = end == start or end in TRANSITIONS[start]
    if allowed:
        moved = move_action(action=action, by=cast.members[Role.COMMUNITY_WORKER], state=end, note="Gebeld.")
        assert moved.state == end
    else:
        with pytest.raises(ValidationError):
            move_action(action=action, by=cast.members[Role.COMMUNITY_WORKER], state=end, note="Gebeld.")
        action.refresh_from_db()
        assert action.state == start


def test_referring_needs_a_word_about_to_whom_and_when(cast: Cast) -> None:
    action = make_action(cast)
    page = reverse("housevisits:action", args=[cast.project.slug, action.pk])
    answer = _client(cast, Role.COMMUNITY_WORKER).post(page, {"state": "referred", "note": " "})
    assert answer.status_code == 200
    assert "naar wie je doorverwijst" in answer.content.decode()
    action.refresh_from_db()
    assert action.state == ActionState.OPEN


def test_every_step_stands_in_the_history_and_in_the_trail(cast: Cast) -> None:
    action = make_action(cast)
    move_action(action=action, by=cast.members[Role.COMMUNITY_WORKER], state="busy", note="Langs geweest.")
    hand_over_action(action=action, by=cast.members[Role.COMMUNITY_WORKER], to=cast.members[Role.PARTNER])
    notes = list(DirectActionEvent.objects.filter(action=action).values_list("note", flat=True))
    assert len(notes) == 3
    assert AuditEntry.objects.filter(act__startswith="direct action").count() == 3


def test_an_action_is_not_handed_to_somebody_outside_the_project(cast: Cast) -> None:
    action = make_action(cast)
    outsider = make_cast("lankforst").members[Role.COMMUNITY_WORKER]
    with pytest.raises(ValidationError):
        hand_over_action(action=action, by=cast.members[Role.COMMUNITY_WORKER], to=outsider)


def test_a_partner_sees_only_what_is_assigned_and_never_an_address(cast: Cast) -> None:
    mine = make_action(cast, Role.PARTNER, agreement="Neemt contact op over vervoer.")
    other = make_action(cast)
    client = _client(cast, Role.PARTNER)
    body = client.get(reverse("housevisits:actions", args=[cast.project.slug])).content.decode()
    assert "over vervoer" in body
    assert "dozen" not in body
    page = client.get(reverse("housevisits:action", args=[cast.project.slug, mine.pk]))
    assert "Seinhuisstraat" not in page.content.decode()
    assert client.get(reverse("housevisits:action", args=[cast.project.slug, other.pk])).status_code == 404


def test_the_form_keeps_what_was_typed_and_says_what_is_missing(cast: Cast) -> None:
    page = reverse("housevisits:action_new", args=[cast.project.slug])
    typed = {"subject": "home:packing", "agreement": "Helpt met dozen.", "address": "Onbekendeweg 9"}
    body = _client(cast, Role.HOUSING_OFFICER).post(page, typed).content.decode()
    assert "Helpt met dozen." in body
    assert "staat niet in de adreslijst" in body
    assert "Zonder akkoord van de bewoner" in body


def test_an_agreement_is_added_through_the_form(cast: Cast) -> None:
    page = reverse("housevisits:action_new", args=[cast.project.slug])
    typed = {
        "subject": "home:packing",
        "agreement": "Helpt met dozen.",
        "address": "seinhuisstraat 2",
        "assigned_to": cast.members[Role.CONTRACTOR_SOCIAL].pk,
        "due_on": "2030-02-01",
        "agreed": "on",
    }
    answer = _client(cast, Role.HOUSING_OFFICER).post(page, typed)
    action = DirectAction.objects.get()
    assert answer.status_code == 302
    assert (action.household, action.topic) == (cast.homes[1], "packing")


@pytest.mark.parametrize(
    "text",
    ["Bel 06-12345678.", "Mail naar p.jansen@voorbeeld.example", "BSN 123456782", "NL91 ABNA 0417 1643 00"],
)
def test_an_agreement_holds_no_contact_details(cast: Cast, text: str) -> None:
    page = reverse("housevisits:action_new", args=[cast.project.slug])
    typed = {
        "subject": "home:packing",
        "agreement": f"Helpt met dozen. {text}",
        "assigned_to": cast.members[Role.CONTRACTOR_SOCIAL].pk,
        "due_on": "2030-02-01",
        "agreed": "on",
    }
    client = _client(cast, Role.HOUSING_OFFICER)
    body = client.post(page, typed).content.decode()
    assert "Zet hier geen telefoonnummer of adres in, en" in body
    assert not DirectAction.objects.exists()
    typed["agreement"] = "Helpt mevrouw Jansen op 12 mei 2030 met dozen."
    assert client.post(page, typed).status_code == 302


def test_what_is_agreed_on_now_is_not_due_in_the_past(cast: Cast) -> None:
    page = reverse("housevisits:action_new", args=[cast.project.slug])
    typed = {
        "subject": "home:packing",
        "agreement": "Helpt met dozen.",
        "assigned_to": cast.members[Role.CONTRACTOR_SOCIAL].pk,
        "due_on": str(timezone.localdate() - timedelta(days=1)),
        "agreed": "on",
    }
    client = _client(cast, Role.HOUSING_OFFICER)
    body = client.post(page, typed).content.decode()
    assert "Deze dag is al voorbij" in body and "Helpt met dozen." in body
    assert client.post(page, typed | {"due_on": str(timezone.localdate())}).status_code == 302


def test_today_leads_to_what_is_late_alone(cast: Cast) -> None:
    yesterday, tomorrow = (timezone.localdate() + timedelta(days=days) for days in (-1, 1))
    for day, text in ((yesterday, "Belt terug."), (tomorrow, "Helpt met dozen.")):
        make_action(cast, Role.CONTRACTOR_SOCIAL, due_on=day, agreement=text)
    client = _client(cast, Role.CONTRACTOR_SOCIAL)
    found = re.search(r'href="([^"]*state=late[^"]*)"', client.get("/").content.decode())
    assert found
    page = client.get(html.unescape(found[1])).content.decode()
    assert "Belt terug." in page and "Helpt met dozen." not in page


def test_a_note_holds_no_contact_details_either(cast: Cast) -> None:
    action = make_action(cast)
    page = reverse("housevisits:action", args=[cast.project.slug, action.pk])
    note = "Doorverwezen, bel 06-12345678."
    body = _client(cast, Role.COMMUNITY_WORKER).post(page, {"state": "referred", "note": note})
    assert "Zet hier geen telefoonnummer" in body.content.decode()
    action.refresh_from_db()
    assert action.state == ActionState.OPEN


@pytest.mark.parametrize("role", [Role.COMMUNITY_WORKER, Role.CONTRACTOR_SOCIAL])
def test_the_list_asks_the_same_number_of_queries_for_one_and_for_many(cast: Cast, role: str) -> None:
    client = _client(cast, role)
    page = reverse("housevisits:actions", args=[cast.project.slug])
    make_action(cast, role)
    one = count_queries(client, page)
    for _ in range(20):
        make_action(cast, role)
    assert count_queries(client, page) == one
