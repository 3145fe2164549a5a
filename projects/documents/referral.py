"""The referral card: all routes on one A4 for in a visitor's bag. Context, then HTML, then bytes."""

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from msa.documents.pdf import write_first_that_fits
from projects.models import ConcernGroup, Project
from projects.overviews.referral import overview

# Tried in order until everything fits on one page: size of the letters, and with the steps in words or not.
# Those of danger and children always have their steps. In the smallest letters one way to reach somebody is
# enough: the telephone.
SMALLEST = "6"
LAYOUTS = (("9", True), ("8", True), ("9", False), ("8", False), ("7", False), (SMALLEST, False))


def card_context(project: Project) -> dict[str, Any]:
    """The routes that stand, danger and children apart, and what still lacks one."""
    groups = overview(project)
    standing = [
        (group.group, [line.route for line in group.lines if line.route and not line.draft])
        for group in groups
        if group.group != ConcernGroup.SAFETY
    ]
    return {
        "project": project,
        "safety": next(group.lines for group in groups if group.group == ConcernGroup.SAFETY),
        "groups": [(group, routes) for group, routes in standing if routes],
        "missing": [line.concern for group in groups for line in group.lines if line.lacks],
        "today": timezone.localdate(),
    }


def card_html(context: dict[str, Any], *, size: str, steps: bool) -> str:
    """The card as one HTML page. size: of the letters, in points. steps: also of what is no danger."""
    layout = {"size": size, "with_steps": steps, "narrow": size == SMALLEST}
    with override("nl"):
        return render_to_string("documents/referral/card.html", context | layout)


def card_pdf(project: Project) -> bytes:
    """The card as PDF: in the largest letters with which it fits on one A4, else over more pages."""
    context = card_context(project)
    pages = [card_html(context, size=size, steps=steps) for size, steps in LAYOUTS]
    return write_first_that_fits(pages, most=1)
