"""The time line: the board with the list by month, moving, changing, warnings and the paper (V8)."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from msa.ui.undoing import beside_tag, undo_tag
from projects.decorators import project_view
from projects.documents.timeline import timeline_pdf
from projects.forms.timeline import ItemForm, MoveForm, WaiveForm
from projects.models import Person, Project, Role, TimelineItem, TimelineShift, TimelineWaiver
from projects.overviews.timeline import EDIT, EDIT_WORKS, Timeline, anchor_of, may_edit, timeline_for
from projects.overviews.timeline_board import shown_board
from projects.services import timeline as services
from projects.services import timeline_waivers
from projects.services.refusing import Refused
from projects.timeline.templates import TEMPLATES
from projects.timeline.weeks import said

VIEW = "projects.view_timeline"


def _timeline(request: HttpRequest) -> Timeline:
    return timeline_for(request.membership, timezone.localdate())  # type: ignore[attr-defined]


def _context(request: HttpRequest, project: Project) -> dict[str, Any]:
    """What the page and its answers after a move show."""
    found = _timeline(request)
    may_add = request.user.has_perm(EDIT_WORKS, project)
    asked = request.GET.get("schaal") or request.POST.get("schaal") or ""
    return {
        "timeline": found,
        "board": shown_board(found, asked),
        "templates": TEMPLATES.values(),
        "may_edit": request.user.has_perm(EDIT, project),
        "may_add": may_add,
        "leaders": [] if found.entries or may_add else _leaders(project),
    }


def _leaders(project: Project) -> list[Person]:
    """Who can change the whole time line, for who cannot. One query."""
    held = project.memberships.filter(active=True, role=Role.PROJECT_LEADER)
    return [one.person for one in held.select_related("person").order_by("person__name")]


@require_GET
@project_view(VIEW)
def timeline(request: HttpRequest, project: Project) -> HttpResponse:
    """The board and the same by month; for residents in u, without what is not for them."""
    if request.membership.role == Role.RESIDENT_GROUP:  # type: ignore[attr-defined]
        return render(request, "projects/timeline/residents.html", {"timeline": _timeline(request)})
    return render(request, "projects/timeline/timeline.html", _context(request, project))


@require_GET
@project_view(VIEW)
def timeline_paper(request: HttpRequest, project: Project) -> HttpResponse:
    """The same on paper: A3, lying."""
    answer = HttpResponse(timeline_pdf(_timeline(request)), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="tijdspad-{project.slug}.pdf"'
    return answer


def _item(request: HttpRequest, project: Project, pk: int, *, edit: bool = False) -> TimelineItem:
    """The item, when it stands and is for who asks. Raises Http404, PermissionDenied."""
    item = get_object_or_404(project.timeline_items.standing().select_related("block", "project"), pk=pk)
    membership = request.membership  # type: ignore[attr-defined]
    if membership.role == Role.RESIDENT_GROUP and not item.concerns(membership.role):
        raise Http404
    if edit and not may_edit(membership, item):
        raise PermissionDenied
    return item


@project_view(EDIT_WORKS)
def timeline_add(request: HttpRequest, project: Project) -> HttpResponse:
    """Put something on the time line. `?blok=` and `?soort=` fill in what the page knows already."""
    known = {"block": request.GET.get("blok", ""), "kind": request.GET.get("soort", "")}
    form = ItemForm(request.membership, data=request.POST or None, initial=known)  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        try:
            made = services.add_item(membership=request.membership, fields=form.values())  # type: ignore[attr-defined]
        except Refused as refused:
            form.add_error("starts_on", str(refused))
        else:
            _say(request, made, _("‘%(title)s’ staat op het tijdspad.") % {"title": made})
            return redirect(_page(project, made))
    return render(request, "projects/timeline/form.html", {"form": form})


@project_view(VIEW)
def timeline_item(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """One item: to read, and to change for who may."""
    item = _item(request, project, pk, edit=request.method == "POST")
    membership = request.membership  # type: ignore[attr-defined]
    form = ItemForm(membership, item, request.POST or None) if may_edit(membership, item) else None
    if request.method == "POST" and form is not None and form.is_valid() and _changed(request, item, form):
        return redirect(_page(project, item))
    entry = next(one for one in _timeline(request).entries if one.item.pk == item.pk)
    polite = membership.role == Role.RESIDENT_GROUP
    leaders = [] if form or polite else _leaders(project)
    context = {"form": form, "item": item, "entry": entry, "polite": polite, "leaders": leaders}
    return render(request, "projects/timeline/form.html", context)


def _changed(request: HttpRequest, item: TimelineItem, form: ItemForm) -> bool:
    membership = request.membership  # type: ignore[attr-defined]
    try:
        services.change_item(membership=membership, item=item, fields=form.values())
    except Refused as refused:
        form.add_error("starts_on", str(refused))
        return False
    _say(request, item, _("Bewaard: ‘%(title)s’.") % {"title": form.cleaned_data["title"]})
    return True


@require_POST
@project_view(EDIT_WORKS)
def timeline_move(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Give an item other days, from the board or from the list. 409 when somebody else was first."""
    item = _item(request, project, pk, edit=True)
    form = MoveForm(request.POST)
    if not form.is_valid():
        _say(request, item, form.why_not(), level=messages.ERROR)
        return _after_move(request, project, item, 400)
    data = {name: form.cleaned_data[name] for name in ("starts_on", "ends_on", "version", "along")}
    try:
        shift = services.move_item(membership=request.membership, item=item, **data)  # type: ignore[attr-defined]
    except Refused as refused:
        _say(request, item, str(refused), level=messages.ERROR)
        return _after_move(request, project, item, 409 if isinstance(refused, services.Overtaken) else 400)
    if shift is not None:
        _say_moved(request, project, item, shift, said(data["starts_on"], data["ends_on"]))
    return _after_move(request, project, item, 200)


