"""The last step: reading along, the receipt code, handing in (H4, P5); and reading along while writing."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from housevisits import steps
from housevisits.forms.review import ReviewForm
from housevisits.models import Draft
from housevisits.reading import reader_for
from housevisits.services import drafts, finishing
from housevisits.services.drafts import DraftContent
from housevisits.services.finishing import AlreadyGone, CodeTaken, ReadText
from housevisits.views import drafting, overview
from housevisits.views.drafting import LOOK, PERMISSION, TOO_LARGE
from housevisits.views.handover import give_code
from msa.privacy import receiptcodes, vault
from msa.privacy.reading import Finding, Reader
from msa.privacy.reading.rewording import reword
from msa.throttle import Limit
from projects.decorators import project_view
from projects.models import Project

# Somebody who types is read along with at most a few times a second.
READINGS = Limit("reading along", most=600, seconds=600)
CODE_TAKEN = gettext_lazy(
    "Deze code hoort al bij een gesprek. Neem een ander kaartje, of laat de bewoner dat intrekken."
)
Wrong = dict[str, Any]


@sensitive_post_parameters()
@project_view(PERMISSION)
def review(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """Everything once more; settle what reading along found, and hand in."""
    draft = drafting.own_draft(request, project, key)
    if draft is None:
        return drafting.gone(request)
    content = drafts.read(draft)
    reader = reader_for(project)
    form = take_over(request, content, reader) if request.method == "POST" else None
    read = finishing.read_along(content, reader)
    wrong = _what_is_wrong(content, read)
    if form is None:
        return _show(request, draft, content, read, _said(request, wrong))
    if not wrong and not form.joined and request.POST.get("go") == "submit":
        return _hand_in(request, project, draft, content)
    return _keep(request, draft, content, "" if "replace" in request.POST else "1")


def _said(request: HttpRequest, wrong: Wrong) -> Wrong:
    """What the page says is wrong: nothing to who comes here first, all of it after a send."""
    outcome = request.GET.get(LOOK)
    found_at_the_end: dict[str, Wrong] = {
        "kaartje": {"code": str(CODE_TAKEN)},
        "lengte": {"steps": str(TOO_LARGE)},
    }
    return wrong | found_at_the_end.get(outcome, {}) if outcome else {}


def take_over(request: HttpRequest, content: DraftContent, reader: Reader) -> ReviewForm:
    """Put what was rewritten, waved and chosen into `content`; returns the form that it came in."""
    posted = [place for place in finishing.places(content) if place.name in request.POST]
    form = ReviewForm(request.POST, content=content, places=posted)
    form.is_valid()
    form.apply(content)
    _replace(request, content, reader)
    seen = set(request.POST.getlist("seen"))
    content.waved = sorted((set(content.waved) - seen) | set(request.POST.getlist("wave")))[:500]
    content.step = steps.REVIEW
    return form


def _replace(request: HttpRequest, content: DraftContent, reader: Reader) -> None:
    """Put other words in the place of one finding, where that was asked for and the finding still stands.

    Also in a text that passes: it has no field to write in, and a hint can have other words all the same.
    """
    name, _space, key = request.POST.get("replace", "").partition(" ")
    place = next((one for one in finishing.places(content) if one.name == name), None)
    if place is None:
        return
    text = place.text_in(content)
    findings = reader.check(text).findings
    finding = next((one for one in findings if one.key == key), None)
    other = reword(text, finding, findings) if finding else None
    if other:
        place.put_in(content, text[: other.start] + other.new + text[other.end :])


def _what_is_wrong(content: DraftContent, read: list[ReadText]) -> Wrong:
    """What keeps it from being handed in: by place on the page ('texts', 'code') a message, and under
    'missing' a list of Problem."""
    wrong: Wrong = {}
    if not all(text.passes for text in read):
        wrong["texts"] = _(
            "In het verhaal staat nog iets dat naar iemand kan wijzen. Kijk bij de gemarkeerde tekst."
        )
    if missing := finishing.problems(content):
        wrong["missing"] = missing
    try:
        finishing.receipt_code(content)
    except receiptcodes.NotACode:
        wrong["code"] = _("Deze code klopt niet. Kijk op het kaartje: het zijn achttien letters en cijfers.")
    return wrong


def _hand_in(request: HttpRequest, project: Project, draft: Draft, content: DraftContent) -> HttpResponse:
    finished = reverse("housevisits:registration_done", args=[project.slug])
    try:
        finishing.submit(project=project, draft=draft, content=content)
    except AlreadyGone:
        return redirect(finished)
    except CodeTaken:
        return _keep(request, draft, content, "kaartje")
    except vault.TooLarge:
        return _keep(request, draft, content, "lengte")
    response = redirect(finished)
    if content.code_choice == "shown":
        give_code(response, content.code, finished)
    return response


def _keep(request: HttpRequest, draft: Draft, content: DraftContent, outcome: str = "1") -> HttpResponse:
    """Keep it in the draft and ask for the page anew: the answer to a send is not stored, so that the
    browser could not come back to it. Only what does not fit in the draft is shown at once."""

    joined: list[str] = []
    reader = reader_for(draft.project)
    try:
        drafts.change(draft, lambda kept: joined.extend(take_over(request, kept, reader).joined))
    except vault.TooLarge:
        read = finishing.read_along(content, reader)
        wrong = _what_is_wrong(content, read) | {"steps": str(TOO_LARGE)}
        return _show(request, draft, content, read, wrong)
    except Draft.DoesNotExist:
        return drafting.gone(request)
    if joined:
        messages.warning(request, drafting.JOINED)
    return redirect(f"{request.path}?{LOOK}={outcome}")


def _show(
    request: HttpRequest,
    draft: Draft,
    content: DraftContent,
    read: list[ReadText],
    wrong: Wrong,
) -> HttpResponse:
    project = request.project  # type: ignore[attr-defined]
    definition = drafting.definition_of(content)
    editable = [text.place for text in read if not text.passes]
    form = ReviewForm(None, content=content, places=editable)
    context = {
        "draft": draft,
        "content": content,
        "form": form,
        "window": drafting.window(form, content),
        "bar": drafting.bar(steps.REVIEW, project.slug, draft, content),
        "facts": overview.facts(content, definition, project),
        "stories": overview.stories(content, definition, read),
        "left_out": [definition.card_label(card) for card in content.left_out()],
        "problems": finishing.problems(content),
        "wrong": wrong,
        "receipt_address": drafting.receipt_address(),
        "previous": steps.beside(steps.REVIEW, content, -1),
    }
    return render(request, "housevisits/registration/review.html", context)


@require_POST
@sensitive_post_parameters()
@project_view(PERMISSION)
def read_along(request: HttpRequest, project: Project) -> HttpResponse:
    """Findings in a text while it is being written, as JSON. Nothing of it is kept or logged (P19)."""
    return findings_as_typed(request, reader_for(project))


def findings_as_typed(request: HttpRequest, reader: Reader) -> JsonResponse:
    """What `reader` finds in the text that was sent, as JSON; 429 for who asks too often."""
    if READINGS.hit(f"person {request.user.pk}"):
        return JsonResponse({"findings": [], "complete": False}, status=429)
    text = _as_typed(request.POST.get("text", ""))
    result = reader.check(text)
    findings = [_as_shown(text, finding, result.findings) for finding in result.findings]
    return JsonResponse({"findings": findings, "complete": result.complete})


def _as_typed(text: str) -> str:
    """As it stands on the page, so that places in it are right there; a form sends two for a line ending."""
    return text.replace("\r\n", "\n")[: steps.MOST_CHARACTERS]


def _as_shown(text: str, finding: Finding, findings: Iterable[Finding]) -> dict[str, Any]:
    rewording = reword(text, finding, findings)
    return finding.as_dict() | {
        "not_one": overview.not_one_label(finding),
        "rewording": rewording.as_dict() if rewording else None,
    }
