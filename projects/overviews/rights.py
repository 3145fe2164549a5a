"""Who may do what, by role, made from the same entries that the app itself asks."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects import access
from projects.models import Phase, Role
from projects.overviews.partners import listed

PHASES = {
    "projects": Phase.PREPARATION,
    "housevisits": Phase.HOUSE_VISITS,
    "neighbourhood": Phase.PICTURE,
    "actions": Phase.CONNECTING,
    "evaluation": Phase.EVALUATION,
}
# What a role is for, in one sentence; what it may is never said here but read from the rules.
IN_SHORT: dict[str, str | Promise] = {
    Role.PROJECT_LEADER: gettext_lazy("leidt het project en beslist wat naar buiten gaat"),
    Role.HOUSING_OFFICER: gettext_lazy("gaat bij bewoners langs en schrijft op wat zij vertellen"),
    Role.COMMUNITY_WORKER: gettext_lazy("gaat bij bewoners langs en brengt mensen bij elkaar"),
    Role.CONTRACTOR_SOCIAL: gettext_lazy("helpt bewoners tijdens het werk aan de woningen"),
    Role.CONTRACTOR_TECHNICAL: gettext_lazy("regelt het werk aan de woningen"),
    Role.RESIDENT_GROUP: gettext_lazy("leest mee en geeft advies, namens de bewoners"),
    Role.PARTNER: gettext_lazy("leest mee namens een organisatie in de buurt"),
    Role.ADMINISTRATOR: gettext_lazy("zet het project klaar en regelt wie er meedoet"),
}
# What people ask first: who sees what residents tell, and where they live.
ASKED_FIRST = (
    ("neighbourhood.read_stories", gettext_lazy("Verhalen van bewoners lezen, zonder naam en adres")),
    ("housevisits.view_addresses", gettext_lazy("De lijst met adressen zien, zonder verhalen")),
    ("neighbourhood.publish", gettext_lazy("Beslissen wat iedereen mag zien")),
)
# Who sees more than the line above it lets think: roles that hold the first permission and not the second.
ALSO = {
    "housevisits.view_addresses": (
        "housevisits.view_visits",
        gettext_lazy("Zien waar en wanneer iemand langsgaat: straat, huisnummer en tijd"),
    ),
}


@dataclass(frozen=True)
class Part:
    """What may be done in one phase."""

    number: int
    title: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class RoleRights:
    """What a role may beside what everybody may, by phase. mine: whether it is the reader's own."""

    role: str
    name: str
    short: str
    mine: bool
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Rights:
    """roles: the reader's own first. everybody: what all roles may. first: asked most, with who may."""

    roles: tuple[RoleRights, ...]
    everybody: tuple[Part, ...]
    first: tuple[tuple[str, str], ...]


def rights_for(reader: str) -> Rights:
    """The rights of all roles as somebody in role `reader` reads them. No query."""
    held = access.permissions()
    shared = {name for name, roles in held.items() if len(roles) == len(Role)}
    order = sorted(Role, key=lambda role: role != reader)
    return Rights(
        tuple(_of_role(role, reader, held, shared) for role in order),
        _parts(shared),
        tuple(line for name, label in ASKED_FIRST if name in held for line in _asked(name, str(label), held)),
    )


def _asked(name: str, label: str, held: dict[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Who holds `name`, and who sees a part of it by another permission."""
    yield label, _("Alleen %(roles)s.") % {"roles": _names(held[name])}
    other, what = ALSO.get(name, ("", ""))
    more = held.get(other, frozenset()) - held[name]
    if more:
        yield str(what), _("Ook %(roles)s.") % {"roles": _names(more)}


def _of_role(role: Role, reader: str, held: dict[str, frozenset[str]], shared: set[str]) -> RoleRights:
    own = {name for name, roles in held.items() if role in roles} - shared
    return RoleRights(role.value, str(role.label), str(IN_SHORT[role]), role == reader, _parts(own))


def _parts(names: set[str]) -> tuple[Part, ...]:
    """Permissions by phase, in the order of the alphabet within it; phases without any are left out."""
    found: dict[Phase, list[str]] = {phase: [] for phase in PHASES.values()}
    for name in names:
        found[PHASES[name.partition(".")[0]]].append(access.label_of(name))
    return tuple(
        Part(phase.value, str(phase.label), tuple(sorted(labels)))
        for phase, labels in found.items()
        if labels
    )


def _names(roles: frozenset[str]) -> str:
    """The roles in a row: 'projectleider, woonconsulent en opbouwwerker'."""
    names = [str(role.label) for role in Role if role in roles]
    return listed(names)
