"""Somebody leaves (V3): the work goes to others, a note stays, the access ends the same minute."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from msa.privacy.forgetting import scrub
from msa.registry import OpenWork
from projects.models import Departure, HandedOver, Membership, Organisation, Person, Project
from projects.models.partner import months_after
from projects.overviews.leaving import can_take, open_work, outgrown
from projects.services.people import change_membership, check_change, end_membership
from projects.services.refusing import Refused


class Note(TypedDict):
    """What is written for who stays."""

    runs: str
    contacts: str
    promised: str


@dataclass(frozen=True)
class Nobody:
    """The choice to leave work to nobody; said in so many words, never by leaving something out."""


NOBODY = Nobody()
Takers = Mapping[str, Membership | Nobody]


@transaction.atomic
def prepare_note(*, membership: Membership, note: Note) -> Departure:
    """Keep what a member writes for who comes after, while still taking part."""
    held, _made = Departure.objects.update_or_create(membership=membership, left_on=None, defaults={**note})
    record(person=membership.person, act="handover prepared", project=membership.project)
    return held


@transaction.atomic
def leave(*, membership: Membership, by: Person, takers: Takers, note: Note) -> Departure:
    """Hand everything over, keep the note, and end the membership with what it has open.

    takers: for every kind of open work who takes it, or NOBODY. Raises Refused when work came up that nobody
    was chosen for, for who cannot take it, and for whatever `end_membership` refuses; nothing has happened
    then.
    """
    Membership.objects.select_for_update().get(pk=membership.pk)
    works = [work for work in open_work(membership) if work.movable]
    departure, _made = Departure.objects.get_or_create(membership=membership, left_on=None)
    for name, text in note.items():
        setattr(departure, name, text)
    departure.left_on, departure.ended_by = timezone.localdate(), by
    departure.save()
    HandedOver.objects.bulk_create(_given(work, membership, takers, departure, by) for work in works)
    end_membership(membership=membership, by=by)
    return departure


def _given(work: OpenWork, giver: Membership, takers: Takers, departure: Departure, by: Person) -> HandedOver:
    """Give `work` to who was chosen, and say so in a line of `departure`."""
    taker = _taker(work, giver, takers)
    line = HandedOver(departure=departure, key=work.key, label=work.label[:160], taker=taker)
    line.left_to_nobody = taker is None
    if taker is not None:
        work.give(taker, by)
    return line


def _taker(work: OpenWork, giver: Membership, takers: Takers) -> Membership | None:
    """Who takes `work`; None for nobody."""
    chosen = takers.get(work.key)
    if chosen is None:
        raise Refused(_("Kies eerst wie dit overneemt: %(work)s.") % {"work": work.label})
    if isinstance(chosen, Nobody):
        return None
    if not can_take(chosen, work, giver):
        raise Refused(
            _("%(name)s kan dit niet overnemen: %(work)s.") % {"name": chosen.person, "work": work.label}
        )
    return chosen


@transaction.atomic
def change_role(
    *, membership: Membership, by: Person, role: str, organisation: Organisation | None, takers: Takers
) -> list[OpenWork]:
    """Give somebody another role or organisation, and what that role may not hold to others.

    takers: for every kind of work that cannot stay who takes it. Returns what was given. Raises Refused when
    work came up that nobody was chosen for, and for whatever `change_membership` refuses; then nothing
    has happened.
    """
    Membership.objects.select_for_update().get(pk=membership.pk)
    check_change(membership=membership, by=by, role=role)
    given = []
    for work in [work for work in outgrown(membership, role, organisation) if work.movable]:
        taker = _taker(work, membership, takers)
        if taker is not None:
            work.give(taker, by)
            given.append(work)
    change_membership(membership=membership, by=by, role=role, organisation=organisation)
    return given


@transaction.atomic
def give_on(*, giver: Membership, by: Person, takers: Takers) -> list[OpenWork]:
    """Give work that somebody left behind to who was chosen after all; what is not named waits on.

    Returns what was given. Raises Refused for who cannot take it.
    """
    given = []
    for work in open_work(giver):
        taker = _taker(work, giver, takers) if work.key in takers and work.movable else None
        if taker is None:
            continue
        work.give(taker, by)
        HandedOver.objects.update_or_create(
            departure=_newest(giver),
            key=work.key,
            defaults={"label": work.label[:160], "taker": taker, "left_to_nobody": False},
        )
        given.append(work)
    return given


def _newest(giver: Membership) -> Departure:
    """The latest departure of `giver`; one is made for who was ended without."""
    found = giver.departures.filter(left_on__isnull=False).first()
    return found or Departure.objects.create(membership=giver, left_on=timezone.localdate())


def forget_notes(today: date) -> list[str]:
    """Handover notes of projects that ended as long ago as their addresses go (P7); says what was removed."""
    months = settings.RETENTION["address_months_after_end"]
    ended = Project.objects.exclude(ends_on=None)
    over = [one.pk for one in ended if one.ends_on and months_after(one.ends_on, months) < today]
    notes = Departure.objects.filter(membership__project__in=over)
    count = notes.count()
    if not count:
        return []
    notes.delete()
    scrub(Departure._meta.db_table, HandedOver._meta.db_table)
    return [f"{count} handover notes"]
