"""Sessions of the training: who was there, planning and changing them (V6)."""

from typing import Any

import pytest

from msa.windows import Window
from projects.models import (
    Attendance,
    Presence,
    Role,
    TrainingSession,
)
from projects.services import training as services
from projects.services.refusing import Refused
from projects.training.rules import NEEDS
from tests.cast import Cast
from tests.projects.training.helpers import (
    OFFICER,
    Browser,
    attend,
    form_of,
    leader_of,
    make_session,
    page_of,
)

pytestmark = pytest.mark.django_db


def test_one_tap_writes_down_who_was_there_and_undo_gives_it_back(untrained: Cast, browser: Browser) -> None:
    session = make_session(untrained, invited=[untrained.members[OFFICER]])
    officer, client = untrained.members[OFFICER].pk, leader_of(untrained, browser)
    answer = client.post(page_of(untrained, "training_presence", session.pk, officer, "present"), follow=True)
    undo = page_of(untrained, "training_presence", session.pk, officer, "unknown")
    assert undo in answer.content.decode()
    assert Attendance.objects.get().presence == Presence.PRESENT
    session.refresh_from_db()
    assert session.held
    client.post(undo)
    assert Attendance.objects.get().presence == Presence.UNKNOWN


@pytest.mark.parametrize(("days", "state"), [(1, "planned"), (-1, "cancelled")])
def test_nobody_was_at_a_session_to_come_or_called_off(untrained: Cast, days: int, state: str) -> None:
    session = make_session(untrained, days=days)
    services.set_state(session=session, by=untrained.person(Role.PROJECT_LEADER), state=state)
    with pytest.raises(Refused):
        attend(untrained, session)
    assert not Attendance.objects.exists()


def test_somebody_of_another_project_cannot_be_present(cast: Cast, outsiders: Cast, browser: Browser) -> None:
    session = make_session(cast)
    stranger = outsiders.members[OFFICER].pk
    address = page_of(cast, "training_presence", session.pk, stranger, "present")
    assert leader_of(cast, browser).post(address).status_code == 404


@pytest.mark.parametrize("name", ["training_state", "training_presence"])
def test_a_state_that_does_not_exist_is_not_found(cast: Cast, browser: Browser, name: str) -> None:
    session = make_session(cast)
    member = [cast.members[OFFICER].pk] if name == "training_presence" else []
    known = page_of(cast, name, session.pk, *member, "unknown" if member else "held")
    address = known.replace("/onbekend/", "/onzin/").replace("/gehouden/", "/onzin/")
    assert address != known
    assert leader_of(cast, browser).post(address).status_code == 404


def test_a_session_without_a_day_cannot_be_held(cast: Cast) -> None:
    session = make_session(cast, on=None, starts_at=None, ends_at=None)
    with pytest.raises(Refused):
        services.set_state(session=session, by=cast.person(Role.PROJECT_LEADER), state="held")


def test_the_leader_plans_a_session(cast: Cast, browser: Browser) -> None:
    invited = [cast.members[OFFICER].pk]
    answer = leader_of(cast, browser).post(page_of(cast, "training_add"), form_of(invited=invited))
    session = TrainingSession.objects.get()
    assert answer["Location"] == page_of(cast, "training_session", session.pk)
    assert session.topics == ["writing", "stigma"]
    assert [one.membership_id for one in session.attendances.all()] == invited


