"""Visits of the demo with their outcomes, some still planned."""

import itertools
import random
from collections.abc import Callable
from datetime import date, time, timedelta

from django.utils.translation import gettext as _

from housevisits.demo.project import demo_project
from housevisits.models import Household, Visit, VisitOutcome
from projects.demo import story
from projects.models import Membership, Role

_SEED = 1908
FIRST_VISITS, WEEKS_OF_VISITS = "2026-03-02", 22
# Who was not at home in this block gets a second visit, in the days after the demo is loaded.
SECOND_ROUND, PLANNED, A_DAY = "Zuid", 12, 4


def load(report: Callable[[str], None]) -> None:
    """Visits with their outcomes, some still planned, so that reach and lists are filled."""
    project = demo_project()
    if Visit.objects.filter(household__project=project).exists():
        return
    chance = random.Random(_SEED)
    officers = list(Membership.objects.filter(project=project, role=Role.HOUSING_OFFICER))
    homes = list(Household.objects.filter(project=project).select_related("block"))
    chance.shuffle(homes)
    again = [home for home in homes if home.block and home.block.name == SECOND_ROUND][-PLANNED:]
    done = [home for home in homes if home not in again]
    outcomes = (
        [VisitOutcome.CONVERSATION] * 414 + [VisitOutcome.NO_ANSWER] * 41 + [VisitOutcome.DECLINED] * 32
    )
    visits = [
        Visit(
            household=home,
            on=_visited(chance),
            visitor=chance.choice(officers),
            outcome=outcome,
        )
        for home, outcome in (
            *zip(done, outcomes, strict=False),
            *((one, VisitOutcome.NO_ANSWER) for one in again),
        )
    ]
    days = list(itertools.islice(story.working_days(), PLANNED // A_DAY))
    visits += [
        Visit(
            household=home,
            on=days[number // A_DAY],
            at=time(10 + 2 * (number % A_DAY), 0),
            visitor=officers[number % len(officers)],
        )
        for number, home in enumerate(again)
    ]
    Visit.objects.bulk_create(visits)
    counts = {"all": len(visits), "planned": len(again)}
    report(_("huisbezoeken: %(all)d, waarvan er nog %(planned)d gepland staan") % counts)


def _visited(chance: random.Random) -> date:
    """A working day of the weeks in which the team went round."""
    day = story.on(FIRST_VISITS) + timedelta(days=chance.randrange(WEEKS_OF_VISITS * 7))
    return day - timedelta(days=max(day.weekday() - 4, 0))
