"""The cast before any training.

pytest reads this file before Django is set up, so models are imported inside the fixture.
"""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cast import Cast


@pytest.fixture
def untrained(cast: "Cast") -> "Cast":
    """The cast before any training."""
    from projects.models import LearntElsewhere, Practice

    LearntElsewhere.objects.all().delete()
    Practice.objects.all().delete()
    return cast
