"""Pictures that several tests look at. Models are imported late: pytest loads this file before Django."""

from typing import Any

import pytest


@pytest.fixture
def snapshot(db: None) -> Any:
    """A snapshot of sixty invented conversations, with themes."""
    from neighbourhood.services.snapshots import make_snapshot
    from tests.neighbourhood import factories

    project = factories.make_project()
    factories.add_conversations(project, 60)
    factories.add_themes(project)
    return make_snapshot(project=project)


@pytest.fixture
def picture(snapshot: Any) -> Any:
    """The concept on that snapshot."""
    from neighbourhood.services.pictures import current_picture

    return current_picture(project=snapshot.project)
