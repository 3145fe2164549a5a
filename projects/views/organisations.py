"""Organisations: the own ones, one with its projects, changing it; and the projects to switch between."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django.views.decorators.vary import vary_on_headers

from projects import current
from projects.forms.organisations import OrganisationForm
from projects.models import Membership, Organisation, Person, Role
from projects.overviews.organisations import (
    by_state,
    correctable_in,
    lines_of,
    manages,
    taking_part,
    unconfirmed,
)
from projects.services import organisations as services
from projects.services.refusing import Refused

SWITCHES = 6  # as many projects as the menu at the top has room for


@login_required
@require_GET
def organisations(request: HttpRequest) -> HttpResponse:
    """The organisations somebody works for; the only one is opened at once."""
    found = list(Organisation.objects.visible_to(request.user))
    if len(found) == 1:
        return redirect(found[0])
    held = current.memberships_of(request.user)  # type: ignore[arg-type]
    polite = bool(held) and all(one.role == Role.RESIDENT_GROUP for one in held)
    return render(request, "projects/organisations/list.html", {"organisations": found, "polite": polite})


@login_required
@require_GET
def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """Its projects, as far as one may know of them, and colleagues in the projects one shares."""
    found = _organisation(request, pk)
    person: Person = request.user  # type: ignore[assignment]
    keeps = Organisation.objects.kept_by(person).filter(pk=pk).exists()
    lines = lines_of(found, person, keeps=keeps)
    context = {
        "organisation": found,
        "keeps": keeps,
        "may_change": keeps and _may_change(request, pk),
        "running": [line for line in lines if not line.finished],
        "finished": [line for line in lines if line.finished],
        "shared": [line for line in lines if line.mine and line.colleagues],
        "waiting": unconfirmed(found, lines) if keeps else [],
        "unknown": not keeps and any(manages(line, found) for line in lines),
    }
    return render(request, "projects/organisations/detail.html", context)


@login_required
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name or kind, in all its projects at once.

    For its administrators, and while nobody looks after it for who manages the only project that knows it.
    """
    found, back = _changeable(request, pk)
    form = OrganisationForm(found, request.POST or None)
    if request.method == "POST" and form.is_valid() and _change(request, found, form):
        return redirect(back)
    # Counted, not named: an administrator here is a keeper, so every project may be known of.
    projects = taking_part(found).count() or 1  # who was only asked takes part in none yet
    context = {"form": form, "organisation": found, "projects": projects, "back": back}
    return render(request, "projects/organisations/change.html", context)


def _changeable(request: HttpRequest, pk: int) -> tuple[Organisation, str]:
    """An organisation that one may change, and the page to go back to. Raises Http404 or PermissionDenied."""
    project = None
    found = Organisation.objects.filter(pk=pk).first()
    if found is not None:
        project = correctable_in(found, request.user)
    if found is None or project is None:
        found = _organisation(request, pk)
        if not _may_change(request, pk):
            raise PermissionDenied
    if project is None or Organisation.objects.visible_to(request.user).filter(pk=pk).exists():
        return found, found.get_absolute_url()
    return found, reverse("projects:partners", args=[project.slug])


def _change(request: HttpRequest, found: Organisation, form: OrganisationForm) -> bool:
    by: Any = request.user
    try:
        services.change_organisation(organisation=found, by=by, changes=form.changes())
    except Refused as refused:
        form.add_error("name", str(refused))
        return False
    messages.success(request, _("Bewaard: %(name)s.") % {"name": found})
    return True


@require_POST
@login_required
def confirm(request: HttpRequest, pk: int, held: int) -> HttpResponse:
    """Let a colleague in a project that one shares know of all projects of the organisation."""
    found = _organisation(request, pk)
    if not Organisation.objects.kept_by(request.user).filter(pk=pk).exists():
        raise PermissionDenied
    by: Any = request.user
    shared = by.memberships.filter(active=True).values("project")
    colleagues = Membership.objects.filter(organisation=found, active=True, project__in=shared)
    membership = get_object_or_404(colleagues.select_related("person", "project"), pk=held)
    try:
        services.confirm_keeper(organisation=found, membership=membership, by=by)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        text = _("%(person)s ziet nu alle projecten van %(organisation)s.")
        messages.success(request, text % {"person": membership.person, "organisation": found})
    return redirect(found)


@login_required
@require_GET
@vary_on_headers("HX-Request")
def switch(request: HttpRequest) -> HttpResponse:
    """One's projects that run, as a short list for the menu at the top of every page.

    Who types the address gets the whole page of one's projects.
    """
    if "HX-Request" not in request.headers:
        return redirect("projects:choose")
    memberships = current.memberships_of(request.user)  # type: ignore[arg-type]
    running, _finished = by_state(memberships, timezone.localdate())
    context = {"memberships": running[:SWITCHES], "more": len(running) > SWITCHES}
    return render(request, "projects/organisations/_switch.html", context)


def _organisation(request: HttpRequest, pk: int) -> Organisation:
    """An organisation one works for. Raises Http404 for any other."""
    return get_object_or_404(Organisation.objects.visible_to(request.user), pk=pk)


def _may_change(request: HttpRequest, pk: int) -> bool:
    return Organisation.objects.kept_by(request.user, Role.ADMINISTRATOR).filter(pk=pk).exists()
