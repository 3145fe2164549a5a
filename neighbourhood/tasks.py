"""Work of phase 3 in the background: keys in, everything else is reloaded."""

from celery import shared_task
from django.utils.translation import gettext_lazy as _

from msa.jobs import running
from neighbourhood.models import Picture
from projects.models import Project


@shared_task
def make_snapshot_task(job_key: str) -> None:
    """Make a snapshot of the project of this job."""
    from neighbourhood.services.snapshots import make_snapshot

    with running(job_key, done=str(_("De nieuwe cijfers staan klaar."))) as progress:
        if progress is not None:
            project = Project.objects.get(key=progress.job.project_key)
            make_snapshot(project=project, progress=progress, person=progress.job.person)


@shared_task
def build_documents_task(job_key: str, picture_key: str) -> None:
    """Make the documents of one picture."""
    from neighbourhood.services.documents import build_documents

    with running(job_key, done=str(_("De praatplaat en het verslag staan klaar."))) as progress:
        if progress is not None:
            picture = Picture.objects.get(key=picture_key, project__key=progress.job.project_key)
            build_documents(picture=picture, progress=progress)
