"""A decision of a meeting of the resident group that was corrected, and what the audit trail keeps (V7)."""

from collections.abc import Callable
from datetime import time
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from msa.audit import record
from msa.models import AuditEntry
from projects.models import AgendaPoint, Person, Role, Task
from projects.services import residentgroup as services
from projects.services.residentgroup.meetings import Errand
from tests.cast import Cast

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def _page(cast: Cast, name: str, *arguments: Any) -> str:
    return reverse(f"projects:resident_{name}", args=[cast.project.slug, *arguments])


def _point(cast: Cast, title: str = "De planning") -> AgendaPoint:
    by = cast.person(Role.PROJECT_LEADER)
    when = {"on": timezone.localdate(), "at": time(19, 30), "place": "Buurthuis", "asked": ""}
    meeting = services.write_meeting(project=cast.project, by=by, fields=when)
    values = {"title": title, "about": "", "subject": None, "level": "think"}
    return services.write_point(meeting=meeting, by=by, fields=values)


def _decide(cast: Cast, point: AgendaPoint, decision: str) -> None:
    services.decide(point=point, by=cast.person(Role.PROJECT_LEADER), decision=decision)


@pytest.mark.parametrize(
    ("decisions", "said"),
    [
        (["Elke week koffie."], False),
        (["Elke week koffie.", "Elke week koffie."], False),
        (["Elke week koffie.", "Elke maand koffie."], True),
        (["Elke week koffie.", "", "Elke maand koffie."], True),
        (["Elke week koffie.", "Elke maand koffie.", ""], False),
    ],
)
def test_a_decision_says_that_it_is_another_than_could_be_read_before(
    cast: Cast, browser: Browser, decisions: list[str], said: bool
) -> None:
    point = _point(cast)
    for decision in decisions:
        _decide(cast, point, decision)
    page = browser(cast.person(Role.RESIDENT_GROUP)).get(_page(cast, "meeting", point.meeting_id))
    assert ("Aangepast op" in page.content.decode()) is said


def test_a_decision_is_corrected_everywhere_it_stands_and_can_be_taken_away(
    cast: Cast, browser: Browser
) -> None:
    """A task repeats the decision; what should not be written must not stay there, nor in the audit."""
    point, wrong = _point(cast, "Ruzie om de tuin"), "Zij van hiernaast stopt."
    by, owner = cast.person(Role.PROJECT_LEADER), cast.members[Role.COMMUNITY_WORKER]
    services.decide(point=point, by=by, decision=wrong, errand=Errand("Ga langs", owner))
    client, address = browser(by), _page(cast, "decision", point.meeting_id, point.pk)
    client.post(address, {"decision": "Wij praten samen."})
    assert "Wij praten samen." in Task.objects.get().note
    page = client.post(address, {"decision": "", "task": "Nog iets", "owner": owner.pk}).content.decode()
    assert "Daar hoort de taak bij" in page
    client.post(address, {"decision": ""})
    point.refresh_from_db()
    assert (point.decision, Task.objects.get().note) == ("", "")
    services.remove_point(point=point, by=by)
    told = [entry.subject for entry in AuditEntry.objects.filter(act__startswith="agenda")]
    assert len(told) == 5
    assert not any("hiernaast" in one or "tuin" in one for one in told)


@pytest.mark.parametrize(
    ("act", "subject", "kept"),
    [
        ("advice given", "De buren van boven", ""),
        ("advice answered", "advice 5 van mevrouw", ""),
        ("advice corrected", "advice 5 (Piet, Jan)", ""),
        ("advice corrected", "advice 5 (title, due_on)", "advice 5 (title, due_on)"),
        ("advice given", "advice 5", "advice 5"),
        ("advice removed", "advice 5, step 12 (carried_out)", "advice 5, step 12 (carried_out)"),
        ("agenda changed", "2026-09-10: De buren van boven", "2026-09-10"),
        ("agenda changed", "2026-09-10: De buren van boven removed", "2026-09-10"),
        ("agenda decided", "De buren van boven", ""),
        ("agenda decided", "2026-09-10: point 3", "2026-09-10: point 3"),
        ("agenda changed", "2026-09-10: point 3 removed", "2026-09-10: point 3 removed"),
        ("influence added", "De huur (none)", "De huur (none)"),
    ],
)
def test_titles_that_were_written_into_the_audit_trail_are_emptied(act: str, subject: str, kept: str) -> None:
    """Rows of before; the migration runs over every one of them."""
    record(person=None, act=act, subject=subject)
    import_module("projects.migrations.0020_advice_trail_without_titles").empty_titles(apps, None)
    entry = AuditEntry.objects.get()
    assert (entry.act, entry.subject) == (act, kept)
