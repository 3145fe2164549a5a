"""Poster and report as files, made in the background."""

from collections.abc import Iterator

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from msa.jobs import Progress
from msa.models import Job
from neighbourhood.models import Document, DocumentKind, Picture
from neighbourhood.services.composing import poster_content
from neighbourhood.services.reporting import report_content
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
    job = Job.objects.create(
        kind=f"{KIND} v{picture.version}",
        project_key=project.key,
        person=person,
        message=_("De documenten staan in de rij."),
        result_url=result_url,
    )
    build_documents_task.delay_on_commit(str(job.key), str(picture.key))
    return job


def build_documents(*, picture: Picture, progress: Progress | None = None) -> list[Document]:
    """Make poster (PDF, PNG, HTML, text) and report (PDF) of `picture` and store them.

    Can be repeated: files that are replaced are deleted. Reads the stored snapshot, themes and the
    project; never the register (P8).
    """
    made = dict(make_files(picture, progress))
    return [store(picture, kind, body) for kind, body in made.items()]


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
