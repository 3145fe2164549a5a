"""The facts of a project as its agreements need them, ready to stand in Markdown. What lacks is a gap."""

import re
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from msa import registry
from projects.models import (
    Concern,
    Influence,
    InfluenceSubject,
    Membership,
    OrganisationKind,
    Partnership,
    PartnershipState,
    Project,
    ReferralRoute,
    Role,
)
from projects.models.partner import TRIANGLE
from projects.overviews.partners import listed
from projects.overviews.referral import routes_of

# What each kind of organisation tells residents about: its own work. Of 'anders' nobody can know it.
TELLS = {
    OrganisationKind.HOUSING: _lazy("de woning, de huur en wat er met de woningen gebeurt"),
    OrganisationKind.WELFARE: _lazy("activiteiten, ontmoeten en hulp dichtbij"),
    OrganisationKind.CONTRACTOR: _lazy("de werkzaamheden, de planning en overlast"),
    OrganisationKind.MUNICIPALITY: _lazy("straten, groen, parkeren en regelingen van de gemeente"),
    OrganisationKind.NEIGHBOURHOOD_TEAM: _lazy("ondersteuning en zorg, en hoe je die aanvraagt"),
    OrganisationKind.POLICE: _lazy("veiligheid en wat je kunt melden"),
    OrganisationKind.CARE: _lazy("zorg en gezondheid"),
    OrganisationKind.FORMS_HELP: _lazy("hulp bij brieven, formulieren en geldzaken"),
    OrganisationKind.TENANTS: _lazy("rechten van huurders en wat bewoners met de verhuurder afspreken"),
    OrganisationKind.KEY_FIGURES: _lazy("hetzelfde als de brief, in de eigen taal en in de eigen kring"),
}
MARKUP = re.compile(r"([\\`*_\[\]<>])")


def gap(what: str) -> str:
    """A visible gap in a text: '[nog invullen: …]'."""
    return f"[nog invullen: {what}]"


def plain(words: str) -> str:
    """Somebody's words on one line, so that they stay words in Markdown."""
    return MARKUP.sub(r"\\\1", " ".join(words.split()))


def facts_of(project: Project) -> dict[str, Any]:
    """What the templates fill in. A handful of queries, however large the project is."""
    partners = list(_partners(project))
    members = list(project.memberships.filter(active=True).select_related("person", "organisation"))
    return {
        "project": plain(project.name),
        "neighbourhood": plain(project.neighbourhood),
        "place": plain(project.place),
        "occasion": _occasion(project),
        "contact": plain(project.contact) or gap("waar en wanneer bewoners terechtkunnen"),
        "starts": _day(project.starts_on, "begindatum"),
        "ends": _day(project.ends_on, "einddatum"),
        "partners": [_partner(one) for one in partners] or [_nobody()],
        "tellers": [_teller(one) for one in partners] or [_nobody()["line"]],
        "core": _core(partners),
        "triangle": listed([name for kind in TRIANGLE for name in _corner(kind, partners)]),
        "leader": _held(members, Role.PROJECT_LEADER),
        "people": {role.value: _held(members, role) for role in Role},
        "routes": _routes(project),
        "route_partners": _route_partners(project),
        "kept": _kept(project),
        **_influence(project),
        "target": gap("wat je over een jaar kunt zien of horen"),
    }


def _partners(project: Project) -> Any:
    found = project.partnerships.filter(state=PartnershipState.JOINED)
    return found.select_related("organisation", "contact__person")


def _occasion(project: Project) -> str:
    if project.occasion == "social":
        return _("een sociale vraag in de buurt")
    return str(project.get_occasion_display())


def _day(day: Any, what: str) -> str:
    return date_format(day, "j F Y") if day else gap(what)


def _named(partnership: Partnership) -> dict[str, str]:
    known = partnership.contact_person and not partnership.contact_gap
    return {
        "name": plain(str(partnership.organisation)),
        "kind": str(partnership.organisation.get_kind_display()),
        "contact": plain(partnership.contact_person) if known else gap("vaste contactpersoon"),
    }


