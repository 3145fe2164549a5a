"""How far somebody is with the training: one's own page, the team, and what counts from elsewhere (V6)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from msa.ui.undoing import undo_tag
from projects.decorators import project_view
from projects.forms.training import ElsewhereForm
from projects.models import LearntElsewhere, Membership, Project, Role, SessionState
from projects.overviews.training import cells_of, from_elsewhere, state_of, team_lines
from projects.services import learning as services
from projects.services.refusing import Refused
from projects.training.practising import practice_url
from projects.training.topics import CARDS, Topic
from projects.views.training import JUDGE, OWN, VIEW


@require_GET
@project_view(OWN)
def mine(request: HttpRequest, project: Project) -> HttpResponse:
    """What I learnt, what lacks, and to which sessions I was invited."""
    membership = request.membership  # type: ignore[attr-defined]
    state = state_of(membership)
    invitations = membership.attendances.select_related("session").order_by("session__on")
    open_ones = invitations.exclude(session__state=SessionState.CANCELLED)
    cards = {card.topic: card for card in CARDS}
    context = {
        "state": state,
        "cells": [(cell, cards[cell.topic]) for cell in cells_of(state)],
        "invitations": open_ones,
        "today": timezone.localdate(),
        "practice": practice_url(membership),
        "may_view": request.user.has_perm(VIEW, project),
        "polite": membership.role == Role.RESIDENT_GROUP,
    }
    return render(request, "projects/training/mine.html", context)


@require_GET
@project_view(VIEW)
def team(request: HttpRequest, project: Project) -> HttpResponse:
    """Everybody who needs training beside every topic."""
    lines = team_lines(project)
    context = {
        "lines": lines,
        "topics": list(Topic),
        "trained": sum(line.state.trained for line in lines),
        "may_judge": request.user.has_perm(JUDGE, project),
    }
    return render(request, "projects/training/team.html", context)


@project_view(JUDGE)
def member(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """What one member learnt, and writing down what was learnt elsewhere."""
    held = _membership(project, pk)
    state = state_of(held)
    form = ElsewhereForm(state.missing, request.POST or None)
    if request.method == "POST" and form.is_valid() and _write_down(request, held, form):
        return redirect("projects:training_member", project.slug, pk)
    context = {
        "held": held,
        "state": state,
        "cells": cells_of(state),
        "form": form,
        "found": from_elsewhere(held, timezone.localdate()),
    }
    return render(request, "projects/training/member.html", context)


def _write_down(request: HttpRequest, held: Membership, form: ElsewhereForm) -> bool:
    try:
        services.write_down(
            membership=held,
            by=request.user,  # type: ignore[arg-type]
            **form.cleaned_data,
        )
    except Refused as refused:
        form.add_error("on", str(refused))
        return False
    messages.success(request, _("Bewaard: %(name)s.") % {"name": held.person})
    return True


@require_POST
@project_view(JUDGE)
def forget(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Take back what was written down as learnt elsewhere."""
    found = LearntElsewhere.objects.filter(membership__project=project).select_related("membership__project")
    learnt = get_object_or_404(found, pk=pk)
    services.forget(learnt=learnt, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("‘%(topic)s’ telt niet meer mee.") % {"topic": learnt.get_topic_display()})
    return redirect("projects:training_member", project.slug, learnt.membership_id)


@require_POST
@project_view(JUDGE)
def elsewhere(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """One tap: what was learnt in another project counts here too."""
    held = _membership(project, pk)
    try:
        words = services.count_elsewhere(membership=held, by=request.user)  # type: ignore[arg-type]
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        undo = reverse("projects:training_elsewhere_undo", args=[project.slug, pk])
        text = _("Telt nu mee voor %(name)s: %(what)s.") % {"name": held.person, "what": ", ".join(words)}
        messages.success(request, text, extra_tags=undo_tag(undo))
    return redirect("projects:training_member", project.slug, pk)


@require_POST
@project_view(JUDGE)
def elsewhere_undo(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Undo `elsewhere`."""
    held = _membership(project, pk)
    services.undo_elsewhere(membership=held, by=request.user)  # type: ignore[arg-type]
    messages.success(
        request, _("Het andere project telt niet meer mee voor %(name)s.") % {"name": held.person}
    )
    return redirect("projects:training_member", project.slug, pk)


def _membership(project: Project, pk: int) -> Membership:
    """Somebody who takes part in this project; Http404 for any other."""
    found = project.memberships.filter(active=True).select_related("person", "project")
    return get_object_or_404(found, pk=pk)
