"""The partners of a project on paper: the drawing on a page of its own, then what was agreed with each."""

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from msa.documents.pdf import write_pdf
from projects.drawings.partners import wide
from projects.drawings.scenes import scene_of
from projects.models import Project
from projects.overviews.partners import circle_of

TEMPLATE = "documents/partners/partners.html"
DRAWING = "made/driehoek.svg"


def partners_context(project: Project) -> dict[str, Any]:
    """What the document shows. `scene` describes the drawing, `svg` is it."""
    circle = circle_of(project)
    scene = scene_of(circle, project)
    return {
        "project": project,
        "circle": circle,
        "scene": scene,
        "drawing": DRAWING,
        "svg": wide(scene, "papier"),
        "day": timezone.localdate(),
    }


def partners_html(context: dict[str, Any]) -> str:
    """The document as one HTML page, Dutch."""
    return render_to_string(TEMPLATE, context)


def partners_pdf(project: Project) -> bytes:
    """The document as a tagged PDF (PDF/UA-1), A4."""
    with override("nl"):
        context = partners_context(project)
        return write_pdf(partners_html(context), {DRAWING: context["svg"].encode()})
