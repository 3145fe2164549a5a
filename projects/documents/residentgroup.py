"""The agenda of a meeting on A4, in large letters and plain words, for on the table and in the letter box."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override

from msa.documents.pdf import write_pdf
from projects.models import AdviceState, Project, ResidentMeeting
from projects.overviews.residentgroup import standing

TEMPLATE = "documents/residentgroup/agenda.html"


def agenda_context(project: Project, meeting: ResidentMeeting) -> dict[str, Any]:
    """What the paper shows: the points with their influence, and the questions that are on the table."""
    return {
        "project": project,
        "meeting": meeting,
        "points": list(meeting.points.all()),
        "advices": list(standing(meeting.advices.filter(state=AdviceState.ASKED))),
    }


def agenda_html(context: dict[str, Any]) -> str:
    """The agenda as one HTML page, Dutch."""
    return render_to_string(TEMPLATE, context)


def agenda_pdf(project: Project, meeting: ResidentMeeting) -> bytes:
    """The agenda as a tagged PDF (PDF/UA-1), A4."""
    with override("nl"):
        return write_pdf(agenda_html(agenda_context(project, meeting)))
