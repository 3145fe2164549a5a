"""Rows of an import with a text that waits for a person (H11, P17)."""

import pytest

from housevisits.models import HeldRow, SealedRegistration
from housevisits.services.imports import sessions
from housevisits.services.imports.held import next_text, settle_held
from housevisits.services.imports.texts import Choice, Decision
from tests.cast import Cast, make_cast
from tests.housevisits.importing import FORMS, as_file, hand_in, rows_of, through

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def test_a_row_left_for_later_is_known_when_the_export_comes_again(cast: Cast) -> None:
    through(cast, FORMS, Choice.LATER)
    held = HeldRow.objects.count()
    again = through(cast, FORMS, Choice.LATER)
    assert (again["stored"], again["held"], HeldRow.objects.count()) == (0, 0, held)


def test_a_held_row_is_settled_text_by_text_and_then_goes(cast: Cast) -> None:
    through(cast, FORMS, Choice.LATER)
    held = HeldRow.objects.select_related("project").all()[0]
    before = SealedRegistration.objects.count()
    while (found := next_text(held)) is not None:
        gone = settle_held(held=held, decisions={found.place: Decision(Choice.REMOVE)})
        if gone:
            break
        held.refresh_from_db()
    assert SealedRegistration.objects.count() == before + 1
    assert not HeldRow.objects.filter(pk=held.pk).exists()


def test_a_rewritten_text_that_still_points_at_somebody_waits(cast: Cast) -> None:
    session = hand_in(cast, "forms", FORMS)
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    plan = sessions.find_pointing(session=session)
    for text in plan.undecided():
        decision = Decision(Choice.REWRITE, "Bel maar naar 06-24837715.")
        sessions.decide_text(session=session, place=text["place"], decision=decision)
    outcome = sessions.store(session=session, person=session.person)
    assert outcome["held"] > 0
    assert SealedRegistration.objects.count() == outcome["stored"]


def test_what_is_certain_cannot_be_kept_as_it_is(cast: Cast) -> None:
    rows = rows_of(FORMS)[:12]
    rows[3][13] = "Het nummer is 06-24837715."
    outcome = through(cast, as_file(rows), Choice.KEEP)
    assert outcome["held"] == 1
