"""Every write about sessions of the training and who was there (V6). What may not happen raises Refused."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa.audit import record
from msa.windows import Outcome, Window
from projects.models import (
    Attendance,
    Membership,
    Person,
    Presence,
    Project,
    SessionState,
    TrainingSession,
)
from projects.services.refusing import Refused
from projects.tasks import send_training_invitation

Outline = dict[str, Any]
FIELDS = ("title", "on", "starts_at", "ends_at", "place", "trainer", "topics", "notes", "links")
WHEN_AND_WHERE = ("on", "starts_at", "ends_at", "place")


class Overtaken(Exception):
    """Fields that were changed in this window and meanwhile in another; nothing is stored then.

    theirs: by field what the other wrote, as the form shows it.
    """

    def __init__(self, theirs: dict[str, Any]) -> None:
        super().__init__(", ".join(theirs))
        self.theirs = theirs


def as_shown(outline: Mapping[str, Any]) -> dict[str, Any]:
    """An outline in values that a window can compare: dates and times as text, topics in a fixed order."""
    plain = {name: "" if outline[name] is None else outline[name] for name in FIELDS}
    plain["topics"] = sorted(plain["topics"])
    return {name: value if isinstance(value, list) else str(value) for name, value in plain.items()}


def outline_of(session: TrainingSession) -> Outline:
    """What is written down about a session."""
    return {name: getattr(session, name) for name in FIELDS}


@transaction.atomic
def plan_session(
    *, project: Project, by: Person, outline: Outline, invited: Collection[Membership] = ()
) -> TrainingSession:
    """Plan a session, and write down for whom it is."""
    session = TrainingSession.objects.create(project=project, **outline)
    _invite_only(session, invited)
    record(person=by, act="training planned", subject=session.title, project=project)
    return session


@transaction.atomic
def change_session(
    *,
    session: TrainingSession,
    by: Person,
    outline: Outline,
    invited: Collection[Membership],
    window: Window | None = None,
) -> TrainingSession:
    """Write down what was changed in `window`; what another changed meanwhile stays.

    Another day, time or place means that everybody has to hear of it again. Raises Overtaken.
    """
    held = TrainingSession.objects.select_for_update().get(pk=session.pk)
    before = outline_of(held)
    changes = _changes(window, outline, before)
    for name, value in changes.items():
        setattr(held, name, value)
    if any(changes.get(name, before[name]) != before[name] for name in WHEN_AND_WHERE):
        held.revision += 1
        held.attendances.update(mailed_on=None)
    held.save()
    _invite_only(held, invited)
    record(person=by, act="training changed", subject=held.title, project=held.project)
    return held


def _changes(window: Window | None, outline: Outline, before: Outline) -> Outline:
    """The fields of `outline` that were changed in this window. Raises Overtaken."""
    if window is None:
        return outline
    typed, kept = as_shown(outline), as_shown(before)
    outcomes = {name: window.outcome(name, typed[name], kept[name]) for name in FIELDS}
    theirs = {name: kept[name] for name in FIELDS if outcomes[name] is Outcome.OVERTAKEN}
    if theirs:
        raise Overtaken(theirs)
    return {name: outline[name] for name in FIELDS if outcomes[name] is Outcome.WRITE}


def _invite_only(session: TrainingSession, invited: Collection[Membership]) -> None:
    """Who is on the list now. Whose presence was written down stays on it."""
    wanted = {held.pk for held in invited}
    open_ones = session.attendances.filter(presence=Presence.UNKNOWN)
    open_ones.exclude(membership__in=wanted).delete()
    known = set(session.attendances.values_list("membership", flat=True))
    Attendance.objects.bulk_create(
        Attendance(session=session, membership_id=pk) for pk in sorted(wanted - known)
    )


@transaction.atomic
def set_state(*, session: TrainingSession, by: Person, state: str) -> str:
    """Say that a session is planned, held or cancelled; returns what it was. Raises Refused."""
    held = TrainingSession.objects.select_for_update().get(pk=session.pk)
    if state == SessionState.HELD:
        _refuse_before_its_day(held)
    before, held.state = held.state, SessionState(state)
    if before != held.state:
        held.save(update_fields=["state"])
        subject = f"{held.title} ({before} to {state})"
        record(person=by, act="training state changed", subject=subject, project=held.project)
    return before


def _refuse_before_its_day(session: TrainingSession) -> None:
    if session.on is None:
        raise Refused(_("Vul eerst in op welke dag deze training was."))
    if not session.past(timezone.localdate()):
        raise Refused(_("Deze training moet nog komen. Op de dag zelf vul je in wie er was."))


@transaction.atomic
def set_presence(*, session: TrainingSession, by: Person, membership: Membership, presence: str) -> str:
    """Write down whether somebody was there; returns what stood there. Who was not invited may have come.

    The first presence says that a planned session was held. Raises Refused for one that was cancelled or is
    still to come.
    """
    held = TrainingSession.objects.select_for_update().get(pk=session.pk)
    if held.cancelled:
        raise Refused(_("Deze training is afgelast. Zet hem eerst terug."))
    if presence != Presence.UNKNOWN:
        _refuse_before_its_day(held)
    attendance, _made = held.attendances.get_or_create(membership=membership)
    before, attendance.presence = attendance.presence, Presence(presence)
    if before == attendance.presence:
        return before
    attendance.save(update_fields=["presence"])
    if presence == Presence.PRESENT and not held.held:
        set_state(session=held, by=by, state=SessionState.HELD)
    subject = f"{membership.person}, {held.title} ({before} to {presence})"
    record(person=by, act="training attendance written down", subject=subject, project=held.project)
    return before


@transaction.atomic
def invite(*, session: TrainingSession, by: Person) -> int:
    """Mail everybody on the list who was not told of this day and place yet; returns how many.

    Raises Refused for a session without a day, or one that is not to come any more.
    """
    today = timezone.localdate()
    if session.on is None or session.starts_at is None:
        raise Refused(_("Vul eerst de dag en de tijd in. Dan kan de uitnodiging in ieders agenda."))
    if session.state != SessionState.PLANNED or session.on < today:
        raise Refused(_("Deze training is voorbij of afgelast. Uitnodigen kan niet meer."))
    waiting = session.attendances.filter(mailed_on=None, membership__active=True)
    keys = list(waiting.select_for_update(of=("self",)).values_list("pk", flat=True))
    session.attendances.filter(pk__in=keys).update(mailed_on=today)
    for key in keys:
        send_training_invitation.delay_on_commit(key)
    if keys:
        subject = f"{session.title}: {len(keys)}"
        record(person=by, act="training invitations sent", subject=subject, project=session.project)
    return len(keys)


def copy_outlines(source: Project, target: Project, by: Person) -> str:
    """Set-up of a new project: title and topics of the sessions of `source`. Day, place, trainer, people and
    programme stay behind: those may name somebody. What `target` has by the same title stays as it is.
    Returns what was taken over, in Dutch; empty for nothing."""
    known = set(target.training_sessions.values_list("title", flat=True))
    found = source.training_sessions.exclude(state=SessionState.CANCELLED)
    new = {session.title: session for session in found if session.title not in known}
    TrainingSession.objects.bulk_create(
        TrainingSession(project=target, title=one.title, topics=one.topics) for one in new.values()
    )
    if not new:
        return ""
    record(person=by, act="trainings taken over", subject=", ".join(new), project=target)
    return _("trainingen zonder datum: %(titles)s") % {"titles": ", ".join(new)}


def outlines_held(project: Project) -> str:
    """How many sessions a new project can start from, in Dutch; empty for none."""
    count = project.training_sessions.exclude(state=SessionState.CANCELLED).count()
    return ngettext("%(n)s training", "%(n)s trainingen", count) % {"n": count} if count else ""
