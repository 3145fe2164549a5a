"""What Vandaag says about the resident group: to the group itself in u, to the team in je (V7)."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa.registry import TodayItem
from msa.sharing import Shared
from projects.access import roles_for
from projects.models import (
    Advice,
    AdviceState,
    AdviceStep,
    Membership,
    Phase,
    ResidentMeeting,
    Role,
    StepKind,
)
from projects.overviews import residentgroup as overview
from projects.overviews.advicetrail import settled
from projects.services.residentgroup.correcting import KEPT_AFTER_REMOVAL

EDIT = "projects.edit_resident_group"
SOON, WEEK = timedelta(weeks=2), timedelta(weeks=1)


def todo(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """For a resident what is asked and what is new; for who writes here what waits."""
    today = timezone.localdate()
    if membership.role == Role.RESIDENT_GROUP:
        yield from _for_resident(membership, today)
    elif membership.role in roles_for(EDIT):
        yield from _for_team(membership, today, shared)


def _for_resident(membership: Membership, today: date) -> Iterator[TodayItem]:
    advices = list(overview.advices_of(membership.project))
    for advice in advices:
        if advice.state == AdviceState.ASKED:
            yield _asked(membership, advice, today)
        elif _news(advice, today):
            yield _answered(membership, advice)
    meeting = overview.next_meeting(membership.project, today)
    if meeting:
        yield _coming(membership, meeting, today)


def _asked(membership: Membership, advice: Advice, today: date) -> TodayItem:
    text = _("Het team wil weten wat de groep vindt.")
    if advice.late(today):
        text = _("De dag is voorbij. Uw advies is nog steeds welkom.")
    elif advice.due_on:
        text = _("Graag vóór %(day)s.") % {"day": date_format(advice.due_on, "l j F")}
    return TodayItem(
        title=_("Wij vragen uw advies: %(title)s") % {"title": advice.title},
        text=text,
        url=_page(membership, "advice", advice.pk),
        action=_("Lees de vraag"),
        icon="message-circle-question-mark",
        weight=85,
    )


def _news(advice: Advice, today: date) -> bool:
    """Whether the team answered or came back to it in the last two weeks."""
    last = advice.last(StepKind.ANSWERED, StepKind.CARRIED_OUT, StepKind.REPLY)
    return last is not None and last.on >= today - SOON and not advice.unreplied


def _answered(membership: Membership, advice: Advice) -> TodayItem:
    return TodayItem(
        title=_("Er is antwoord op uw advies: %(title)s") % {"title": advice.title},
        text=_("Klopt er iets niet? Dan kunt u dat daar zeggen."),
        url=_page(membership, "advice", advice.pk),
        action=_("Lees het antwoord"),
        icon="reply",
        weight=60,
    )


def _coming(membership: Membership, meeting: ResidentMeeting, today: date) -> TodayItem:
    where = _("%(day)s in %(place)s.")
    day = date_format(meeting.on, "l j F")
    if meeting.at:
        day = _("%(day)s om %(time)s uur") % {"day": day, "time": time_format(meeting.at, "H.i")}
    text = where % {"day": day[:1].upper() + day[1:], "place": meeting.place}
    return TodayItem(
        title=_("De volgende bijeenkomst"),
        text=f"{text} {meeting.asked}".strip(),
        url=_page(membership, "meeting", meeting.pk),
        action=_("Bekijk de agenda"),
        icon="calendar-days",
        weight=75 if meeting.on <= today + SOON else 40,
    )


def _for_team(membership: Membership, today: date, shared: Shared) -> Iterator[TodayItem]:
    advices = list(overview.advices_of(membership.project))
    yield from _waiting(membership, advices, today)
    yield from _remarks(membership, advices)
    yield from _taken_away(membership, advices, today)
    meetings = list(overview.meetings_of(membership.project).prefetch_related("points"))
    yield from _unreported(membership, meetings, today)
    yield from _without_agenda(membership, meetings, today)
    yield from _table(membership, overview.table_of(membership.project, shared=shared))


def _waiting(membership: Membership, advices: list[Advice], today: date) -> Iterator[TodayItem]:
    """Advice that was given three weeks ago or longer, and has no answer."""
    for advice in advices:
        given = advice.unanswered_since(today)
        if given:
            yield TodayItem(
                title=_("Geef antwoord op een advies: %(title)s") % {"title": advice.title},
                text=_("De groep gaf het op %(day)s. Wie niets hoort, geeft straks geen advies meer.")
                % {"day": date_format(given, "j F")},
                url=_page(membership, "advice", advice.pk),
                action=_("Lees het advies"),
                icon="message-square-text",
                weight=82,
            )


def _remarks(membership: Membership, advices: list[Advice]) -> Iterator[TodayItem]:
    for advice in advices:
        if advice.unreplied:
            yield TodayItem(
                title=_("De groep zegt: dit klopt niet")
                if advice.remarked
                else _("De groep vult een advies aan"),
                text=_("Over: %(title)s.") % {"title": advice.title},
                url=_page(membership, "advice", advice.pk),
                action=_("Lees en reageer"),
                icon="hand" if advice.remarked else "plus",
                weight=80,  # the group waits for an answer
            )


def _taken_away(membership: Membership, advices: list[Advice], today: date) -> Iterator[TodayItem]:
    """Advice that the group took away after the team had answered, as long as it can be put back."""
    for advice in advices:
        until = _back_until(advice)
        if until and until >= today:
            yield TodayItem(
                title=_("De groep haalde een advies weg: %(title)s") % {"title": advice.title},
                text=_(
                    "Jullie hadden er al op geantwoord. De groep kan de tekst terugzetten tot en met %(day)s."
                )
                % {"day": date_format(until, "j F")},
                url=_page(membership, "advice", advice.pk),
                action=_("Bekijk het advies"),
                icon="circle-minus",
                weight=58,
            )


def _back_until(advice: Advice) -> date | None:
    """The last day on which the group can put back what the team had reacted to; None where there is none."""
    gone = [step.removed_at for step in advice.trail if _gone_after_answer(step, advice) and step.removed_at]
    return timezone.localdate(max(gone)) + KEPT_AFTER_REMOVAL if gone else None


def _gone_after_answer(step: AdviceStep, advice: Advice) -> bool:
    by_group = step.of_group and step.removed_at is not None and not step.removed_by_team
    return by_group and settled(step, advice)


def _unreported(membership: Membership, meetings: list[ResidentMeeting], today: date) -> Iterator[TodayItem]:
    for meeting in meetings:
        if meeting.waiting(today):
            yield TodayItem(
                title=_("Schrijf op wat de groep besloot"),
                text=_("De bijeenkomst van %(day)s is voorbij.") % {"day": date_format(meeting.on, "l j F")},
                url=_page(membership, "meeting", meeting.pk),
                action=_("Naar de bijeenkomst"),
                icon="notebook-pen",
                weight=66,
            )


def _without_agenda(
    membership: Membership, meetings: list[ResidentMeeting], today: date
) -> Iterator[TodayItem]:
    """Within a week the group wants to know what it is about."""
    for meeting in meetings:
        near = today <= meeting.on <= today + WEEK and not meeting.cancelled and not meeting.held
        if near and not meeting.points.all():
            yield TodayItem(
                title=_("Maak de agenda voor de bewonersprojectgroep"),
                text=_("De bijeenkomst is %(day)s, er staat nog niets op.")
                % {"day": date_format(meeting.on, "l j F")},
                url=_page(membership, "meeting", meeting.pk),
                action=_("Zet punten op de agenda"),
                icon="list-plus",
                weight=64,
            )


def _table(membership: Membership, table: overview.Table) -> Iterator[TodayItem]:
    """Who is not at the table. Where there is no group yet, that comes first."""
    early = membership.project.phase == Phase.PREPARATION
    if not table.places:
        yield TodayItem(
            title=_("Stel de bewonersprojectgroep samen"),
            text=_("Bedenk welke stemmen aan tafel horen. Een vrije stoel mag."),
            url=_page(membership, "seats"),
            action=_("Zet stoelen neer"),
            icon="armchair",
            weight=62 if early else 32,
        )
    elif table.left:
        count = len(table.left)
        title = ngettext("Er is %d stoel vrijgekomen", "Er zijn %d stoelen vrijgekomen", count) % count
        names = ", ".join(str(seat) for seat in table.left)
        yield TodayItem(
            title=title,
            text=_("In de bewonersprojectgroep: %(seats)s.") % {"seats": names},
            url=_page(membership, "seats"),
            action=_("Bekijk de stoelen"),
            icon="armchair",
            weight=46,
        )
    elif table.missing:
        yield TodayItem(
            title=_("Wie mist er aan tafel?"),
            text=_("Nog geen stoel voor: %(groups)s.")
            % {"groups": ", ".join(one.label for one in table.missing)},
            url=_page(membership, "seats") + "#mist",
            action=_("Bekijk hoe je hen vindt"),
            icon="armchair",
            weight=30,
        )


def _page(membership: Membership, name: str, *arguments: int) -> str:
    return reverse(f"projects:resident_{name}", args=[membership.project.slug, *arguments])