def test_a_session_for_whoever_needs_it_is_the_first_proposal(cast: Cast, browser: Browser) -> None:
    page = leader_of(cast, browser).get(page_of(cast, "training_add"))
    wanted = {held.pk for role, held in cast.members.items() if role in NEEDS}
    assert set(page.context["form"].initial["invited"]) == wanted


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 121),
        ("topics", []),
        ("topics", ["vissen"]),
        ("on", "32-13-2026"),
        ("starts_at", "25:99"),
        ("links", "http://voorbeeld.example/kaarten"),
        ("links", "javascript:alert(1)"),
        ("links", "https://[::1"),
        ("links", "Kaarten https://iemand:geheim@voorbeeld.example/"),
        ("links", "\n".join(["https://voorbeeld.example/"] * 11)),
        ("notes", "x" * 3001),
        ("invited", ["999999"]),
    ],
)
def test_wrong_input_is_said_at_its_field_and_keeps_what_was_typed(
    cast: Cast, browser: Browser, field: str, value: Any
) -> None:
    typed = form_of(place="De modelwoning", starts_at="09:00") | {field: value}
    answer = leader_of(cast, browser).post(page_of(cast, "training_add"), typed)
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert "De modelwoning" in answer.content.decode()
    assert not TrainingSession.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"starts_at": "16:00", "ends_at": "15:00"}, "ends_at"),
        ({"ends_at": "15:00"}, "starts_at"),
        ({"starts_at": "16:00", "on": ""}, "on"),
    ],
)
def test_hours_belong_to_a_day_and_end_after_they_begin(
    cast: Cast, browser: Browser, changes: dict[str, Any], field: str
) -> None:
    answer = leader_of(cast, browser).post(page_of(cast, "training_add"), form_of(**changes))
    assert list(answer.context["form"].errors) == [field]


def test_an_end_before_the_start_is_said_as_it_is(cast: Cast, browser: Browser) -> None:
    typed = form_of(starts_at="16:00", ends_at="15:00")
    page = leader_of(cast, browser).post(page_of(cast, "training_add"), typed).content.decode()
    assert "Deze tijd ligt voor het begin." in page


def test_the_list_says_how_many_are_invited_and_not_how_many_people(cast: Cast, browser: Browser) -> None:
    make_session(cast, days=5)
    page = leader_of(cast, browser).get(page_of(cast, "training")).content.decode()
    assert "nog niemand uitgenodigd" in page
    assert "geen mensen" not in page


def test_a_link_is_shown_with_the_words_before_it(cast: Cast, browser: Browser) -> None:
    session = make_session(cast, links="De kaarten https://voorbeeld.example/kaarten")
    page = leader_of(cast, browser).get(page_of(cast, "training_session", session.pk)).content.decode()
    assert '<a href="https://voorbeeld.example/kaarten"' in page
    assert ">De kaarten</a>" in page


def test_two_windows_lose_nothing(cast: Cast, browser: Browser) -> None:
    session = make_session(cast, days=30)
    client, address = leader_of(cast, browser), page_of(cast, "training_change", session.pk)
    window = str(client.get(address).context["form"].window)
    other = services.outline_of(session) | {"place": "Het buurthuis", "notes": "Neem kaarten mee."}
    by = cast.person(Role.COMMUNITY_WORKER)
    services.change_session(session=session, by=by, outline=other, invited=[])
    typed = services.as_shown(services.outline_of(session)) | {"window": window}
    first = client.post(address, typed | {"place": "De pipowagen", "title": "Nieuwe titel"})
    page = first.content.decode()
    assert "Het buurthuis" in page
    assert "De pipowagen" in page
    session.refresh_from_db()
    assert (session.place, session.title) == ("Het buurthuis", "Eerste middag")
    again = typed | {"place": "De pipowagen", "title": "Nieuwe titel"}
    client.post(address, again | {"window": str(first.context["form"].window)})
    session.refresh_from_db()
    assert (session.place, session.title) == ("De pipowagen", "Nieuwe titel")
    assert session.notes == "Neem kaarten mee."


def test_a_window_without_sense_is_no_error(cast: Cast, browser: Browser) -> None:
    session = make_session(cast, days=30)
    address = page_of(cast, "training_change", session.pk)
    answer = leader_of(cast, browser).post(address, form_of(window="[[["))
    assert answer.status_code == 302
    assert Window.posted("[[[") is None


def test_who_was_there_stays_on_the_list(untrained: Cast) -> None:
    session = make_session(untrained, invited=[untrained.members[OFFICER]])
    attend(untrained, session)
    services.change_session(
        session=session,
        by=untrained.person(Role.PROJECT_LEADER),
        outline=services.outline_of(session),
        invited=[],
    )
    assert Attendance.objects.get().membership == untrained.members[OFFICER]
