"""The partners of the demo project. Every organisation, person and agreement is invented."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.demo import story
from projects.demo.people import CONTRACTOR, HOUSING, MUNICIPALITY, SLUG, TEAM, WELFARE
from projects.models import Organisation, OrganisationKind, Partnership, PartnershipState, Project

JOINED, ASKED, STOPPED = PartnershipState.JOINED, PartnershipState.ASKED, PartnershipState.STOPPED
A_YEAR_AFTER = "2028-06-30"  # of the story: who stays for a year after the works
SOON = timedelta(weeks=6)  # from the day the demo is loaded, so that one agreement always ends soon


@dataclass(frozen=True)
class Invented:
    """One partner. email: of the member who is contact person; else `name` and `function`."""

    organisation: str
    kind: OrganisationKind
    brings: str
    expects: str
    agreed: str
    until: str | None = story.ENDS
    email: str = ""
    name: str = ""
    function: str = ""
    state: PartnershipState = JOINED


PARTNERS = (
    Invented(
        HOUSING,
        OrganisationKind.HOUSING,
        "Projectleiding, twee woonconsulenten voor elk twaalf uur per week, de modelwoning en het geld voor "
        "de huisbezoeken.",
        "Woningen die jaren meegaan, en weten wat er speelt voordat de steigers staan.",
        "Neemt het initiatief en houdt het overzicht. Belt binnen twee werkdagen terug over vragen bij de "
        "woning. Betaalt de helft van de extra uren opbouwwerk, ook in het jaar na de werkzaamheden.",
        until=A_YEAR_AFTER,
        email="projectleider@voorbeeld.example",
    ),
    Invented(
        WELFARE,
        OrganisationKind.WELFARE,
        "Een opbouwwerker voor zestien uur per week, de pipowagen en kennis van wie elkaar kent in de buurt.",
        "Bewoners leren kennen die nu nergens komen, en ideeën waar bewoners zelf mee verder willen.",
        "Gaat bij de eerste gesprekken samen met de corporatie langs. Zorgt dat vragen van bewoners "
        "meteen worden opgepakt, en blijft na de werkzaamheden nog een jaar in de buurt.",
        until=A_YEAR_AFTER,
        email="opbouwwerker@voorbeeld.example",
    ),
    Invented(
        CONTRACTOR,
        OrganisationKind.CONTRACTOR,
        "Een sociaal medewerker die elke werkdag bereikbaar is, de planning per blok en twee leerplekken.",
        "Bewoners die weten wat er komt, zodat het werk op tijd af is en er weinig klachten zijn.",
        "Bekijkt de woning en voert het gesprek in één bezoek. Helpt met inpakken waar dat is afgesproken en "
        "schuift een woning op als het thuis even niet gaat.",
        email="sociaal@voorbeeld.example",
    ),
    Invented(
        MUNICIPALITY,
        OrganisationKind.MUNICIPALITY,
        "De andere helft van de extra uren opbouwwerk, en een budget voor bankjes en groen.",
        "Een beeld van de buurt dat ook voor de inrichting van de straat te gebruiken is.",
        "Legt plannen voor straat en speelveld eerst aan de bewonersprojectgroep voor.",
        until=A_YEAR_AFTER,
        name="Hanneke Spoorboom",
        function="gebiedsregisseur",
    ),
    Invented(
        TEAM,
        OrganisationKind.NEIGHBOURHOOD_TEAM,
        "Meedenken over zorgen, ook zonder dat er een naam valt, elke dinsdagmiddag.",
        "Eerder weten welke vragen er leven, en minder mensen die te laat aankloppen.",
        "Neemt binnen vijf werkdagen contact op na een doorverwijzing en laat weten of het is gelukt.",
        email="partner@voorbeeld.example",
    ),
    Invented(
        "Formulierenbrigade Spoordam",
        OrganisationKind.FORMS_HELP,
        "Vrijwilligers die helpen met toeslagen en brieven, op vrijdagochtend in Buurthuis De Wachtkamer.",
        "Bekend worden bij bewoners die nu niets aanvragen.",
        "Houdt elke vrijdag twee plekken vrij voor bewoners uit de Spoorbuurt.",
        until=None,
    ),
    Invented(
        "Huurdersvereniging Het Signaal",
        OrganisationKind.TENANTS,
        "Ervaring van eerdere renovaties, en een eigen blad dat in elke bus valt.",
        "Dat huurders op tijd horen wat de plannen kosten en opleveren.",
        "Leest brieven aan bewoners vooraf en plaatst de nieuwsbrief van het project in haar blad.",
        name="Wil Kruiswissel",
        function="voorzitter",
    ),
    Invented(
        "Sleutelfiguren Spoorbuurt",
        OrganisationKind.KEY_FIGURES,
        "Vier buurtgenoten die samen zes talen spreken en weten wie een duwtje nodig heeft.",
        "Dat er iets gebeurt met wat buren vertellen.",
        "Gaan mee op huisbezoek als een bewoner daarom vraagt, en krijgen daar een vergoeding voor.",
        until=None,
        name="Aisha Stationsklok",
        function="gastvrouw in het buurthuis",
    ),
    Invented(
        "Praktijk De Spoorboom",
        OrganisationKind.CARE,
        "Een praktijkondersteuner die meedenkt over gezondheid en beweging.",
        "Minder mensen die met zorgen over geld of wonen bij de dokter komen.",
        "Een wandelgroep op donderdag, samen met het opbouwwerk.",
        until=None,
        name="Joris Treeplank",
        function="praktijkondersteuner",
    ),
    Invented(
        "Politie, basisteam Spoordam",
        OrganisationKind.POLICE,
        "Een wijkagent die bij de koffie in de pipowagen langskomt.",
        "",
        "",
        until=None,
        name="Merel Baanvak",
        function="wijkagent",
        state=ASKED,
    ),
    Invented(
        "Speeltuinvereniging De Draaischijf",
        OrganisationKind.OTHER,
        "Het speelveld als plek voor bijeenkomsten.",
        "",
        "Stelde het speelveld open tot de vereniging ophield te bestaan.",
        until=None,
        name="Bas Kopspoor",
        function="penningmeester",
        state=STOPPED,
    ),
)
ENDS_SOON = "Praktijk De Spoorboom"


@transaction.atomic
def load(report: Callable[[str], None]) -> None:
    """Write down the partners of the demo project that are not there yet."""
    project = Project.objects.get(slug=SLUG)
    members = {held.person.email: held for held in project.memberships.select_related("person")}
    known = set(project.partnerships.values_list("organisation__name", flat=True))
    new = [invented for invented in PARTNERS if invented.organisation not in known]
    for invented in new:
        partnership = _partnership(project, invented)
        partnership.contact = members[invented.email] if invented.email else None
        partnership.save()
    report(_("partners: %(new)s nieuw, %(all)s in totaal") % {"new": len(new), "all": len(PARTNERS)})


def _until(invented: Invented) -> date | None:
    return story.on(invented.until) if invented.until else None


def _partnership(project: Project, invented: Invented) -> Partnership:
    organisation, _made = Organisation.objects.get_or_create(
        name=invented.organisation, defaults={"kind": invented.kind}
    )
    today = timezone.localdate()
    stopped = invented.state == STOPPED
    return Partnership(
        project=project,
        organisation=organisation,
        state=invented.state,
        stopped_from=JOINED if stopped else "",
        stopped_on=today - timedelta(weeks=9) if stopped else None,
        brings=invented.brings,
        expects=invented.expects,
        agreed=invented.agreed,
        until=today + SOON if invented.organisation == ENDS_SOON else _until(invented),
        contact_name=invented.name,
        contact_function=invented.function,
    )
