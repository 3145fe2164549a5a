"""Somebody with work of every kind.

pytest reads this file before Django is set up, so models are imported inside the fixture.
"""

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from projects.models import Membership
    from tests.cast import Cast


@pytest.fixture
def busy(cast: "Cast") -> "Membership":
    """A woonconsulent who holds work of every kind."""
    from housevisits.models import DirectAction, Visit
    from projects.models import Partnership
    from tests.cast import make_action
    from tests.projects.leaving.helpers import add_task, new_member

    held = new_member(cast)
    add_task(cast, held)
    cast.project.referral_routes.filter(concern__in=["care-money", "care-mental"]).update(keeper=held)
    assert held.organisation is not None
    Partnership.objects.create(
        project=cast.project, organisation=held.organisation, state="joined", contact=held
    )
    Visit.objects.create(household=cast.homes[0], on=date(2030, 1, 1), visitor=held)
    action: Any = make_action(cast)
    DirectAction.objects.filter(pk=action.pk).update(assigned_to=held)
    return held
