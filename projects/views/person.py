"""One person who takes part: another role, with the work handed over; name and address until signing in."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects import services
from projects.decorators import project_view
from projects.forms import RoleForm
from projects.forms.leaving import TakersForm
from projects.forms.people import DetailsForm
from projects.models import Membership, Project, Role
from projects.overviews.leaving import colleagues, outgrown
from projects.overviews.organisations import correctable_in
from projects.services.details import correct_person, correctable
from projects.services.leaving import change_role
from projects.views.people import MANAGE, membership_or_404

STEP = "overdracht"  # sent by the second page, where the work is given on
CARRIED = ("role", "organisation", "new_organisation", "new_kind")


@project_view(MANAGE)
def change(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Another role or organisation for somebody; what the new role may not hold is given on first."""
    membership = membership_or_404(project, pk, active=True)
    form = RoleForm.of(membership, request.POST or None).for_person(request.user)
    if request.method == "POST" and form.is_valid():
        takers = _takers_form(request, membership, form)
        if takers.works and not (takers.is_bound and takers.is_valid()):
            return _hand_over(request, membership, form, takers)
        if _change(request, membership, form, takers):
            return redirect("projects:people", project.slug)
    return _page(request, membership, form)


def _page(
    request: HttpRequest, membership: Membership, form: RoleForm, details: DetailsForm | None = None
) -> HttpResponse:
    if details is None and correctable(membership):
        details = DetailsForm(initial={"name": membership.person.name, "email": membership.person.email})
    organisation = membership.organisation
    misspelt = organisation if organisation and correctable_in(organisation, request.user) else None
    context = {"form": form, "changed": membership, "details": details, "misspelt": misspelt}
    return render(request, "projects/person.html", context)


def _takers_form(request: HttpRequest, membership: Membership, form: RoleForm) -> TakersForm:
    """Who takes what cannot stay; without works when the change is refused anyway."""
    role = form.cleaned_data["role"]
    try:
        with transaction.atomic():
            services.check_change(membership=membership, by=request.user, role=role)  # type: ignore[arg-type]
        works = outgrown(membership, role, form.known_organisation())
    except services.Refused:
        works = []
    data = request.POST if STEP in request.POST else None
    return TakersForm(data, giver=membership, works=works, among=colleagues(membership), staying=role)


def _hand_over(
    request: HttpRequest, membership: Membership, form: RoleForm, takers: TakersForm
) -> HttpResponse:
    """The page between: what cannot stay, and who takes it. Nothing has changed yet."""
    context = {
        "changed": membership,
        "takers": takers,
        "rows": [takers[name] for name in takers.fields],
        "stuck": [work for work in takers.works if not work.movable],
        "role": Role(form.cleaned_data["role"]).label,
        "carried": [(name, form.data.get(name, "")) for name in CARRIED],
        "step": STEP,
    }
    return render(request, "projects/leaving/role.html", context)


def _change(request: HttpRequest, membership: Membership, form: RoleForm, takers: TakersForm) -> bool:
    try:
        with transaction.atomic():  # a refusal takes the new organisation back too
            given = change_role(
                membership=membership,
                by=request.user,  # type: ignore[arg-type]
                role=form.cleaned_data["role"],
                organisation=form.chosen_organisation(),
                takers=takers.takers() if takers.works else {},
            )
    except services.Refused as refused:
        form.add_error("role", str(refused))
        return False
    messages.success(request, _("Bewaard: %(name)s.") % {"name": membership.person})
    if given:
        messages.success(request, _("Doorgegeven: %s.") % ", ".join(work.label for work in given))
    return True


@require_POST
@project_view(MANAGE)
def correct(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Another name or address for who never signed in, with a new invitation."""
    membership = membership_or_404(project, pk, active=True)
    details = DetailsForm(request.POST)
    if details.is_valid() and _correct(request, membership, details):
        return redirect("projects:people", project.slug)
    form = RoleForm.of(membership).for_person(request.user)
    return _page(request, membership, form, details if correctable(membership) else None)


def _correct(request: HttpRequest, membership: Membership, details: DetailsForm) -> bool:
    by: Any = request.user
    try:
        correct_person(membership=membership, by=by, **details.cleaned_data)
    except services.Refused as refused:
        details.add_error("email", str(refused))
        return False
    text = _("Verbeterd. De nieuwe uitnodiging gaat naar %(email)s.")
    messages.success(request, text % {"email": membership.person.email})
    return True
