"""The picture in versions: looking, making documents, opening to residents (B7, B8)."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from msa.audit import record
from neighbourhood.models import Document, DocumentKind, Picture, PictureState
from neighbourhood.services.documents import files_are_old, request_documents
from neighbourhood.services.erasing import may_be_erased
from neighbourhood.services.pictures import current_picture
from neighbourhood.services.publicity import public_url
from neighbourhood.views.files import FileLink, file_links
from projects.decorators import project_view
from projects.models import Project

# What a browser may show in a page; all else is downloaded.
SHOWN = {DocumentKind.POSTER_PNG: "image/png", DocumentKind.POSTER_PDF: "application/pdf"}
TYPES = SHOWN | {
    DocumentKind.POSTER_HTML: "text/html; charset=utf-8",
    DocumentKind.POSTER_TEXT: "text/plain; charset=utf-8",
    DocumentKind.REPORT_PDF: "application/pdf",
}


def pictures_seen(request: HttpRequest, project: Project) -> Any:
    """The versions of this project that who asks may see."""
    return Picture.objects.visible_to(request.user).filter(project=project)


@project_view("neighbourhood.view_published")
def picture_home(request: HttpRequest, project: Project) -> HttpResponse:
    """The concept for who may see it, and what was published before."""
    composes = request.user.has_perm("neighbourhood.compose_poster", project)
    if composes:
        current_picture(project=project)
    seen = list(
        pictures_seen(request, project).select_related("snapshot").prefetch_related("documents", "readers")
    )
    concept = next((one for one in seen if one.state == PictureState.CONCEPT), None)
    publishes = request.user.has_perm("neighbourhood.publish", project)
    in_team = request.user.has_perm("neighbourhood.view_figures", project)
    files = _files(project, concept) if concept else []
    return render(
        request,
        "neighbourhood/picture/home.html",
        {
            "concept": concept,
            "made": _made_at(concept),
            "old": bool(concept and in_team and files_are_old(concept)),
            "files": files if in_team else [file for file in files if file.kind != DocumentKind.REPORT_PDF],
            "published": [
                (one, _files(project, one), public_url(one))
                for one in seen
                if one.state != PictureState.CONCEPT
            ],
            "public": any(one.state == PictureState.PUBLISHED for one in seen),
            "composes": composes,
            "publishes": publishes,
            "erasable": publishes and may_be_erased(project),
            "in_team": in_team,
        },
    )


def _files(project: Project, picture: Picture) -> list[FileLink]:
    return file_links(
        picture.documents.all(),
        lambda found: reverse("neighbourhood:document", args=[project.slug, picture.version, found.kind]),
    )


def _made_at(picture: Picture | None) -> datetime | None:
    """When the poster as a picture was made, if it was."""
    documents = picture.documents.all() if picture else ()
    return next((one.made_at for one in documents if one.kind == DocumentKind.POSTER_PNG), None)


@require_POST
@project_view("neighbourhood.compose_poster")
def documents_new(request: HttpRequest, project: Project) -> HttpResponse:
    """Make poster and report of the concept, and watch it."""
    picture = current_picture(project=project)
    if picture is None:
        messages.error(request, _("Maak eerst een momentopname van de cijfers."))
        return redirect("neighbourhood:figures", project.slug)
    # Who was about to publish goes on with that.
    back = "publish" if "to_publish" in request.POST else "picture"
    return made(request, project, picture, back)


def made(request: HttpRequest, project: Project, picture: Picture, back: str = "picture") -> HttpResponse:
    """Have the files of a picture made, and watch it. back: the page that follows."""
    person = request.membership.person  # type: ignore[attr-defined]
    page = reverse(f"neighbourhood:{back}", args=[project.slug])
    job = request_documents(picture=picture, person=person, result_url=page)
    return redirect("job", job.key)


@project_view("neighbourhood.view_published")
def document(request: HttpRequest, project: Project, version: int, kind: str) -> HttpResponse:
    """A file of a picture, for who may see that picture. The concept of the report is for the team."""
    picture = get_object_or_404(pictures_seen(request, project), version=version)
    concept_report = kind == DocumentKind.REPORT_PDF and picture.state == PictureState.CONCEPT
    if concept_report and not request.user.has_perm("neighbourhood.view_figures", project):
        raise PermissionDenied
    found = get_object_or_404(picture.documents, kind=kind)
    return send(found, project)  # type: ignore[return-value]  # a file is sent in pieces


def send(found: Document, project: Project) -> FileResponse:
    """A stored file with a name that says what it is."""
    kind = DocumentKind(found.kind)
    base = "verslag" if kind == DocumentKind.REPORT_PDF else "praatplaat"
    ending = str(found.file.name).rpartition(".")[2]
    answer = FileResponse(
        found.file.open("rb"),
        content_type=TYPES[kind],
        as_attachment=kind not in SHOWN,
        filename=f"{base}-{project.slug}.{ending}",
    )
    # A stored page must never run as one of ours.
    answer["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_POST
@project_view("neighbourhood.compose_poster")
def concept_open(request: HttpRequest, project: Project) -> HttpResponse:
    """Open the concept to the resident group, or close it again."""
    picture = get_object_or_404(pictures_seen(request, project), state=PictureState.CONCEPT)
    picture.open_to_residents = not picture.open_to_residents
    picture.save(update_fields=["open_to_residents"])
    act = "concept opened to residents" if picture.open_to_residents else "concept closed to residents"
    record(person=request.user, act=act, subject=f"v{picture.version}", project=project)
    if picture.open_to_residents:
        messages.success(request, _("De bewonersprojectgroep kan nu meekijken."))
    else:
        messages.success(request, _("Alleen het team ziet het concept nog."))
    return redirect("neighbourhood:picture", project.slug)
