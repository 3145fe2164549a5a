"""The trail of one advice for who reads it: what stands, and what this reader may correct or put back."""

from collections.abc import Iterable
from dataclasses import dataclass

from projects.access import roles_for
from projects.models import Advice, AdviceStep, Membership, Role

ADVISE, EDIT = "projects.advise", "projects.edit_resident_group"


@dataclass(frozen=True)
class TrailLine:
    """One step. may_open: this reader may correct it or take it away; may_restore: put it back."""

    step: AdviceStep
    may_open: bool
    may_restore: bool


def may_remove(step: AdviceStep, by: Membership) -> bool:
    """Whether `by` may take `step` away: its own side, and who leads.

    A resident speaks for the whole group or from the own seat.
    """
    if not step.of_group:
        return by.role in roles_for(EDIT)
    if by.role == Role.RESIDENT_GROUP:
        return step.seat is None or step.seat.member_id == by.pk
    return by.role in roles_for(ADVISE)


def may_correct(step: AdviceStep, by: Membership) -> bool:
    """Whether `by` may change the words of `step`: nobody of the team writes over what residents wrote."""
    own_words = by.role == Role.RESIDENT_GROUP or not step.of_group or step.noted
    return own_words and may_remove(step, by)


def may_restore(step: AdviceStep, by: Membership) -> bool:
    """Whether `by` may put `step` back: the side that took it away."""
    same_side = step.removed_by_team == (by.role != Role.RESIDENT_GROUP)
    return step.removed_at is not None and same_side and may_remove(step, by)


def settled(step: AdviceStep, advice: Advice) -> bool:
    """Whether the other side reacted after `step`, so that its words have to stay as they were."""
    return any(one.pk > step.pk and one.of_group != step.of_group for one in advice.live)


def trail_for(advice: Advice, reader: Membership) -> list[TrailLine]:
    """The steps of `advice` as `reader` may use them. No query where steps and seats were fetched."""
    return [
        TrailLine(
            step,
            step.removed_at is None and may_remove(step, reader),
            not step.erased and may_restore(step, reader),
        )
        for step in advice.trail
    ]


def put_aside(advices: Iterable[Advice], reader: Membership) -> list[tuple[Advice, AdviceStep]]:
    """What `reader` may still put back of advice of which nothing else is left. No query, as `trail_for`."""
    steps = [(advice, step) for advice in advices if not advice.live for step in advice.trail]
    return [(advice, step) for advice, step in steps if not step.erased and may_restore(step, reader)]
