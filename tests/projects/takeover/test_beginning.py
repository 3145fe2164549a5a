"""A project that begins: from another one, or with an empty time line."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from projects.models import Concern, Organisation, Person, Project, Role
from tests.cast import Cast, make_project
from tests.projects.takeover.helpers import EVERYTHING

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def test_a_new_project_may_say_when_it_begins(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.ADMINISTRATOR))
    data = NEW | {"organisation": Organisation.objects.get().pk, "starts_on": "2027-02-01"}
    client.post(reverse("projects:create"), data)
    assert Project.objects.get(slug="lankforst").starts_on == date(2027, 2, 1)


NEW = {
    "name": "Lankforst",
    "neighbourhood": "Lankforst",
    "place": "Nijmegen",
    "occasion": "maintenance",
    "leader_name": "Siem Nieuw",
    "leader_email": "siem@voorbeeld.example",
}


def test_an_administrator_begins_from_a_finished_project(cast: Cast, browser: Browser) -> None:
    Project.objects.update(closed_on=date(2026, 1, 1))
    client = browser(cast.person(Role.ADMINISTRATOR))
    create = reverse("projects:create")
    assert "Neem de inrichting over van Spoorbuurt" in client.get(create).content.decode()
    data = NEW | {"organisation": Organisation.objects.get().pk, "source": cast.project.pk}
    answer = client.post(create, data)
    assert answer["Location"] == "/projecten/lankforst/overnemen/?van=spoorbuurt"
    answer = client.post("/projecten/lankforst/overnemen/", {"van": "spoorbuurt", "deel": EVERYTHING})
    assert answer["Location"] == "/projecten/lankforst/begonnen/"
    html = client.get(answer["Location"]).content.decode()
    assert "De inrichting is overgenomen." in html
    assert "<strong>Doorverwijsroutes</strong>: 18 doorverwijsroutes" in html
    assert "Neem over wat er al is" not in html
    assert "Siem Nieuw" in html
    made = Project.objects.get(slug="lankforst")
    assert made.referral_routes.count() == len(Concern)
    assert made.memberships.count() == 2


def test_a_project_of_somebody_else_is_no_source_for_a_new_one(cast: Cast, browser: Browser) -> None:
    strange = make_project("geheim")
    client = browser(cast.person(Role.ADMINISTRATOR))
    assert "Geheim" not in client.get(reverse("projects:create")).content.decode()
    data = NEW | {"organisation": Organisation.objects.get().pk, "source": strange.pk}
    answer = client.post(reverse("projects:create"), data)
    assert answer.context["form"].errors.keys() == {"source"}
    assert not Project.objects.filter(slug="lankforst").exists()


def test_an_administrator_reads_who_can_begin_the_empty_time_line(cast: Cast, browser: Browser) -> None:
    page = reverse("projects:timeline", args=[cast.project.slug])
    html = browser(cast.person(Role.ADMINISTRATOR)).get(page).content.decode()
    assert "voorbeelden hieronder" not in html
    assert f"De projectleider, {cast.person(Role.PROJECT_LEADER).name}, zet er iets op." in html


def test_only_a_second_calendar_address_ends_the_one_before(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    page = reverse("projects:timeline_calendar_renew", args=[cast.project.slug])
    assert "vorige adres" not in client.post(page, follow=True).content.decode()
    assert "Het vorige adres werkt niet meer." in client.post(page, follow=True).content.decode()
