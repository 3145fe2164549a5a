"""Work of phase 3 in the background: keys in, everything else is reloaded."""

from celery import shared_task


@shared_task
def make_snapshot_task(job_key: str) -> None:
    """Make a snapshot of the project of this job."""
    raise NotImplementedError


@shared_task
def build_documents_task(job_key: str) -> None:
    """Make the documents of the picture of this job's project."""
    raise NotImplementedError
