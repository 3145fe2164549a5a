"""Taking over a set-up, and what comes next in a project that has just begun."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from projects.decorators import project_view
from projects.forms.organisations import SourceForm, ticked
from projects.models import Project, Role
from projects.services import takeover as services
from projects.services.refusing import Refused

COPY = services.COPY


@project_view(COPY)
def takeover(request: HttpRequest, project: Project) -> HttpResponse:
    """Choose a project (`?van=slug`), see what would come along, and take it over."""
    sources = services.sources_of(project, request.user)  # type: ignore[arg-type]
    form = SourceForm(sources, _asked(request))
    source = form.cleaned_data["van"] if form.is_bound and form.is_valid() else None
    offers = services.offers(source, project) if source else []
    if request.method == "POST" and source and _take(request, source, project, offers):
        return redirect("projects:begun", project.slug)
    context = {"form": form, "sources": sources, "source": source, "offers": offers}
    return render(request, "projects/organisations/takeover.html", context)


def _asked(request: HttpRequest) -> object:
    """What was sent about the source: in the form, or in the address; None for nothing yet."""
    sent = request.POST if request.method == "POST" else request.GET
    return sent if "van" in sent else None


def _take(request: HttpRequest, source: Project, target: Project, offers: list[services.Offer]) -> bool:
    """Whether it went well; a refusal is said at the top of the page."""
    try:
        came = services.take_over(
            source=source,
            target=target,
            by=request.user,  # type: ignore[arg-type]
            parts=ticked(offers, request.POST.getlist("deel")),
        )
    except Refused as refused:
        messages.error(request, str(refused))
        return False
    if came:
        messages.success(request, _("De inrichting is overgenomen."))
    else:
        messages.info(request, _("Er is niets overgenomen: het was er al, of het kan nog niet."))
    return True


@require_GET
@project_view(COPY)
def begun(request: HttpRequest, project: Project) -> HttpResponse:
    """What has been done and what comes next, for who just began this project."""
    leaders = project.memberships.filter(active=True, role=Role.PROJECT_LEADER).select_related("person")
    context = {
        "taken": services.taken(project),
        "leaders": [held.person for held in leaders],
        "leads": request.membership.role == Role.PROJECT_LEADER,  # type: ignore[attr-defined]
        "sources": services.sources_of(project, request.user),  # type: ignore[arg-type]
    }
    return render(request, "projects/organisations/begun.html", context)
