"""Hard words in the picture and the timeline are explained where residents read them."""

from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string

from neighbourhood.models import Condition
from projects.models import Role
from projects.models.timeline import Kind

PLAIN = {
    Condition.SECURITY: "geld, wonen en veiligheid",
    Condition.COHESION: "elkaar kennen en helpen",
    Condition.INCLUSION: "meedoen",
    Condition.EMPOWERMENT: "wat mensen kunnen",
}


@pytest.mark.parametrize("condition", Condition)
@pytest.mark.parametrize("role", [Role.RESIDENT_GROUP, Role.PROJECT_LEADER])
def test_a_condition_has_a_plain_heading_for_residents_with_its_own_name_behind_it(
    condition: Condition, role: str
) -> None:
    context = {"key": condition.value, "membership": SimpleNamespace(role=role)}
    shown = render_to_string("neighbourhood/themes/_condition.html", context)
    heading = shown.split("</h2>")[0]
    assert str(condition.label) in shown
    assert (PLAIN[condition] in heading) is (role == Role.RESIDENT_GROUP)
    assert (str(condition.label) in heading) is (role != Role.RESIDENT_GROUP)


@pytest.mark.parametrize(
    "kind", [Kind.SURVEY, Kind.DEMOLITION, Kind.INSTALLATIONS, Kind.DELIVERY, Kind.AFTERCARE]
)
def test_works_with_a_hard_name_say_what_happens(kind: str) -> None:
    assert len(render_to_string("projects/timeline/_plain.html", {"kind": kind}).split()) > 6


def test_works_whose_name_says_enough_say_nothing_more() -> None:
    assert not render_to_string("projects/timeline/_plain.html", {"kind": Kind.KITCHEN}).strip()
