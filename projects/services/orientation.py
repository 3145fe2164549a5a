"""Asking whether the approach fits: begin, keep what was filled in, decide, begin again (V1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from msa.audit import record as write_down
from projects.models import Choice, Orientation, Person, Project
from projects.orientation.questions import OCCASION
from projects.orientation.record import part_labels, record
from projects.orientation.weighing import weigh
from projects.services.refusing import Refused

NAMES = ("answers", "reasons", "responses")


@dataclass(frozen=True)
class Decision:
    """What was decided. parts: keys of the parts of the approach, for the choice 'parts' only."""

    choice: str
    because: str
    decided_by: str
    decided_on: date | None
    parts: tuple[str, ...] = ()


@transaction.atomic
def start(*, project: Project, by: Person) -> Orientation:
    """The version being filled in, or a new one that begins with the answers of the last choice.

    Asking twice gives the same one. The first begins with the occasion that the project was made with.
    """
    Project.objects.select_for_update().get(pk=project.pk)
    busy = project.orientations.filter(decided=False).first()
    if busy is not None:
        return busy
    last = project.orientations.first()
    number = (project.orientations.aggregate(most=Max("version"))["most"] or 0) + 1
    first = {"answers": {OCCASION.key: [project.occasion]}}
    given = {name: getattr(last, name) for name in NAMES} if last else first
    made = Orientation.objects.create(project=project, version=number, **given)
    write_down(person=by, act="orientation started", subject=f"version {number}", project=project)
    return made


@transaction.atomic
def keep(
    *,
    orientation: Orientation,
    answers: Mapping[str, Any] | None = None,
    reasons: Mapping[str, str] | None = None,
    responses: Mapping[str, str] | None = None,
) -> Orientation:
    """Store what was filled in now beside what was there; None or '' takes a value away.

    Raises Refused when this version is decided or thrown away meanwhile.
    """
    busy = _busy(orientation)
    for name, new in zip(NAMES, (answers, reasons, responses), strict=True):
        merged = getattr(busy, name) | dict(new or {})
        setattr(busy, name, {key: value for key, value in merged.items() if value not in (None, "", [])})
    busy.save(update_fields=[*NAMES, "saved_at"])
    return busy


@transaction.atomic
def keep_decision(*, orientation: Orientation, decision: Decision) -> Orientation:
    """Store what stands on the last page so far, without deciding. Raises Refused as `keep`."""
    busy = _busy(orientation)
    _fill(busy, decision)
    busy.save(update_fields=["choice", "parts", "because", "decided_by", "decided_on", "saved_at"])
    return busy


@transaction.atomic
def decide(*, orientation: Orientation, by: Person, decision: Decision) -> Orientation:
    """Freeze this version with its questions, answers, warnings and choice.

    Raises Refused when something is missing, or when it is decided already or thrown away.
    """
    busy = _busy(orientation)
    _check(busy, decision)
    _fill(busy, decision)
    busy.frozen = document(busy)
    busy.decided, busy.recorded_at, busy.recorded_by = True, timezone.now(), by
    busy.save()
    subject = f"version {busy.version} ({busy.choice})"
    write_down(person=by, act="orientation decided", subject=subject, project=busy.project)
    return busy


@transaction.atomic
def discard(*, orientation: Orientation, by: Person) -> None:
    """Throw away a version that is being filled in. A choice that was made stays: raises Refused."""
    busy = _busy(orientation)
    subject = f"version {busy.version}"
    write_down(person=by, act="orientation thrown away", subject=subject, project=busy.project)
    busy.delete()


def document(orientation: Orientation) -> dict[str, Any]:
    """The whole of a version as text: as it was frozen, or as it stands now while it is being filled in."""
    if orientation.decided:
        return dict(orientation.frozen)
    with override("nl"):
        made = record(orientation.answers, orientation.reasons, orientation.responses)
        made["choice"] = _choice(orientation)
        made["project"] = {
            "name": orientation.project.name,
            "neighbourhood": orientation.project.neighbourhood,
            "place": orientation.project.place,
        }
        return made


def unanswered(orientation: Orientation) -> list[str]:
    """Keys of the warnings about which the team wrote nothing yet."""
    warnings = weigh(orientation.answers).warnings
    return [rule.key for rule in warnings if not orientation.responses.get(rule.key)]


def _choice(orientation: Orientation) -> dict[str, Any]:
    return {
        "key": orientation.choice,
        "label": str(orientation.get_choice_display()),
        "parts": part_labels(orientation.parts),
        "because": orientation.because,
        "decided_by": orientation.decided_by,
        "decided_on": orientation.decided_on.isoformat() if orientation.decided_on else "",
    }


def _busy(orientation: Orientation) -> Orientation:
    """The version, locked, while it may still change. Raises Refused."""
    found = Orientation.objects.select_for_update().filter(pk=orientation.pk, decided=False)
    busy = found.first()
    if busy is None:
        raise Refused(_("Deze afweging is al vastgelegd of weggegooid. Er is niets veranderd."))
    return busy


def _fill(busy: Orientation, decision: Decision) -> None:
    busy.choice, busy.because = decision.choice, decision.because
    busy.decided_by, busy.decided_on = decision.decided_by, decision.decided_on
    busy.parts = list(decision.parts) if decision.choice == Choice.PARTS else []


def _check(busy: Orientation, decision: Decision) -> None:
    """Raise Refused with what is missing before this may be a decision."""
    if weigh(busy.answers).missing:
        raise Refused(_("Beantwoord eerst alle vragen. Op de pagina Weging staat welke nog open zijn."))
    if decision.choice == Choice.YES and unanswered(busy):
        raise Refused(_("Schrijf op de pagina Weging eerst bij elke waarschuwing wat jullie ermee doen."))
    if decision.choice == Choice.PARTS and not decision.parts:
        raise Refused(_("Kies welke onderdelen jullie gebruiken."))
    if decision.decided_on is None or not (decision.choice and decision.because and decision.decided_by):
        raise Refused(_("Er ontbreekt nog iets aan het besluit."))
