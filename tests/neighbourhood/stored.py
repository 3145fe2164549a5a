"""A snapshot made once in a process and stored again for each test that only looks at one."""

from typing import Any

from neighbourhood.models import Picture, Snapshot, SnapshotChart
from neighbourhood.services.pictures import current_picture
from neighbourhood.services.snapshots import make_snapshot
from neighbourhood.services.weights import weigh_themes
from projects.models import Project
from tests.neighbourhood import factories

FIELDS = ("number", "made_on", "figures", "context", "audit", "members")
_made: dict[int, tuple[dict[str, Any], list[dict[str, Any]]]] = {}


def project_with(conversations: int) -> Project:
    """A project with so many invented conversations, and themes."""
    project = factories.make_project()
    factories.add_conversations(project, conversations)
    factories.add_themes(project)
    return project


def snapshot_of(conversations: int) -> Snapshot:
    """A snapshot of `project_with` so many; keys and seeds are fixed, so that it fits each time."""
    project = project_with(conversations)
    if conversations not in _made:
        snapshot = make_snapshot(project=project)
        charts = list(snapshot.charts.values("question", "background", "svg", "narrow"))
        _made[conversations] = {field: getattr(snapshot, field) for field in FIELDS}, charts
        return snapshot
    fields, charts = _made[conversations]
    again = Snapshot.objects.create(project=project, **fields)
    SnapshotChart.objects.bulk_create(SnapshotChart(snapshot=again, **chart) for chart in charts)
    weigh_themes(project=project)
    return again


def picture_of(conversations: int) -> Picture:
    """The concept on that snapshot."""
    found = current_picture(project=snapshot_of(conversations).project)
    assert found is not None
    return found
