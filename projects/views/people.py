"""Who takes part: the list, adding and inviting. One person is in `person`, leaving in `leaving`."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects import services
from projects.decorators import project_view
from projects.forms import PersonForm
from projects.models import Membership, Person, Project, Role
from projects.overviews.team import lines_of
from projects.tasks import send_invitation

MANAGE = "projects.manage_people"


@project_view(MANAGE)
def people(request: HttpRequest, project: Project) -> HttpResponse:
    """Everybody who takes part, and who did."""
    ended = project.memberships.filter(active=False).select_related("person", "organisation")
    context = {"active": lines_of(project), "ended": list(ended.order_by("person__name"))}
    return render(request, "projects/people.html", context)


@project_view(MANAGE)
def add(request: HttpRequest, project: Project) -> HttpResponse:
    """Let somebody take part."""
    form = PersonForm(request.POST or None).for_person(request.user)
    if request.method == "POST" and form.is_valid() and _add(request, project, form):
        return redirect("projects:people", project.slug)
    return render(request, "projects/person.html", {"form": form})


def _add(request: HttpRequest, project: Project, form: PersonForm) -> bool:
    """Whether it went well; a refusal is shown in the form."""
    data = form.cleaned_data
    try:
        with transaction.atomic():  # a refusal takes the new organisation back too
            held = services.add_person(
                project=project,
                by=request.user,  # type: ignore[arg-type]
                email=data["email"],
                name=data["name"],
                role=data["role"],
                organisation=form.chosen_organisation(),
            )
    except services.Refused as refused:
        form.add_error("email", str(refused))
        return False
    text = _("%(name)s doet mee als %(role)s en krijgt een mail om in te loggen.")
    messages.success(request, text % {"name": held.person, "role": held.get_role_display()})
    say_known_name(request, held.person, data["name"])
    return True


def say_known_name(request: HttpRequest, person: Person, typed: str) -> None:
    """Who has an account already keeps the name of it; say so when another one was typed."""
    if person.name != typed.strip():
        text = _("Bij %(email)s hoort al een inlog, op naam van %(name)s. Die naam blijft staan.")
        messages.info(request, text % {"email": person.email, "name": person})


@require_POST
@project_view(MANAGE)
def invite(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Send the invitation once more."""
    membership = membership_or_404(project, pk, active=True)
    send_invitation.delay_on_commit(membership.pk, request.user.pk)
    text = _("De uitnodiging gaat opnieuw naar %(email)s.")
    messages.success(request, text % {"email": membership.person.email})
    return redirect("projects:people", project.slug)


def is_only_leader(membership: Membership) -> bool:
    """Whether the project has no project leader without this one."""
    if membership.role != Role.PROJECT_LEADER:
        return False
    leaders = membership.project.memberships.filter(active=True, role=Role.PROJECT_LEADER)
    return not leaders.exclude(pk=membership.pk).exists()


def membership_or_404(project: Project, pk: int, *, active: bool) -> Membership:
    """A membership of this project; Http404 for any other."""
    found = project.memberships.select_related("person", "organisation", "project")
    return get_object_or_404(found, pk=pk, active=active)
