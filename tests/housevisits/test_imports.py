"""Handing in files: checked, and only then stored; nothing half (H1, H11)."""

import pytest
from django.core.exceptions import ValidationError

from housevisits.models import (
    Conversation,
    DirectAction,
    HeldRow,
    Household,
    ImportFingerprint,
    SealedRegistration,
    SignalCount,
    StoryBlock,
)
from housevisits.services.imports import sessions
from housevisits.services.imports.texts import Choice
from housevisits.services.release import release
from tests.cast import Cast, make_cast
from tests.housevisits.importing import ADDRESSES, FORMS, as_file, hand_in, rows_of, through

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def test_the_address_list_goes_in_as_it_was_handed_over(cast: Cast) -> None:
    Household.objects.all().delete()
    session = hand_in(cast, "addresses", ADDRESSES)
    outcome = sessions.store(session=session, person=session.person)
    assert (outcome["added"], outcome["skipped"]) == (499, 0)
    assert Household.objects.filter(project=cast.project).count() == 499
    assert sorted(cast.project.blocks.values_list("name", flat=True)) == ["Midden", "Noord", "Zuid"]


def test_the_same_list_again_changes_nothing(cast: Cast) -> None:
    Household.objects.all().delete()
    for _time in range(2):
        session = hand_in(cast, "addresses", ADDRESSES)
        outcome = sessions.store(session=session, person=session.person)
    assert (outcome["added"], outcome["unchanged"]) == (0, 499)


def test_the_export_goes_in_and_rows_with_a_text_for_later_wait_whole(cast: Cast) -> None:
    outcome = through(cast, FORMS, Choice.LATER)
    assert outcome["total"] == 414
    assert 0 < outcome["held"] < 20
    assert outcome["stored"] == 414 - outcome["held"]
    assert SealedRegistration.objects.count() == outcome["stored"]
    assert HeldRow.objects.count() == outcome["held"]


def test_signals_become_counts_and_never_direct_actions(cast: Cast) -> None:
    through(cast, FORMS, Choice.REMOVE)
    counts = dict(SignalCount.objects.values_list("kind", "count"))
    assert counts == {"care": 35, "home": 57, "opportunity": 93}
    assert not DirectAction.objects.exists()


def test_the_same_export_with_more_rows_adds_only_the_new_ones(cast: Cast) -> None:
    rows = rows_of(FORMS)
    first = through(cast, as_file(rows[:101]), Choice.REMOVE)
    again = through(cast, as_file(rows[:151]), Choice.REMOVE)
    assert (first["stored"], again["stored"], again["known"]) == (100, 50, 100)
    assert ImportFingerprint.objects.count() == 150


def test_no_identifier_of_the_export_reaches_the_register(cast: Cast) -> None:
    wanted = ["Fatima", "Marieke", "24837715", "NL91ABNA0417164300", "123456782", "voorbeeld.nl", "Öztürk"]
    assert all(word in FORMS.decode() for word in wanted)
    through(cast, FORMS, Choice.REMOVE)
    release(cast.project.key)
    assert Conversation.objects.count() > 380
    kept = "\n".join(StoryBlock.objects.values_list("text", flat=True))
    assert not [word for word in wanted if word.lower() in kept.lower()]


def test_a_problem_stops_everything_unless_rows_are_left_out_knowingly(cast: Cast) -> None:
    rows = rows_of(FORMS)[:30]
    rows[4][0] = "geen datum"
    session = hand_in(cast, "forms", as_file(rows))
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    plan = sessions.find_pointing(session=session)
    with pytest.raises(ValidationError) as refused:
        sessions.store(session=session, person=session.person)
    assert "5" in refused.value.messages[0] and "Tijdstempel" in refused.value.messages[0]
    assert not SealedRegistration.objects.exists() and not ImportFingerprint.objects.exists()
    plan = sessions.plan_of(session)
    plan.leave_out = True
    sessions.save_plan(session=session, plan=plan)
    assert sessions.store(session=session, person=session.person)["skipped"] == 1


def test_storing_twice_gives_the_first_outcome_and_nothing_double(cast: Cast) -> None:
    session = hand_in(cast, "forms", as_file(rows_of(FORMS)[:40]))
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    sessions.find_pointing(session=session)
    first = sessions.store(session=session, person=session.person)
    assert sessions.store(session=session, person=session.person) == first
    assert SealedRegistration.objects.count() == first["stored"]


def test_the_file_lies_locked_between_two_screens_and_is_gone_after(cast: Cast) -> None:
    session = hand_in(cast, "forms", FORMS)
    for box in (bytes(session.box), bytes(session.settled)):
        assert b"Marieke" not in box and b"Gezond zijn" not in box
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    sessions.find_pointing(session=session)
    sessions.store(session=session, person=session.person)
    session.refresh_from_db()
    assert session.box is None and session.settled is None
