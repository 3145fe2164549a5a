"""What a template would put on the time line, before anything is stored (V8)."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from projects.models import Project, TimelineItem
from projects.overviews.timeline import Entry, Timeline
from projects.services.timeline import fill
from projects.timeline.plan import Plan
from projects.timeline.templates import Template, laid_out


@dataclass(frozen=True)
class Preview:
    """The steps with their days. known: how many of them stand on the time line already."""

    timeline: Timeline
    known: int

    @property
    def new(self) -> int:
        """How many would be made."""
        return len(self.timeline.entries) - self.known


def preview(project: Project, template: Template, begin: date, day: date) -> Preview:
    """What `template` makes of `project` from the week of `begin`. Two queries."""
    blocks = tuple(project.blocks.all())
    standing = set(project.timeline_items.standing().exclude(origin="").values_list("origin", flat=True))
    drafts = laid_out(template, begin, blocks)
    items = []
    for number, draft in enumerate(drafts, start=1):
        item = TimelineItem(pk=-number, project=project)
        fill(item, draft)
        items.append(item)
    names = {0: _("hele buurt")} | {block.pk: block.name for block in blocks}
    plan = Plan(tuple(items), blocks, day, True, names)
    entries = tuple(Entry(item, plan.place(item)) for item in items)
    known = sum(draft.origin in standing for draft in drafts)
    return Preview(Timeline(project, plan, entries, ()), known)
