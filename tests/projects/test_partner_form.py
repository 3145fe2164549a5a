"""Writing a partner down: what the form takes, refuses and proposes."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from projects.models import Organisation, OrganisationKind, Partnership, Person, Role
from projects.overviews.partners import circle_of
from tests.cast import Cast
from tests.projects.partners import add_partner, employer, org, read, url_of

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]

FORM = {"state": "joined", "brings": "Een opbouwwerker", "contact_name": "Sanne Sein", "new_kind": "welfare"}


def test_the_leader_writes_down_a_new_organisation(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    data = FORM | {"new_organisation": "Welzijn Het Perron", "until": "2027-06-30"}
    page = leader.post(url_of(cast, "partner_add"), data, follow=True).content.decode()
    assert "Welzijn Het Perron staat bij de partners." in page
    partner = Partnership.objects.get()
    assert partner.organisation.kind == OrganisationKind.WELFARE
    assert (partner.contact_person, partner.until) == ("Sanne Sein", date(2027, 6, 30))


def test_a_name_that_is_known_makes_no_second_organisation(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    leader.post(url_of(cast, "partner_add"), FORM | {"new_organisation": "woonstichting de wissel"})
    assert Partnership.objects.get().organisation == employer(cast)
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Kies een organisatie, of schrijf hieronder een nieuwe op."),
        ({"new_organisation": "Nieuw", "state": "stopped"}, "Dit kan hier niet gekozen worden."),
        ({"new_organisation": "Nieuw", "state": ""}, "Kies een mogelijkheid."),
        ({"new_organisation": "Nieuw", "until": "31 februari"}, "Vul een dag in"),
        ({"new_organisation": "N" * 121}, "1 teken te lang: er passen er 120."),
        ({"new_organisation": "Nieuw", "agreed": "a" * 2001}, "1 teken te lang: er passen er 2.000."),
        ({"new_organisation": "Nieuw", "contact": "999999"}, "Dit kan hier niet gekozen worden."),
        ({"new_organisation": "Nieuw", "contact_name": "", "contact_function": "chef"}, "Wie is dat?"),
        ({"new_organisation": "Nieuw", "new_kind": "bank"}, "Dit kan hier niet gekozen worden."),
        ({"organisation": "999999"}, "organisatie"),
    ],
)
def test_a_form_that_is_wrong_says_so_and_stores_nothing(
    cast: Cast, browser: Browser, changes: dict[str, str], said: str
) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    page = leader.post(url_of(cast, "partner_add"), FORM | changes).content.decode()
    assert "error-summary" in page
    assert said.lower() in page.lower()
    assert not Partnership.objects.exists()
    assert Organisation.objects.count() == 1


def test_a_contact_person_is_chosen_or_written_down_not_both(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    data = FORM | {"organisation": employer(cast).pk, "contact": cast.members[Role.PARTNER].pk}
    assert "Niet allebei." in leader.post(url_of(cast, "partner_add"), data).content.decode()
    other = {"state": "joined", "new_organisation": "Nieuw", "contact": cast.members[Role.PARTNER].pk}
    page = leader.post(url_of(cast, "partner_add"), other).content.decode()
    assert "werkt voor Woonstichting De Wissel" in page
    assert not Partnership.objects.exists()


def test_a_proposal_opens_with_what_is_known(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    address = f"{url_of(cast, 'partner_add')}?organisation={employer(cast).pk}"
    assert f'<option value="{employer(cast).pk}" selected>' in read(leader, address)
    stranger = org("Elders", OrganisationKind.CARE)
    assert " selected>Elders" not in read(leader, f"{url_of(cast, 'partner_add')}?organisation={stranger.pk}")
    assert leader.get(f"{url_of(cast, 'partner_add')}?organisation=x&kind=bank").status_code == 200


def test_the_kind_changes_here_only_while_no_other_project_knows_it(
    cast: Cast, outsiders: Cast, browser: Browser
) -> None:
    leader, partner = browser(cast.person(Role.PROJECT_LEADER)), add_partner(cast)
    data = {"state": "joined", "kind": "care", "contact_name": "Sanne Sein"}
    leader.post(url_of(cast, "partner", partner.pk), data)
    partner.organisation.refresh_from_db()
    assert partner.organisation.kind == OrganisationKind.CARE
    shared = add_partner(cast, employer(cast))
    page = leader.post(url_of(cast, "partner", shared.pk), data).content.decode()
    assert "doet ook mee in een ander project" in page
    shared.refresh_from_db()
    assert (shared.organisation.kind, shared.contact_name) == (OrganisationKind.HOUSING, "")


def test_stopping_offers_undo_and_says_who_can_still_enter(cast: Cast, browser: Browser) -> None:
    leader, partner = browser(cast.person(Role.PROJECT_LEADER)), add_partner(cast, employer(cast))
    page = leader.post(url_of(cast, "partner_stop", partner.pk), follow=True).content.decode()
    assert "Woonstichting De Wissel doet niet meer mee." in page
    assert "7 mensen van Woonstichting De Wissel kunnen nog in dit project" in page
    assert url_of(cast, "partner_restore", partner.pk) in page
    assert leader.get(url_of(cast, "partner", partner.pk)).status_code == 302
    page = leader.post(url_of(cast, "partner_restore", partner.pk), follow=True).content.decode()
    assert "staat weer bij de partners" in page
    assert circle_of(cast.project).partners
