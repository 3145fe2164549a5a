"""Somebody leaves: the work, the note, the end; and what can be read of it afterwards."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from projects import services
from projects.decorators import project_view
from projects.forms.leaving import GoodbyeForm, NoteForm, TakersForm
from projects.models import Membership, Project, Role
from projects.overviews.leaving import colleagues, open_work, own_note, readable_departures
from projects.rules import PROJECT_TEAM
from projects.services import leaving as service
from projects.services.partners import contact_for
from projects.services.people import is_last_manager
from projects.views.people import MANAGE, is_only_leader, membership_or_404


@require_http_methods(["GET", "HEAD", "POST"])
@project_view(MANAGE)
def end(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Let somebody leave: who takes the work, what has to be known, and then the end."""
    membership = membership_or_404(project, pk, active=True)
    if membership.person == request.user:
        messages.error(request, _("Jezelf uit het project halen kan niet. Vraag het een collega."))
        return redirect("projects:people", project.slug)
    if is_last_manager(membership):
        text = _("%(name)s is de laatste die dit project beheert. Geef eerst iemand anders die rol.")
        messages.error(request, text % {"name": membership.person})
        return redirect("projects:people", project.slug)
    forms = _forms(membership, request.POST if request.method == "POST" else None)
    if request.method == "POST" and _let_go(request, membership, forms):
        return redirect("projects:handover", project.slug, pk)
    return render(request, "projects/leaving/leave.html", _leave_context(membership, forms))


def _forms(membership: Membership, data: Any) -> dict[str, Any]:
    works = open_work(membership)
    team = membership.role in PROJECT_TEAM
    return {
        "takers": TakersForm(data, giver=membership, works=works, among=colleagues(membership)),
        "note": NoteForm(data, project=membership.project, kept=own_note(membership)),
        "goodbye": GoodbyeForm(data, wants_note=team, only_leader=is_only_leader(membership)),
    }


def _leave_context(membership: Membership, forms: dict[str, Any]) -> dict[str, Any]:
    takers: TakersForm = forms["takers"]
    elsewhere = membership.person.memberships.filter(active=True).exclude(pk=membership.pk).count()
    return forms | {
        "leaving": membership,
        "rows": [takers[name] for name in takers.fields],
        "stuck": [work for work in takers.works if not work.movable],
        "asks_note": membership.role != Role.RESIDENT_GROUP,
        "contacts": contact_for(membership),
        "prepared": own_note(membership),
        "elsewhere": elsewhere,
    }


def _let_go(request: HttpRequest, membership: Membership, forms: dict[str, Any]) -> bool:
    """Whether it went well; what was refused or forgotten is shown in the forms."""
    takers, note, goodbye = forms["takers"], forms["note"], forms["goodbye"]
    if not all([takers.is_valid(), note.is_valid(), goodbye.is_valid()]) or not goodbye.check(note.note()):
        return False
    try:
        service.leave(
            membership=membership,
            by=request.user,  # type: ignore[arg-type]
            takers=takers.takers(),
            note=note.note(),
        )
    except services.Refused as refused:
        takers.add_error(None, str(refused))
        return False
    text = _("%(name)s doet niet meer mee en kan niets van dit project meer zien.")
    messages.success(request, text % {"name": membership.person})
    _say_who_is_without_contact(request, membership)
    return True


def _say_who_is_without_contact(request: HttpRequest, left: Membership) -> None:
    """Partners that were left without a fixed contact person; Vandaag keeps saying so."""
    names = [str(partner) for partner in contact_for(left)]
    if names:
        text = _("%(person)s was de vaste contactpersoon van %(partners)s. Kies bij Partners een nieuwe.")
        messages.warning(request, text % {"person": left.person, "partners": ", ".join(names)})


@require_POST
@project_view(MANAGE)
def restore(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Undo `end`, but for the work that went to others."""
    membership = membership_or_404(project, pk, active=False)
    services.restore_membership(membership=membership, by=request.user)  # type: ignore[arg-type]
    text = _("%(name)s doet weer mee.") % {"name": membership.person}
    if membership.departures.filter(lines__taker__isnull=False).exists():
        text += " " + _("Werk dat is doorgegeven, blijft bij wie het kreeg.")
    messages.success(request, text)
    return redirect("projects:people", project.slug)


@require_GET
@project_view("projects.view_handover")
def handover(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """What somebody left behind: for who manages people, and for who took over something."""
    membership = get_object_or_404(
        project.memberships.select_related("person", "organisation", "project"), pk=pk
    )
    reader: Membership = request.membership  # type: ignore[attr-defined]
    departures = readable_departures(reader).filter(membership=membership)
    departures = departures.select_related("ended_by").prefetch_related("lines__taker__person")
    manages = request.user.has_perm(MANAGE, project)
    if not departures and not (manages and not membership.active):
        raise Http404
    context = {"left": membership, "departures": departures, "manages": manages}
    return render(request, "projects/leaving/handover.html", context | _waiting(membership, manages))


def _waiting(membership: Membership, manages: bool, data: Any = None) -> dict[str, Any]:
    """What still waits with who left, with the form to give it on; for who may do that."""
    if membership.active or not manages:
        return {}
    works = [work for work in open_work(membership) if work.movable]
    form = TakersForm(data, giver=membership, works=works, among=colleagues(membership), obliged=False)
    return {"waiting": works, "form": form}


@require_POST
@project_view(MANAGE)
def give_on(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Give to somebody what was left to nobody."""
    membership = membership_or_404(project, pk, active=False)
    form: TakersForm = _waiting(membership, True, request.POST)["form"]
    if form.is_valid():
        _give(request, membership, form)
    else:
        messages.error(request, _("Kies iemand die dit kan overnemen."))
    return redirect("projects:handover", project.slug, pk)


def _give(request: HttpRequest, giver: Membership, form: TakersForm) -> None:
    try:
        given = service.give_on(giver=giver, by=request.user, takers=form.takers())  # type: ignore[arg-type]
    except services.Refused as refused:
        messages.error(request, str(refused))
        return
    if given:
        messages.success(request, _("Doorgegeven: %s.") % ", ".join(work.label for work in given))
    else:
        messages.info(request, _("Er is niets gekozen, dus er is niets doorgegeven."))


@project_view("projects.prepare_handover")
def my_handover(request: HttpRequest, project: Project) -> HttpResponse:
    """Write for who comes after, while still here."""
    membership: Membership = request.membership  # type: ignore[attr-defined]
    data = request.POST if request.method == "POST" else None
    form = NoteForm(data, project=project, kept=own_note(membership))
    if request.method == "POST" and form.is_valid():
        service.prepare_note(membership=membership, note=form.note())
        messages.success(request, _("Bewaard. Zolang je meedoet, kun je dit blijven aanvullen."))
        return redirect("projects:my_handover", project.slug)
    context = {"form": form, "works": open_work(membership), "note": own_note(membership)}
    return render(request, "projects/leaving/mine.html", context)
