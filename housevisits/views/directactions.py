"""Pages of direct actions (H6)."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from housevisits.filters import DirectActionFilter
from housevisits.forms.directactions import AgreeForm, HandOverForm, MoveForm
from housevisits.models import DirectAction, Household
from housevisits.overviews.routes import Beside, looked_up, route_beside
from housevisits.services.directactions import agree_on_action, hand_over_action, move_action, undo_move
from msa.ui.undoing import undo_tag
from projects.decorators import project_view
from projects.models import Project

LIST = "lijst"  # in an address: how the list was narrowed from which a button was tapped


def _visible(request: HttpRequest, project: Project) -> Any:
    return DirectAction.objects.visible_to(request.user).filter(project=project)


def _rights(request: HttpRequest, project: Project) -> dict[str, bool]:
    """Who keeps the list, and who may know the place: the contractor does, a partner does not."""
    return {
        "keeps": request.user.has_perm("housevisits.keep_actions", project),
        "sees_place": request.user.has_perm("housevisits.view_visits", project),
    }


@project_view("housevisits.view_own_actions")
def action_list(request: HttpRequest, project: Project) -> HttpResponse:
    """All actions for who keeps the list; one's own for contractor and partner."""
    actions = _visible(request, project).select_related("household", "assigned_to__person")
    rights = _rights(request, project)
    wanted = request.GET or {"state": "unfinished"}
    narrowed = DirectActionFilter(wanted, queryset=actions, request=request, keeps=rights["keeps"])
    page = Paginator(narrowed.qs, 50).get_page(request.GET.get("bladzijde"))
    return render(
        request,
        "housevisits/actions/list.html",
        {
            "filter": narrowed,
            "page": page,
            "today": timezone.localdate(),
            **rights,
        },
    )


@project_view("housevisits.keep_actions")
def action_new(request: HttpRequest, project: Project) -> HttpResponse:
    """Write down what was agreed with a resident. With `route` in the POST it only looks the route up."""
    beside = route_beside(project, request.POST.get("subject", ""))
    looking = "route" in request.POST
    if looking:
        form = AgreeForm(project=project, initial=looked_up(request.POST.dict(), beside))
    else:
        form = AgreeForm(request.POST or None, project=project)
    if request.method == "POST" and not looking and form.is_valid():
        data = form.cleaned_data
        action = agree_on_action(
            project=project,
            by=request.membership,  # type: ignore[attr-defined]
            kind=data["kind"],
            topic=data["topic"],
            agreement=data["agreement"],
            agreed=data["agreed"],
            assigned_to=data["assigned_to"],
            due_on=data["due_on"],
            household=data["address"],
        )
        messages.success(request, _("De afspraak staat op de lijst."))
        return redirect("housevisits:action", project.slug, action.pk)
    context = {
        "form": form,
        "addresses": Household.objects.filter(project=project),
        "beside": beside,
        "may_edit": request.user.has_perm("projects.edit_referral_routes", project),
    }
    return render(request, "housevisits/actions/new.html", context)


@project_view("housevisits.view_own_actions")
def action_detail(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """One action with its history; moving it on."""
    action = get_object_or_404(
        _visible(request, project).select_related("household", "assigned_to__person"), pk=pk
    )
    form = MoveForm(request.POST or None, action=action)
    if request.method == "POST" and form.is_valid():
        try:
            move_action(action=action, by=request.membership, **form.cleaned_data)  # type: ignore[attr-defined]
        except ValidationError as error:
            form.add_error(None if not hasattr(error, "error_dict") else "note", error.messages)
        else:
            messages.success(request, _("Bijgewerkt."))
            return redirect("housevisits:action", project.slug, action.pk)
    return render(
        request,
        "housevisits/actions/detail.html",
        {
            "action": action,
            "form": form,
            "hand_over": HandOverForm(project=project),
            "events": action.events.select_related("by__person"),
            "today": timezone.localdate(),
            "beside": _route_of(request, project, action),
            **_rights(request, project),
        },
    )


def _route_of(request: HttpRequest, project: Project, action: DirectAction) -> Beside:
    """The route of an action, for who may read routes; a partner sees what is asked of it and no more."""
    if not request.user.has_perm("projects.view_referral_routes", project):
        return Beside()
    return route_beside(project, f"{action.kind}:{action.topic}")


@require_POST
@project_view("housevisits.view_own_actions")
def action_tap(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """One tap says what happened; the message after it offers to undo that."""
    action = get_object_or_404(_visible(request, project), pk=pk)
    state = request.POST.get("state", "")
    if state != action.state:  # a second tap on the same button is not a second step
        _tap(request, action, state)
    return _back(request, project, action)


def _tap(request: HttpRequest, action: DirectAction, state: str) -> None:
    try:
        moved = move_action(action=action, by=request.membership, state=state)  # type: ignore[attr-defined]
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return
    step = moved.events.values_list("pk", flat=True)[0]
    undo = reverse("housevisits:action_undo", args=[moved.project.slug, moved.pk, step])
    text = _("‘%(action)s’ staat nu op %(state)s.") % {"action": moved, "state": moved.get_state_display()}
    messages.success(request, text, extra_tags=undo_tag(undo + _list_part(request)))


@require_POST
@project_view("housevisits.view_own_actions")
def action_undo(request: HttpRequest, project: Project, pk: int, event: int) -> HttpResponse:
    """Put back the state of before one's own last step."""
    action = get_object_or_404(_visible(request, project), pk=pk)
    try:
        action = undo_move(action=action, by=request.membership, event=event)  # type: ignore[attr-defined]
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        text = _("Ongedaan gemaakt: ‘%(action)s’ staat weer op %(state)s.")
        messages.success(request, text % {"action": action, "state": action.get_state_display()})
    return _back(request, project, action)


def _list_part(request: HttpRequest) -> str:
    """How the list was narrowed that one comes back to; nothing for who came from the action itself."""
    return f"?{urlencode({LIST: request.GET[LIST]})}" if LIST in request.GET else ""


def _back(request: HttpRequest, project: Project, action: DirectAction) -> HttpResponse:
    """To the list when one was there, else to the action."""
    if LIST not in request.GET:
        return redirect("housevisits:action", project.slug, action.pk)
    narrowed = QueryDict(request.GET[LIST]).urlencode()
    return redirect(f"{reverse('housevisits:actions', args=[project.slug])}?{narrowed}")


@require_POST
@project_view("housevisits.keep_actions")
def action_hand_over(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Give an action to somebody else."""
    action = get_object_or_404(_visible(request, project), pk=pk)
    form = HandOverForm(request.POST, project=project)
    if form.is_valid():
        hand_over_action(action=action, by=request.membership, to=form.cleaned_data["assigned_to"])  # type: ignore[attr-defined]
        messages.success(request, _("De actie is overgedragen."))
    else:
        messages.error(request, _("Kies wie de actie overneemt."))
    return redirect("housevisits:action", project.slug, action.pk)
