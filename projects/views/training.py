"""The sessions of the training: planning, inviting, who was there; and the pages of material (V6)."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from msa.ui.undoing import undo_tag
from projects.decorators import project_view
from projects.forms.training import SessionForm
from projects.models import Presence, Project, SessionState, TrainingSession
from projects.overviews.training import link_lines, sessions_of
from projects.services import training as services
from projects.services.refusing import Refused
from projects.services.training import Overtaken
from projects.training.topics import CARDS, card_at
from projects.trainingmail import calendar_of

VIEW, OWN = "projects.view_training", "projects.view_own_training"
EDIT, JUDGE = "projects.edit_training", "projects.judge_training"


@require_GET
@project_view(VIEW)
def sessions(request: HttpRequest, project: Project) -> HttpResponse:
    """What is to come, what has been, and the material."""
    found = list(sessions_of(project))
    today = timezone.localdate()
    context = {
        "coming": [one for one in found if one.state == SessionState.PLANNED],
        "held": [one for one in reversed(found) if one.held],
        "cancelled": [one for one in found if one.cancelled],
        "cards": CARDS,
        "today": today,
        "may_edit": request.user.has_perm(EDIT, project),
    }
    return render(request, "projects/training/list.html", context)


@require_GET
@project_view(VIEW)
def session(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """One session: when, where, what, and who was there."""
    found = _session(project, pk)
    attendances = found.attendances.select_related("membership__person").order_by("membership__person__name")
    lines = list(attendances)
    listed = {one.membership_id for one in lines}
    others = project.memberships.filter(active=True).exclude(pk__in=listed).select_related("person")
    context = {
        "session": found,
        "attendances": lines,
        "unmailed": sum(one.mailed_on is None for one in lines),
        "others": others.order_by("person__name"),
        "cards": [card for card in CARDS if card.topic.value in found.topics],
        "links": link_lines(found.links),
        "may_edit": request.user.has_perm(EDIT, project),
        "open": not found.cancelled and found.past(timezone.localdate()),
    }
    return render(request, "projects/training/session.html", context)


@project_view(EDIT)
def session_add(request: HttpRequest, project: Project) -> HttpResponse:
    """Plan a session."""
    form = SessionForm(project, request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = services.plan_session(
            project=project,
            by=request.user,  # type: ignore[arg-type]
            outline=form.outline(),
            invited=list(form.cleaned_data["invited"]),
        )
        messages.success(request, _("De training staat erbij. Er is nog niemand uitgenodigd."))
        return redirect("projects:training_session", project.slug, made.pk)
    return render(request, "projects/training/form.html", {"form": form})


@project_view(EDIT)
def session_change(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Change a session. Of what another changed meanwhile nothing is lost."""
    found = _session(project, pk)
    form = SessionForm(project, request.POST or None, found)
    if request.method == "POST" and form.is_valid() and _change(request, found, form):
        return redirect("projects:training_session", project.slug, pk)
    return render(request, "projects/training/form.html", {"form": form, "session": found})


def _change(request: HttpRequest, found: TrainingSession, form: SessionForm) -> bool:
    try:
        services.change_session(
            session=found,
            by=request.user,  # type: ignore[arg-type]
            outline=form.outline(),
            invited=list(form.cleaned_data["invited"]),
            window=form.window,
        )
    except Overtaken as other:
        form.overtaken(other)
        return False
    messages.success(request, _("Bewaard."))
    return True


@require_POST
@project_view(EDIT)
def session_state(request: HttpRequest, project: Project, pk: int, state: str) -> HttpResponse:
    """Say that a session is planned, held or cancelled; the message offers to undo it."""
    found = _session(project, pk)
    try:
        before = services.set_state(session=found, by=request.user, state=state)  # type: ignore[arg-type]
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        undo = reverse("projects:training_state", args=[project.slug, pk, before])
        text = _("De training staat nu als: %(state)s.") % {"state": SessionState(state).label}
        messages.success(request, text, extra_tags=undo_tag(undo))
    return redirect("projects:training_session", project.slug, pk)


@require_POST
@project_view(EDIT)
def session_presence(
    request: HttpRequest, project: Project, pk: int, member: int, presence: str
) -> HttpResponse:
    """One tap: somebody was there or was not. The message offers to undo it."""
    found = _session(project, pk)
    held = get_object_or_404(project.memberships.select_related("person"), pk=member)
    by: Any = request.user
    try:
        before = services.set_presence(session=found, by=by, membership=held, presence=presence)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        undo = reverse("projects:training_presence", args=[project.slug, pk, member, before])
        text = _("%(name)s: %(presence)s.") % {"name": held.person, "presence": Presence(presence).label}
        messages.success(request, text, extra_tags=undo_tag(undo) if before != presence else "")
    return redirect(reverse("projects:training_session", args=[project.slug, pk]) + f"#wie-{member}")


@require_POST
@project_view(EDIT)
def session_invite(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Mail who was not told yet."""
    found = _session(project, pk)
    try:
        count = services.invite(session=found, by=request.user)  # type: ignore[arg-type]
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        nobody = _("Iedereen op de lijst heeft de uitnodiging al.")
        text = ngettext("%(n)s uitnodiging is verstuurd.", "%(n)s uitnodigingen zijn verstuurd.", count)
        messages.success(request, text % {"n": count} if count else nobody)
    return redirect("projects:training_session", project.slug, pk)


@require_GET
@project_view(OWN)
def session_calendar(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """The session for one's calendar. For the team, and for who was invited."""
    found = _session(project, pk)
    invited = found.attendances.filter(membership=request.membership).exists()  # type: ignore[attr-defined]
    if not (invited or request.user.has_perm(VIEW, project)) or not (found.on and found.starts_at):
        raise Http404
    answer = HttpResponse(calendar_of(found), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="training.ics"'
    return answer


@require_GET
@project_view(VIEW)
def material(request: HttpRequest, project: Project, topic: str) -> HttpResponse:
    """One page about one topic, to read or to print."""
    card = card_at(topic)
    if card is None:
        raise Http404
    place = CARDS.index(card)
    context = {
        "card": card,
        "number": place + 1,
        "count": len(CARDS),
        "next": next(iter(CARDS[place + 1 :]), None),
    }
    return render(request, card.template, context)


def _session(project: Project, pk: int) -> TrainingSession:
    """A session of this project; Http404 for any other."""
    return get_object_or_404(project.training_sessions.select_related("project"), pk=pk)
