"""Taking the set-up of a project over into another one; that no data comes along is attacked elsewhere."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from housevisits.models import SetState
from housevisits.services.questionsets import closed_questions, definition, ensure_default, in_use
from housevisits.services.visits import plan_visit
from projects.models import (
    Concern,
    Organisation,
    Partnership,
    PartnershipState,
    Person,
    Project,
    ReferralRoute,
    Role,
    StreetKind,
    VisitDuty,
)
from projects.models.timeline import Kind
from projects.services.referral import check_route
from projects.services.refusing import Refused
from projects.services.takeover import offers
from projects.services.team import agree_on_duties
from tests.cast import Cast, make_home
from tests.projects.referrals import missing_concerns
from tests.projects.takeover.helpers import address, take

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def test_every_part_says_in_dutch_what_comes_and_what_never_does(cast: Cast) -> None:
    for offer in offers(cast.project):
        assert offer.label and offer.comes and offer.never, f"make {offer.name} a SetupPart"


def test_partners_come_as_asked_without_people_words_or_dates(cast: Cast, target: Project) -> None:
    housing, gone = Organisation.objects.get(), Organisation.objects.create(name="Gestopt")
    Partnership.objects.create(
        project=cast.project,
        organisation=housing,
        state=PartnershipState.JOINED,
        brings="Geld",
        agreed="Alles",
        until=date(2027, 1, 1),
        contact=cast.members[Role.PROJECT_LEADER],
    )
    Partnership.objects.create(project=cast.project, organisation=gone, state=PartnershipState.STOPPED)
    assert take(cast, target, "partners") == ["1 partner"]
    made = target.partnerships.get()
    assert (made.organisation, made.state, made.brings, made.agreed) == (
        housing,
        PartnershipState.ASKED,
        "",
        "",
    )
    assert (made.until, made.contact, made.contact_name) == (None, None, "")


def test_routes_come_as_drafts_and_keep_visits_blocked_until_they_are_checked(
    cast: Cast, target: Project
) -> None:
    take(cast, target, "referral routes")
    assert target.referral_routes.count() == len(Concern)
    assert len(missing_concerns(target)) == sum(concern.required for concern in Concern)
    target.blocks.create(name="Kade")
    home = make_home(target, 9)
    leader = target.memberships.get()
    with pytest.raises(ValidationError, match="doorverwijsroute"):
        plan_visit(household=home, by=leader, on=date(2030, 1, 1))
    ReferralRoute.objects.filter(project=target).update(checked_on=timezone.localdate(), keeper=leader)
    assert missing_concerns(target) == []
    plan_visit(household=home, by=leader, on=date(2030, 1, 1))


def test_a_draft_route_is_seen_checked_and_on_no_card_before(
    cast: Cast, target: Project, browser: Browser
) -> None:
    from projects.documents.referral import card_context

    take(cast, target, "referral routes")
    route = target.referral_routes.get(concern=Concern.CARE_MONEY)
    with pytest.raises(Refused, match="bijhoudt"):
        check_route(route=route, by=cast.person(Role.PROJECT_LEADER))
    client = browser(cast.person(Role.PROJECT_LEADER))
    html = client.get(reverse("projects:referral_routes", args=[target.slug])).content.decode()
    assert html.count("hier nog niet nagekeken") == len(Concern)
    assert "0 van de" in html
    assert "Niemand houdt deze route bij" not in html
    page = reverse("projects:referral_route", args=[target.slug, route.concern])
    assert "komt uit een ander project" in client.get(page).content.decode()
    assert card_context(target)["groups"] == []
    edit = reverse("projects:referral_edit", args=[target.slug, route.concern])
    fields = ("steps", "contact", "phone", "email", "workdays", "anonymous")
    data = {name: getattr(route, name) for name in fields} | {"organisation": route.organisation_id}
    client.post(edit, data | {"keeper": target.memberships.get().pk})
    assert ReferralRoute.objects.get(pk=route.pk).stands
    today = client.get(reverse("today") + f"?project={target.slug}", follow=True).content.decode()
    assert "doorverwijsroutes moeten nog nagekeken worden" in today
    assert "Kijk ze na" in today
    assert "Er ontbreken" not in today


def test_nothing_says_that_a_route_lacks_that_only_has_to_be_looked_at(
    cast: Cast, target: Project, browser: Browser
) -> None:
    take(cast, target, "referral routes")
    client = browser(cast.person(Role.PROJECT_LEADER))
    for name in ("projects:referral_routes", "projects:phase_board"):
        html = client.get(reverse(name, args=[target.slug])).content.decode()
        assert "Overgenomen doorverwijsroutes, nog na te kijken: " in html
        assert "geen route" not in html
        assert "geen doorverwijsroute" not in html


def test_the_question_set_comes_as_a_version_of_its_own_in_use(cast: Cast, target: Project) -> None:
    source = ensure_default(cast.project)
    assert "vragen" in take(cast, target, "question set")[0]
    made = in_use(target)
    assert made is not None
    assert made.key != source.key
    assert (made.version, made.state) == (1, SetState.IN_USE)
    assert closed_questions(made) == closed_questions(source)
    assert definition(made).cards == definition(source).cards
    assert ensure_default(target) == made


def test_settings_replace_what_stands_and_are_not_ticked_beforehand(
    cast: Cast, target: Project, browser: Browser
) -> None:
    Project.objects.filter(pk=cast.project.pk).update(
        street_kind=StreetKind.PORTICO, occasion="social", contact="Koffie", institutions="School"
    )
    html = browser(cast.person(Role.PROJECT_LEADER)).get(address(target) + "?van=spoorbuurt").content.decode()
    assert 'value="settings"' in html
    assert "checked" not in html.partition('value="settings"')[2].partition(">")[0]
    assert "checked" in html.partition('value="referral routes"')[2].partition(">")[0]
    cast.project.refresh_from_db()
    take(cast, target, "settings")
    target.refresh_from_db()
    assert (target.street_kind, target.occasion) == (StreetKind.PORTICO, "social")
    assert (target.contact, target.institutions, target.name) == ("", "", "Kanaalzicht")


def test_what_is_there_already_stays(cast: Cast, target: Project, browser: Browser) -> None:
    other = Organisation.objects.create(name="Welzijn Het Perron")
    Partnership.objects.create(project=target, organisation=other)
    Partnership.objects.create(project=cast.project, organisation=Organisation.objects.first())
    html = browser(cast.person(Role.PROJECT_LEADER)).get(address(target) + "?van=spoorbuurt").content.decode()
    assert "dit project heeft al 1 partner" in html
    assert take(cast, target, "partners") == []
    assert target.partnerships.get().organisation == other


def put_on_timeline(cast: Cast) -> None:
    cast.project.timeline_items.create(
        title="Steiger", kind=Kind.KITCHEN, starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 6)
    )


@pytest.mark.parametrize(
    ("source_begins", "target_begins", "why"),
    [
        (date(2026, 1, 1), None, "kan pas als dit project een begindatum heeft"),
        (None, date(2027, 1, 1), "kan pas als Spoorbuurt een begindatum heeft"),
        (date(2026, 1, 1), date(2027, 1, 1), ""),
    ],
)
def test_a_time_line_without_a_first_day_waits_and_says_so(
    cast: Cast,
    target: Project,
    browser: Browser,
    source_begins: date | None,
    target_begins: date | None,
    why: str,
) -> None:
    put_on_timeline(cast)
    for project, day in ((cast.project, source_begins), (target, target_begins)):
        project.starts_on = day
        project.save()
    client = browser(cast.person(Role.PROJECT_LEADER))
    html = client.get(address(target) + "?van=spoorbuurt").content.decode()
    assert ('value="timeline"' in html) == (not why)
    assert why in html
    assert take(cast, target, "timeline") == ([] if why else ["1 onderdeel"])


def test_taking_over_twice_makes_nothing_double(cast: Cast, target: Project) -> None:
    ensure_default(cast.project)
    take(cast, target)
    before = target.referral_routes.count(), target.question_sets.count(), target.partnerships.count()
    take(cast, target)
    assert before == (
        target.referral_routes.count(),
        target.question_sets.count(),
        target.partnerships.count(),
    )


def test_a_division_that_was_taken_over_still_has_to_be_discussed(
    cast: Cast, target: Project, browser: Browser
) -> None:
    leader = cast.person(Role.PROJECT_LEADER)
    agree_on_duties(project=cast.project, by=leader, duties=[VisitDuty(key="lead", pair="both")])
    take(cast, target, "visit duties")
    client, page = browser(leader), reverse("projects:visit_duties", args=[target.slug])
    html = client.get(page).content.decode()
    assert "overgenomen uit een ander project" in html
    assert "Zo afgesproken op" not in html
    agree_on_duties(project=target, by=leader, duties=[VisitDuty(key="lead", pair="both")])
    assert "Zo afgesproken op" in client.get(page).content.decode()
