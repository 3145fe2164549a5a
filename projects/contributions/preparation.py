"""What the preparation asks before the first front door: the rules of phase 1 on the phase board (V10)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from msa import registry
from msa.registry import Requirement
from msa.sharing import Shared
from projects.access import roles_for
from projects.models import Choice, Phase, Project, Role
from projects.overviews.evaluation import moments_of
from projects.overviews.members import active_members
from projects.overviews.orientation import versions_of
from projects.overviews.partners import Circle, circle_of, listed
from projects.overviews.referral import gaps_in, routes_of
from projects.overviews.triangle import triangle_gap
from projects.rules import FIELD_TEAM

VISITS = Phase.HOUSE_VISITS.value


def register() -> None:
    """Called once when the app is ready. The order is the one in which a beginner does it."""
    for order, name, rules in (
        (5, "orientation", orientation),
        (10, "partners", partners),
        (15, "team", team),
        (18, "referral routes", routes),
        (50, "settings", settings),
    ):
        registry.requirements.add(name, rules, order=order)
    registry.requirements.add("looking back", looking_back, order=90)


def orientation(project: Project, shared: Shared) -> Iterator[Requirement]:
    """V1: somebody weighed whether the approach fits, and chose it. One query."""
    decided = shared.get(versions_of, project).decided
    reason = ""
    if decided is None:
        reason = _(
            "Er ligt nog geen keuze. Zonder redenen op papier weet straks niemand waarom jullie begonnen."
        )
    elif decided.choice == Choice.NO:
        reason = _(
            "Jullie kozen ervoor om het hier niet zo te doen. Weeg opnieuw af als er iets is veranderd."
        )
    yield Requirement(
        phase=VISITS,
        key="orientation",
        title=_("Er is met redenen gekozen voor deze aanpak"),
        todo=_("met redenen kiezen voor deze aanpak"),
        met=not reason,
        url=reverse("projects:orientation", args=[project.slug]),
        roles=roles_for("projects.change_orientation"),
        reason=reason,
        overridable=True,
    )


def partners(project: Project, shared: Shared) -> Iterator[Requirement]:
    """V2: the triangle takes part, and each partner has somebody to call. Three queries."""
    circle = shared.get(circle_of, project, shared)
    url, roles = reverse("projects:partners", args=[project.slug]), roles_for("projects.edit_partners")
    lacks = triangle_gap(circle)
    text = _("%(lacks)s Wat bewoners vertellen, kan geen van de drie alleen oplossen.")
    yield Requirement(
        phase=VISITS,
        key="triangle",
        title=_("Corporatie, welzijn en aannemer doen mee"),
        todo=_("corporatie, welzijn en aannemer laten meedoen"),
        met=not lacks,
        url=url,
        roles=roles,
        reason=text % {"lacks": lacks} if lacks else "",
        overridable=True,
    )
    nameless = _nameless(circle)
    text = _("Nog zonder: %(who)s. Wie een vraag heeft, moet weten wie te bellen.")
    yield Requirement(
        phase=VISITS,
        key="contact_persons",
        title=_("Elke partner heeft een vaste contactpersoon"),
        todo=_("een vaste contactpersoon kiezen bij elke partner"),
        met=bool(circle.partners) and not nameless,
        url=url,
        roles=roles,
        blocks=False,
        reason=_missing_contacts(circle, nameless, text),
    )


def _nameless(circle: Circle) -> list[str]:
    return [place.name for place in circle.partners if place.gap]


def _missing_contacts(circle: Circle, nameless: list[str], text: str) -> str:
    if not circle.partners:
        return _("Er staat nog geen partner opgeschreven.")
    return text % {"who": listed(nameless)} if nameless else ""


def team(project: Project, shared: Shared) -> Iterator[Requirement]:
    """V3: somebody leads, and somebody besides can go and visit. One query."""
    held = {one.role for one in shared.get(active_members, project)}
    missing = []
    if Role.PROJECT_LEADER not in held:
        missing.append(_("een projectleider"))
    if not held & (set(FIELD_TEAM) - {Role.PROJECT_LEADER}):
        missing.append(_("een woonconsulent of opbouwwerker die op huisbezoek gaat"))
    text = _("Nog nodig: %(who)s. Bewoners vertellen meer aan een vast gezicht.")
    yield Requirement(
        phase=VISITS,
        key="team",
        title=_("Er is een projectleider en iemand die op huisbezoek gaat"),
        todo=_("een projectleider vinden, en iemand die op huisbezoek gaat"),
        met=not missing,
        url=reverse("projects:people", args=[project.slug]),
        roles=roles_for("projects.manage_people"),
        reason=text % {"who": listed(missing)} if missing else "",
    )


def routes(project: Project, shared: Shared) -> Iterator[Requirement]:
    """V5: nobody rings a bell before it is known where a concern can go. Never set aside. One query."""
    gaps = gaps_in(shared.get(routes_of, project).values())
    text = _("%(gaps)s We bellen pas aan als we weten waar een zorg heen kan.")
    yield Requirement(
        phase=VISITS,
        key="referral_routes",
        title=_("Voor elke zorg is er een doorverwijsroute"),
        todo=_("een doorverwijsroute vastleggen voor elke zorg"),
        met=not gaps,
        url=reverse("projects:referral_routes", args=[project.slug]),
        roles=roles_for("projects.edit_referral_routes"),
        reason=text % {"gaps": gaps.sentences} if gaps else "",
    )


def settings(project: Project, shared: Shared) -> Iterator[Requirement]:
    """What residents and the reading-along need to know of the project. No query."""
    url = reverse("projects:settings", args=[project.slug])
    wanted = (
        (
            "resident_contact",
            _("Bewoners weten waar zij terechtkunnen"),
            _("opschrijven waar bewoners terechtkunnen"),
            project.contact,
            "#id_contact",
            _("Er staat nog geen plek of tijd. Wie na het bezoek een vraag heeft, moet ergens heen kunnen."),
        ),
        (
            "places",
            _("De plekken in de buurt staan op een lijstje"),
            _("de plekken in de buurt op een lijstje zetten"),
            project.institutions,
            "#id_institutions",
            _("Scholen, winkels en huisartsen. Zonder lijstje wijst het meelezen die namen niet aan."),
        ),
    )
    for key, title, todo, value, anchor, reason in wanted:
        yield Requirement(
            phase=VISITS,
            key=key,
            title=title,
            todo=todo,
            met=bool(value),
            url=url + anchor,
            roles=roles_for("projects.change_settings"),
            blocks=False,
            reason="" if value else reason,
        )


def looking_back(project: Project, shared: Shared) -> Iterator[Requirement]:
    """E1: before each next phase a day on which the team looks back at the one before. One query."""
    planned = {moment.after_phase for moment in shared.get(moments_of, project)}
    for phase in Phase:
        if phase == Phase.EVALUATION:
            continue
        met = phase.value in planned
        yield Requirement(
            phase=phase + 1,
            key=f"looking_back_{phase.value}",
            title=_("Er is een dag gekozen om op deze fase terug te kijken"),
            todo=_("een dag kiezen om op deze fase terug te kijken"),
            met=met,
            url=reverse("projects:phase_board", args=[project.slug]) + "#terugkijken",
            roles=roles_for("projects.plan_evaluation"),
            blocks=False,
            reason=""
            if met
            else _("Wat ging goed, wat hinderde, wat doen we anders? Wie wacht, vergeet de helft."),
        )
