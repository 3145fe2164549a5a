"""Training (V6): sessions, who was there, when somebody is trained, and what counts from elsewhere."""

from collections.abc import Callable, Collection
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from msa.models import AuditEntry
from msa.sharing import Shared
from msa.windows import Window
from projects import demo
from projects.contributions import training as contributions
from projects.demo import training as demo_training
from projects.models import (
    Attendance,
    LearntElsewhere,
    Membership,
    Person,
    Practice,
    Presence,
    Project,
    Role,
    SessionState,
    TrainingSession,
)
from projects.overviews.training import from_elsewhere, state_of, training_states
from projects.services import learning
from projects.services import training as services
from projects.services.refusing import Refused
from projects.tasks import send_training_invitation
from projects.training.rules import NEEDS, misses_practice, missing_topics, oldest_that_counts
from projects.training.topics import CARDS, Topic
from tests.cast import Cast, make_trained
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
YESTERDAY, TOMORROW = timedelta(days=-1), timedelta(days=1)
OFFICER = Role.HOUSING_OFFICER
ALL_TOPICS = [topic.value for topic in Topic]


@pytest.fixture
def untrained(cast: Cast) -> Cast:
    """The cast before any training."""
    LearntElsewhere.objects.all().delete()
    Practice.objects.all().delete()
    return cast


def _session(
    cast: Cast, *, days: int = -1, invited: Collection[Membership] = (), **changes: Any
) -> TrainingSession:
    outline: dict[str, Any] = {
        "title": "Eerste middag",
        "on": timezone.localdate() + timedelta(days=days),
        "starts_at": time(13),
        "ends_at": time(16),
        "place": "De modelwoning",
        "trainer": "Trainer van de hogeschool",
        "topics": ALL_TOPICS,
        "notes": "",
        "links": "",
    } | changes
    by = cast.person(Role.PROJECT_LEADER)
    return services.plan_session(project=cast.project, by=by, outline=outline, invited=invited)


def _attend(cast: Cast, session: TrainingSession, role: str = OFFICER, presence: str = "present") -> str:
    by = cast.person(Role.PROJECT_LEADER)
    return services.set_presence(session=session, by=by, membership=cast.members[role], presence=presence)


def _page(cast: Cast, name: str, *arguments: object) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


def _leader(cast: Cast, browser: Browser) -> Client:
    return browser(cast.person(Role.PROJECT_LEADER))


def _form(**changes: Any) -> dict[str, Any]:
    return {"title": "Tweede middag", "topics": ["writing", "stigma"], "on": "2030-05-01"} | changes


# --- the rule ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.PROJECT_LEADER, Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER])
def test_who_holds_the_conversation_needs_every_topic_and_the_practice(role: str) -> None:
    assert missing_topics(role, []) == tuple(Topic)
    assert misses_practice(role, practised=False)
    assert missing_topics(role, ALL_TOPICS) == ()
    assert not misses_practice(role, practised=True)


@pytest.mark.parametrize("role", [Role.CONTRACTOR_SOCIAL, Role.CONTRACTOR_TECHNICAL])
def test_who_comes_along_for_the_home_needs_two_topics_and_no_practice(role: str) -> None:
    assert missing_topics(role, []) == (Topic.PROMISE, Topic.STIGMA)
    assert not misses_practice(role, practised=False)


@pytest.mark.parametrize("role", [Role.RESIDENT_GROUP, Role.PARTNER, Role.ADMINISTRATOR])
def test_who_visits_nobody_needs_nothing(role: str) -> None:
    assert missing_topics(role, []) == ()
    assert not misses_practice(role, practised=False)


def test_the_rule_names_existing_roles_and_topics_only() -> None:
    assert set(NEEDS) <= set(Role)
    assert all(set(need.topics) <= set(Topic) for need in NEEDS.values())


