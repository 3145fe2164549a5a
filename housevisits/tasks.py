"""Work of this phase in the background. Tasks get keys, reload, and may come twice."""

from functools import partial

from celery import shared_task
from django.db import transaction

from housevisits.services import release as releasing
from projects.models import Project


@shared_task
def release(project_key: str) -> None:
    """Let the waiting registrations of one project join the register, where there are enough."""
    releasing.release(project_key)


@shared_task
def release_all() -> None:
    """The same for every project, and the withdrawals that wait. Runs on the clock."""
    releasing.release_everywhere()


def release_soon(project: Project) -> None:
    """Queue a release once the surrounding transaction is in.

    The registration is safe by then: where the queue cannot be reached this is logged, and the clock
    releases it later.
    """
    transaction.on_commit(partial(release.delay, str(project.key)), robust=True)
