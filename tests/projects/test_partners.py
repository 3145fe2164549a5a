"""Partners (V2): the triangle, the wider circle, what was agreed, and what changes when somebody leaves."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from msa.models import AuditEntry
from projects import demo
from projects.demo import partners as demo_partners
from projects.models import (
    Concern,
    Membership,
    Organisation,
    OrganisationKind,
    Partnership,
    PartnershipState,
    Person,
    Project,
    ReferralRoute,
    Role,
)
from projects.models.partner import ContactGap, Term, months_after
from projects.overviews.partners import circle_of
from projects.services import end_membership, restore_membership
from projects.services import partners as services
from projects.services.people import Refused
from tests.cast import Cast
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
DAY = date(2026, 5, 1)
TERMS: dict[str, Any] = {
    "state": PartnershipState.JOINED,
    "brings": "Een opbouwwerker",
    "expects": "Bewoners leren kennen",
    "agreed": "Gaat mee op huisbezoek.",
    "until": None,
    "contact": None,
    "contact_name": "",
    "contact_function": "",
}
FORM = {"state": "joined", "brings": "Een opbouwwerker", "contact_name": "Sanne Sein", "new_kind": "welfare"}


def _organisation(name: str = "Welzijn Het Perron", kind: str = OrganisationKind.WELFARE) -> Organisation:
    return Organisation.objects.get_or_create(name=name, defaults={"kind": kind})[0]


def _add(cast: Cast, organisation: Organisation | None = None, **changes: Any) -> Partnership:
    return services.add_partner(
        project=cast.project,
        by=cast.person(Role.PROJECT_LEADER),
        organisation=organisation or _organisation(),
        terms=TERMS | changes,  # type: ignore[arg-type]
    )


def _own(cast: Cast) -> Organisation:
    """The organisation the whole cast works for."""
    organisation = cast.members[Role.PROJECT_LEADER].organisation
    assert organisation is not None
    return organisation


def _page(cast: Cast, name: str, *arguments: int) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


def _read(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def _today(cast: Cast, browser: Browser) -> str:
    return _read(browser(cast.person(Role.PROJECT_LEADER)), reverse("today"))


def test_an_organisation_with_people_but_without_agreements_is_proposed(cast: Cast) -> None:
    circle = circle_of(cast.project)
    assert [place.name for place in circle.proposals] == ["Woonstichting De Wissel"]
    assert circle.missing == [OrganisationKind.WELFARE, OrganisationKind.CONTRACTOR]
    assert not circle.partners


def test_written_down_it_is_a_partner_and_no_longer_a_proposal(cast: Cast) -> None:
    _add(cast, _own(cast))
    circle = circle_of(cast.project)
    assert not circle.proposals
    assert [place.name for place in circle.partners] == ["Woonstichting De Wissel"]


def test_each_kind_stands_in_its_place(cast: Cast) -> None:
    for kind in OrganisationKind:
        _add(cast, _organisation(f"Organisatie {kind.value}", kind))
    circle = circle_of(cast.project)
    assert [len(corner.places) for corner in circle.triangle] == [2, 1, 1]
    assert len(circle.wider) == len(OrganisationKind) - 3
    assert not circle.missing


def test_a_partner_that_stopped_leaves_its_corner_empty(cast: Cast) -> None:
    partner = _add(cast)
    assert OrganisationKind.WELFARE not in circle_of(cast.project).missing
    services.stop_partner(partnership=partner, by=cast.person(Role.PROJECT_LEADER))
    assert OrganisationKind.WELFARE in circle_of(cast.project).missing


def test_the_same_organisation_is_a_partner_once(cast: Cast) -> None:
    _add(cast)
    with pytest.raises(Refused, match="staat al bij de partners"):
        _add(cast)
    with pytest.raises(IntegrityError):
        Partnership.objects.create(project=cast.project, organisation=_organisation())


def test_one_that_stopped_comes_back_with_the_new_agreement(cast: Cast) -> None:
    partner = _add(cast)
    services.stop_partner(partnership=partner, by=cast.person(Role.PROJECT_LEADER))
    again = _add(cast, agreed="Iets anders.")
    assert (again.pk, again.state, again.agreed) == (partner.pk, "joined", "Iets anders.")
    assert again.stopped_on is None


@pytest.mark.parametrize("state", [PartnershipState.ASKED, PartnershipState.JOINED])
def test_stopping_can_be_undone_and_puts_back_what_it_was(cast: Cast, state: str) -> None:
    leader, partner = cast.person(Role.PROJECT_LEADER), _add(cast, state=state)
    services.stop_partner(partnership=partner, by=leader)
    services.stop_partner(partnership=partner, by=leader)
    services.restore_partner(partnership=partner, by=leader)
    services.restore_partner(partnership=partner, by=leader)
    partner.refresh_from_db()
    assert (partner.state, partner.stopped_on, partner.stopped_from) == (state, None, "")
    acts = AuditEntry.objects.filter(act__startswith="partner ").values_list("act", flat=True)
    assert sorted(acts) == ["partner added", "partner restored", "partner stopped"]


def test_every_change_of_partners_is_written_down_with_what_changed(cast: Cast) -> None:
    leader, partner = cast.person(Role.PROJECT_LEADER), _add(cast)
    services.change_partner(partnership=partner, by=leader, terms=TERMS | {"brings": "Geld"})  # type: ignore[arg-type]
    services.change_partner(partnership=partner, by=leader, terms=TERMS | {"brings": "Geld"})  # type: ignore[arg-type]
    entries = AuditEntry.objects.filter(person=leader, project_key=cast.project.key, act="partner changed")
    assert [entry.subject for entry in entries] == ["Welzijn Het Perron (brings)"]


def test_the_contact_person_works_for_the_partner(cast: Cast, outsiders: Cast) -> None:
    with pytest.raises(Refused, match="werkt niet voor"):
        _add(cast, contact=cast.members[Role.COMMUNITY_WORKER])
    with pytest.raises(Refused, match="werkt niet voor"):
        _add(cast, _own(cast), contact=outsiders.members[Role.COMMUNITY_WORKER])
    assert _add(cast, _own(cast), contact=cast.members[Role.COMMUNITY_WORKER]).contact_gap == ""


def test_there_is_one_contact_person_not_two(cast: Cast) -> None:
    partner = _add(cast, _own(cast), contact=cast.members[Role.PARTNER])
    partner.contact_name = "Sanne Sein"
    with pytest.raises(IntegrityError):
        partner.save()


def test_who_is_only_asked_needs_no_contact_person_yet(cast: Cast) -> None:
    assert _add(cast, state=PartnershipState.ASKED).contact_gap == ""
    assert _add(cast, _own(cast)).contact_gap == ContactGap.MISSING


def test_when_the_contact_person_leaves_page_and_vandaag_say_what_hangs_on_it(
    cast: Cast, browser: Browser
) -> None:
    leader, left = cast.person(Role.PROJECT_LEADER), cast.members[Role.PARTNER]
    _add(cast, _own(cast), contact=left, until=timezone.localdate() + timedelta(days=300))
    assert "nieuwe contactpersoon" not in _today(cast, browser)
    end_membership(membership=left, by=leader)
    shown = _today(cast, browser)
    assert "Woonstichting De Wissel: kies een nieuwe contactpersoon" in shown
    assert f"{left.person.name} doet niet meer mee in dit project." in shown
    assert "Daaraan hangt: de afspraak tot en met" in shown
    page = _read(browser(cast.person(Role.RESIDENT_GROUP)), _page(cast, "partners"))
    assert "Contactpersoon gezocht." in page
    assert "6 collega’s in het project" in page
    restore_membership(membership=left, by=leader)
    assert "nieuwe contactpersoon" not in _today(cast, browser)


def test_referral_routes_hang_on_a_contact_person_too(cast: Cast) -> None:
    held = cast.members[Role.PARTNER]
    _add(cast, _own(cast), contact=held, agreed="")
    cast.project.referral_routes.all().delete()
    for concern in (Concern.values[0], Concern.values[1]):
        ReferralRoute.objects.create(
            project=cast.project,
            concern=concern,
            steps="Bel het loket.",
            organisation=_own(cast),
            contact="loket",
            phone="024 123 45 67",
            workdays=3,
            checked_on=DAY,
        )
    end_membership(membership=held, by=cast.person(Role.PROJECT_LEADER))
    (place,) = circle_of(cast.project).partners
    assert "wat de organisatie inbrengt, 2 doorverwijsroutes en 6 collega’s in het project." in place.loss


def test_a_contact_person_with_another_employer_is_gone_too(cast: Cast) -> None:
    held = cast.members[Role.PARTNER]
    partner = _add(cast, _own(cast), contact=held)
    Membership.objects.filter(pk=held.pk).update(organisation=_organisation())
    partner.refresh_from_db()
    assert partner.contact_gap == ContactGap.MOVED


def test_who_ends_a_role_hears_which_partner_is_without_contact(cast: Cast, browser: Browser) -> None:
    held = cast.members[Role.PARTNER]
    _add(cast, _own(cast), contact=held)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    page = leader.post(
        _page(cast, "end", held.pk), {"taker-fixed-contacts": "nobody"}, follow=True
    ).content.decode()
    assert "was de vaste contactpersoon van Woonstichting De Wissel" in page


def test_changing_something_else_does_not_forget_who_left(cast: Cast, browser: Browser) -> None:
    held = cast.members[Role.PARTNER]
    partner = _add(cast, _own(cast), contact=held)
    end_membership(membership=held, by=cast.person(Role.PROJECT_LEADER))
    leader = browser(cast.person(Role.PROJECT_LEADER))
    data = {"state": "joined", "kind": "housing", "brings": "Iets meer", "contact": ""}
    leader.post(_page(cast, "partner", partner.pk), data)
    partner.refresh_from_db()
    assert (partner.brings, partner.contact_gap) == ("Iets meer", ContactGap.LEFT)
    data["contact"] = str(cast.members[Role.HOUSING_OFFICER].pk)
    leader.post(_page(cast, "partner", partner.pk), data)
    partner.refresh_from_db()
    assert partner.contact_gap == ""


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
    assert _add(cast, until=until).term_on(DAY) == term


def test_months_end_where_the_calendar_says() -> None:
    assert months_after(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert months_after(date(2027, 12, 31), 2) == date(2028, 2, 29)
    assert months_after(date(2026, 10, 15), 2) == date(2026, 12, 15)


def test_vandaag_reminds_of_an_agreement_that_ends_or_ended(cast: Cast, browser: Browser) -> None:
    partner = _add(cast, until=timezone.localdate() + timedelta(days=20), contact_name="Sanne Sein")
    assert "Praat over het vervolg met Welzijn Het Perron" in _today(cast, browser)
    Partnership.objects.filter(pk=partner.pk).update(until=timezone.localdate() - timedelta(days=1))
    assert "Maak een nieuwe afspraak met Welzijn Het Perron" in _today(cast, browser)
    assert "De afspraak liep tot en met" in _read(browser(cast.person(Role.PARTNER)), _page(cast, "partners"))
    Partnership.objects.filter(pk=partner.pk).update(until=None)
    assert "nieuwe afspraak" not in _today(cast, browser)


def test_vandaag_names_missing_corners_and_missing_people_in_one_item(cast: Cast, browser: Browser) -> None:
    roles = [Role.CONTRACTOR_SOCIAL, Role.CONTRACTOR_TECHNICAL, Role.COMMUNITY_WORKER]
    Membership.objects.filter(role__in=roles).update(active=False)
    shown = _today(cast, browser)
    assert shown.count("Maak de driehoek rond") == shown.count("<h3>Maak de driehoek rond</h3>") * 2 == 2
    assert "De driehoek mist nog: welzijn en aannemer. Nog niet in dit project: een opbouwwerker." in shown
    assert "iemand van de aannemer" not in shown  # the contractor itself comes first
    _add(cast)
    _add(cast, _organisation("Bouwbedrijf Spoorslag", OrganisationKind.CONTRACTOR))
    shown = _today(cast, browser)
    assert "Maak de driehoek rond" not in shown
    assert "Nog niet in dit project: een opbouwwerker, iemand van de aannemer." in shown


def test_only_who_edits_is_reminded(cast: Cast, browser: Browser) -> None:
    for role in set(Role.values) - {Role.PROJECT_LEADER, Role.ADMINISTRATOR}:
        assert "driehoek" not in _read(browser(cast.person(role)), reverse("today"))
    assert "driehoek" in _read(browser(cast.person(Role.ADMINISTRATOR)), reverse("today"))


def test_the_leader_writes_down_a_new_organisation(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    data = FORM | {"new_organisation": "Welzijn Het Perron", "until": "2027-06-30"}
    page = leader.post(_page(cast, "partner_add"), data, follow=True).content.decode()
    assert "Welzijn Het Perron staat bij de partners." in page
    partner = Partnership.objects.get()
    assert partner.organisation.kind == OrganisationKind.WELFARE
    assert (partner.contact_person, partner.until) == ("Sanne Sein", date(2027, 6, 30))


def test_a_name_that_is_known_makes_no_second_organisation(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    leader.post(_page(cast, "partner_add"), FORM | {"new_organisation": "woonstichting de wissel"})
    assert Partnership.objects.get().organisation == _own(cast)
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Kies een organisatie, of schrijf hieronder een nieuwe op."),
        ({"new_organisation": "Nieuw", "state": "stopped"}, "Dit kan hier niet gekozen worden."),
        ({"new_organisation": "Nieuw", "state": ""}, "Kies een mogelijkheid."),
        ({"new_organisation": "Nieuw", "until": "31 februari"}, "Vul een dag in"),
        ({"new_organisation": "N" * 121}, "120 tekens"),
        ({"new_organisation": "Nieuw", "agreed": "a" * 2001}, "2000 tekens"),
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
    page = leader.post(_page(cast, "partner_add"), FORM | changes).content.decode()
    assert "error-summary" in page
    assert said.lower() in page.lower()
    assert not Partnership.objects.exists()
    assert Organisation.objects.count() == 1


def test_a_contact_person_is_chosen_or_written_down_not_both(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    data = FORM | {"organisation": _own(cast).pk, "contact": cast.members[Role.PARTNER].pk}
    assert "Niet allebei." in leader.post(_page(cast, "partner_add"), data).content.decode()
    other = {"state": "joined", "new_organisation": "Nieuw", "contact": cast.members[Role.PARTNER].pk}
    page = leader.post(_page(cast, "partner_add"), other).content.decode()
    assert "werkt voor Woonstichting De Wissel" in page
    assert not Partnership.objects.exists()


def test_a_proposal_opens_with_what_is_known(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    address = f"{_page(cast, 'partner_add')}?organisation={_own(cast).pk}"
    assert f'<option value="{_own(cast).pk}" selected>' in _read(leader, address)
    stranger = _organisation("Elders", OrganisationKind.CARE)
    assert " selected>Elders" not in _read(leader, f"{_page(cast, 'partner_add')}?organisation={stranger.pk}")
    assert leader.get(f"{_page(cast, 'partner_add')}?organisation=x&kind=bank").status_code == 200


def test_the_kind_changes_here_only_while_no_other_project_knows_it(
    cast: Cast, outsiders: Cast, browser: Browser
) -> None:
    leader, partner = browser(cast.person(Role.PROJECT_LEADER)), _add(cast)
    data = {"state": "joined", "kind": "care", "contact_name": "Sanne Sein"}
    leader.post(_page(cast, "partner", partner.pk), data)
    partner.organisation.refresh_from_db()
    assert partner.organisation.kind == OrganisationKind.CARE
    shared = _add(cast, _own(cast))
    page = leader.post(_page(cast, "partner", shared.pk), data).content.decode()
    assert "doet ook mee in een ander project" in page
    shared.refresh_from_db()
    assert (shared.organisation.kind, shared.contact_name) == (OrganisationKind.HOUSING, "")


def test_stopping_offers_undo_and_says_who_can_still_enter(cast: Cast, browser: Browser) -> None:
    leader, partner = browser(cast.person(Role.PROJECT_LEADER)), _add(cast, _own(cast))
    page = leader.post(_page(cast, "partner_stop", partner.pk), follow=True).content.decode()
    assert "Woonstichting De Wissel doet niet meer mee." in page
    assert "7 mensen van Woonstichting De Wissel kunnen nog in dit project" in page
    assert _page(cast, "partner_restore", partner.pk) in page
    assert leader.get(_page(cast, "partner", partner.pk)).status_code == 302
    page = leader.post(_page(cast, "partner_restore", partner.pk), follow=True).content.decode()
    assert "staat weer bij de partners" in page
    assert circle_of(cast.project).partners


@pytest.mark.parametrize("role", Role.values)
def test_everybody_reads_and_only_leader_and_administrator_edit(
    cast: Cast, browser: Browser, role: str
) -> None:
    partner = _add(cast)
    client, edits = browser(cast.person(role)), role in {Role.PROJECT_LEADER, Role.ADMINISTRATOR}
    page = _read(client, _page(cast, "partners"))
    assert "Welzijn Het Perron" in page
    assert ("Voeg een partner toe" in page) == edits
    assert (_page(cast, "partner", partner.pk) in page) == edits
    assert client.get(_page(cast, "partner", partner.pk)).status_code == (200 if edits else 403)
    stopped = client.post(_page(cast, "partner_stop", partner.pk)).status_code
    assert stopped == (302 if edits else 403)


def test_a_partner_of_another_project_is_not_found(cast: Cast, outsiders: Cast, browser: Browser) -> None:
    theirs = _add(outsiders)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert leader.get(_page(cast, "partner", theirs.pk)).status_code == 404
    assert leader.post(_page(cast, "partner_stop", theirs.pk)).status_code == 404
    assert leader.get(reverse("projects:partners", args=[outsiders.project.slug])).status_code == 404


def test_a_new_project_reads_what_is_to_be_asked(cast: Cast, browser: Browser) -> None:
    page = _read(browser(cast.person(Role.PROJECT_LEADER)), _page(cast, "partners"))
    assert "Nog te vragen: welzijn en aannemer." in page
    assert page.count('<p class="partner__empty">nog te vragen</p>') == 2
    assert "Denk aan de gemeente" in page


def test_names_from_users_are_never_markup(cast: Cast, browser: Browser) -> None:
    _add(cast, _organisation("<script>alert(1)</script>"), contact_name="<b>Sanne</b>", agreed="<i>ja</i>")
    page = _read(browser(cast.person(Role.PARTNER)), _page(cast, "partners"))
    assert "<script>alert" not in page
    assert "<b>Sanne" not in page
    assert "<i>ja" not in page


@pytest.mark.parametrize("page", ["partners", "today"])
def test_pages_ask_as_much_for_many_partners_as_for_one(cast: Cast, browser: Browser, page: str) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    address = reverse("today") if page == "today" else _page(cast, "partners")
    left = cast.members[Role.PARTNER]
    _add(cast, _own(cast), contact=left, until=DAY)
    end_membership(membership=left, by=cast.person(Role.PROJECT_LEADER))
    few = count_queries(client, address)
    kinds = list(OrganisationKind.values)
    for number in range(30):
        organisation = _organisation(f"Partner {number}", kinds[number % len(kinds)])
        partner = _add(cast, organisation, until=DAY)
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

    _add(cast, contact_name="Sanne Sein", contact_function="teamleider")
    answer = browser(cast.person(Role.PARTNER)).get(_page(cast, "partners_paper"))
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