@pytest.mark.parametrize(
    ("today", "oldest"),
    [(date(2026, 5, 1), date(2024, 5, 1)), (date(2028, 2, 29), date(2026, 2, 28))],
)
def test_training_elsewhere_counts_for_two_years(today: date, oldest: date) -> None:
    assert oldest_that_counts(today) == oldest


# --- when somebody is trained ------------------------------------------------------------------------------


def test_somebody_is_trained_after_every_topic_and_the_practice(untrained: Cast) -> None:
    officer = untrained.members[OFFICER]
    assert state_of(officer).label == "nog niet getraind"
    _attend(untrained, _session(untrained))
    assert (state_of(officer).trained, state_of(officer).label) == (False, "moet nog oefenen")
    learning.practised(officer)
    assert (state_of(officer).trained, state_of(officer).label) == (True, "getraind")


@pytest.mark.parametrize("presence", ["absent", "unknown"])
def test_an_invitation_alone_teaches_nothing(untrained: Cast, presence: str) -> None:
    session = _session(untrained, invited=[untrained.members[OFFICER]])
    _attend(untrained, session, presence=presence)
    assert state_of(untrained.members[OFFICER]).missing == tuple(Topic)


def test_a_session_that_was_called_off_no_longer_counts(untrained: Cast) -> None:
    session = _session(untrained)
    _attend(untrained, session)
    by = untrained.person(Role.PROJECT_LEADER)
    services.set_state(session=session, by=by, state=SessionState.CANCELLED)
    assert state_of(untrained.members[OFFICER]).missing == tuple(Topic)


def test_what_was_learnt_elsewhere_counts_and_can_be_taken_back(untrained: Cast) -> None:
    officer, by = untrained.members[OFFICER], untrained.person(Role.PROJECT_LEADER)
    learning.write_down(membership=officer, by=by, topics=["stigma"], where="opleiding", on=date(2020, 1, 1))
    found = state_of(officer)
    assert Topic.STIGMA not in found.missing
    assert found.label == "mist nog 5 onderdelen"
    learning.forget(learnt=LearntElsewhere.objects.get(), by=by)
    assert Topic.STIGMA in state_of(officer).missing


def test_states_of_a_project_know_its_active_members_only(cast: Cast, outsiders: Cast) -> None:
    gone = cast.members[Role.PARTNER]
    Membership.objects.filter(pk=gone.pk).update(active=False)
    states = training_states(cast.project)
    assert set(states) == {held.pk for held in cast.members.values()} - {gone.pk}
    assert states[cast.members[Role.RESIDENT_GROUP].pk].label == "geen training nodig"


# --- another project ---------------------------------------------------------------------------------------


def _same_person(cast: Cast, outsiders: Cast) -> Membership:
    """The officer of the cast, who also takes part in the other project."""
    return Membership.objects.create(person=cast.person(OFFICER), project=outsiders.project, role=OFFICER)


@pytest.mark.parametrize(("years", "counts"), [(1, True), (2, True), (3, False)])
def test_another_project_counts_in_one_tap_when_it_is_recent(
    cast: Cast, outsiders: Cast, browser: Browser, years: int, counts: bool
) -> None:
    there = _same_person(cast, outsiders)
    day = timezone.localdate().replace(year=timezone.localdate().year - years)
    cast.members[OFFICER].learnt_elsewhere.update(on=day)
    Practice.objects.filter(membership=cast.members[OFFICER]).update(on=day)
    client = _leader(outsiders, browser)
    page = client.get(_page(outsiders, "training_member", there.pk)).content.decode()
    assert ("Laat dit hier meetellen" in page) is counts
    client.post(_page(outsiders, "training_elsewhere", there.pk))
    assert state_of(there).trained is counts


