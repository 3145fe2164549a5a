"""Visits: planning one and noting how it ended (H1, the part that registration needs)."""

from datetime import date, time

from django.core.exceptions import ValidationError
from django.db import transaction

from housevisits.models import Household, Visit
from msa.audit import record
from projects.models import Membership, Person
from projects.overviews.referral import gaps_of, why_no_planning


@transaction.atomic
def plan_visit(
    *,
    household: Household,
    by: Membership,
    on: date,
    at: time | None = None,
    visitor: Membership | None = None,
) -> Visit:
    """Plan a visit at an address.

    Raises ValidationError while a required concern has no referral route (V5).
    """
    gaps = gaps_of(household.project)
    if gaps:
        raise ValidationError(why_no_planning(gaps), code="no_routes")
    visit = Visit.objects.create(household=household, on=on, at=at, visitor=visitor)
    record(person=by.person, act="visit planned", subject=str(visit), project=household.project)
    return visit


@transaction.atomic
def note_outcome(*, visit: Visit, by: Membership, outcome: str) -> Visit:
    """Note how a visit ended; an empty outcome takes the note back."""
    visit.outcome = outcome
    visit.save(update_fields=["outcome"])
    record(person=by.person, act="visit outcome", subject=str(visit), project=visit.household.project)
    return visit


@transaction.atomic
def give_visits(*, giver: Membership, taker: Membership, by: Person) -> int:
    """All visits of `giver` without an outcome go to `taker`; returns how many."""
    given = Visit.objects.filter(visitor=giver, outcome="").update(visitor=taker)
    if given:
        subject = f"{given} to {taker.person}"
        record(person=by, act="planned visits given", subject=subject, project=giver.project)
    return given
