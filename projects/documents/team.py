"""Who does what on a visit, on one A4 to take along (V3)."""

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from msa.documents.pdf import write_pdf
from projects.models import Project
from projects.overviews.duties import division_of

TEMPLATE = "documents/team/duties.html"


def duties_context(project: Project) -> dict[str, Any]:
    """What the document shows."""
    return {"project": project, "division": division_of(project), "day": timezone.localdate()}


def duties_pdf(project: Project) -> bytes:
    """The document as a tagged PDF (PDF/UA-1), A4."""
    with override("nl"):
        return write_pdf(render_to_string(TEMPLATE, duties_context(project)))
