"""The demo of the phase board: a project half way, and a second one that has only just begun."""

import pytest
from django.utils import timezone

from projects import demo
from projects.demo import beginning, phaseboard
from projects.models import EvaluationMoment, Membership, Person, Project, Role
from projects.overviews.requirements import requirements_of

pytestmark = pytest.mark.django_db


def _load() -> list[str]:
    lines: list[str] = []
    for part in (demo, phaseboard, beginning):
        part.load(lines.append)
    return lines


def test_the_first_project_has_tasks_of_every_kind_and_the_second_one_a_beginning() -> None:
    _load()
    first, second = (Project.objects.get(slug=slug) for slug in (demo.SLUG, beginning.SLUG))
    open_tasks = first.tasks.open()
    assert open_tasks.filter(due_on__lt=timezone.localdate()).exists()
    assert open_tasks.filter(owner=None).exists()
    assert first.tasks.exclude(done_on=None).exists()
    assert first.tasks.filter(origin__startswith="stepplan:").exists()
    assert {one.state for one in EvaluationMoment.objects.filter(project=first)} == {"planned", "held"}
    assert first.phase_changes.exclude(reason="").exists()
    standing = requirements_of(second)[2]
    assert {"orientation", "team"} <= {rule.key for rule in standing.met}
    assert {"triangle", "referral_routes", "addresses"} <= {rule.key for rule in standing.blocking}
    assert second.tasks.filter(origin="stepplan:sociaal-renoveren").exists()


def test_somebody_has_roles_in_both_and_everybody_is_invented() -> None:
    _load()
    both = {
        one.person.name
        for one in Membership.objects.filter(project__slug=beginning.SLUG).select_related("person")
        if one.person.memberships.count() > 1
    }
    assert both == {"Mila Overweg", "Ans Rangeer"}
    assert all(person.is_invented for person in Person.objects.all())
    worker = Membership.objects.get(project__slug=beginning.SLUG, role=Role.COMMUNITY_WORKER)
    assert str(worker.organisation) == "Welzijn De Loswal"


def test_loading_twice_adds_nothing() -> None:
    _load()
    before = Project.objects.count(), Membership.objects.count(), EvaluationMoment.objects.count()
    assert _load()[-2:] == ["taken: 0 nieuw", "Kanaalzicht: staat er al"]
    assert (Project.objects.count(), Membership.objects.count(), EvaluationMoment.objects.count()) == before