def test_counting_another_project_can_be_undone_and_never_names_it(
    cast: Cast, outsiders: Cast, browser: Browser
) -> None:
    there = _same_person(cast, outsiders)
    client = _leader(outsiders, browser)
    answer = client.post(_page(outsiders, "training_elsewhere", there.pk), follow=True)
    page = answer.content.decode()
    assert "Maak ongedaan" in page
    assert "een ander project" in page
    assert cast.project.name not in page
    client.post(_page(outsiders, "training_elsewhere_undo", there.pk))
    assert state_of(there).missing == tuple(Topic)
    assert state_of(cast.members[OFFICER]).trained  # where it was learnt nothing changed


def test_nothing_elsewhere_is_refused(untrained: Cast) -> None:
    officer = untrained.members[OFFICER]
    assert not from_elsewhere(officer, timezone.localdate())
    with pytest.raises(Refused):
        learning.count_elsewhere(membership=officer, by=untrained.person(Role.PROJECT_LEADER))


# --- attendance --------------------------------------------------------------------------------------------


def test_one_tap_writes_down_who_was_there_and_undo_gives_it_back(untrained: Cast, browser: Browser) -> None:
    session = _session(untrained, invited=[untrained.members[OFFICER]])
    officer, client = untrained.members[OFFICER].pk, _leader(untrained, browser)
    answer = client.post(_page(untrained, "training_presence", session.pk, officer, "present"), follow=True)
    undo = _page(untrained, "training_presence", session.pk, officer, "unknown")
    assert undo in answer.content.decode()
    assert Attendance.objects.get().presence == Presence.PRESENT
    session.refresh_from_db()
    assert session.held
    client.post(undo)
    assert Attendance.objects.get().presence == Presence.UNKNOWN


@pytest.mark.parametrize(("days", "state"), [(1, "planned"), (-1, "cancelled")])
def test_nobody_was_at_a_session_to_come_or_called_off(untrained: Cast, days: int, state: str) -> None:
    session = _session(untrained, days=days)
    services.set_state(session=session, by=untrained.person(Role.PROJECT_LEADER), state=state)
    with pytest.raises(Refused):
        _attend(untrained, session)
    assert not Attendance.objects.exists()


def test_somebody_of_another_project_cannot_be_present(cast: Cast, outsiders: Cast, browser: Browser) -> None:
    session = _session(cast)
    stranger = outsiders.members[OFFICER].pk
    address = _page(cast, "training_presence", session.pk, stranger, "present")
    assert _leader(cast, browser).post(address).status_code == 404


@pytest.mark.parametrize("name", ["training_state", "training_presence"])
def test_a_state_that_does_not_exist_is_not_found(cast: Cast, browser: Browser, name: str) -> None:
    session = _session(cast)
    member = [cast.members[OFFICER].pk] if name == "training_presence" else []
    known = _page(cast, name, session.pk, *member, "unknown" if member else "held")
    address = known.replace("/onbekend/", "/onzin/").replace("/gehouden/", "/onzin/")
    assert address != known
    assert _leader(cast, browser).post(address).status_code == 404


def test_a_session_without_a_day_cannot_be_held(cast: Cast) -> None:
    session = _session(cast, on=None, starts_at=None, ends_at=None)
    with pytest.raises(Refused):
        services.set_state(session=session, by=cast.person(Role.PROJECT_LEADER), state="held")


# --- planning ----------------------------------------------------------------------------------------------


def test_the_leader_plans_a_session(cast: Cast, browser: Browser) -> None:
    invited = [cast.members[OFFICER].pk]
    answer = _leader(cast, browser).post(_page(cast, "training_add"), _form(invited=invited))
    session = TrainingSession.objects.get()
    assert answer["Location"] == _page(cast, "training_session", session.pk)
    assert session.topics == ["writing", "stigma"]
    assert [one.membership_id for one in session.attendances.all()] == invited


def test_a_session_for_whoever_needs_it_is_the_first_proposal(cast: Cast, browser: Browser) -> None:
    page = _leader(cast, browser).get(_page(cast, "training_add"))
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
    typed = _form(place="De modelwoning", starts_at="09:00") | {field: value}
    answer = _leader(cast, browser).post(_page(cast, "training_add"), typed)
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
    answer = _leader(cast, browser).post(_page(cast, "training_add"), _form(**changes))
    assert list(answer.context["form"].errors) == [field]


