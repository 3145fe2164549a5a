"""Making a snapshot: from the register to stored, audited figures and charts. Runs in the worker."""

from datetime import date

from django.db import transaction

from msa.jobs import Progress
from msa.models import Job
from neighbourhood.models import Snapshot
from projects.models import Person, Project


@transaction.atomic
def request_snapshot(*, project: Project, person: Person) -> Job:
    """Ask the worker for a new snapshot of `project`.

    A second click while one is under way gives the job that is running. The job ends as failed with a
    Dutch reason when too little changed (P9), when there are too few conversations, or when the audit
    refuses (P13).
    """
    raise NotImplementedError


def make_snapshot(*, project: Project, as_of: date | None = None, progress: Progress | None = None) -> Snapshot:
    """Read the register, make and audit the figures, draw the charts, store all of it in one transaction.

    as_of: the day the snapshot carries, today by default. Raises `msa.jobs.Refused` with a Dutch reason
    when no snapshot may be made.
    """
    raise NotImplementedError
