"""Correcting what was published about an advice, taking it away, and putting it back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from msa.ui.undoing import undo_tag
from projects.decorators import project_view
from projects.forms.residentgroup.correcting import CorrectForm, HeadForm
from projects.models import Advice, AdviceStep, Project
from projects.models.residentgroup.advice import REMARKABLE
from projects.overviews import residentgroup as overview
from projects.overviews.advicetrail import may_correct, may_remove, settled
from projects.services import residentgroup as services
from projects.services.refusing import Refused
from projects.services.residentgroup.correcting import KEPT_AFTER_REMOVAL
from projects.views.residentgroup.writing import EDIT, VIEW, FormPage, member_of, shared, write_page

PAGE = "projects/residentgroup/correct.html"


@project_view(VIEW)
def advice_step(request: HttpRequest, project: Project, pk: int, number: int) -> HttpResponse:
    """Correct one step, in a form that shows what stands there, or take it away.

    Raises PermissionDenied for who may do neither.
    """
    advice, step = _found(project, pk, number)
    if not may_remove(step, member_of(request)):
        raise PermissionDenied
    if step.removed_at is not None:
        return redirect(_url(project, pk))
    page = _Page(request, project, advice, step)
    return page.write() if request.method == "POST" else page.show()


class _Page:
    """The page of one step. A refusal keeps what was typed and shows the step as it stands by then."""

    def __init__(self, request: HttpRequest, project: Project, advice: Advice, step: AdviceStep) -> None:
        self.request, self.project, self.advice, self.step = request, project, advice, step
        self.by = member_of(request)
        self.open = may_correct(step, self.by) and not settled(step, advice)
        self.form = CorrectForm(advice, step, self.by, request.POST or None)

    def write(self) -> HttpResponse:
        """After a valid post the service is asked."""
        if not self.form.is_valid():
            return self.show()
        try:
            services.correct_step(step=self.step, by=self.by, fields=self.form.fields_typed())
        except Refused as refused:
            self.form.add_error(None, str(refused))
            return self.show()
        messages.success(self.request, _("Aangepast."))
        return redirect(_url(self.project, self.advice.pk))

    def show(self) -> HttpResponse:
        """The form, or why there is none, and the way to take it away."""
        context = {
            "advice": self.advice,
            "step": self.step,
            "form": self.form if self.open or self.form.is_bound else None,
            "open": self.open,
            "settled": settled(self.step, self.advice),
            "may_add": self.step.of_group and self.advice.state in REMARKABLE,
            "days": KEPT_AFTER_REMOVAL.days,
        }
        return render(self.request, PAGE, context | shared(self.request, self.project))


@require_POST
@project_view(VIEW)
def advice_step_remove(request: HttpRequest, project: Project, pk: int, number: int) -> HttpResponse:
    """Take a step away; the message offers to undo it."""
    undo = reverse("projects:resident_advice_step_restore", args=[project.slug, pk, number])
    return _done(request, project, pk, number, services.remove_step, _("De tekst is weggehaald."), undo)


@require_POST
@project_view(VIEW)
def advice_step_restore(request: HttpRequest, project: Project, pk: int, number: int) -> HttpResponse:
    """Undo `advice_step_remove`."""
    return _done(request, project, pk, number, services.restore_step, _("De tekst staat er weer."), "")


def _done(
    request: HttpRequest,
    project: Project,
    pk: int,
    number: int,
    service: Callable[..., None],
    said: str,
    undo: str,
) -> HttpResponse:
    """Ask the service and go back to the advice, or to the list where nothing is left of it."""
    _advice, step = _found(project, pk, number)
    if not may_remove(step, member_of(request)):
        raise PermissionDenied
    try:
        service(step=step, by=member_of(request))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, said, extra_tags=undo_tag(undo) if undo else "")
    left = overview.advices_of(project).filter(pk=pk).exists()
    return redirect(_url(project, pk) if left else reverse("projects:resident_advices", args=[project.slug]))


@project_view(EDIT)
def advice_head(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Change the title, the day and what it belongs to."""
    kept = get_object_or_404(overview.advices_of(project).select_related("group__project"), pk=pk)
    form = HeadForm(project, kept, request.POST or None)
    page = FormPage(_("Titel en datum wijzigen"), _url(project, pk), _("Terug naar het advies"))
    by: Any = request.user
    return write_page(
        request, form, page, lambda: services.correct_head(advice=kept, by=by, fields=form.fields_typed())
    )


def _found(project: Project, pk: int, number: int) -> tuple[Advice, AdviceStep]:
    """A step of an advice of this project, also one that was taken away; Http404 for any other."""
    advice = get_object_or_404(overview.all_advices_of(project), pk=pk)
    step = next((one for one in advice.trail if one.pk == number), None)
    if step is None:
        raise Http404
    return advice, step


def _url(project: Project, pk: int) -> str:
    return reverse("projects:resident_advice", args=[project.slug, pk])
