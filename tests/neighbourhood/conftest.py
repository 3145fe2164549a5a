"""Pictures that several tests look at. Models are imported late: pytest loads this file before Django."""

from typing import Any

import pytest

SIZE = 60


@pytest.fixture
def made_snapshot(db: None) -> Any:
    """A snapshot of sixty invented conversations with themes, made from them in this very test."""
    from neighbourhood.services.snapshots import make_snapshot
    from tests.neighbourhood import stored

    return make_snapshot(project=stored.project_with(SIZE))


@pytest.fixture
def snapshot(db: None) -> Any:
    """The same, made once in this process: for tests that only look."""
    from tests.neighbourhood import stored

    return stored.snapshot_of(SIZE)


@pytest.fixture
def picture(snapshot: Any) -> Any:
    """The concept on that snapshot."""
    from neighbourhood.services.pictures import current_picture

    return current_picture(project=snapshot.project)
