"""Closing a project that is over, and opening it again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from projects.models import Person, Project
from projects.services.refusing import Refused


@transaction.atomic
def close_project(*, project: Project, by: Person) -> None:
    """From today `project` stands among the finished ones. Nothing is erased and nobody loses a page.

    Raises Refused without a last day: what is kept for a while after the project would then stay for ever.
    """
    if project.ends_on is None:
        raise Refused(_("Vul eerst bij Instellingen het einde in. Anders blijft de adreslijst bewaard."))
    if project.closed_on is None:
        project.closed_on = timezone.localdate()
        project.save(update_fields=["closed_on"])
        record(person=by, act="project closed", subject=project.name, project=project)


@transaction.atomic
def reopen_project(*, project: Project, by: Person) -> None:
    """Undo `close_project`."""
    if project.closed_on is not None:
        project.closed_on = None
        project.save(update_fields=["closed_on"])
        record(person=by, act="project reopened", subject=project.name, project=project)
