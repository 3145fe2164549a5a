"""Registering a conversation: step by step, saved all the time (H3)."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from housevisits import readiness, steps
from housevisits.forms.registration import StoryForm
from housevisits.forms.stepform import StepForm
from housevisits.models import Draft
from housevisits.services import drafts, questionsets
from housevisits.services.drafts import DraftContent
from housevisits.services.release import waiting_count
from housevisits.views import drafting, overview
from housevisits.views.drafting import LOOK, NOT_THERE, PERMISSION, TOO_LARGE
from housevisits.views.handover import take_code
from msa.privacy import vault
from msa.ui.times import o_clock
from projects.decorators import project_view
from projects.models import Project, Role
from projects.training.practising import practice_url

HELD_BY_ROLE = {Role.HOUSING_OFFICER: "housing_officer", Role.COMMUNITY_WORKER: "community_worker"}


@project_view(PERMISSION)
def start(request: HttpRequest, project: Project) -> HttpResponse:
    """Begin a registration or go on with a draft."""
    lines = overview.draft_lines(drafts.own(request.user, project), project)  # type: ignore[arg-type]
    days = settings.RETENTION["draft_days"]
    membership = request.membership  # type: ignore[attr-defined]
    context = {
        "drafts": lines,
        "waiting": waiting_count(project),
        "days": days,
        "lacks": readiness.lacking(membership),
        "seen": readiness.has_read(request, membership),
        "practice": practice_url(membership),
    }
    return render(request, "housevisits/registration/start.html", context)


@require_POST
@project_view(PERMISSION)
def known(request: HttpRequest, project: Project) -> HttpResponse:
    """Somebody read which training lacks, and goes on."""
    response = redirect("housevisits:registration_start", project.slug)
    readiness.remember(response, request.membership)  # type: ignore[attr-defined]
    return response


@require_POST
@project_view(PERMISSION)
def new(request: HttpRequest, project: Project) -> HttpResponse:
    """A new draft, and to its first step. Who lacks training reads that first."""
    if readiness.must_read(request, request.membership):  # type: ignore[attr-defined]
        return redirect("housevisits:registration_start", project.slug)
    question_set = questionsets.in_use(project) or questionsets.ensure_default(project)
    draft = drafts.start(
        person=request.user,  # type: ignore[arg-type]
        project=project,
        set_key=question_set.key,
        held_by=HELD_BY_ROLE.get(request.membership.role, ""),  # type: ignore[attr-defined]
    )
    return redirect(drafting.step_url(project.slug, draft, steps.CONVERSATION))


@sensitive_post_parameters()
@project_view(PERMISSION)
def step(request: HttpRequest, project: Project, key: UUID, step: str) -> HttpResponse:
    """One step: show it, or keep it and go on."""
    draft = drafting.own_draft(request, project, key)
    if draft is None:
        return drafting.gone(request)
    content = drafts.read(draft)
    if step not in steps.fillable(content):
        return redirect(drafting.step_url(project.slug, draft, steps.CARDS))
    if request.method == "POST":
        return _sent(request, draft, content, step)
    if LOOK in request.GET:
        form = drafting.build_again(step, content, project)
    else:
        form = drafting.build(step, None, content, project)
    return _show(request, draft, content, step, form)


def _sent(request: HttpRequest, draft: Draft, content: DraftContent, step: str) -> HttpResponse:
    """Keep a step and go on. What is wrong is said at an address of its own, so that the browser can come
    back to it; only what does not fit in the draft is shown at once."""
    form = drafting.build(step, request.POST, content, draft.project)
    try:
        content = drafting.keep(draft, step, form, request.POST.getlist("wave"), _places(request))
    except vault.TooLarge:
        form.add_error(None, TOO_LARGE)
        return _show(request, draft, content, step, form)
    except Draft.DoesNotExist:
        return drafting.gone(request)
    _remark(request, step, form, content)
    here = drafting.step_url(draft.project.slug, draft, step)
    if form.errors:
        return redirect(f"{here}?{LOOK}=1")
    return redirect(drafting.step_url(draft.project.slug, draft, content.step))


def _remark(request: HttpRequest, step: str, form: StepForm, content: DraftContent) -> None:
    """What the writer should know that is not wrong."""
    if form.joined:
        messages.warning(request, drafting.JOINED)
    if step == steps.CONVERSATION and not content.block:
        messages.info(request, drafting.NO_BLOCK)


def _places(request: HttpRequest) -> int:
    return -1 if request.POST.get("go") == "back" else 1


@require_POST
@sensitive_post_parameters()
@project_view(PERMISSION)
def save(request: HttpRequest, project: Project, key: UUID, step: str) -> HttpResponse:
    """Keep what stands in a step while it is being written. Answers JSON: state, and a message."""
    draft = drafting.own_draft(request, project, key)
    if draft is None:
        return JsonResponse({"state": "gone", "message": str(NOT_THERE)}, status=404)
    content = drafts.read(draft)
    if step not in steps.fillable(content):
        return JsonResponse({"state": "failed"}, status=409)
    form = drafting.build(step, request.POST, content, project)
    try:
        drafting.keep(draft, step, form, request.POST.getlist("wave"), join=False)
    except vault.TooLarge:
        return JsonResponse({"state": "failed", "message": str(TOO_LARGE)}, status=413)
    except Draft.DoesNotExist:
        return JsonResponse({"state": "gone", "message": str(NOT_THERE)}, status=404)
    if form.refused:
        return JsonResponse({"state": "failed", "message": str(drafting.WRITTEN_ELSEWHERE)}, status=409)
    return JsonResponse({"state": "saved", "at": o_clock(timezone.now())})


@project_view(PERMISSION)
def discard(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """Say what throwing away a draft destroys, and do it."""
    draft = drafting.own_draft(request, project, key)
    if draft is None:
        return drafting.gone(request)
    if request.method == "POST":
        drafts.discard(draft)
        return redirect("housevisits:registration_start", project.slug)
    return render(request, "housevisits/registration/discard.html", {"draft": draft})


@project_view(PERMISSION)
def done(request: HttpRequest, project: Project) -> HttpResponse:
    """Thanks: how many wait, and the code for the resident once more."""
    context = {
        "waiting": waiting_count(project),
        "code": take_code(request),
        "receipt_address": drafting.receipt_address(),
    }
    return render(request, "housevisits/registration/done.html", context)


def _show(
    request: HttpRequest, draft: Draft, content: DraftContent, step: str, form: StepForm
) -> HttpResponse:
    kind = "story" if isinstance(form, StoryForm) else "cards" if step == steps.CARDS else "step"
    context = {
        "draft": draft,
        "content": content,
        "step": step,
        "form": form,
        "window": drafting.window(form, content),
        "bar": drafting.bar(step, request.project.slug, draft, content),  # type: ignore[attr-defined]
        "definition": drafting.definition_of(content),
    }
    return render(request, f"housevisits/registration/{kind}.html", context)
