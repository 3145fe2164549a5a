"""Pages of referral routes (V5): the list, one route, writing one, and the card to take along."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from projects.decorators import project_view
from projects.documents.referral import card_pdf
from projects.forms.referral import ReferralForm
from projects.models import Concern, Project, ReferralRoute
from projects.overviews import referral
from projects.services.referral import check_route, remove_route, write_route
from projects.services.refusing import Refused

VIEW, CHECK, EDIT = (f"projects.{verb}_referral_routes" for verb in ("view", "check", "edit"))


@project_view(VIEW)
def referral_routes(request: HttpRequest, project: Project) -> HttpResponse:
    """At a glance: what has a route and what lacks one."""
    groups = referral.overview(project)
    lines = [line for group in groups for line in group.lines]
    gaps = referral.gaps_in(line.route for line in lines if line.route)
    context = {
        "groups": groups,
        "needed": sum(line.concern.required for line in lines),
        "standing": sum(line.concern.required and not line.lacks for line in lines),
        "blocked": referral.why_no_planning(gaps),
        "only_unchecked": bool(gaps.unchecked) and not gaps.without,
        "any": any(line.route for line in lines),
    }
    return render(request, "projects/referral/list.html", context | _rights(request, project))


@project_view(VIEW)
def referral_route(request: HttpRequest, project: Project, concern: str) -> HttpResponse:
    """The route of one concern with its history."""
    wanted = Concern(concern)
    route = referral.routes_of(project).get(wanted)
    context = {
        "line": referral.line_of(wanted, route, timezone.localdate()),
        "history": referral.history_of(project, wanted),
    }
    return render(request, "projects/referral/route.html", context | _rights(request, project))


@project_view(EDIT)
def referral_edit(request: HttpRequest, project: Project, concern: str) -> HttpResponse:
    """Write the route of a concern, or change it."""
    wanted = Concern(concern)
    routes = referral.routes_of(project)
    free = [one for one in Concern if one not in routes and one != wanted]
    route = routes.get(wanted)
    form = ReferralForm(request.POST or None, instance=route, project=project, concern=wanted, free=free)
    form.for_person(request.user)
    if request.method == "POST" and form.is_valid() and _write(request, project, wanted, form):
        return redirect("projects:referral_route", project.slug, wanted.value)
    context = {"form": form, "concern": wanted, "route": route}
    return render(request, "projects/referral/edit.html", context)


def _write(request: HttpRequest, project: Project, concern: Concern, form: ReferralForm) -> bool:
    """Whether it went well; a refusal is shown in the form."""
    also_for = form.cleaned_data.get("also_for", [])
    try:
        with transaction.atomic():  # a refusal takes the new organisation back too
            write_route(
                project=project,
                by=request.user,  # type: ignore[arg-type]
                concern=concern,
                fields=form.route_fields(),
                also_for=also_for,
            )
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    more = _(" Ook voor: %(concerns)s.") % {"concerns": referral.named(map(Concern, also_for))}
    messages.success(request, _("De route staat.") + (more if also_for else ""))
    return True


@require_POST
@project_view(CHECK)
def referral_check(request: HttpRequest, project: Project, concern: str) -> HttpResponse:
    """One tap: looked at today, still right."""
    route = _route(request, project, concern)
    try:
        check_route(route=route, by=request.user)  # type: ignore[arg-type]
        messages.success(request, _("Nagekeken: %(route)s.") % {"route": route})
    except Refused as refused:
        messages.error(request, str(refused))
    if request.POST.get("from") == "list":
        return redirect("projects:referral_routes", project.slug)
    return redirect("projects:referral_route", project.slug, concern)


@require_POST
@project_view(EDIT)
def referral_remove(request: HttpRequest, project: Project, concern: str) -> HttpResponse:
    """Take a route away that no longer holds."""
    route = _route(request, project, concern)
    remove_route(route=route, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("De route voor ‘%(route)s’ is weg.") % {"route": route})
    return redirect("projects:referral_routes", project.slug)


@require_GET
@project_view(VIEW)
def referral_card(request: HttpRequest, project: Project) -> HttpResponse:
    """All routes on one A4, as PDF."""
    answer = HttpResponse(card_pdf(project), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="doorverwijskaart-{project.slug}.pdf"'
    return answer


def _route(request: HttpRequest, project: Project, concern: str) -> ReferralRoute:
    """A route of this project. Raises Http404 when there is none."""
    found = ReferralRoute.objects.visible_to(request.user).select_related("project")
    return get_object_or_404(found, project=project, concern=concern)


def _rights(request: HttpRequest, project: Project) -> dict[str, Any]:
    """What the page may offer; who can write routes is asked only for who cannot."""
    may_edit = request.user.has_perm(EDIT, project)
    return {
        "may_edit": may_edit,
        "may_check": request.user.has_perm(CHECK, project),
        "editors": [] if may_edit else referral.who_may_edit(project),
    }
