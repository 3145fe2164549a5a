"""Poster and report as files, made in the background."""

from django.db import transaction

from msa.jobs import Progress
from msa.models import Job
from neighbourhood.models import Document, Picture
from projects.models import Person


@transaction.atomic
def request_documents(*, picture: Picture, person: Person) -> Job:
    """Ask the worker to make all documents of `picture`. A second click gives the job that is running."""
    raise NotImplementedError


def build_documents(*, picture: Picture, progress: Progress | None = None) -> list[Document]:
    """Make poster (PDF, PNG, HTML, text) and report (PDF) of `picture` and store them.

    Can be repeated: files that are replaced are deleted. Reads the stored snapshot, themes and the
    project; never the register (P8).
    """
    raise NotImplementedError
