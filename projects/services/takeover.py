"""Taking the set-up of one project over into another: never its data (registry.setup)."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from msa import registry
from msa.audit import record
from msa.models import AuditEntry
from projects.access import membership_of, roles_for
from projects.models import Organisation, Person, Project
from projects.services.refusing import Refused

COPY = "projects.copy_setup"
ACT = "set-up taken over"


@dataclass(frozen=True)
class Offer:
    """One part as the page shows it. holds: what the source has; there: what the target has already.

    waits: why it cannot come yet, although the source has it.
    """

    name: str
    label: str
    comes: str
    never: str
    holds: str
    there: str
    replaces: bool = False
    waits: str = ""

    @property
    def takeable(self) -> bool:
        """Whether there is something to take, and nothing in its way."""
        return bool(self.holds) and not self.there and not self.waits


def offers(source: Project, target: Project | None = None) -> list[Offer]:
    """Every part that can come from `source`, in order. target: None for a project that is still to begin."""
    return [_offer(item, source, target) for item in registry.setup]


def _offer(item: registry.Contribution, source: Project, target: Project | None) -> Offer:
    part: registry.SetupPart = item.call  # type: ignore[assignment]
    there = part.holds(target) if target is not None and not part.replaces else ""
    waits = part.waits(source, target) if target is not None else ""
    texts = (str(part.label), str(part.comes), str(part.never))
    return Offer(item.name, *texts, part.holds(source), there, part.replaces, waits)


def sources_for(person: Person, organisation: Organisation | None) -> "list[Project]":
    """Projects whose set-up `person` may take along: managed by them for `organisation`. One query."""
    if organisation is None:
        return []
    held = person.memberships.filter(active=True, organisation=organisation, role__in=roles_for(COPY))
    return list(Project.objects.filter(pk__in=held.values("project")).order_by("name"))


def sources_of(target: Project, person: Person) -> "list[Project]":
    """The same for the project `target` that is there already."""
    held = membership_of(person, target)
    found = (
        sources_for(person, held.organisation) if held is not None and held.role in roles_for(COPY) else []
    )
    return [project for project in found if project.pk != target.pk]


@transaction.atomic
def take_over(*, source: Project, target: Project, by: Person, parts: Collection[str]) -> list[str]:
    """Copy `parts` (names in the registry) from `source`; returns in words what came along.

    A part that the target has already stays as it is, and one that has to wait does not come. All or
    nothing. Raises Refused for a source that `by` may not take from, and when nothing was chosen.
    """
    if source not in sources_of(target, by):
        raise Refused(_("Van dit project kun je de inrichting niet overnemen."))
    Project.objects.select_for_update().get(pk=target.pk)  # two people may do this at the same time
    chosen = [item for item in registry.setup if item.name in parts]
    if not chosen:
        raise Refused(_("Vink eerst aan wat je wilt overnemen."))
    came = {item.name: item.call(source, target, by) for item in chosen if _free(item, source, target)}
    came = {name: words for name, words in came.items() if words}
    record(person=by, act=ACT, subject=f"{source.slug}: {', '.join(came)}", project=target)
    return list(came.values())


def taken(target: Project) -> list[Offer]:
    """What came along into `target`, in order, with how much of it is there now. From the audit trail."""
    acts = AuditEntry.objects.filter(project_key=target.key, act=ACT).values_list("subject", flat=True)
    names = {name for subject in acts for name in subject.partition(": ")[2].split(", ")}
    return [_offer(item, target, None) for item in registry.setup if item.name in names]


def _free(item: registry.Contribution, source: Project, target: Project) -> bool:
    part: registry.SetupPart = item.call  # type: ignore[assignment]
    return (part.replaces or not part.holds(target)) and not part.waits(source, target)
