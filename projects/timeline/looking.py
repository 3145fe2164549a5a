"""The tests of the rules of a time line: each finds the items that collide, with words for the sentence.

Numbers of weeks are our own choice; the handreiking names none.
"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from projects.models import TimelineItem
from projects.models.timeline import Heaviness, Kind
from projects.timeline.plan import Plan, first_start, overlaps, touches
from projects.timeline.weeks import WEEK, holidays, said

NEAR = 3 * WEEK  # a survey and a visit so close to each other still are one occasion
FEEDBACK_WITHIN = 8 * WEEK
LETTER_WITHIN = 6 * WEEK  # a letter that is older has been forgotten
MEETINGS = frozenset({Kind.ACTIVITY, Kind.DIALOGUE, Kind.PLAN})
HOLIDAY_KINDS = MEETINGS | {Kind.VISITS, Kind.ANNOUNCEMENT, Kind.WORK_SESSIONS, Kind.FEEDBACK}
Found = tuple[tuple[TimelineItem, ...], dict[str, Any]]


def visits_in_heavy(plan: Plan) -> Iterator[Found]:
    """Visits while there is heavy work at the same homes."""
    for visit in plan.of(Kind.VISITS):
        works = first_start(one for one in plan.heavy() if touches(visit, one) and overlaps(visit, one))
        if works:
            yield (visit, works), {"works": works.title, "days": said(works.starts_on, works.ends_on)}


def visits_after_start(plan: Plan) -> Iterator[Found]:
    """Visits that begin when somebody is building there already."""
    for visit in plan.of(Kind.VISITS):
        before = [one for one in plan.building() if touches(visit, one) and one.starts_on < visit.starts_on]
        in_heavy = any(touches(visit, one) and overlaps(visit, one) for one in plan.heavy())
        works = first_start(before)
        if works and not in_heavy:
            yield (visit, works), {"works": works.title, "days": said(works.starts_on, works.ends_on)}


def meeting_in_heavy(plan: Plan) -> Iterator[Found]:
    """A meeting of one block in the middle of its heavy works."""
    for meeting in plan.of(*MEETINGS):
        if meeting.block_id is None:
            continue
        works = first_start(one for one in plan.heavy() if touches(meeting, one) and overlaps(meeting, one))
        if works:
            yield (meeting, works), {"works": works.title}


def meeting_beside_heavy_blocks(plan: Plan) -> Iterator[Found]:
    """A meeting for everybody while more than one block is in heavy works."""
    for meeting in plan.of(*MEETINGS):
        if meeting.block_id is not None:
            continue
        works = {one.block_id: one for one in plan.heavy() if overlaps(meeting, one)}
        if len(works) > 1 or None in works:
            names = " en ".join(sorted(plan.place(one) for one in works.values()))
            yield (meeting, *sorted(works.values(), key=lambda one: one.pk)), {"blocks": names}


def _far(one: TimelineItem, other: TimelineItem) -> bool:
    return one.starts_on > other.ends_on + NEAR or other.starts_on > one.ends_on + NEAR


def survey_alone(plan: Plan) -> Iterator[Found]:
    """A technical survey that no round of visits goes with."""
    for survey in plan.of(Kind.SURVEY):
        if all(_far(survey, visit) for visit in plan.of(Kind.VISITS) if touches(survey, visit)):
            yield (survey,), {"weeks": NEAR.days // 7}


def visits_alone(plan: Plan) -> Iterator[Found]:
    """Not for a second round: one survey with one round beside it is enough for a block."""
    surveys = list(plan.of(Kind.SURVEY))
    for visit in plan.of(Kind.VISITS):
        mine = [one for one in surveys if touches(visit, one)]
        first = first_start(one for one in plan.of(Kind.VISITS) if one.block_id == visit.block_id)
        if visit is first and mine and all(_far(visit, one) for one in mine):
            yield (visit,), {"weeks": NEAR.days // 7}


def feedback_late(plan: Plan) -> Iterator[Found]:
    """Visits after which residents hear nothing for weeks."""
    weeks = FEEDBACK_WITHIN.days // 7
    for visit in plan.of(Kind.VISITS):
        after = [
            one for one in plan.of(Kind.FEEDBACK) if touches(visit, one) and one.starts_on >= visit.starts_on
        ]
        told = first_start(after)
        if told is None:
            yield (visit,), {"weeks": weeks, "late": _("Er staat geen terugkoppeling op het tijdspad.")}
        elif told.starts_on > max(visit.ends_on + FEEDBACK_WITHIN, plan.day):
            late = _("De terugkoppeling begint pas op %(day)s.") % {
                "day": said(told.starts_on, told.starts_on)
            }
            yield (told, visit), {"weeks": weeks, "late": late, "what": visit.title}


def in_holidays(plan: Plan) -> Iterator[Found]:
    """What needs people at home, for half of its days or more in holiday weeks."""
    for item in plan.of(*HOLIDAY_KINDS):
        for span in holidays(item.starts_on, item.ends_on):
            if 2 * span.shared(item.starts_on, item.ends_on) >= item.days:
                yield (item,), {"holiday": span.label}


def away_at_christmas(plan: Plan) -> Iterator[Found]:
    """Works for which people are out of their home at Christmas."""
    for item in plan.heavy():
        spans = holidays(item.starts_on, item.ends_on)
        if item.heaviness == Heaviness.AWAY and any(span.starts_on.month == 12 for span in spans):
            yield (item,), {}


def before_training(plan: Plan) -> Iterator[Found]:
    """Visits by a team that was not trained yet."""
    trained = min((one.ends_on for one in plan.of(Kind.TRAINING)), default=None)
    for visit in plan.of(Kind.VISITS):
        if trained is None or trained >= visit.starts_on:
            yield (visit,), {}


def before_routes(plan: Plan) -> Iterator[Found]:
    """Visits while nobody knows yet where a concern can go (V5)."""
    if not plan.routes_stand:
        yield from (((visit,), {}) for visit in plan.of(Kind.VISITS))


def without_letter(plan: Plan) -> Iterator[Found]:
    """Visits that nobody announced in the weeks before."""
    for visit in plan.of(Kind.VISITS):
        letters = [one for one in plan.of(Kind.ANNOUNCEMENT) if touches(visit, one)]
        in_time = (visit.starts_on - LETTER_WITHIN <= one.ends_on < visit.starts_on for one in letters)
        if not any(in_time):
            yield (visit,), {"weeks": LETTER_WITHIN.days // 7}


def nothing_between(plan: Plan) -> Iterator[Found]:
    """Between the last visit of a block and the first building work there."""
    for block in plan.blocks:
        here = [one for one in plan.items if one.block_id in (None, block.pk)]
        visits = [one for one in here if one.kind == Kind.VISITS]
        works = first_start(one for one in plan.building() if one.block_id == block.pk)
        before = [one for one in visits if works and one.ends_on < works.starts_on]
        if not works or not before:
            continue
        last = max(before, key=lambda one: one.ends_on)
        steps = (
            one.social and one.kind != Kind.VISITS and last.ends_on <= one.ends_on < works.starts_on
            for one in here
        )
        if not any(steps):
            yield (works, last), {"visits": last.title}
