"""The people of the demo, and the commands that load and list them."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from msa.models import AuditEntry
from projects import demo
from projects.models import Membership, Person, Project, Role

pytestmark = pytest.mark.django_db


def _load() -> list[str]:
    lines: list[str] = []
    demo.load(lines.append)
    return lines


def test_the_demo_holds_each_role_and_invented_people_only() -> None:
    _load()
    project = Project.objects.get(slug=demo.SLUG)
    assert set(project.memberships.values_list("role", flat=True)) == set(Role.values)
    assert all(person.is_invented for person in Person.objects.all())
    assert all(person.email.endswith("@voorbeeld.example") for person in Person.objects.all())


def test_loading_twice_adds_nothing_and_keeps_changes() -> None:
    assert _load() == ["mensen: 9 nieuw, 9 in totaal"]
    Project.objects.update(name="Andere naam")
    assert _load() == ["mensen: 0 nieuw, 9 in totaal"]
    assert (Project.objects.get().name, Membership.objects.count()) == ("Andere naam", 9)


def test_each_account_that_is_listed_can_sign_in(empty_cache: None) -> None:
    _load()
    out = StringIO()
    call_command("demo_accounts", "--json", stdout=out)
    accounts = json.loads(out.getvalue())
    assert {account["role"] for account in accounts} == set(Role.values)
    for account in accounts:
        data = {"login": account["email"], "password": account["password"]}
        assert Client().post(reverse("account_login"), data)["Location"] == reverse("today")


def test_the_plain_list_names_each_account() -> None:
    out = StringIO()
    call_command("demo_accounts", stdout=out)
    assert all(account.email in out.getvalue() for account in demo.ACCOUNTS)


@pytest.mark.parametrize("command", ["demo_accounts", "load_demo"])
def test_a_real_installation_refuses_the_demo(command: str, settings: pytest.FixtureRequest) -> None:
    settings.DEMO = False  # type: ignore[attr-defined]
    with pytest.raises(CommandError):
        call_command(command)
    assert not Person.objects.exists()


def test_a_real_installation_begins_with_one_command() -> None:
    arguments = [
        *("--project", "Spoorbuurt", "--neighbourhood", "Spoorbuurt", "--place", "Nijmegen"),
        *("--organisation", "Woonstichting De Wissel"),
        *("--administrator", "beheer@voorbeeld.example", "Ans Rangeer"),
        *("--leader", "leiding@voorbeeld.example", "Mila Overweg"),
    ]
    call_command("first_project", *arguments, stdout=StringIO())
    roles = dict(Membership.objects.values_list("person__email", "role"))
    assert roles == {
        "beheer@voorbeeld.example": Role.ADMINISTRATOR,
        "leiding@voorbeeld.example": Role.PROJECT_LEADER,
    }
    assert AuditEntry.objects.filter(act="project created").exists()
    with pytest.raises(CommandError):
        call_command("first_project", *arguments, stdout=StringIO())