def test_a_link_is_shown_with_the_words_before_it(cast: Cast, browser: Browser) -> None:
    session = _session(cast, links="De kaarten https://voorbeeld.example/kaarten")
    page = _leader(cast, browser).get(_page(cast, "training_session", session.pk)).content.decode()
    assert '<a href="https://voorbeeld.example/kaarten"' in page
    assert ">De kaarten</a>" in page


def test_two_windows_lose_nothing(cast: Cast, browser: Browser) -> None:
    session = _session(cast, days=30)
    client, address = _leader(cast, browser), _page(cast, "training_change", session.pk)
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
    session = _session(cast, days=30)
    address = _page(cast, "training_change", session.pk)
    answer = _leader(cast, browser).post(address, _form(window="[[["))
    assert answer.status_code == 302
    assert Window.posted("[[[") is None


def test_who_was_there_stays_on_the_list(untrained: Cast) -> None:
    session = _session(untrained, invited=[untrained.members[OFFICER]])
    _attend(untrained, session)
    services.change_session(
        session=session,
        by=untrained.person(Role.PROJECT_LEADER),
        outline=services.outline_of(session),
        invited=[],
    )
    assert Attendance.objects.get().membership == untrained.members[OFFICER]


# --- inviting ----------------------------------------------------------------------------------------------


def _invite(cast: Cast, session: TrainingSession) -> int:
    """Invite, and do what the worker would do."""
    waiting = list(session.attendances.filter(mailed_on=None))
    count = services.invite(session=session, by=cast.person(Role.PROJECT_LEADER))
    for one in waiting:
        send_training_invitation(one.pk)
    return count


def test_an_invitation_brings_a_file_for_the_calendar_and_goes_out_once(cast: Cast) -> None:
    session = _session(cast, days=7, invited=[cast.members[OFFICER]])
    assert _invite(cast, session) == 1
    (message,) = mail.outbox
    assert message.to == [cast.person(OFFICER).email]
    assert "De modelwoning" in message.body
    name, content, kind = message.attachments[0]  # type: ignore[misc]
    assert (name, kind) == ("training.ics", "text/calendar")
    assert "SUMMARY:Training: Eerste middag" in str(content)
    assert _invite(cast, session) == 0


def test_who_left_or_was_called_off_gets_no_mail(cast: Cast) -> None:
    session = _session(cast, days=7, invited=[cast.members[OFFICER], cast.members[Role.COMMUNITY_WORKER]])
    Membership.objects.filter(pk=cast.members[OFFICER].pk).update(active=False)
    assert _invite(cast, session) == 1
    assert [message.to for message in mail.outbox] == [[cast.person(Role.COMMUNITY_WORKER).email]]
    TrainingSession.objects.update(state=SessionState.CANCELLED)
    send_training_invitation(Attendance.objects.get(membership=cast.members[Role.COMMUNITY_WORKER]).pk)
    assert len(mail.outbox) == 1


def test_another_day_means_another_invitation(cast: Cast) -> None:
    officer = cast.members[OFFICER]
    session = _session(cast, days=7, invited=[officer])
    _invite(cast, session)
    outline = services.outline_of(session) | {"on": timezone.localdate() + timedelta(days=8)}
    by = cast.person(Role.PROJECT_LEADER)
    changed = services.change_session(session=session, by=by, outline=outline, invited=[officer])
    assert changed.revision == 1
    assert _invite(cast, changed) == 1
    assert "SEQUENCE:1" in str(mail.outbox[-1].attachments[0][1])  # type: ignore[index]


