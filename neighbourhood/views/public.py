"""A published poster: for everybody, without an account (B11)."""

import io
from typing import TypeVar

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from neighbourhood.models import Document, DocumentKind, Picture, PictureState
from neighbourhood.publication.poster import web
from neighbourhood.publication.poster.drawings.catalogue import LABELS, drawing
from neighbourhood.publication.poster.ink import sheet
from neighbourhood.services.composing import poster_content
from neighbourhood.services.publicity import public_url
from neighbourhood.views.files import file_links
from neighbourhood.views.picture import send

PUBLIC_KINDS = {
    "praatplaat.pdf": DocumentKind.POSTER_PDF,
    "praatplaat.png": DocumentKind.POSTER_PNG,
    "praatplaat.txt": DocumentKind.POSTER_TEXT,
    "praatplaat.html": DocumentKind.POSTER_HTML,
    "verslag.pdf": DocumentKind.REPORT_PDF,
}


MINUTES = 60
Answer = TypeVar("Answer", bound=HttpResponseBase)


def _seen(token: str) -> Picture:
    """A picture that is public, or was until it was replaced or taken down."""
    public = Picture.objects.once_published().select_related("project", "snapshot")
    return get_object_or_404(public.defer("made_of", "snapshot__members", "snapshot__figures"), token=token)


def _cached(request: HttpRequest, answer: Answer, seconds: int) -> Answer:
    """Let browsers keep a public page for a while; never the page of somebody who is signed in."""
    if not request.user.is_authenticated:
        answer["Cache-Control"] = f"public, max-age={seconds}"
    return answer


@require_GET
def poster(request: HttpRequest, token: str) -> HttpResponse:
    """The poster as a page: the picture, and everything on it as text."""
    picture = _seen(token)
    if picture.state == PictureState.WITHDRAWN:
        return _withdrawn(request, picture)
    if picture.state == PictureState.REPLACED:
        return _replaced(request, picture)
    content = poster_content(picture)
    files = file_links(picture.documents.all(), lambda found: _address_of(token, found))
    image = next((file.url for file in files if file.kind == DocumentKind.POSTER_PNG), "")
    context = {
        "picture": picture,
        "content": content,
        "poster": web(content, level=1),
        "files": files,
        "address": public_url(picture),
        "image": request.build_absolute_uri(image) if image else "",
    }
    return _cached(request, render(request, "neighbourhood/public/poster.html", context), 5 * MINUTES)


def _address_of(token: str, document: Document) -> str:
    name = next(name for name, kind in PUBLIC_KINDS.items() if kind == document.kind)
    return reverse("neighbourhood_public:file", args=[token, name])


def _replaced(request: HttpRequest, picture: Picture) -> HttpResponse:
    """An old code on somebody's fridge still leads somewhere: to the poster that came after it."""
    newer = Picture.objects.published().filter(project=picture.project).first()
    context = {"project": None, "neighbourhood": picture.project.neighbourhood, "newer": newer}
    return _cached(request, render(request, "neighbourhood/public/replaced.html", context), MINUTES)


def _withdrawn(request: HttpRequest, picture: Picture) -> HttpResponse:
    """Gone (410), perhaps for a while: never kept by a browser, so that it can come back."""
    context = {"project": None, "neighbourhood": picture.project.neighbourhood, "of": picture.project}
    answer = render(request, "neighbourhood/public/withdrawn.html", context, status=410)
    answer["Cache-Control"] = "no-store"
    return answer


@require_GET
def poster_file(request: HttpRequest, token: str, name: str) -> HttpResponseBase:
    """A file of a published poster; of another the page that says what became of it. 404 for other names."""
    picture = _seen(token)
    if picture.state != PictureState.PUBLISHED:
        return redirect("neighbourhood_public:poster", token)
    found = get_object_or_404(picture.documents, kind=PUBLIC_KINDS.get(name, ""))
    return _cached(request, send(found, picture.project), 5 * MINUTES)


@require_GET
def qr_code(request: HttpRequest, token: str) -> HttpResponse:
    """The QR code of the public address, to print or to show on a screen; of what is not public as a file."""
    picture = _seen(token)
    if picture.state != PictureState.PUBLISHED:
        return redirect("neighbourhood_public:poster", token)
    out = io.BytesIO()
    segno.make(public_url(picture), error="m").save(out, kind="svg", scale=8, border=2, dark="#14393d")
    return HttpResponse(out.getvalue(), content_type="image/svg+xml")


@require_GET
def drawing_file(request: HttpRequest, name: str) -> HttpResponse:
    """One of the drawings that an island can have, as a picture of its own. 404 for an unknown name."""
    if name not in LABELS:
        raise Http404
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-215 -290 430 300">{sheet(drawing(name))}</svg>'
    )
    answer = HttpResponse(picture, content_type="image/svg+xml")
    answer["Cache-Control"] = "public, max-age=86400"
    return answer
