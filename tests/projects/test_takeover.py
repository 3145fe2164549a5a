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
from msa import registry
from msa.models import AuditEntry
from projects.models import (
    Concern,
    Membership,
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
from projects.overviews.referral import missing_concerns
from projects.services.referral import check_route
from projects.services.refusing import Refused
from projects.services.takeover import offers, sources_of, take_over
from projects.services.team import agree_on_duties
from tests.cast import Cast, make_home, make_project

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
EVERYTHING = [item.name for item in registry.setup]


@pytest.fixture
def target(cast: Cast) -> Project:
    """A new project of the same organisation, led by the one who led the other."""
    made = Project.objects.create(slug="kanaalzicht", name="Kanaalzicht", neighbourhood="K", place="N")
    held = cast.members[Role.PROJECT_LEADER]
    Membership.objects.create(
        person=held.person, project=made, role=Role.PROJECT_LEADER, organisation=held.organisation
    )
    return made


def take(cast: Cast, target: Project, *parts: str) -> list[str]:
    leader = Person.objects.get(pk=cast.person(Role.PROJECT_LEADER).pk)
    return take_over(source=cast.project, target=target, by=leader, parts=parts or EVERYTHING)


def address(target: Project) -> str:
    return reverse("projects:takeover", args=[target.slug])


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


def test_a_new_project_may_say_when_it_begins(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.ADMINISTRATOR))
    data = NEW | {"organisation": Organisation.objects.get().pk, "starts_on": "2027-02-01"}
    client.post(reverse("projects:create"), data)
    assert Project.objects.get(slug="lankforst").starts_on == date(2027, 2, 1)


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


def test_it_is_all_or_nothing(cast: Cast, target: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(source: Project, target: Project, by: Person) -> str:
        raise RuntimeError

    monkeypatch.setattr(registry, "setup", registry.Registry("test"))
    for item in ("referral routes",):
        from projects.services import setupparts

        registry.setup.add(item, setupparts.referral, order=1)
    registry.setup.add("broken", fails, order=2)
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
