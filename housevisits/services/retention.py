"""What goes when its time has come (P7). The days stand in `settings.RETENTION`.

Every function takes the day and returns what it removed, in words that name no person, address or story.
"""

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from housevisits.models import Conversation, Draft, Household, ImportSession, StoryBlock, Visit
from msa.models import AuditEntry
from msa.privacy.forgetting import scrub
from projects.models import Phase, Project
from projects.services.surroundings import keep_homes


def expired_drafts(today: date) -> list[str]:
    """Drafts after their last day."""
    return _removed(Draft.objects.filter(expires_on__lt=today).delete()[0], "drafts", Draft)


def old_imports(today: date) -> list[str]:
    """Imports with their files, finished or not, some days after they began."""
    before = today - timedelta(days=settings.RETENTION["import_days"])
    deleted, per_table = ImportSession.objects.filter(started_on__lt=before).delete()
    return _removed(per_table.get("housevisits.ImportSession", deleted), "imports", ImportSession)


def visit_dates(today: date) -> list[str]:
    """Day and hour of visits in projects that are past the house visits; how they ended stays for the reach.

    The audit trail of those visits names address and day: it keeps who did what when, no longer to what.
    """
    before = today - timedelta(days=settings.RETENTION["visit_date_days"])
    past = Project.objects.filter(phase__gt=Phase.HOUSE_VISITS)
    visits = Visit.objects.filter(household__project__in=past, on__lt=before)
    with transaction.atomic():
        projects = set(visits.values_list("household__project__key", flat=True))
        count = visits.update(on=None, at=None)
        trail = AuditEntry.objects.filter(project_key__in=projects, act__startswith="visit")
        trail.filter(at__date__lt=before).update(subject="")
    return _removed(count, "visit dates", Visit, AuditEntry)


def address_lists(today: date) -> list[str]:
    """The addresses, with their visits, of projects that ended some months ago."""
    ended = [project for project in Project.objects.exclude(ends_on=None) if _is_long_over(project, today)]
    removed = []
    for project in ended:
        with transaction.atomic():
            homes = Household.objects.filter(project=project)
            keep_homes(project=project)
            streets = list(homes.order_by().values_list("street", flat=True).distinct())
            count = homes.delete()[1].get("housevisits.Household", 0)
            _forget_in_trail(project, streets)
        removed += _removed(count, f"addresses of {project.slug}", Household, Visit, AuditEntry)
    return removed


def erase_stories(project: Project) -> int:
    """Remove every text of a project from register and files; answers and counts stay. Returns how many."""
    keys = Conversation.objects.filter(project_key=project.key).values("pk")
    count = StoryBlock.objects.filter(conversation__in=keys).delete()[0]
    scrub(StoryBlock._meta.db_table)
    return count


def _is_long_over(project: Project, today: date) -> bool:
    months = settings.RETENTION["address_months_after_end"]
    return project.ends_on is not None and _months_later(project.ends_on, months) < today


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def _forget_in_trail(project: Project, streets: list[str]) -> None:
    named = Q(pk__in=[])
    for street in streets:
        named |= Q(subject__startswith=street)
    AuditEntry.objects.filter(named, project_key=project.key).update(subject="")


def _removed(count: int, what: str, *models: type) -> list[str]:
    if not count:
        return []
    scrub(*(model._meta.db_table for model in models))  # type: ignore[attr-defined]
    return [f"{count} {what}"]
