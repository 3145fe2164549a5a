"""The contact person of a partner: one who works there, and is missed when gone."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from projects.models import Concern, Membership, PartnershipState, Person, ReferralRoute, Role
from projects.models.partner import ContactGap
from projects.overviews.partners import circle_of
from projects.services import end_membership, restore_membership
from projects.services.people import Refused
from tests.cast import Cast
from tests.projects.partners import DAY, add_partner, employer, org, read, read_today, url_of

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def test_the_contact_person_works_for_the_partner(cast: Cast, outsiders: Cast) -> None:
    with pytest.raises(Refused, match="werkt niet voor"):
        add_partner(cast, contact=cast.members[Role.COMMUNITY_WORKER])
    with pytest.raises(Refused, match="werkt niet voor"):
        add_partner(cast, employer(cast), contact=outsiders.members[Role.COMMUNITY_WORKER])
    assert add_partner(cast, employer(cast), contact=cast.members[Role.COMMUNITY_WORKER]).contact_gap == ""


def test_there_is_one_contact_person_not_two(cast: Cast) -> None:
    partner = add_partner(cast, employer(cast), contact=cast.members[Role.PARTNER])
    partner.contact_name = "Sanne Sein"
    with pytest.raises(IntegrityError):
        partner.save()


def test_who_is_only_asked_needs_no_contact_person_yet(cast: Cast) -> None:
    assert add_partner(cast, state=PartnershipState.ASKED).contact_gap == ""
    assert add_partner(cast, employer(cast)).contact_gap == ContactGap.MISSING


def test_when_the_contact_person_leaves_page_and_vandaag_say_what_hangs_on_it(
    cast: Cast, browser: Browser
) -> None:
    leader, left = cast.person(Role.PROJECT_LEADER), cast.members[Role.PARTNER]
    add_partner(cast, employer(cast), contact=left, until=timezone.localdate() + timedelta(days=300))
    assert "nieuwe contactpersoon" not in read_today(cast, browser)
    end_membership(membership=left, by=leader)
    shown = read_today(cast, browser)
    assert "Woonstichting De Wissel: kies een nieuwe contactpersoon" in shown
    assert f"{left.person.name} doet niet meer mee in dit project." in shown
    assert "Daaraan hangt: de afspraak tot en met" in shown
    page = read(browser(cast.person(Role.RESIDENT_GROUP)), url_of(cast, "partners"))
    assert "Contactpersoon gezocht." in page
    assert "6 collega’s in het project" in page
    restore_membership(membership=left, by=leader)
    assert "nieuwe contactpersoon" not in read_today(cast, browser)


def test_referral_routes_hang_on_a_contact_person_too(cast: Cast) -> None:
    held = cast.members[Role.PARTNER]
    add_partner(cast, employer(cast), contact=held, agreed="")
    cast.project.referral_routes.all().delete()
    for concern in (Concern.values[0], Concern.values[1]):
        ReferralRoute.objects.create(
            project=cast.project,
            concern=concern,
            steps="Bel het loket.",
            organisation=employer(cast),
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
    partner = add_partner(cast, employer(cast), contact=held)
    Membership.objects.filter(pk=held.pk).update(organisation=org())
    partner.refresh_from_db()
    assert partner.contact_gap == ContactGap.MOVED


def test_who_ends_a_role_hears_which_partner_is_without_contact(cast: Cast, browser: Browser) -> None:
    held = cast.members[Role.PARTNER]
    add_partner(cast, employer(cast), contact=held)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    page = leader.post(
        url_of(cast, "end", held.pk), {"taker-fixed-contacts": "nobody"}, follow=True
    ).content.decode()
    assert "was de vaste contactpersoon van Woonstichting De Wissel" in page


def test_changing_something_else_does_not_forget_who_left(cast: Cast, browser: Browser) -> None:
    held = cast.members[Role.PARTNER]
    partner = add_partner(cast, employer(cast), contact=held)
    end_membership(membership=held, by=cast.person(Role.PROJECT_LEADER))
    leader = browser(cast.person(Role.PROJECT_LEADER))
    data = {"state": "joined", "kind": "housing", "brings": "Iets meer", "contact": ""}
    leader.post(url_of(cast, "partner", partner.pk), data)
    partner.refresh_from_db()
    assert (partner.brings, partner.contact_gap) == ("Iets meer", ContactGap.LEFT)
    data["contact"] = str(cast.members[Role.HOUSING_OFFICER].pk)
    leader.post(url_of(cast, "partner", partner.pk), data)
    partner.refresh_from_db()
    assert partner.contact_gap == ""
