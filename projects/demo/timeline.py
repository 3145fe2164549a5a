"""The time line of the demo project, with a collision that was talked about and stays. All invented."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from projects.demo import story
from projects.demo.people import SLUG
from projects.demo.timeline_items import ITEMS, Invented
from projects.models import Block, Membership, Project, Role, TimelineItem
from projects.services.timeline_waivers import waive
from projects.timeline.collisions import collisions
from projects.timeline.kinds import FACTS
from projects.timeline.plan import plan_of

LEFT = "meeting-beside-heavy-blocks"
LEFT_ABOUT = "demo:lichtjes"
REASON = (
    "Bewoners vroegen er zelf om: juist nu is er even iets warms nodig. Het speelveld ligt buiten de "
    "bouwstraten, en op vrijdag wordt er na 13.00 uur niet in de woningen geboord."
)


@transaction.atomic
def load(report: Callable[[str], None]) -> None:
    """Put what is missing on the time line of the demo project; steps of a block wait until it is there."""
    project = Project.objects.get(slug=SLUG)
    blocks = {block.name: block for block in project.blocks.all()}
    known = set(project.timeline_items.values_list("origin", flat=True))
    new = [
        _item(project, invented, blocks.get(invented.block))
        for invented in ITEMS
        if _origin(invented) not in known and (not invented.block or invented.block in blocks)
    ]
    TimelineItem.objects.bulk_create(new)
    if new:
        _leave_one(project)
    report(_("tijdspad: %(new)s nieuw, %(all)s in totaal") % {"new": len(new), "all": len(ITEMS)})


def _origin(invented: Invented) -> str:
    return f"demo:{invented.key}"


def _item(project: Project, invented: Invented, block: Block | None) -> TimelineItem:
    facts = FACTS[invented.kind]
    return TimelineItem(
        project=project,
        lane=facts.lane,
        kind=invented.kind,
        block=block,
        title=invented.title,
        starts_on=story.on(invented.starts_on),
        ends_on=story.on(invented.ends_on),
        heaviness=invented.heaviness or facts.heaviness,
        note=invented.note,
        roles=[role.value for role in facts.roles],
        origin=_origin(invented),
    )


def _leave_one(project: Project) -> None:
    """One collision was talked about and stays as it is."""
    held = (
        Membership.objects.filter(project=project, role=Role.PROJECT_LEADER).select_related("person").first()
    )
    plan = plan_of(project, story.on("2026-11-01"))
    for found in collisions(plan):
        if held and found.rule.key == LEFT and found.subject.origin == LEFT_ABOUT:
            waive(project=project, by=held.person, collision=found, reason=REASON)
