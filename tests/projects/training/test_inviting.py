"""Invitations to a training: mail, the calendar, and who gets one (V6)."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from projects.models import (
    Attendance,
    Membership,
    Role,
    SessionState,
    TrainingSession,
)
from projects.services import training as services
from projects.services.refusing import Refused
from projects.tasks import send_training_invitation
from tests.cast import Cast
from tests.projects.training.helpers import OFFICER, Browser, make_session, page_of

pytestmark = pytest.mark.django_db


def _invite(cast: Cast, session: TrainingSession) -> int:
    """Invite, and do what the worker would do."""
    waiting = list(session.attendances.filter(mailed_on=None))
    count = services.invite(session=session, by=cast.person(Role.PROJECT_LEADER))
    for one in waiting:
        send_training_invitation(one.pk)
    return count


def test_an_invitation_brings_a_file_for_the_calendar_and_goes_out_once(cast: Cast) -> None:
    session = make_session(cast, days=7, invited=[cast.members[OFFICER]])
    assert _invite(cast, session) == 1
    (message,) = mail.outbox
    assert message.to == [cast.person(OFFICER).email]
    assert "De modelwoning" in message.body
    name, content, kind = message.attachments[0]  # type: ignore[misc]
    assert (name, kind) == ("training.ics", "text/calendar")
    assert "SUMMARY:Training: Eerste middag" in str(content)
    assert _invite(cast, session) == 0


def test_who_left_or_was_called_off_gets_no_mail(cast: Cast) -> None:
    session = make_session(cast, days=7, invited=[cast.members[OFFICER], cast.members[Role.COMMUNITY_WORKER]])
    Membership.objects.filter(pk=cast.members[OFFICER].pk).update(active=False)
    assert _invite(cast, session) == 1
    assert [message.to for message in mail.outbox] == [[cast.person(Role.COMMUNITY_WORKER).email]]
    TrainingSession.objects.update(state=SessionState.CANCELLED)
    send_training_invitation(Attendance.objects.get(membership=cast.members[Role.COMMUNITY_WORKER]).pk)
    assert len(mail.outbox) == 1


def test_another_day_means_another_invitation(cast: Cast) -> None:
    officer = cast.members[OFFICER]
    session = make_session(cast, days=7, invited=[officer])
    _invite(cast, session)
    outline = services.outline_of(session) | {"on": timezone.localdate() + timedelta(days=8)}
    by = cast.person(Role.PROJECT_LEADER)
    changed = services.change_session(session=session, by=by, outline=outline, invited=[officer])
    assert changed.revision == 1
    assert _invite(cast, changed) == 1
    assert "SEQUENCE:1" in str(mail.outbox[-1].attachments[0][1])  # type: ignore[index]


@pytest.mark.parametrize("changes", [{"on": None}, {"starts_at": None}, {"days": -1}])
def test_without_a_day_to_come_nobody_is_invited(cast: Cast, changes: dict[str, Any]) -> None:
    session = make_session(cast, invited=[cast.members[OFFICER]], **({"days": 7} | changes))
    with pytest.raises(Refused):
        services.invite(session=session, by=cast.person(Role.PROJECT_LEADER))


def test_the_calendar_opens_for_who_was_invited_and_for_nobody_else_outside_the_team(
    cast: Cast, browser: Browser
) -> None:
    resident = cast.members[Role.RESIDENT_GROUP]
    session = make_session(cast, days=7)
    client, address = browser(resident.person), page_of(cast, "training_calendar", session.pk)
    assert client.get(address).status_code == 404
    Attendance.objects.create(session=session, membership=resident)
    answer = client.get(address)
    assert answer.content.startswith(b"BEGIN:VCALENDAR")
