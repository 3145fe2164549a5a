"""Erasing what residents told, once the report is settled (P7)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from housevisits.models import StoryBlock
from housevisits.services.retention import erase_stories
from msa.audit import record
from msa.models import AuditEntry
from neighbourhood.models import Picture, Theme, ThemeEvidence
from projects.models import Person, Project

ACT = "stories erased"


def may_be_erased(project: Project) -> bool:
    """Whether something was published and there are texts in the register. Two queries at most.

    A report that was taken down afterwards may have been settled all the same.
    """
    published = Picture.objects.once_published().filter(project=project)
    texts = StoryBlock.objects.filter(conversation__project_key=project.key)
    return published.exists() and texts.exists()


def erased_on(project: Project) -> date | None:
    """When the texts of `project` were last erased, or None. One query."""
    erased = AuditEntry.objects.filter(project_key=project.key, act=ACT).order_by("-at")
    moment = erased.values_list("at", flat=True).first()
    return timezone.localdate(moment) if moment else None


def erase_settled_stories(*, project: Project, person: Person) -> int:
    """Remove every released text of `project`; answers, themes with what they weighed, quotes and what was
    published stay. Returns how many texts went, and leaves a line in the audit trail.

    What is still sealed joins the register later, with its text. Raises ValidationError while nothing was
    ever published.
    """
    if not Picture.objects.once_published().filter(project=project).exists():
        raise ValidationError(_("Publiceer eerst het verslag. Daarna kun je de teksten wissen."))
    with transaction.atomic():
        grounded = ThemeEvidence.objects.filter(theme__project=project).values("theme")
        Theme.objects.filter(pk__in=grounded).update(grounds_erased_on=timezone.localdate())
        count = erase_stories(project)
        record(person=person, act=ACT, project=project)
    return count
