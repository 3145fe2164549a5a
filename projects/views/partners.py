"""Partners: the triangle with the wider circle, and adding, changing, stopping and putting back."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from msa.ui.undoing import undo_tag
from projects.contributions.partners import EDIT, VIEW
from projects.decorators import project_view
from projects.documents.partners import partners_pdf
from projects.drawings.partners import narrow, wide
from projects.drawings.scenes import scene_of
from projects.forms.partners import AgreementForm, PartnerForm
from projects.models import Organisation, Partnership, Project, Role
from projects.overviews.organisations import correctable_in
from projects.overviews.partners import circle_of
from projects.overviews.triangle import open_corners, triangle_gap
from projects.services import partners as services
from projects.services.refusing import Refused


@require_GET
@project_view(VIEW)
def partners(request: HttpRequest, project: Project) -> HttpResponse:
    """The drawing, and the same facts as a list."""
    circle = circle_of(project)
    scene = scene_of(circle, project)
    context = {
        "circle": circle,
        "may_edit": request.user.has_perm(EDIT, project),
        "triangle_gap": triangle_gap(circle),
        "open_corners": open_corners(circle),
        "words": " ".join(_words(place.partnership, place.kind) for place in circle.partners),
        "folded": request.membership.role == Role.RESIDENT_GROUP,  # type: ignore[attr-defined]
        "wide": mark_safe(wide(scene, "breed")),  # our own drawing, words escaped
        "narrow": mark_safe(narrow(scene, "smal")),
    }
    return render(request, "projects/partners/list.html", context)


def _words(partnership: Partnership | None, kind: str) -> str:
    """What is read of one partner; the page explains the hard words in it to residents."""
    fields = ("contact_role", "brings", "expects", "agreed")
    return " ".join([kind, *(str(getattr(partnership, name) or "") for name in fields)])


@require_GET
@project_view(VIEW)
def partners_paper(request: HttpRequest, project: Project) -> HttpResponse:
    """The same on paper: an A4 PDF."""
    answer = HttpResponse(partners_pdf(project), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="partners-{project.slug}.pdf"'
    return answer


@project_view(EDIT)
def partner_add(request: HttpRequest, project: Project) -> HttpResponse:
    """Write down a partner. `?organisation=` and `?kind=` fill in what the page of partners knows already."""
    form = PartnerForm(project, request.POST or None, initial=_known(request, project))
    form.for_person(request.user)
    if request.method == "POST" and form.is_valid() and _add(request, project, form):
        return redirect("projects:partners", project.slug)
    return render(request, "projects/partners/form.html", {"form": form})


def _known(request: HttpRequest, project: Project) -> dict[str, Any]:
    """What the address says; nothing of an organisation without people here."""
    asked = request.GET.get("organisation", "")
    initial: dict[str, Any] = {"new_kind": request.GET["kind"]} if "kind" in request.GET else {}
    if asked.isdigit():
        here = Organisation.objects.filter(memberships__project=project, memberships__active=True)
        found = here.filter(pk=int(asked)).first()
        initial |= {"organisation": found, "state": "joined"} if found else {}
    return initial


def _add(request: HttpRequest, project: Project, form: PartnerForm) -> bool:
    """Whether it went well; a refusal is shown in the form."""
    try:
        with transaction.atomic():  # a refusal takes the new organisation back too
            made = services.add_partner(
                project=project,
                by=request.user,  # type: ignore[arg-type]
                organisation=form.organisation_made(),
                terms=form.terms(),
            )
    except Refused as refused:
        form.add_error("organisation", str(refused))
        return False
    text = _("%(name)s staat bij de partners.")
    messages.success(request, text % {"name": made})
    return True


@project_view(EDIT)
def partner(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Change what is written down about a partner."""
    partnership = _partnership(project, pk)
    if partnership.stopped:
        messages.info(request, _("%(name)s is gestopt. Zet de partner eerst terug.") % {"name": partnership})
        return redirect("projects:partners", project.slug)
    form = AgreementForm(partnership, request.POST or None)
    if request.method == "POST" and form.is_valid() and _change(request, partnership, form):
        return redirect("projects:partners", project.slug)
    place = next(one for one in circle_of(project).partners if one.partnership == partnership)
    context = {"form": form, "partnership": partnership, "place": place}
    context["misspelt"] = correctable_in(partnership.organisation, request.user)
    return render(request, "projects/partners/form.html", context)


def _change(request: HttpRequest, partnership: Partnership, form: AgreementForm) -> bool:
    by: Any = request.user
    try:
        with transaction.atomic():
            services.change_kind(partnership=partnership, by=by, kind=form.cleaned_data["kind"])
            services.change_partner(partnership=partnership, by=by, terms=form.terms())
    except Refused as refused:
        form.add_error("kind", str(refused))
        return False
    messages.success(request, _("Bewaard: %(name)s.") % {"name": partnership})
    return True


@require_POST
@project_view(EDIT)
def partner_stop(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """The organisation takes part no longer; the message offers to undo it and says what follows."""
    partnership = _partnership(project, pk)
    services.stop_partner(partnership=partnership, by=request.user)  # type: ignore[arg-type]
    undo = reverse("projects:partner_restore", args=[project.slug, pk])
    text = _("%(name)s doet niet meer mee.") % {"name": partnership}
    messages.success(request, text, extra_tags=undo_tag(undo))
    left = project.memberships.filter(active=True, organisation=partnership.organisation).count()
    if left:
        messages.warning(request, _still_inside(left, str(partnership)))
    return redirect("projects:partners", project.slug)


def _still_inside(count: int, name: str) -> str:
    """Stopping a partner ends nobody's access; that is one's own decision, for each person."""
    text = ngettext(
        "Eén mens van %(name)s kan nog in dit project. Moet dat stoppen, doe dat dan bij Mensen.",
        "%(n)s mensen van %(name)s kunnen nog in dit project. Moet dat stoppen, doe dat dan bij Mensen.",
        count,
    )
    return text % {"n": count, "name": name}


@require_POST
@project_view(EDIT)
def partner_restore(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Undo `partner_stop`."""
    partnership = _partnership(project, pk)
    services.restore_partner(partnership=partnership, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("%(name)s staat weer bij de partners.") % {"name": partnership})
    return redirect("projects:partners", project.slug)


def _partnership(project: Project, pk: int) -> Partnership:
    """A partner of this project; Http404 for any other."""
    found = project.partnerships.select_related("organisation", "project", "contact__person")
    return get_object_or_404(found, pk=pk)
