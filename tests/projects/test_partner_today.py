"""What Vandaag says of partners: an agreement that ends, a corner or a person that lacks."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from projects.models import Membership, OrganisationKind, Partnership, Person, Role
from projects.models.partner import Term, months_after
from tests.cast import Cast
from tests.projects.partners import DAY, add_partner, employer, org, read, read_today, url_of

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


@pytest.mark.parametrize(
    ("until", "term"),
    [
        (None, ""),
        (date(2026, 4, 30), Term.ENDED),
        (DAY, Term.ENDING),
        (date(2026, 7, 1), Term.ENDING),
        (date(2026, 7, 2), ""),
    ],
)
def test_an_agreement_is_due_two_months_ahead(cast: Cast, until: date | None, term: str) -> None:
    assert add_partner(cast, until=until).term_on(DAY) == term


def test_months_end_where_the_calendar_says() -> None:
    assert months_after(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert months_after(date(2027, 12, 31), 2) == date(2028, 2, 29)
    assert months_after(date(2026, 10, 15), 2) == date(2026, 12, 15)


def test_vandaag_reminds_of_an_agreement_that_ends_or_ended(cast: Cast, browser: Browser) -> None:
    partner = add_partner(cast, until=timezone.localdate() + timedelta(days=20), contact_name="Sanne Sein")
    assert "Praat over het vervolg met Welzijn Het Perron" in read_today(cast, browser)
    Partnership.objects.filter(pk=partner.pk).update(until=timezone.localdate() - timedelta(days=1))
    assert "Maak een nieuwe afspraak met Welzijn Het Perron" in read_today(cast, browser)
    assert "De afspraak liep tot en met" in read(browser(cast.person(Role.PARTNER)), url_of(cast, "partners"))
    Partnership.objects.filter(pk=partner.pk).update(until=None)
    assert "nieuwe afspraak" not in read_today(cast, browser)


def test_vandaag_names_missing_corners_and_missing_people_in_one_item(cast: Cast, browser: Browser) -> None:
    roles = [Role.CONTRACTOR_SOCIAL, Role.CONTRACTOR_TECHNICAL, Role.COMMUNITY_WORKER]
    Membership.objects.filter(role__in=roles).update(active=False)
    shown = read_today(cast, browser)
    assert shown.count("Maak de driehoek rond") == shown.count("<h3>Maak de driehoek rond</h3>") * 2 == 2
    assert (
        "De driehoek mist nog: corporatie, welzijn en aannemer. Nog niet in dit project: een opbouwwerker."
        in shown
    )
    assert "iemand van de aannemer" not in shown  # the contractor itself comes first
    add_partner(cast, employer(cast))
    add_partner(cast)
    add_partner(cast, org("Bouwbedrijf Spoorslag", OrganisationKind.CONTRACTOR))
    shown = read_today(cast, browser)
    assert "Maak de driehoek rond" not in shown
    assert "Nog niet in dit project: een opbouwwerker, iemand van de aannemer." in shown


def test_only_who_edits_is_reminded(cast: Cast, browser: Browser) -> None:
    for role in set(Role.values) - {Role.PROJECT_LEADER, Role.ADMINISTRATOR}:
        assert "driehoek" not in read(browser(cast.person(role)), reverse("today"))
    assert "driehoek" in read(browser(cast.person(Role.ADMINISTRATOR)), reverse("today"))