def _teller(partnership: Partnership) -> str:
    """One line about what a partner tells residents, and who does."""
    kind = OrganisationKind(partnership.organisation.kind)
    words = _named(partnership) | {"subject": TELLS.get(kind) or gap("waarover deze organisatie vertelt")}
    return _("**%(name)s** (%(kind)s), door %(contact)s: %(subject)s.") % words


def _partner(partnership: Partnership) -> dict[str, str]:
    """One line about a partner: what it is and whom one calls; and what it brings."""
    words = _named(partnership)
    line = _("**%(name)s** (%(kind)s), contactpersoon: %(contact)s.") % words
    return {"line": line, "brings": plain(partnership.brings)}


def _nobody() -> dict[str, str]:
    return {"line": gap("welke organisaties meedoen, met een vaste contactpersoon"), "brings": ""}


def _core(partners: list[Partnership]) -> list[dict[str, str]]:
    """Who answers for the data together: the triangle, with an open place for each corner that lacks."""
    return [line for kind in TRIANGLE for line in _of_kind(kind, partners)]


def _of_kind(kind: OrganisationKind, partners: list[Partnership]) -> list[dict[str, str]]:
    held = [_partner(one) for one in partners if one.organisation.kind == kind]
    what = _("welke %(kind)s meedoet, met een vaste contactpersoon") % {"kind": kind.label}
    return held or [{"line": gap(what), "brings": ""}]


def _corner(kind: OrganisationKind, partners: list[Partnership]) -> list[str]:
    names = [plain(str(one.organisation)) for one in partners if one.organisation.kind == kind]
    return names or [gap(str(kind.label))]


def _held(members: list[Membership], role: Role) -> str:
    """Who holds a role, with the organisation."""
    names = [
        plain(f"{held.person} ({held.organisation})" if held.organisation else str(held.person))
        for held in members
        if held.role == role
    ]
    return listed(names) if names else gap(str(role.label))


def _routes(project: Project) -> list[str]:
    """One line for each place that concerns go to, with all that goes there."""
    places: dict[str, list[str]] = {}
    for route in _standing_routes(project):
        words = {
            "organisation": plain(str(route.organisation)),
            "contact": plain(route.contact),
            "promise": route.promise,
        }
        place = _("%(organisation)s, %(contact)s (%(promise)s)") % words
        places.setdefault(place, []).append(str(Concern(route.concern).label))
    lines = [f"**{capfirst(listed(concerns))}**: {place}." for place, concerns in places.items()]
    return lines or [gap("de doorverwijsroutes; zet ze klaar bij Doorverwijsroutes")]


def _standing_routes(project: Project) -> list[ReferralRoute]:
    """Routes that somebody looked at here, in the order of their page; what came from elsewhere waits."""
    found = [route for route in routes_of(project).values() if route.stands]
    order = list(Concern.values)
    return sorted(found, key=lambda route: order.index(route.concern))


def _route_partners(project: Project) -> str:
    names = sorted({plain(str(route.organisation)) for route in _standing_routes(project)})
    return (listed(names) + ".") if names else gap("organisaties")


def _influence(project: Project) -> dict[str, str]:
    """What residents decide about, think along about and cannot change, as the page 'Invloed' has it."""
    subjects = list(InfluenceSubject.objects.filter(group__project=project))
    asked = {
        Influence.DECIDE: "waarover bewoners meebeslissen",
        Influence.THINK: "waarover bewoners meedenken",
        Influence.NONE: "wat al vaststaat",
    }
    return {
        level.value: "; ".join(_inside(one.name) for one in subjects if one.level == level) or gap(what)
        for level, what in asked.items()
    }


def _inside(name: str) -> str:
    """A subject as it stands within a sentence: 'Keuken en bad' begins small, 'WMO' does not."""
    words = plain(name)
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _kept(project: Project) -> list[str]:
    """How long what is kept, from every phase that keeps something."""
    lines = [line for part in registry.kept for line in part.call(project)]
    return [f"{capfirst(line.what)}: {line.how_long}." for line in lines]
