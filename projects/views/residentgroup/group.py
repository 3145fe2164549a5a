"""The group on one page, its seats, and which groups of residents are missing."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from msa.ui.undoing import undo_tag
from projects.decorators import project_view
from projects.forms.residentgroup.group import AboutForm, LivingForm, SeatForm
from projects.models import AdviceState, Project, Seat
from projects.overviews import residentgroup as overview
from projects.overviews.perspectives import perspectives_of
from projects.services import residentgroup as services
from projects.views.residentgroup.writing import EDIT, VIEW, FormPage, shared, write_page


@require_GET
@project_view(VIEW)
def group(request: HttpRequest, project: Project) -> HttpResponse:
    """Everything at a glance; residents get a calm page of their own."""
    group = overview.group_of(project)
    advices = list(overview.advices_of(project))
    levels = overview.influence_of(project)
    context = shared(request, project) | {
        "group": group,
        "table": overview.table_of(project, group),
        "next": overview.next_meeting(project, timezone.localdate()),
        "asked": [one for one in advices if one.state == AdviceState.ASKED],
        "states": overview.by_state(advices),
        "levels": levels,
        "any_subject": any(level.subjects for level in levels),
        "meetings": overview.meetings_of(project)[:4],
    }
    name = "home_resident" if context["polite"] else "home"
    return render(request, f"projects/residentgroup/{name}.html", context)


@project_view(EDIT)
def group_about(request: HttpRequest, project: Project) -> HttpResponse:
    """What the group is for and when it meets."""
    form = AboutForm(overview.group_of(project), request.POST or None)
    page = FormPage(_("Over de groep"), _home(project), _("Bewonersprojectgroep"))
    by: Any = request.user
    return write_page(
        request,
        form,
        page,
        lambda: services.change_group(project=project, by=by, fields=form.fields_typed()),
    )


@project_view(EDIT)
def living(request: HttpRequest, project: Project) -> HttpResponse:
    """Tick which groups live here; the page of seats then shows who is missing."""
    form = LivingForm(project, overview.group_of(project), request.POST or None)
    page = FormPage(
        _("Wie wonen er in de buurt?"),
        _seats(project),
        _("Stoelen"),
        lead=_("Vink aan welke groepen er wonen. Daarna zie je wie er nog niet aan tafel zit."),
        names=False,
    )
    by: Any = request.user
    return write_page(
        request,
        form,
        page,
        lambda: services.change_group(project=project, by=by, fields=form.fields_typed()),
        {"wide_choices": True},
    )


@require_GET
@project_view(VIEW)
def seats(request: HttpRequest, project: Project) -> HttpResponse:
    """Seats, and who is missing at the table."""
    context = shared(request, project) | {"table": overview.table_of(project)}
    return render(request, "projects/residentgroup/seats.html", context)


@project_view(EDIT)
def seat_add(request: HttpRequest, project: Project) -> HttpResponse:
    """A new seat. `?voor=` fills in the perspective that the page of seats misses."""
    wanted = [one for one in perspectives_of(project) if one.key == request.GET.get("voor")]
    draft = Seat(perspective=wanted[0].label, voices=[wanted[0].key]) if wanted else None
    return _seat_page(request, project, draft, _("Stoel toevoegen"))


@project_view(EDIT)
def seat(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Change a seat, or take it away."""
    return _seat_page(request, project, _seat(project, pk), _("Stoel wijzigen"))


def _seat_page(request: HttpRequest, project: Project, kept: Seat | None, title: str) -> HttpResponse:
    names = request.user.has_perm("projects.manage_people", project)
    form = SeatForm(project, kept, request.POST or None, names=names)
    stored = kept if kept and kept.pk else None
    page = FormPage(title, _seats(project), _("Stoelen"), done=_("De stoel staat."))
    by: Any = request.user
    more: dict[str, Any] = {"wide_choices": True}
    if stored:
        more["remove"] = {
            "url": reverse("projects:resident_seat_remove", args=[project.slug, stored.pk]),
            "title": _("Deze stoel weghalen"),
            "text": _("De stoel verdwijnt van tafel. Adviezen vanaf deze stoel blijven staan."),
            "label": _("Haal de stoel weg"),
        }
    return write_page(
        request,
        form,
        page,
        lambda: services.write_seat(project=project, by=by, fields=form.fields_typed(), seat=stored),
        more,
    )


@require_POST
@project_view(EDIT)
def seat_remove(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Take a seat away; the message offers to undo it."""
    kept = _seat(project, pk)
    services.remove_seat(seat=kept, by=request.user)  # type: ignore[arg-type]
    undo = reverse("projects:resident_seat_restore", args=[project.slug, pk])
    text = _("De stoel ‘%(seat)s’ is weg.") % {"seat": kept}
    messages.success(request, text, extra_tags=undo_tag(undo))
    return redirect(_seats(project))


@require_POST
@project_view(EDIT)
def seat_restore(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Undo `seat_remove`."""
    kept = _seat(project, pk)
    services.restore_seat(seat=kept, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("De stoel ‘%(seat)s’ staat er weer, als vrije stoel.") % {"seat": kept})
    return redirect(_seats(project))


def _seat(project: Project, pk: int) -> Seat:
    """A seat of this project; Http404 for any other."""
    return get_object_or_404(
        Seat.objects.select_related("group__project", "member"), pk=pk, group__project=project
    )


def _home(project: Project) -> str:
    return reverse("projects:resident_group", args=[project.slug])


def _seats(project: Project) -> str:
    return reverse("projects:resident_seats", args=[project.slug])
