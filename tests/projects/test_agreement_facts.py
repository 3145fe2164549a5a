"""A concept of which the facts changed since it began says so, and takes the new ones in where they fit."""

from collections.abc import Callable

import pytest
from django.test import Client

from msa.richtext import from_html, to_html
from projects.agreements.changes import changes_of
from projects.agreements.starting import starting_text
from projects.models import AgreementKind, AgreementVersion, OrganisationKind, Person, Role
from projects.services import agreements as services
from projects.services.agreementfacts import take_facts
from tests.cast import Cast
from tests.projects.agreements import LEADER, PRIVACY, link, make_partner, read, say, send

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
LACKS = "welke woningcorporatie meedoet"
TOLD = "Sinds dit concept begon, veranderde"


def _begin(cast: Cast, kind: AgreementKind = PRIVACY) -> AgreementVersion:
    return services.start_version(project=cast.project, by=cast.person(LEADER), kind=kind)


def _own_organisation_joins(cast: Cast) -> None:
    make_partner(cast, "Woonstichting De Wissel", OrganisationKind.HOUSING)


@pytest.mark.parametrize("kind", AgreementKind)
def test_nothing_changed_says_nothing(cast: Cast, browser: Browser, kind: AgreementKind) -> None:
    make_partner(cast, "Welzijn Het Perron")
    version = _begin(cast, kind)
    assert changes_of(AgreementVersion.objects.get(pk=version.pk)) == []
    assert TOLD not in read(browser(cast.person(LEADER)), link(cast, "agreement_edit", kind=kind))


def test_every_page_of_a_concept_tells_that_the_facts_changed(cast: Cast, browser: Browser) -> None:
    make_partner(cast, "Welzijn Het Perron")
    version = _begin(cast)
    assert LACKS in version.text
    _own_organisation_joins(cast)
    client = browser(cast.person(LEADER))
    for name in ("agreement", "agreement_edit", "agreement_send"):
        assert TOLD in read(client, link(cast, name)), name
    page = read(client, link(cast, "agreement_facts"))
    assert LACKS in page
    assert "<strong>Woonstichting De Wissel</strong>" in page


def test_new_facts_go_into_the_text_and_nothing_else_changes(cast: Cast, browser: Browser) -> None:
    make_partner(cast, "Welzijn Het Perron")
    version = _begin(cast)
    own = f"{version.text}\n\nOnze eigen zin."
    services.save_text(version=version, by=cast.person(LEADER), text=own, summary="")
    _own_organisation_joins(cast)
    client = browser(cast.person(LEADER))
    page = client.post(link(cast, "agreement_facts"), {"go": "take"}, follow=True).content.decode()
    assert "De nieuwe gegevens staan in de tekst." in page
    version.refresh_from_db()
    assert "**Woonstichting De Wissel**" in version.text
    assert LACKS not in version.text
    assert version.text.endswith("Onze eigen zin.")
    assert changes_of(version) == [] and TOLD not in page


def test_a_partner_more_gets_a_line_of_its_own_in_the_text(cast: Cast) -> None:
    _own_organisation_joins(cast)
    version = _begin(cast)
    make_partner(cast, "Aannemer Spoorslag", OrganisationKind.CONTRACTOR)
    make_partner(cast, "Aanbouw Zuid", OrganisationKind.CONTRACTOR)
    make_partner(cast, "Een Andere Corporatie", OrganisationKind.HOUSING)
    found = AgreementVersion.objects.get(pk=version.pk)
    assert all(one.fits for one in changes_of(found))
    assert take_facts(version=found, by=cast.person(LEADER)) == 0
    found.refresh_from_db()
    assert found.text == starting_text(cast.project, PRIVACY)


def test_what_was_rewritten_stays_and_is_left_to_the_team(cast: Cast, browser: Browser) -> None:
    version = _begin(cast)
    text = version.text.replace("[nog invullen: naam en bereikbaarheid van de functionaris]", "Thijs")
    services.save_text(version=version, by=cast.person(LEADER), text=text, summary="")
    cast.project.memberships.filter(role=Role.PROJECT_LEADER).update(active=False)
    version = AgreementVersion.objects.get(pk=version.pk)
    assert take_facts(version=version, by=cast.person(Role.ADMINISTRATOR)) >= 1
    version.refresh_from_db()
    assert "Thijs" in version.text
    page = read(browser(cast.person(Role.ADMINISTRATOR)), link(cast, "agreement_facts"))
    assert "Zet dit zelf over." in page


def test_who_says_the_text_is_right_is_told_no_more(cast: Cast, browser: Browser) -> None:
    version = _begin(cast)
    _own_organisation_joins(cast)
    client = browser(cast.person(LEADER))
    client.post(link(cast, "agreement_facts"), {"go": "keep"})
    assert TOLD not in read(client, link(cast, "agreement"))
    version.refresh_from_db()
    assert LACKS in version.text


def test_a_next_version_knows_what_changed_since_the_first_began(cast: Cast) -> None:
    version = _begin(cast)
    say(cast, send(cast, version, make_partner(cast, "Welzijn Het Perron"))[0])
    assert changes_of(AgreementVersion.objects.get(pk=version.pk)) == []  # it holds, and changes no more
    second = _begin(cast)
    assert any("Welzijn Het Perron" in one.now_text for one in changes_of(second))


def test_a_text_of_before_facts_were_kept_says_nothing(cast: Cast) -> None:
    version = _begin(cast)
    AgreementVersion.objects.update(facts={})
    _own_organisation_joins(cast)
    version.refresh_from_db()
    assert changes_of(version) == []


def test_without_a_concept_there_is_nothing_to_put_beside_it(cast: Cast, browser: Browser) -> None:
    page = browser(cast.person(LEADER)).get(link(cast, "agreement_facts"), follow=True)
    assert "Er is geen concept." in page.content.decode()


@pytest.mark.parametrize("kind", AgreementKind)
def test_a_text_that_went_through_the_editor_still_takes_new_facts(cast: Cast, kind: AgreementKind) -> None:
    make_partner(cast, "Welzijn *Het* Perron")
    text = _begin(cast, kind).text
    assert from_html(to_html(text, gaps=False)) == text


def test_the_communication_plan_says_who_tells_what(cast: Cast) -> None:
    make_partner(cast, "Welzijn Het Perron")
    make_partner(cast, "Welzijn Zuid")
    make_partner(cast, "Aannemer Spoorslag", OrganisationKind.CONTRACTOR)
    text = starting_text(cast.project, AgreementKind.COMMUNICATION)
    assert "Welzijn Het Perron, Welzijn Zuid en Aannemer Spoorslag. De bewonersprojectgroep" in text
    tells = text.split("## Wie wat vertelt")[1].split("\n## ")[0]
    assert f"de projectleider, {cast.person(LEADER)}" in tells
    told = "**Aannemer Spoorslag** (aannemer), door Contact van Aannemer Spoorslag: de werkzaamheden"
    assert told in tells
