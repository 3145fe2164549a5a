"""The group and its seats."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from msa.audit import record
from projects.models import Block, Membership, Person, Project, ResidentGroup, Role, Seat
from projects.services.refusing import Refused


def group_for(project: Project) -> ResidentGroup:
    """The group of `project`, made when something is written down for the first time."""
    return ResidentGroup.objects.get_or_create(project=project)[0]


def changed_fields(kept: Any, fields: dict[str, Any]) -> list[str]:
    """Put `fields` on a model instance; returns the names of those that were different."""
    changed = [name for name, value in fields.items() if getattr(kept, name) != value]
    for name in changed:
        setattr(kept, name, fields[name])
    return changed


@transaction.atomic
def change_group(*, project: Project, by: Person, fields: dict[str, Any]) -> ResidentGroup:
    """Write down `fields` (task, rhythm, living) of the group."""
    group = group_for(project)
    changed = changed_fields(group, fields)
    if changed:
        group.save(update_fields=changed)
        record(person=by, act="resident group changed", subject=", ".join(changed), project=project)
    return group


@transaction.atomic
def write_seat(*, project: Project, by: Person, fields: dict[str, Any], seat: Seat | None = None) -> Seat:
    """Add a seat, or change `seat`. fields: perspective, voices, filled and, where known, member.

    An account on a seat fills it. Raises Refused for an account that is no resident of this project, or sits
    elsewhere.
    """
    group = group_for(project)
    new = seat is None
    seat = seat or Seat(group=group, order=group.seats.count())
    _check_member(seat, fields.get("member"), project)
    changed = changed_fields(seat, fields)
    seat.filled = seat.filled or (seat.member is not None and seat.member.active)
    seat.save()
    if new or changed:
        act = "resident seat added" if new else "resident seat changed"
        record(person=by, act=act, subject=f"{seat} ({', '.join(changed)})", project=project)
    return seat


def _check_member(seat: Seat, member: Membership | None, project: Project) -> None:
    """Only an account of this project's resident group can be on a seat, and on one seat only."""
    if member is None or member.pk == seat.member_id:
        return
    if member.project_id != project.pk or member.role != Role.RESIDENT_GROUP or not member.active:
        raise Refused(_("Dit account doet niet mee als lid van de bewonersprojectgroep."))
    if Seat.objects.filter(member=member).exclude(pk=seat.pk).exists():
        raise Refused(_("Dit account hoort al bij een andere stoel. Maak die eerst los."))


@transaction.atomic
def remove_seat(*, seat: Seat, by: Person) -> None:
    """Take a seat away and let go of its account. Advice given from it keeps it; `restore_seat` undoes it."""
    if not seat.gone:
        seat.gone, seat.filled, seat.member = True, False, None
        seat.save(update_fields=["gone", "filled", "member"])
        record(person=by, act="resident seat removed", subject=str(seat), project=seat.group.project)


@transaction.atomic
def restore_seat(*, seat: Seat, by: Person) -> None:
    """Undo `remove_seat`. The seat comes back vacant: who sat there is asked again."""
    if seat.gone:
        seat.gone = False
        seat.save(update_fields=["gone"])
        record(person=by, act="resident seat restored", subject=str(seat), project=seat.group.project)


def move_block(source: Block, target: Block) -> None:
    """What was said of `source` holds for `target` when they become one, in the transaction of who calls."""
    old, new = f"block:{source.key}", f"block:{target.key}"
    for seat in Seat.objects.filter(group__project=source.project_id):
        if old in seat.voices:
            seat.voices = _replaced(seat.voices, old, new)
            seat.save(update_fields=["voices"])
    for group in ResidentGroup.objects.filter(project=source.project_id):
        if old in group.living:
            group.living = _replaced(group.living, old, new)
            group.save(update_fields=["living"])


def _replaced(keys: list[str], old: str, new: str) -> list[str]:
    """The same keys with `new` for `old`, each once."""
    return list(dict.fromkeys(new if key == old else key for key in keys))
