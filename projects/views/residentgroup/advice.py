"""Advice: all of it, one with its trail, and each step on a page of its own."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from projects.decorators import project_view
from projects.forms.residentgroup import advice as forms
from projects.models import Advice, AdviceState, Project
from projects.models.residentgroup.advice import ADVICE_MOVES, REMARKABLE
from projects.overviews import residentgroup as overview
from projects.overviews.advicetrail import put_aside, trail_for
from projects.services import residentgroup as services
from projects.services.refusing import Refused
from projects.views.residentgroup.writing import (
    ADVISE,
    EDIT,
    VIEW,
    member_of,
    shared,
)

STEP = "projects/residentgroup/advice_step.html"


@require_GET
@project_view(VIEW)
def advices(request: HttpRequest, project: Project) -> HttpResponse:
    """All advice and what was done with it."""
    found = list(overview.all_advices_of(project))
    context = {
        "states": overview.by_state(one for one in found if one.live),
        "aside": put_aside(found, member_of(request)),
        "today": timezone.localdate(),
    }
    return render(request, "projects/residentgroup/advices.html", context | shared(request, project))


@require_GET
@project_view(VIEW)
def advice(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """One advice with all its steps, and what can follow."""
    kept = _advice(project, pk)
    moves = ADVICE_MOVES[kept.state]
    context = {
        "advice": kept,
        "trail": trail_for(kept, member_of(request)),
        "may": {state.value: state in moves for state in AdviceState},
        "may_remark": kept.state in REMARKABLE,
        "late": kept.late(timezone.localdate()),
        "unanswered_late": kept.unanswered_since(timezone.localdate()) is not None,
    }
    return render(request, "projects/residentgroup/advice.html", context | shared(request, project))


@project_view(ADVISE)
def advice_give(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """The group gives its advice, or adds to it."""
    return _spoken(request, project, pk, forms.GiveForm, _("Advies geven"), services.give_advice)


@project_view(ADVISE)
def advice_remark(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """The group says that something is not right."""
    return _spoken(request, project, pk, forms.RemarkForm, _("Dit klopt niet"), services.remark)


@project_view(ADVISE)
def advice_add(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """The group adds to what was answered already."""
    return _spoken(
        request, project, pk, forms.AdditionForm, _("Aanvulling schrijven"), services.add_to_advice
    )


def _spoken(
    request: HttpRequest,
    project: Project,
    pk: int,
    kind: type[forms.GiveForm],
    title: str,
    service: Callable[..., None],
) -> HttpResponse:
    """A page on which the group says something."""

    def write(kept: Advice, form: forms.StepForm) -> None:
        data = form.cleaned_data
        service(
            advice=kept,
            by=member_of(request),
            text=data["text"],
            seat=data.get("seat"),
            seen=data["seen"],
        )

    return _step_page(request, project, pk, kind, title, write)


@project_view(EDIT)
def advice_reply(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """The team comes back to a remark."""

    def write(kept: Advice, form: forms.StepForm) -> None:
        data = form.cleaned_data
        services.reply(advice=kept, by=request.user, text=data["text"], seen=data["seen"])  # type: ignore[arg-type]

    return _step_page(request, project, pk, forms.ReplyForm, _("Reageren"), write)


@project_view(EDIT)
def advice_answer(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Whether it is taken over, why, and what is done."""
    return _moved(request, project, pk, forms.AnswerForm, _("Antwoord geven"), AdviceState.ANSWERED)


@project_view(EDIT)
def advice_finish(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """What became of it."""
    title = _("Wat is ervan geworden?")
    return _moved(request, project, pk, forms.FinishForm, title, AdviceState.CARRIED_OUT)


@project_view(EDIT)
def advice_withdraw(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """The question is no longer there."""
    return _moved(request, project, pk, forms.WithdrawForm, _("Vraag intrekken"), AdviceState.WITHDRAWN)


@project_view(EDIT)
def advice_again(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Ask a question that was withdrawn once more."""
    return _moved(request, project, pk, forms.AgainForm, _("Opnieuw vragen"), AdviceState.ASKED)


def _moved(
    request: HttpRequest, project: Project, pk: int, kind: type[forms.StepForm], title: str, to: AdviceState
) -> HttpResponse:
    """A page on which the team moves an advice on."""

    def write(kept: Advice, form: forms.StepForm) -> None:
        services.move_advice(
            advice=kept,
            by=request.user,  # type: ignore[arg-type]
            to=to,
            words=forms.words_of(form),
            seen=form.cleaned_data["seen"],
        )

    return _step_page(request, project, pk, kind, title, write)


def _step_page(
    request: HttpRequest,
    project: Project,
    pk: int,
    kind: type[forms.StepForm],
    title: str,
    write: Callable[[Advice, forms.StepForm], None],
) -> HttpResponse:
    """A form for the next step, above all steps until now. A refusal shows them as they stand by then."""
    kept = _advice(project, pk)
    form = kind(kept, member_of(request), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            write(kept, form)
        except Refused as refused:
            kept = form.advice = _advice(project, pk)
            form.caught_up()
            form.add_error(None, str(refused))
        else:
            messages.success(
                request, _("Verstuurd.") if kind in SPOKEN else _("Bewaard. De groep kan het lezen.")
            )
            return redirect(_page(project, kept))
    trail = trail_for(kept, member_of(request))
    context = {"form": form, "advice": kept, "title": title, "trail": trail}
    return render(request, STEP, context | shared(request, project))


SPOKEN = (forms.GiveForm, forms.RemarkForm, forms.AdditionForm)


def _advice(project: Project, pk: int) -> Advice:
    """An advice of this project with its steps; Http404 for any other."""
    return get_object_or_404(overview.advices_of(project), pk=pk)


def _page(project: Project, advice: Advice) -> str:
    return reverse("projects:resident_advice", args=[project.slug, advice.pk])
