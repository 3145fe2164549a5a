"""Running long work with progress.

A service calls `start(...)`, which stores a Job and sends a task after the commit. The task opens the
job with `running(key)` and reports each step.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

from celery import Task, current_app
from django.utils import timezone, translation

from msa.models import Job, JobState

log = logging.getLogger(__name__)
# A job that a broken-off worker left behind does not block the next one for ever.
STALE = timedelta(hours=1)


class Refused(Exception):
    """Work that cannot be done for a reason its owner should read. The message is Dutch."""


def start(
    task: Task,
    *,
    kind: str,
    project: Any,
    person: Any,
    message: str,
    result_url: str = "",
    arguments: tuple[str, ...] = (),
) -> Job:
    """Store a Job and queue `task(job_key, *arguments)` once the surrounding transaction is in.

    arguments: keys only; what the task needs it reloads (P3).
    """
    job = Job.objects.create(
        kind=kind,
        project_key=project.key,
        person=person,
        message=message,
        result_url=result_url,
        task=task.name,
        arguments=list(arguments),
    )
    task.delay_on_commit(str(job.key), *arguments)
    return job


def under_way(kind: str, project: Any) -> Job | None:
    """The job of this kind that waits or runs for `project`, if there is one."""
    return (
        Job.objects.filter(kind=kind, project_key=project.key, created_at__gt=timezone.now() - STALE)
        .exclude(state__in=[JobState.DONE, JobState.FAILED])
        .first()
    )


def take_up_again() -> int:
    """Queue all work once more that was not finished; returns how much. Tasks may come twice.

    For a worker that starts and is the only one: what a killed worker held in its hands is in no queue.
    """
    unfinished = Job.objects.filter(state__in=[JobState.WAITING, JobState.RUNNING]).exclude(task="")
    for job in unfinished.order_by("created_at"):
        current_app.send_task(job.task, args=[str(job.key), *job.arguments])
    return len(unfinished)


class Progress:
    """What a running piece of work tells about itself."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def step(self, number: int, of: int, message: str) -> None:
        """Say that step `number` of `of` begins. `message` is Dutch and holds no content."""
        Job.objects.filter(pk=self.job.pk).update(step=number, steps=of, message=message[:300])

    def result(self, url: str) -> None:
        """Where the owner goes when it is done."""
        Job.objects.filter(pk=self.job.pk).update(result_url=url)


@contextmanager
def running(key: str | UUID, *, done: str) -> Iterator[Progress | None]:
    """Open job `key` for work; yields None when it was done before, so that a task may come twice.

    A `Refused` is shown to the owner as it is; any other error is logged and shown in general words.
    """
    job = Job.objects.filter(pk=key).exclude(state__in=[JobState.DONE]).first()
    if job is None:
        yield None
        return
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING)
    with translation.override("nl"), timezone.override("Europe/Amsterdam"):
        try:
            yield Progress(job)
        except Refused as refusal:
            _finish(job, JobState.FAILED, str(refusal))
        except Exception:
            _finish(job, JobState.FAILED, translation.gettext("Dit is niet gelukt. Probeer het nog eens."))
            raise
        else:
            _finish(job, JobState.DONE, done)


def _finish(job: Job, state: JobState, message: str) -> None:
    Job.objects.filter(pk=job.pk).update(state=state, message=message[:300])


__all__ = ["Progress", "Refused", "running", "start", "take_up_again"]
