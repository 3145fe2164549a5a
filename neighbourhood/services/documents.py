"""Poster and report as files, made in the background."""

import json
from collections.abc import Iterator
from hashlib import sha256

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from msa import jobs
from msa.jobs import Progress
from msa.models import Job
from neighbourhood.models import Document, DocumentKind, Picture
from neighbourhood.services.composing import content_to_json, poster_content
from neighbourhood.services.reporting import report_content, themes_to_json
from neighbourhood.services.snapshots import under_way
from projects.models import Person, Project

KIND = "documents"
STEPS = 5
ENDINGS = {
    DocumentKind.POSTER_PDF: "pdf",
    DocumentKind.POSTER_PNG: "png",
    DocumentKind.POSTER_HTML: "html",
    DocumentKind.POSTER_TEXT: "txt",
    DocumentKind.REPORT_PDF: "pdf",
}


@transaction.atomic
def request_documents(*, picture: Picture, person: Person, result_url: str = "") -> Job:
    """Ask the worker to make all documents of `picture`. A second click gives the job that is running.

    result_url: where the person goes when it is done.
    """
    from neighbourhood.tasks import build_documents_task

    project = Project.objects.select_for_update(no_key=True).get(pk=picture.project_id)
    waiting = under_way(f"{KIND} v{picture.version}", project)
    if waiting:
        return waiting
    return jobs.start(
        build_documents_task,
        kind=f"{KIND} v{picture.version}",
        project=project,
        person=person,
        message=_("De documenten staan in de rij."),
        result_url=result_url,
        arguments=(str(picture.key),),
    )


def state_of(picture: Picture) -> str:
    """What files of `picture` would be made of now, as 64 characters; another state gives others."""
    content = [
        content_to_json(poster_content(picture)),
        themes_to_json(picture),
        picture.snapshot_id,
        picture.state,
    ]
    return sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


def files_are_old(picture: Picture) -> bool:
    """Whether something changed since the files of `picture` were made."""
    return bool(picture.made_from) and picture.made_from != state_of(picture)


def build_documents(*, picture: Picture, progress: Progress | None = None) -> list[Document]:
    """Make poster (PDF, PNG, HTML, text) and report (PDF) of `picture` and store them.

    Can be repeated: files that are replaced are deleted. Reads the stored snapshot, themes and the
    project; never the register (P8).
    """
    state = state_of(picture)
    made = dict(make_files(picture, progress))
    with transaction.atomic():
        stored = [store(picture, kind, body) for kind, body in made.items()]
        Picture.objects.filter(pk=picture.pk).update(made_from=state)
    return stored


def make_files(picture: Picture, progress: Progress | None = None) -> Iterator[tuple[DocumentKind, bytes]]:
    """The bytes of every document, one after the other, with a step of progress before each."""
    from neighbourhood.publication.poster import pdf, png, standalone_html, text
    from neighbourhood.publication.report.rendering import report_pdf

    def tell(number: int, message: str) -> None:
        if progress:
            progress.step(number, STEPS, message)

    poster = poster_content(picture)
    tell(0, _("De praatplaat wordt getekend."))
    sheet = pdf(poster)
    yield DocumentKind.POSTER_PDF, sheet
    tell(1, _("Van de praatplaat wordt een plaatje gemaakt."))
    yield DocumentKind.POSTER_PNG, png(sheet)
    tell(2, _("De praatplaat wordt als webpagina en als tekst geschreven."))
    yield DocumentKind.POSTER_HTML, standalone_html(poster).encode()
    yield DocumentKind.POSTER_TEXT, text(poster).encode()
    tell(3, _("Het verslag wordt opgemaakt."))
    yield DocumentKind.REPORT_PDF, report_pdf(report_content(picture))
    tell(4, _("De documenten worden bewaard."))


def store(picture: Picture, kind: DocumentKind, body: bytes) -> Document:
    """Store one file; the file it replaces is deleted once the new one is in the database."""
    name = f"{picture.key}-{kind.value}.{ENDINGS[kind]}"
    with transaction.atomic():
        document, _new = Document.objects.select_for_update().get_or_create(picture=picture, kind=kind)
        old, storage = document.file.name, document.file.storage
        document.file.save(name, ContentFile(body), save=True)
        if old and old != document.file.name:
            transaction.on_commit(lambda: storage.delete(old))
    return document
