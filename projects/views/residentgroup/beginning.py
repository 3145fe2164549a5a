"""Advice begins here: the team asks for it, or the group brings it up itself."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from projects.decorators import project_view
from projects.forms.residentgroup.advice import AskForm, VolunteerForm
from projects.models import Membership, Project, Role
from projects.services import residentgroup as services
from projects.views.residentgroup.writing import ADVISE, EDIT, FormPage, member_of, write_page


@project_view(EDIT)
def advice_ask(request: HttpRequest, project: Project) -> HttpResponse:
    """Ask the group for advice."""
    form = AskForm(project, request.POST or None)
    page = FormPage(
        _("Advies vragen"),
        _list(project),
        _("Adviezen"),
        lead=_("De groep ziet de vraag op Vandaag. Vraag het alleen als er nog iets te kiezen valt."),
        submit=_("Vraag het de groep"),
        done=_("De vraag staat bij de groep op Vandaag."),
    )

    def write() -> None:
        data = form.cleaned_data
        fields = {name: data[name] for name in ("title", "subject", "meeting", "due_on")}
        services.ask_advice(
            project=project,
            by=request.user,  # type: ignore[arg-type]
            fields=fields,
            question=data["question"],
        )

    return write_page(request, form, page, write)


@project_view(ADVISE)
def advice_volunteer(request: HttpRequest, project: Project) -> HttpResponse:
    """Advice that nobody asked for."""
    form = VolunteerForm(member_of(request), request.POST or None)
    page = _volunteer_page(project, member_of(request))

    def write() -> None:
        data = form.cleaned_data
        services.volunteer_advice(
            project=project,
            by=member_of(request),
            title=data["title"],
            text=data["text"],
            seat=data.get("seat"),
        )

    return write_page(request, form, page, write)


def _volunteer_page(project: Project, by: Membership) -> FormPage:
    """Residents speak for themselves; who leads writes down what the group said."""
    if by.role == Role.RESIDENT_GROUP:
        title, lead = _("Zelf een advies geven"), _("Ook als er niets is gevraagd. Het team geeft antwoord.")
        return FormPage(
            title,
            _list(project),
            _("Adviezen"),
            lead=lead,
            submit=_("Verstuur het advies"),
            done=_("Het advies is verstuurd. Het team leest het."),
        )
    return FormPage(
        _("Een advies van de groep opschrijven"),
        _list(project),
        _("Adviezen"),
        lead=_("Voor wat de groep aan tafel uit zichzelf zei. Erbij komt te staan dat jij het opschreef."),
        submit=_("Bewaar het advies"),
        done=_("Het advies staat erbij. Daarna geven jullie antwoord."),
    )


def _list(project: Project) -> str:
    return reverse("projects:resident_advices", args=[project.slug])
