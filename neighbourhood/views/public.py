"""A published poster: for everybody, without an account (B11)."""

import io

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from neighbourhood.models import DocumentKind, Picture
from neighbourhood.services.composing import poster_content
from neighbourhood.services.publicity import public_url
from neighbourhood.views.picture import send

PUBLIC_KINDS = {
    "praatplaat.pdf": DocumentKind.POSTER_PDF,
    "praatplaat.png": DocumentKind.POSTER_PNG,
    "praatplaat.txt": DocumentKind.POSTER_TEXT,
    "verslag.pdf": DocumentKind.REPORT_PDF,
}


def _published(token: str) -> Picture:
    return get_object_or_404(Picture.objects.published().select_related("project", "snapshot"), token=token)


@require_GET
def poster(request: HttpRequest, token: str) -> HttpResponse:
    """The poster as a page: the picture, and everything on it as text."""
    picture = _published(token)
    kinds = set(picture.documents.values_list("kind", flat=True))
    files = [name for name, kind in PUBLIC_KINDS.items() if kind in kinds]
    return render(
        request,
        "neighbourhood/public/poster.html",
        {"picture": picture, "poster": poster_content(picture), "files": files, "address": public_url(picture)},
    )


@require_GET
def poster_file(request: HttpRequest, token: str, name: str) -> HttpResponse:
    """A file of a published poster. 404 for a name that is not one of ours."""
    picture = _published(token)
    found = get_object_or_404(picture.documents, kind=PUBLIC_KINDS.get(name, ""))
    return send(found, picture.project)


@require_GET
def qr_code(request: HttpRequest, token: str) -> HttpResponse:
    """The QR code of the public address, to print or to show on a screen."""
    out = io.BytesIO()
    segno.make(public_url(_published(token)), error="m").save(out, kind="svg", scale=8, border=2, dark="#14393d")
    return HttpResponse(out.getvalue(), content_type="image/svg+xml")
