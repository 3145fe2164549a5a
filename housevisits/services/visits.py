"""Visits: planning one and noting how it ended (H1, the part that registration needs)."""

from datetime import date, time

from django.db import transaction

from housevisits.models import Household, Visit
from msa.audit import record
from projects.models import Membership


@transaction.atomic
def plan_visit(
    *,
    household: Household,
    by: Membership,
    on: date,
    at: time | None = None,
    visitor: Membership | None = None,
) -> Visit:
    """Plan a visit at an address."""
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
