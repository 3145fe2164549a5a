"""Addresses and visits (H1, the part that this phase needs first)."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from housevisits.filters import HouseholdFilter
from housevisits.forms.visits import PlanForm
from housevisits.models import Household, Visit, VisitOutcome
from housevisits.overviews.routes import planning
from housevisits.services.visits import note_outcome, plan_visit
from projects.decorators import project_view
from projects.models import Project


@project_view("housevisits.view_addresses")
def address_list(request: HttpRequest, project: Project) -> HttpResponse:
    """The address register, with how visits ended."""
    homes = Household.objects.visible_to(request.user).filter(project=project)
    homes = homes.select_related("block").prefetch_related("visits")
    narrowed = HouseholdFilter(request.GET, queryset=homes, blocks=project.blocks.all())
    page = Paginator(narrowed.qs, 50).get_page(request.GET.get("bladzijde"))
    context = {
        "filter": narrowed,
        "page": page,
        "any_home": bool(page.object_list) or homes.exists(),
        "reads_in": request.user.has_perm("housevisits.import_addresses", project),
        **planning(project, request.membership),  # type: ignore[attr-defined]
    }
    return render(request, "housevisits/visits/addresses.html", context)


@project_view("housevisits.view_addresses")
def address_detail(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """One address: its visits, and planning one."""
    home = get_object_or_404(Household.objects.visible_to(request.user).filter(project=project), pk=pk)
    form = PlanForm(request.POST or None, project=project, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid() and _plan(request, home, form):
        return redirect("housevisits:address", project.slug, home.pk)
    context = {
        "home": home,
        "form": form,
        "visits": home.visits.select_related("visitor__person"),
        "outcomes": VisitOutcome.choices,
        **planning(project, request.membership),  # type: ignore[attr-defined]
    }
    return render(request, "housevisits/visits/address.html", context)


def _plan(request: HttpRequest, home: Household, form: PlanForm) -> bool:
    """Whether the visit was planned; why not is shown on the page."""
    try:
        plan_visit(household=home, by=request.membership, **form.cleaned_data)  # type: ignore[attr-defined]
    except ValidationError as refused:
        form.add_error(None, refused)
        return False
    messages.success(request, _("Het bezoek staat gepland."))
    return True


@project_view("housevisits.view_visits")
def visit_list(request: HttpRequest, project: Project) -> HttpResponse:
    """Visits from today on, in order of time. The contractor sees time and place, no more."""
    visits = Visit.objects.visible_to(request.user).filter(
        household__project=project, on__gte=timezone.localdate()
    )
    visits = visits.select_related("household__block", "visitor__person")
    page = Paginator(visits, 50).get_page(request.GET.get("bladzijde"))
    records = request.user.has_perm("housevisits.record_visits", project)
    context = {"page": page, "outcomes": VisitOutcome.choices, "records": records}
    if records:
        context |= planning(project, request.membership)  # type: ignore[attr-defined]
    return render(request, "housevisits/visits/list.html", context)


@require_POST
@project_view("housevisits.record_visits")
def visit_outcome(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Note with one tap how a visit ended."""
    visit = get_object_or_404(
        Visit.objects.visible_to(request.user).filter(household__project=project), pk=pk
    )
    outcome = request.POST.get("outcome", "")
    if outcome in {"", *VisitOutcome.values}:
        note_outcome(visit=visit, by=request.membership, outcome=outcome)  # type: ignore[attr-defined]
        messages.success(request, _("Genoteerd."))
    else:
        messages.error(request, _("Deze uitkomst bestaat niet."))
    if request.POST.get("from") == "address":
        return redirect("housevisits:address", project.slug, visit.household_id)
    return redirect("housevisits:visits", project.slug)
