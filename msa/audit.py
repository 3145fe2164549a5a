"""Writing the audit trail."""

from typing import Any

from msa.models import AuditEntry


def record(*, person: Any, act: str, subject: str = "", project: Any = None) -> None:
    """Write down that `person` (None for the system) did `act` to `subject` in `project`.

    `subject` must name something on the household side or a publication; never a conversation (P27).
    """
    known = person if getattr(person, "is_authenticated", False) else None
    AuditEntry.objects.create(
        person=known, act=act, subject=subject[:200], project_key=getattr(project, "key", None)
    )
