"""What the resident group adds: the menu, Vandaag for both sides, the phase board and the set-up (V7).

Nothing for `registry.handover`: the team answers advice together, and a seat whose account leaves is vacant.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from msa import registry
from msa.registry import BlockUse, KeptLine, NavItem, Requirement, SetupPart, StateLine
from msa.sharing import Shared
from projects.access import roles_for
from projects.contributions import residentgroup_today as today
from projects.demo import residentgroup as demo
from projects.models import Influence, InfluenceSubject, Membership, Person, Phase, Project, Seat
from projects.overviews.residentgroup import ENOUGH_SEATS, seats_of
from projects.services.residentgroup import group_for
from projects.services.residentgroup.correcting import KEPT_AFTER_REMOVAL, erase_removed
from projects.services.residentgroup.group import move_block

VIEW, EDIT = "projects.view_resident_group", "projects.edit_resident_group"


def register() -> None:
    """Called once when the app is ready."""
    registry.navigation.add("resident group", navigation, order=13)
    registry.today.add("resident group", today.todo, order=13)
    registry.state.add("resident group", state, order=80)
    registry.requirements.add("resident group", requirements, order=35)
    registry.setup.add("resident group", SETUP, order=35)
    registry.blocks.add("resident group", block_uses, order=50)
    registry.retention.add("removed advice", erase_removed)
    registry.kept.add("resident group", kept, order=36)
    registry.demo.add("resident group", demo.load, order=14)


def kept(project: Project) -> Iterator[KeptLine]:
    """How long what was taken away from an advice can come back. No query."""
    days = {"days": KEPT_AFTER_REMOVAL.days}
    yield KeptLine(_("een tekst die uit een advies is weggehaald"), _("%(days)s dagen") % days)


def navigation(membership: Membership) -> Iterator[NavItem]:
    """The page of the group, for everybody."""
    if membership.role in roles_for(VIEW):
        yield NavItem(_("Bewonersprojectgroep"), _page(membership.project, "group"), "armchair", phase=1)


def state(membership: Membership, shared: Shared) -> Iterator[StateLine]:
    """How many seats are taken; nothing while there is no group. One query."""
    seats = shared.get(seats_of, membership.project)
    counts = {"all": len(seats), "taken": sum(seat.taken for seat in seats)}
    if seats:
        free = counts["all"] - counts["taken"]
        yield StateLine(
            label=_("Bewonersprojectgroep"),
            value=_("%(taken)s van de %(all)s stoelen bezet") % counts,
            url=_page(membership.project, "seats"),
            note=_("%(free)s nog vrij") % {"free": free} if free else "",
        )


def requirements(project: Project, shared: Shared) -> Iterator[Requirement]:
    """Before the visits: a group that is one, and openness about what it can change. Advice. Two queries.

    The method lets the group advise from the preparation on; it does not forbid visits without one.
    """
    taken = sum(seat.taken for seat in shared.get(seats_of, project))
    text = _("Nu %(taken)s. Zonder groep hoort niemand vooraf wat er aan de vragen of de brief schort.")
    enough = taken >= ENOUGH_SEATS
    yield _advice(
        project,
        "resident_group",
        _("Op minstens drie stoelen van de bewonersprojectgroep zit iemand"),
        _("op minstens drie stoelen van de bewonersprojectgroep iemand vinden"),
        "" if enough else text % {"taken": taken},
        "seats",
    )
    written = InfluenceSubject.objects.filter(group__project=project).exists()
    reason = _("Bewoners vragen ernaar bij de voordeur. Zeg vooraf waar zij wel en geen invloed op hebben.")
    yield _advice(
        project,
        "influence",
        _("Het is opgeschreven waar bewoners invloed op hebben"),
        _("opschrijven waar bewoners invloed op hebben"),
        "" if written else reason,
        "influence",
    )


def _advice(project: Project, key: str, title: str, todo: str, reason: str, page: str) -> Requirement:
    return Requirement(
        phase=Phase.HOUSE_VISITS.value,
        key=key,
        title=title,
        todo=todo,
        met=not reason,
        url=_page(project, page),
        roles=roles_for(EDIT),
        blocks=False,
        reason=reason,
    )


def setup(source: Project, target: Project, by: Person) -> str:
    """Take over the seats, vacant, and the table of influence; never who sat there or lives there."""
    group = group_for(target)
    names = {seat.perspective for seat in seats_of(target)}
    seats = [
        Seat(group=group, perspective=seat.perspective, voices=_general(seat.voices), order=seat.order)
        for seat in seats_of(source)
        if seat.perspective not in names
    ]
    known = {name.lower() for name in group.subjects.values_list("name", flat=True)}
    found = InfluenceSubject.objects.filter(group__project=source)
    subjects = [_copied(one, group) for one in found if one.name.lower() not in known]
    Seat.objects.bulk_create(seats)
    InfluenceSubject.objects.bulk_create(subjects)
    if not seats and not subjects:
        return ""
    counts = {"seats": len(seats), "subjects": len(subjects)}
    return _("vrije stoelen (%(seats)s) en onderwerpen van invloed (%(subjects)s)") % counts


def block_uses(project: Project) -> Iterator[BlockUse]:
    """Seats that bring the voice of a block. Two queries."""
    numbers = {f"block:{block.key}": block.pk for block in project.blocks.all()}
    voices = Seat.objects.filter(group__project=project, gone=False).values_list("voices", flat=True)
    counts = Counter(numbers[key] for keys in voices for key in keys if key in numbers)
    yield BlockUse(model="", counts=counts, words=_seats_in_words, move=move_block)


def _seats_in_words(count: int) -> str:
    text = ngettext(
        "%(n)d stoel in de bewonersprojectgroep", "%(n)d stoelen in de bewonersprojectgroep", count
    )
    return text % {"n": count}


def _general(voices: list[str]) -> list[str]:
    """Without the blocks: those belong to one neighbourhood."""
    return [key for key in voices if not key.startswith("block:")]


def _copied(one: InfluenceSubject, group: Any) -> InfluenceSubject:
    level = Influence(one.level)
    return InfluenceSubject(group=group, name=one.name, level=level, reason=one.reason, order=one.order)


def _held(project: Project) -> str:
    seats = Seat.objects.filter(group__project=project, gone=False).count()
    subjects = InfluenceSubject.objects.filter(group__project=project).count()
    words = [
        ngettext("%d stoel", "%d stoelen", seats) % seats if seats else "",
        ngettext("%d onderwerp van invloed", "%d onderwerpen van invloed", subjects) % subjects
        if subjects
        else "",
    ]
    return ", ".join(filter(None, words))


SETUP = SetupPart(
    label=gettext_lazy("Bewonersprojectgroep"),
    comes=gettext_lazy(
        "Welke stoelen er zijn, allemaal vrij, en waarover bewoners meeweten, meedenken of beslissen."
    ),
    never=gettext_lazy("Wie er zat, vergaderingen, adviezen, en welke blokken bij een stoel hoorden."),
    holds=_held,
    copy=setup,
)


def _page(project: Project, name: str) -> str:
    return reverse(f"projects:resident_{name}", args=[project.slug])
