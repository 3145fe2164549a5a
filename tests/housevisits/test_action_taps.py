"""One tap says what happened to a direct action, and one more undoes it (H6)."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from housevisits.models import ActionState, DirectAction
from housevisits.services.directactions import move_action
from projects.models import Role
from tests.cast import Cast, make_action, make_cast

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def client_of(cast: Cast, role: str = Role.COMMUNITY_WORKER, **options: bool) -> Client:
    client = Client(**options)  # type: ignore[arg-type]
    client.force_login(cast.person(role), backend=BACKEND)
    return client


def forms_of(page: str, name: str) -> list[str]:
    """The addresses that the forms of a page post to and that hold `name`."""
    return [unescape(part.split('"')[0]) for part in page.split('action="')[1:] if name in part.split('"')[0]]


def the_list(cast: Cast) -> str:
    return reverse("housevisits:actions", args=[cast.project.slug])


def steps_of(action: DirectAction) -> list[tuple[str, str]]:
    return [(event.state, event.note) for event in reversed(action.events.all())]


def test_on_the_list_one_tap_moves_an_action_and_the_list_stays_as_it_was_narrowed(cast: Cast) -> None:
    action = make_action(cast)
    client = client_of(cast)
    narrowed = the_list(cast) + "?state=unfinished&kind=home"
    (tap,) = forms_of(client.get(narrowed).content.decode(), "/stand/")
    answer = client.post(tap, {"state": "done"})
    assert answer["Location"] == narrowed
    action.refresh_from_db()
    assert action.state == ActionState.DONE


def test_the_message_after_a_tap_undoes_it_and_the_history_tells_both(cast: Cast) -> None:
    action = make_action(cast)
    client = client_of(cast)
    (tap,) = forms_of(client.get(the_list(cast)).content.decode(), "/stand/")
    page = client.post(tap, {"state": "done"}, follow=True).content.decode()
    assert "staat nu op klaar" in page
    assert "Maak ongedaan" in page
    (undo,) = forms_of(page, "/terug/")
    page = client.post(undo, follow=True).content.decode()
    assert "staat weer op open" in page
    action.refresh_from_db()
    assert action.state == ActionState.OPEN
    assert steps_of(action)[1:] == [("done", ""), ("open", "Ongedaan gemaakt.")]


def test_on_its_own_page_an_action_has_the_same_buttons_and_one_stays_there(cast: Cast) -> None:
    action = make_action(cast, Role.PARTNER)
    client = client_of(cast, Role.PARTNER)
    own = reverse("housevisits:action", args=[cast.project.slug, action.pk])
    (tap,) = forms_of(client.get(own).content.decode(), "/stand/")
    answer = client.post(tap, {"state": "busy"}, follow=True)
    assert answer.redirect_chain[-1][0] == own
    (undo,) = forms_of(answer.content.decode(), "/terug/")
    assert client.post(undo)["Location"] == own


@pytest.mark.parametrize(
    ("state", "offered"),
    [("open", ["busy", "done"]), ("busy", ["done"]), ("referred", ["busy", "done"]), ("done", [])],
)
def test_only_the_usual_next_states_have_a_button(cast: Cast, state: str, offered: list[str]) -> None:
    action = make_action(cast)
    DirectAction.objects.filter(pk=action.pk).update(state=state)
    page = client_of(cast).get(the_list(cast), {"state": state}).content.decode()
    assert [part.split('"')[0] for part in page.split('name="state" value="')[1:]] == offered


def test_an_undo_that_comes_too_late_changes_nothing(cast: Cast) -> None:
    action = make_action(cast)
    client = client_of(cast)
    (tap,) = forms_of(client.get(the_list(cast)).content.decode(), "/stand/")
    (undo,) = forms_of(client.post(tap, {"state": "busy"}, follow=True).content.decode(), "/terug/")
    move_action(action=action, by=cast.members[Role.HOUSING_OFFICER], state="done", note="Opgelost.")
    assert "al een volgende stap" in client.post(undo, follow=True).content.decode()
    action.refresh_from_db()
    assert action.state == ActionState.DONE


def test_nobody_undoes_the_step_of_a_colleague(cast: Cast) -> None:
    action = make_action(cast)
    (tap,) = forms_of(client_of(cast).get(the_list(cast)).content.decode(), "/stand/")
    client_of(cast).post(tap, {"state": "busy"})
    undo = reverse("housevisits:action_undo", args=[cast.project.slug, action.pk, action.events.all()[0].pk])
    client_of(cast, Role.HOUSING_OFFICER).post(undo)
    action.refresh_from_db()
    assert action.state == ActionState.BUSY


def test_a_double_tap_is_one_step(cast: Cast) -> None:
    action = make_action(cast)
    tap = reverse("housevisits:action_tap", args=[cast.project.slug, action.pk])
    client = client_of(cast)
    client.post(tap, {"state": "busy"})
    client.post(tap, {"state": "busy"})
    assert action.events.count() == 2


@pytest.mark.parametrize("state", ["", "referred", "anders"])
def test_a_state_that_no_button_offers_is_refused(cast: Cast, state: str) -> None:
    action = make_action(cast)
    tap = reverse("housevisits:action_tap", args=[cast.project.slug, action.pk])
    assert client_of(cast).post(tap, {"state": state}).status_code == 302
    action.refresh_from_db()
    assert action.state == ActionState.OPEN


def test_a_tap_needs_its_token_and_a_post(cast: Cast) -> None:
    action = make_action(cast)
    tap = reverse("housevisits:action_tap", args=[cast.project.slug, action.pk])
    assert client_of(cast, enforce_csrf_checks=True).post(tap, {"state": "done"}).status_code == 403
    opened = client_of(cast).get(tap)
    assert opened.status_code == 405 and opened["Allow"] == "POST"
    assert "Dit adres hoort bij een knop" in opened.content.decode()
    action.refresh_from_db()
    assert action.state == ActionState.OPEN


def test_the_way_back_never_leaves_the_list(cast: Cast) -> None:
    action = make_action(cast)
    tap = reverse("housevisits:action_tap", args=[cast.project.slug, action.pk])
    answer = client_of(cast).post(tap + "?lijst=//kwaad.example/", {"state": "done"})
    assert answer["Location"].startswith(the_list(cast) + "?")


@pytest.mark.parametrize(
    ("role", "offered"),
    [(Role.COMMUNITY_WORKER, True), (Role.CONTRACTOR_TECHNICAL, False), (Role.PARTNER, False)],
)
def test_whose_action_is_asked_only_of_who_sees_more_than_the_own(
    cast: Cast, role: str, offered: bool
) -> None:
    make_action(cast, role)
    page = client_of(cast, role).get(the_list(cast)).content.decode()
    assert ("Van wie" in page) is offered
    assert client_of(cast, role).get(the_list(cast), {"mine": "true"}).status_code == 200
