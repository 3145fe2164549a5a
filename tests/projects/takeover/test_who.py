"""Who takes a set-up over, from which project, and that it is all or nothing."""

from collections.abc import Callable

import pytest
from django.test import Client

from msa import registry
from msa.models import AuditEntry
from projects.models import Membership, Organisation, Person, Project, Role
from projects.services import setupparts
from projects.services.refusing import Refused
from projects.services.takeover import sources_of
from tests.cast import Cast
from tests.projects.takeover.helpers import EVERYTHING, address, take

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def test_it_is_all_or_nothing(cast: Cast, target: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(source: Project, target: Project, by: Person) -> str:
        raise RuntimeError

    monkeypatch.setattr(registry, "setup", registry.Registry("test"))
    registry.setup.add("referral routes", setupparts.referral, order=1)
    words = {"label": "Stuk", "comes": "niets", "never": "niets"}
    registry.setup.add("broken", registry.SetupPart(**words, holds=lambda project: "", copy=fails), order=2)
    with pytest.raises(RuntimeError):
        take(cast, target, "referral routes", "broken")
    assert not target.referral_routes.exists()
    assert not AuditEntry.objects.filter(act="set-up taken over").exists()


def test_the_trail_says_from_where_and_what(cast: Cast, target: Project) -> None:
    take(cast, target, "referral routes", "question set")
    entry = AuditEntry.objects.get(act="set-up taken over")
    assert (entry.subject, entry.project_key) == ("spoorbuurt: referral routes", target.key)


@pytest.mark.parametrize(
    "change",
    [{"role": Role.HOUSING_OFFICER}, {"active": False}, {"organisation": None}],
    ids=["no manager", "left", "for nobody"],
)
@pytest.mark.parametrize("where", ["source", "target"])
def test_only_who_manages_both_for_one_organisation_takes_over(
    cast: Cast, target: Project, where: str, change: dict[str, object]
) -> None:
    project = cast.project if where == "source" else target
    held = Membership.objects.filter(person=cast.person(Role.PROJECT_LEADER), project=project)
    held.update(**change)
    with pytest.raises(Refused):
        take(cast, target)
    assert not target.referral_routes.exists()


def test_for_another_organisation_nothing_is_offered(cast: Cast, target: Project, browser: Browser) -> None:
    other = Organisation.objects.create(name="Ander")
    Membership.objects.filter(project=target).update(organisation=other)
    client = browser(cast.person(Role.PROJECT_LEADER))
    assert "Nog geen ander project" in client.get(address(target)).content.decode()
    html = client.post(address(target), {"van": "spoorbuurt", "deel": EVERYTHING}).content.decode()
    assert "Dit kan mee van" not in html
    assert not target.referral_routes.exists()
    assert sources_of(target, cast.person(Role.PROJECT_LEADER)) == []


@pytest.mark.parametrize("van", ["nergens", "", "spoorbuurt' OR 1=1", "kanaalzicht"])
def test_a_wrong_source_is_refused_with_words(
    cast: Cast, target: Project, browser: Browser, van: str
) -> None:
    answer = browser(cast.person(Role.PROJECT_LEADER)).get(address(target), {"van": van})
    assert answer.status_code == 200
    assert answer.context["source"] is None


def test_nothing_ticked_and_nonsense_ticked_change_nothing(
    cast: Cast, target: Project, browser: Browser
) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    for parts in ([], ["nonsense"]):
        html = client.post(address(target), {"van": "spoorbuurt", "deel": parts}).content.decode()
        assert "Vink eerst aan" in html
    assert not AuditEntry.objects.filter(act="set-up taken over").exists()


def test_looking_changes_nothing(cast: Cast, target: Project, browser: Browser) -> None:
    browser(cast.person(Role.PROJECT_LEADER)).get(address(target), {"van": "spoorbuurt"})
    assert not target.referral_routes.exists()