@pytest.mark.parametrize("changes", [{"on": None}, {"starts_at": None}, {"days": -1}])
def test_without_a_day_to_come_nobody_is_invited(cast: Cast, changes: dict[str, Any]) -> None:
    session = _session(cast, invited=[cast.members[OFFICER]], **({"days": 7} | changes))
    with pytest.raises(Refused):
        services.invite(session=session, by=cast.person(Role.PROJECT_LEADER))


def test_the_calendar_opens_for_who_was_invited_and_for_nobody_else_outside_the_team(
    cast: Cast, browser: Browser
) -> None:
    resident = cast.members[Role.RESIDENT_GROUP]
    session = _session(cast, days=7)
    client, address = browser(resident.person), _page(cast, "training_calendar", session.pk)
    assert client.get(address).status_code == 404
    Attendance.objects.create(session=session, membership=resident)
    answer = client.get(address)
    assert answer.content.startswith(b"BEGIN:VCALENDAR")


# --- pages -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["training", "training_team", "training_mine"])
def test_a_page_asks_as_much_with_many_sessions_as_with_one(cast: Cast, browser: Browser, name: str) -> None:
    client, members = _leader(cast, browser), list(cast.members.values())
    _fill(cast, 1, members[:2])
    few = count_queries(client, _page(cast, name))
    _fill(cast, 199, members)
    assert count_queries(client, _page(cast, name)) == few


def _fill(cast: Cast, count: int, members: list[Membership]) -> None:
    on = timezone.localdate()
    made = TrainingSession.objects.bulk_create(
        TrainingSession(project=cast.project, title="Middag", on=on, topics=ALL_TOPICS, state="held")
        for _number in range(count)
    )
    Attendance.objects.bulk_create(
        Attendance(session=session, membership=held, presence="present")
        for session in made
        for held in members
    )


def test_states_ask_four_queries_however_many_people(cast: Cast, django_assert_num_queries: Any) -> None:
    _fill(cast, 30, list(cast.members.values()))
    with django_assert_num_queries(4):
        training_states(cast.project)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.slug)
def test_every_topic_has_a_page_of_material(cast: Cast, browser: Browser, card: Any) -> None:
    answer = _leader(cast, browser).get(_page(cast, "training_material", card.slug))
    assert answer.status_code == 200
    assert card.label in answer.content.decode()


def test_a_topic_that_does_not_exist_is_not_found(cast: Cast, browser: Browser) -> None:
    assert _leader(cast, browser).get(_page(cast, "training_material", "vissen")).status_code == 404


@pytest.mark.parametrize("role", Role.values)
def test_everybody_sees_the_own_training(cast: Cast, browser: Browser, role: str) -> None:
    page = browser(cast.person(role)).get(_page(cast, "training_mine")).content.decode()
    polite = role == Role.RESIDENT_GROUP
    assert ("Uw training" in page) is polite
    assert ("Mijn training" in page) is not polite


def test_an_empty_project_says_what_belongs_here(untrained: Cast, browser: Browser) -> None:
    page = _leader(untrained, browser).get(_page(untrained, "training")).content.decode()
    assert "Nog geen training" in page
    assert _page(untrained, "training_add") in page


def test_the_overview_names_who_lacks_what(untrained: Cast, browser: Browser) -> None:
    make_trained(untrained.members)
    Practice.objects.filter(membership=untrained.members[OFFICER]).delete()
    lines = _leader(untrained, browser).get(_page(untrained, "training_team")).context["lines"]
    labels = {line.membership.role: line.state.label for line in lines}
    assert labels[OFFICER] == "moet nog oefenen"
    assert labels[Role.COMMUNITY_WORKER] == "getraind"
    assert Role.PARTNER not in labels
    assert lines[-1].state.trained  # who lacks something comes first


