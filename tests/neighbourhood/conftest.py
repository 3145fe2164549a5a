"""Pictures that several tests look at. Models are imported late: pytest loads this file before Django."""

from typing import Any

import pytest

_stored: dict[str, Any] = {}


@pytest.fixture
def made_snapshot(db: None) -> Any:
    """A snapshot of sixty invented conversations with themes, made from them in this very test."""
    from neighbourhood.services.snapshots import make_snapshot

    return make_snapshot(project=_project())


@pytest.fixture
def snapshot(db: None) -> Any:
    """The same, made once in this process and stored again for each test: for tests that only look."""
    from neighbourhood.models import Snapshot, SnapshotChart
    from neighbourhood.services.snapshots import make_snapshot
    from neighbourhood.services.weights import weigh_themes

    project = _project()
    if not _stored:
        made = make_snapshot(project=project)
        _stored["snapshot"] = {
            field: getattr(made, field)
            for field in ("number", "made_on", "figures", "context", "audit", "members")
        }
        _stored["charts"] = list(made.charts.values("question", "background", "svg", "narrow"))
        return made
    again = Snapshot.objects.create(project=project, **_stored["snapshot"])
    SnapshotChart.objects.bulk_create(SnapshotChart(snapshot=again, **chart) for chart in _stored["charts"])
    weigh_themes(project=project)
    return again


def _project() -> Any:
    from tests.neighbourhood import factories

    project = factories.make_project()
    factories.add_conversations(project, 60)
    factories.add_themes(project)
    return project


@pytest.fixture
def picture(snapshot: Any) -> Any:
    """The concept on that snapshot."""
    from neighbourhood.services.pictures import current_picture

    return current_picture(project=snapshot.project)
