"""Poster and report as files, made in the background."""

from collections.abc import Iterator
from copy import copy

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from msa import jobs
from msa.jobs import Progress, Refused
from msa.models import Job
from neighbourhood.models import Document, DocumentKind, Picture, PictureState
from neighbourhood.services.composing import poster_content
from neighbourhood.services.material import material_of
from neighbourhood.services.reporting import report_content
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
    # Files of a concept that are still being made do not stand in the way of those without the stamp.
    stage = "concept" if picture.state == PictureState.CONCEPT else "public"
    kind = f"{KIND} v{picture.version} {stage}"
    waiting = jobs.under_way(kind, project)
    if waiting:
        return waiting
    return jobs.start(
        build_documents_task,
        kind=kind,
        project=project,
        person=person,
        message=_("De documenten staan in de rij."),
        result_url=result_url,
        arguments=(str(picture.key),),
    )


def files_are_old(picture: Picture) -> bool:
    """Whether something changed since the files of `picture` were made."""
    return bool(picture.made_of) and picture.made_of != material_of(picture)


def files_are_whole(picture: Picture) -> bool:
    """Whether every file of `picture` is there and known is of what it was made."""
    return bool(picture.made_of) and {one.kind for one in picture.documents.all()} >= set(DocumentKind.values)


def build_documents(*, picture: Picture, progress: Progress | None = None) -> list[Document]:
    """Make poster (PDF, PNG, HTML, text) and report (PDF) of `picture` and store them.

    All are made of one reading of themes and project, which is kept beside them: what is published later
    is that. Can be repeated: files that are replaced are deleted. Reads the stored snapshot, themes and
    the project; never the register (P8). Raises Refused when a concept was published in the meantime: its
    stamp must not come upon what is public.
    """
    still = copy(picture)
    still.frozen = material_of(picture)
    made = dict(make_files(still, progress))
    with transaction.atomic():
        locked = Picture.objects.select_for_update(of=("self",)).get(pk=picture.pk)
        if picture.state == PictureState.CONCEPT != locked.state:
            raise Refused(_("Deze versie is intussen gepubliceerd. Deze bestanden zijn niet meer nodig."))
        stored = [store(locked, kind, body) for kind, body in made.items()]
        locked.made_of = still.frozen
        locked.save(update_fields=["made_of"])
    picture.made_of = locked.made_of
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
