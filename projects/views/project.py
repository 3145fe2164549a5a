"""The project itself: its page, its settings, who may do what, and a new one."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from msa import registry
from projects import services
from projects.decorators import project_view
from projects.forms import ProjectForm, SettingsForm
from projects.models import Project, Role
from projects.overviews.rights import rights_for
from projects.phases import phase_cards
from projects.services.people import organisation_of
from projects.services.takeover import sources_for
from projects.views.people import say_known_name


@project_view("projects.view_project")
def home(request: HttpRequest, project: Project) -> HttpResponse:
    """What this project is, what each phase holds, and who takes part."""
    members = list(project.memberships.filter(active=True).select_related("person", "organisation"))
    may_manage = request.user.has_perm("projects.manage_people", project)
    # Residents sit by seat: only who manages people, and somebody's own page, says a resident's name.
    residents = [held for held in members if held.role == Role.RESIDENT_GROUP]
    unnamed = [held for held in residents if not may_manage and held.person_id != request.user.pk]
    people = [held for held in members if held not in unnamed]
    context = {
        "people": sorted(people, key=lambda held: (Role.values.index(held.role), held.person.name)),
        "unnamed": len(unnamed),
        "phases": phase_cards(project, request.membership),  # type: ignore[attr-defined]
        "may_manage": may_manage,
    }
    return render(request, "projects/home.html", context)


@project_view("projects.change_settings")
def settings(request: HttpRequest, project: Project) -> HttpResponse:
    """Change what the project is called, where it is and what residents read of it."""
    form = SettingsForm(request.POST or None, instance=project)
    if request.method == "POST":
        before = Project.objects.get(pk=project.pk)
        if form.is_valid():
            services.change_settings(project=project, by=request.user, changes=form.changes())  # type: ignore[arg-type]
            messages.success(request, _("Bewaard."))
            return redirect("projects:settings", project.slug)
        request.project = before  # type: ignore[attr-defined]
    context = {"form": form, "may_close": request.user.has_perm("projects.close_project", project)}
    return render(request, "projects/settings.html", context)


@project_view("projects.view_project")
def rights(request: HttpRequest, project: Project) -> HttpResponse:
    """Who may do what, made from the same entries that the app itself asks; and how long what is kept."""
    role = request.membership.role  # type: ignore[attr-defined]
    kept = [line for part in registry.kept for line in part.call(project)]
    context = {"rights": rights_for(role), "kept": kept, "polite": role == Role.RESIDENT_GROUP}
    return render(request, "projects/rights.html", context)


@login_required
def create(request: HttpRequest) -> HttpResponse:
    """An administrator begins a project. Raises PermissionDenied for who is administrator nowhere."""
    if not Project.objects.where(request.user, "projects.create_project").exists():
        raise PermissionDenied
    by: Any = request.user
    form = ProjectForm(request.POST or None, sources=sources_for(by, organisation_of(by))).for_person(by)
    if request.method == "POST" and form.is_valid():
        made = _create(request, form)
        if made is not None:
            text = _("%(project)s is begonnen. De projectleider krijgt een mail.")
            messages.success(request, text % {"project": made})
            leader = made.memberships.select_related("person").get(role=Role.PROJECT_LEADER)
            say_known_name(request, leader.person, form.cleaned_data["leader_name"])
            return redirect(_next_page(made, form.cleaned_data["source"]))
    return render(request, "projects/create.html", {"form": form})


def _next_page(made: Project, source: Project | None) -> str:
    """Where to go on: what to take over from `source`, or what comes next."""
    if source is None:
        return reverse("projects:begun", args=[made.slug])
    return reverse("projects:takeover", args=[made.slug], query={"van": source.slug})


def _create(request: HttpRequest, form: ProjectForm) -> Project | None:
    """The new project, or None with the refusal shown in the form."""
    names = ("name", "neighbourhood", "place", "occasion", "starts_on")
    leader = {"name": form.cleaned_data["leader_name"], "email": form.cleaned_data["leader_email"]}
    try:
        with transaction.atomic():
            return services.create_project(
                by=request.user,  # type: ignore[arg-type]
                organisation=form.chosen_organisation(),
                leader=leader,
                fields={name: form.cleaned_data[name] for name in names},
            )
    except services.Refused as refused:
        form.add_error("leader_email", str(refused))
        return None