def test_writing_down_elsewhere_is_for_a_day_that_has_been(untrained: Cast, browser: Browser) -> None:
    officer = untrained.members[OFFICER]
    address = _page(untrained, "training_member", officer.pk)
    tomorrow = f"{timezone.localdate() + TOMORROW:%Y-%m-%d}"
    typed = {"topics": ["stigma"], "where": "opleiding", "on": tomorrow}
    answer = _leader(untrained, browser).post(address, typed)
    assert "Deze dag moet nog komen." in answer.content.decode()
    typed["on"] = f"{timezone.localdate() + YESTERDAY:%Y-%m-%d}"
    assert _leader(untrained, browser).post(address, typed).status_code == 302
    assert LearntElsewhere.objects.get().topic == "stigma"


# --- Vandaag, the board, set-up, demo ----------------------------------------------------------------------


def _today(membership: Membership) -> list[str]:
    return [item.title for item in contributions.today(membership, Shared())]


def test_vandaag_tells_of_the_next_session_and_of_who_lacks_training(untrained: Cast) -> None:
    officer, leader = untrained.members[OFFICER], untrained.members[Role.PROJECT_LEADER]
    session = _session(untrained, days=5, invited=[officer])
    assert any("Er is een training op" in title for title in _today(officer))
    assert "Nog niet getraind: 2 mensen" in _today(leader)
    TrainingSession.objects.filter(pk=session.pk).update(on=timezone.localdate() + YESTERDAY)
    assert "Wie was er bij de training?" in _today(leader)


def test_vandaag_is_quiet_when_everybody_is_trained(cast: Cast) -> None:
    assert [title for held in cast.members.values() for title in _today(held)] == []


def test_the_board_advises_training_and_never_blocks(untrained: Cast) -> None:
    before = list(contributions.requirements(untrained.project, Shared()))
    assert [(one.met, one.blocks, one.phase) for one in before] == [(False, False, 2)] * 2
    assert all(one.reason for one in before)
    make_trained(untrained.members)
    services.set_state(
        session=_session(untrained), by=untrained.person(Role.PROJECT_LEADER), state=SessionState.HELD
    )
    assert [(one.met, one.reason) for one in contributions.requirements(untrained.project, Shared())] == [
        (True, "")
    ] * 2


def test_a_new_project_takes_over_outlines_without_days_or_people(cast: Cast, outsiders: Cast) -> None:
    _session(cast, invited=[cast.members[OFFICER]], notes="Neem kaarten mee.")
    by = cast.person(Role.PROJECT_LEADER)
    assert "Eerste middag" in services.copy_outlines(cast.project, outsiders.project, by)
    copy = outsiders.project.training_sessions.get()
    assert (copy.on, copy.place, copy.trainer, copy.notes) == (None, "", "", "")
    assert copy.topics == ALL_TOPICS
    assert not copy.attendances.exists()
    assert services.copy_outlines(cast.project, outsiders.project, by) == ""


def test_the_page_of_the_team_tells_how_far_everybody_is(cast: Cast, browser: Browser) -> None:
    Practice.objects.filter(membership=cast.members[OFFICER]).delete()
    facts = contributions.member_facts(cast.project)
    assert facts[cast.members[OFFICER].pk].asks
    assert cast.members[Role.PARTNER].pk not in facts
    page = _leader(cast, browser).get(_page(cast, "people")).content.decode()
    assert "moet nog oefenen" in page


def test_practising_leaves_a_day_and_no_trail(untrained: Cast) -> None:
    learning.practised(untrained.members[OFFICER])
    learning.practised(untrained.members[OFFICER])
    assert Practice.objects.get().on == timezone.localdate()
    assert not AuditEntry.objects.exists()


def test_the_demo_is_trained_but_for_one_newcomer_and_loads_twice() -> None:
    demo.load(lambda _line: None)
    for _time in range(2):
        demo_training.load(lambda _line: None)
    project = Project.objects.get(slug=demo.SLUG)
    assert project.training_sessions.count() == 3
    lacking = {
        held.person.name
        for held in project.memberships.select_related("person")
        if not training_states(project)[held.pk].trained
    }
    assert lacking == {"Teun Wissel"}