def _say_moved(
    request: HttpRequest, project: Project, item: TimelineItem, shift: TimelineShift, days: str
) -> None:
    text = _("Bewaard. ‘%(title)s’: %(days)s.") % {"title": item, "days": days}
    others = len(shift.before) - 1
    if others:
        text += " " + _("Wat erna komt, schoof mee: %(count)s.") % {"count": others}
    _say(request, item, text, undo=undo_tag(_undo_url(project, shift)))


def _say(
    request: HttpRequest, item: TimelineItem, text: str, *, undo: str = "", level: int = messages.SUCCESS
) -> None:
    """A message beside `item`: in the list, or beside the drawing when the script asked."""
    place = "" if _by_script(request) else beside_tag(anchor_of(item))
    messages.add_message(request, level, text, extra_tags=f"{undo} {place}".strip())


def _by_script(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "fetch"


def _after_move(request: HttpRequest, project: Project, item: TimelineItem, status: int) -> HttpResponse:
    """The new state: a piece of the page for the script, the page itself without it."""
    if _by_script(request):
        return _piece(request, project, status)
    return redirect(_page(project, item))


def _piece(request: HttpRequest, project: Project, status: int) -> HttpResponse:
    return render(request, "projects/timeline/_moved.html", _context(request, project), status=status)


@require_POST
@project_view(EDIT_WORKS)
def timeline_remove(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Take an item off the time line; the message offers to undo it."""
    item = _item(request, project, pk, edit=True)
    try:
        shift = services.remove_item(membership=request.membership, item=item)  # type: ignore[attr-defined]
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        text = _("‘%(title)s’ staat niet meer op het tijdspad.") % {"title": item}
        messages.success(request, text, extra_tags=undo_tag(_undo_url(project, shift)))
    return _to_timeline(project)


@require_POST
@project_view(EDIT_WORKS)
def timeline_undo(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Put back what stood there before a move, or before an item was taken away."""
    shift = get_object_or_404(TimelineShift, project=project, pk=pk)
    try:
        items = services.undo(membership=request.membership, shift=shift)  # type: ignore[attr-defined]
    except Refused as refused:
        messages.error(request, str(refused))
        return _piece(request, project, 409) if _by_script(request) else _to_timeline(project)
    _say(request, items[0], _("Ongedaan gemaakt. Alles staat zoals eerst."))
    return _after_move(request, project, items[0], 200)


@require_POST
@project_view(EDIT)
def timeline_waive(request: HttpRequest, project: Project) -> HttpResponse:
    """Leave a warning as it is, with why."""
    form = WaiveForm(request.POST)
    key = request.POST.get("collision", "")
    found = next((one.collision for one in _timeline(request).warned if one.collision.key == key), None)
    if found is None:
        messages.info(request, _("Deze waarschuwing is er niet meer."))
    elif form.is_valid():
        reason = form.cleaned_data["reason"]
        timeline_waivers.waive(project=project, by=request.user, collision=found, reason=reason)  # type: ignore[arg-type]
        messages.success(request, _("Dit blijft zo. Verschuift er iets, dan komt de waarschuwing terug."))
    else:
        messages.error(request, _("Schrijf in hooguit 300 tekens op waarom het zo blijft."))
    return redirect(reverse("projects:timeline", args=[project.slug]) + "#botsingen")


@require_POST
@project_view(EDIT)
def timeline_unwaive(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Let a warning count again."""
    waiver = get_object_or_404(TimelineWaiver, project=project, pk=pk)
    timeline_waivers.unwaive(waiver=waiver, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("De waarschuwing telt weer mee."))
    return redirect(reverse("projects:timeline", args=[project.slug]) + "#botsingen")


def _page(project: Project, item: TimelineItem) -> str:
    return reverse("projects:timeline", args=[project.slug]) + f"#{anchor_of(item)}"


def _to_timeline(project: Project) -> HttpResponse:
    return redirect("projects:timeline", project.slug)


def _undo_url(project: Project, shift: TimelineShift) -> str:
    return reverse("projects:timeline_undo", args=[project.slug, shift.pk])
