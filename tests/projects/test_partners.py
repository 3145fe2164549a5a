"""Partners (V2): the triangle, the wider circle, what was agreed, and what changes when somebody leaves."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from msa.models import AuditEntry
from projects import demo
from projects.demo import partners as demo_partners
from projects.models import Membership, OrganisationKind, Partnership, PartnershipState, Person, Project, Role
from projects.models.partner import TRIANGLE
from projects.overviews.partners import circle_of
from projects.services import end_membership
from projects.services import partners as services
from projects.services.people import Refused
from tests.cast import Cast
from tests.projects.partners import DAY, TERMS, add_partner, employer, org, read, url_of
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def test_an_organisation_with_people_but_without_agreements_is_proposed(cast: Cast) -> None:
    circle = circle_of(cast.project)
    assert [place.name for place in circle.proposals] == ["Woonstichting De Wissel"]
    assert circle.missing == list(TRIANGLE)
    assert not circle.partners


def test_written_down_it_is_a_partner_and_no_longer_a_proposal(cast: Cast) -> None:
    add_partner(cast, employer(cast))
    circle = circle_of(cast.project)
    assert not circle.proposals
    assert [place.name for place in circle.partners] == ["Woonstichting De Wissel"]


def test_each_kind_stands_in_its_place(cast: Cast) -> None:
    for kind in OrganisationKind:
        add_partner(cast, org(f"Organisatie {kind.value}", kind))
    circle = circle_of(cast.project)
    assert [len(corner.places) for corner in circle.triangle] == [2, 1, 1]
    assert len(circle.wider) == len(OrganisationKind) - 3
    assert not circle.missing


def test_a_partner_that_stopped_leaves_its_corner_empty(cast: Cast) -> None:
    partner = add_partner(cast)
    assert OrganisationKind.WELFARE not in circle_of(cast.project).missing
    services.stop_partner(partnership=partner, by=cast.person(Role.PROJECT_LEADER))
    assert OrganisationKind.WELFARE in circle_of(cast.project).missing


def test_the_same_organisation_is_a_partner_once(cast: Cast) -> None:
    add_partner(cast)
    with pytest.raises(Refused, match="staat al bij de partners"):
        add_partner(cast)
    with pytest.raises(IntegrityError):
        Partnership.objects.create(project=cast.project, organisation=org())


def test_one_that_stopped_comes_back_with_the_new_agreement(cast: Cast) -> None:
    partner = add_partner(cast)
    services.stop_partner(partnership=partner, by=cast.person(Role.PROJECT_LEADER))
    again = add_partner(cast, agreed="Iets anders.")
    assert (again.pk, again.state, again.agreed) == (partner.pk, "joined", "Iets anders.")
    assert again.stopped_on is None


@pytest.mark.parametrize("state", [PartnershipState.ASKED, PartnershipState.JOINED])
def test_stopping_can_be_undone_and_puts_back_what_it_was(cast: Cast, state: str) -> None:
    leader, partner = cast.person(Role.PROJECT_LEADER), add_partner(cast, state=state)
    services.stop_partner(partnership=partner, by=leader)
    services.stop_partner(partnership=partner, by=leader)
    services.restore_partner(partnership=partner, by=leader)
    services.restore_partner(partnership=partner, by=leader)
    partner.refresh_from_db()
    assert (partner.state, partner.stopped_on, partner.stopped_from) == (state, None, "")
    acts = AuditEntry.objects.filter(act__startswith="partner ").values_list("act", flat=True)
    assert sorted(acts) == ["partner added", "partner restored", "partner stopped"]


def test_every_change_of_partners_is_written_down_with_what_changed(cast: Cast) -> None:
    leader, partner = cast.person(Role.PROJECT_LEADER), add_partner(cast)
    services.change_partner(partnership=partner, by=leader, terms=TERMS | {"brings": "Geld"})  # type: ignore[arg-type]
    services.change_partner(partnership=partner, by=leader, terms=TERMS | {"brings": "Geld"})  # type: ignore[arg-type]
    entries = AuditEntry.objects.filter(person=leader, project_key=cast.project.key, act="partner changed")
    assert [entry.subject for entry in entries] == ["Welzijn Het Perron (brings)"]


@pytest.mark.parametrize("role", Role.values)
def test_everybody_reads_and_only_leader_and_administrator_edit(
    cast: Cast, browser: Browser, role: str
) -> None:
    partner = add_partner(cast)
    client, edits = browser(cast.person(role)), role in {Role.PROJECT_LEADER, Role.ADMINISTRATOR}
    page = read(client, url_of(cast, "partners"))
    assert "Welzijn Het Perron" in page
    assert ("Voeg een partner toe" in page) == edits
    assert (url_of(cast, "partner", partner.pk) in page) == edits
    assert client.get(url_of(cast, "partner", partner.pk)).status_code == (200 if edits else 403)
    stopped = client.post(url_of(cast, "partner_stop", partner.pk)).status_code
    assert stopped == (302 if edits else 403)


def test_a_partner_of_another_project_is_not_found(cast: Cast, outsiders: Cast, browser: Browser) -> None:
    theirs = add_partner(outsiders)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert leader.get(url_of(cast, "partner", theirs.pk)).status_code == 404
    assert leader.post(url_of(cast, "partner_stop", theirs.pk)).status_code == 404
    assert leader.get(reverse("projects:partners", args=[outsiders.project.slug])).status_code == 404


def test_a_new_project_reads_what_is_to_be_asked(cast: Cast, browser: Browser) -> None:
    page = read(browser(cast.person(Role.PROJECT_LEADER)), url_of(cast, "partners"))
    assert "De driehoek mist nog: corporatie, welzijn en aannemer." in page
    assert page.count('<p class="partner__empty">nog te vragen</p>') == 2
    assert "Denk aan de gemeente" in page


def test_names_from_users_are_never_markup(cast: Cast, browser: Browser) -> None:
    add_partner(cast, org("<script>alert(1)</script>"), contact_name="<b>Sanne</b>", agreed="<i>ja</i>")
    page = read(browser(cast.person(Role.PARTNER)), url_of(cast, "partners"))
    assert "<script>alert" not in page
    assert "<b>Sanne" not in page
    assert "<i>ja" not in page


@pytest.mark.parametrize("page", ["partners", "today"])
def test_pages_ask_as_much_for_many_partners_as_for_one(cast: Cast, browser: Browser, page: str) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    address = reverse("today") if page == "today" else url_of(cast, "partners")
    left = cast.members[Role.PARTNER]
    add_partner(cast, employer(cast), contact=left, until=DAY)
    end_membership(membership=left, by=cast.person(Role.PROJECT_LEADER))
    few = count_queries(client, address)
    kinds = list(OrganisationKind.values)
    for number in range(30):
        organisation = org(f"Partner {number}", kinds[number % len(kinds)])
        partner = add_partner(cast, organisation, until=DAY)
        person = Person.objects.create_user(f"p{number}@voorbeeld.example", name=f"Persoon {number}")
        held = Membership.objects.create(
            person=person, project=cast.project, role=Role.PARTNER, organisation=organisation
        )
        Partnership.objects.filter(pk=partner.pk).update(contact=held)
        Membership.objects.filter(pk=held.pk).update(active=number % 2 == 0)
    assert count_queries(client, address) == few


def test_the_paper_is_a_pdf_with_every_name(cast: Cast, browser: Browser) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    add_partner(cast, contact_name="Sanne Sein", contact_function="teamleider")
    answer = browser(cast.person(Role.PARTNER)).get(url_of(cast, "partners_paper"))
    assert answer["Content-Type"] == "application/pdf"
    reader = PdfReader(BytesIO(answer.content))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "Partners van Spoorbuurt" in text
    assert "Sanne Sein, teamleider" in text
    assert "nog te vragen" in text
    width, height = reader.pages[0].mediabox.width, reader.pages[0].mediabox.height
    assert (round(width * 25.4 / 72), round(height * 25.4 / 72)) == (297, 210)


def test_the_demo_shows_a_whole_circle_and_loads_twice(browser: Browser) -> None:
    said: list[str] = []
    demo.load(said.append)
    for _time in range(2):
        demo_partners.load(said.append)
    project = Project.objects.get(slug=demo.SLUG)
    circle = circle_of(project)
    assert project.partnerships.count() == len(demo_partners.PARTNERS)
    assert not circle.missing
    assert not circle.proposals
    assert [place.name for place in circle.partners if place.term] == [demo_partners.ENDS_SOON]
    assert len(circle.stopped) == 1
    kinds = {place.organisation.kind for place in circle.wider}
    assert kinds >= {"municipality", "neighbourhood_team", "police", "care", "forms_help", "tenants"}
