"""The referral routes of the demo. Organisations, numbers and addresses are invented; nobody answers them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.demo.people import CONTRACTOR, HOUSING, SLUG, TEAM, WELFARE
from projects.models import (
    Concern,
    Membership,
    Organisation,
    OrganisationKind,
    Project,
    ReferralRoute,
    Role,
)
from projects.services.referral import write_route

SAFE, DEBTS = "Meldpunt Veilig Spoordam", "Geldloket Spoordam"
DOCTOR, MIND = "Huisartsenpraktijk Het Spoor", "Praktijkondersteuning De Rangeerder"
KINDS = {
    SAFE: OrganisationKind.CARE,
    DEBTS: OrganisationKind.FORMS_HELP,
    DOCTOR: OrganisationKind.CARE,
    MIND: OrganisationKind.CARE,
}
LEADER, OFFICER, WORKER = Role.PROJECT_LEADER, Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER

# concern: organisation, contact, number after 0900-0000, mail box, working days, keeper, steps, anonymous
_ROUTES: dict[Concern, tuple[str, str, str, str, int, Role, str, str]] = {
    Concern.SAFETY_DANGER: (
        SAFE, "meldteam, dag en nacht", "101", "melden", 0, LEADER,
        "Acuut gevaar: ga weg en bel 112. Anders: bel dezelfde dag je aandachtsfunctionaris en samen "
        "het meldpunt. Volg de vijf stappen van de meldcode. Zet niets in de app.",
        "Vraag het meldpunt om advies zonder naam of adres te noemen. Ze denken mee en leggen niets vast.",
    ),
    Concern.SAFETY_CHILD: (
        SAFE, "meldteam, dag en nacht", "101", "melden", 0, LEADER,
        "Bel dezelfde dag je aandachtsfunctionaris. Weeg samen volgens de meldcode of je meldt. Beloof de "
        "bewoner geen geheimhouding. Zet niets in de app.",
        "Vraag het meldpunt om advies zonder naam of adres te noemen. Ze denken mee en leggen niets vast.",
    ),
    Concern.CARE_MENTAL: (
        MIND, "intakebalie", "210", "intake", 5, WORKER,
        "Vraag of de bewoner een huisarts heeft en mee wil bellen. Bel samen de intakebalie. Lukt wachten "
        "niet, bel dan de huisarts.",
        "Bel de intakebalie en vraag naar de dienstdoende ondersteuner. Vertel wat je zag, zonder naam.",
    ),
    Concern.CARE_SOCIAL: (
        TEAM, "wijkteammedewerker van dienst", "320", "aanmelden", 3, WORKER,
        "Vraag de bewoner of het wijkteam mag bellen. Meld samen aan met het korte formulier.",
        "Elke dinsdagmiddag kun je een vraag voorleggen zonder te zeggen over wie het gaat.",
    ),
    Concern.CARE_PHYSICAL: (
        TEAM, "wijkteammedewerker van dienst", "320", "aanmelden", 5, OFFICER,
        "Gaat het om hulp in huis of een hulpmiddel: meld samen met de bewoner aan bij het wijkteam. Is een "
        "aanpassing aan de woning nodig, geef dat ook aan de woonconsulent door.",
        "Elke dinsdagmiddag kun je een vraag voorleggen zonder te zeggen over wie het gaat.",
    ),
    Concern.CARE_MONEY: (
        DEBTS, "balie schuldhulp", "430", "balie", 3, WORKER,
        "Bied aan om samen te bellen. Dreigt afsluiting of ontruiming? Zeg dat erbij, dan volgt binnen een "
        "dag een gesprek.",
        "De balie rekent mee met een voorbeeld: noem bedragen en soort schuld, geen naam of adres.",
    ),
    Concern.CARE_HEALTH: (
        DOCTOR, "assistente van de praktijk", "540", "praktijk", 2, OFFICER,
        "Moedig de bewoner aan om zelf de eigen huisarts te bellen. Bied aan om erbij te zitten.",
        "Bel tussen 13 en 14 uur en vraag wat in zo'n geval gewoon is. Noem geen naam.",
    ),
    Concern.WELLBEING_LONELY: (
        WELFARE, "opbouwwerker van de buurt", "650", "buurt", 5, WORKER,
        "Nodig de bewoner uit voor de koffie op woensdag en ga de eerste keer mee. Liever thuis? Vraag een "
        "belmaatje aan.",
        "Leg het voor in het wekelijkse overleg, zonder straat of leeftijd.",
    ),
    Concern.WELLBEING_JOIN_IN: (
        WELFARE, "opbouwwerker van de buurt", "650", "buurt", 5, WORKER,
        "Vraag wat iemand graag doet. De opbouwwerker zoekt een plek en belt de bewoner terug.",
        "Leg het voor in het wekelijkse overleg, zonder straat of leeftijd.",
    ),
    Concern.WELLBEING_MOVE: (
        WELFARE, "beweegcoach", "651", "bewegen", 10, WORKER,
        "Vertel over het wandelgroepje. Wie wil, wordt door de beweegcoach gebeld voor de eerste keer.",
        "Vraag de beweegcoach wat er past bij iemand die moeilijk loopt; een naam is niet nodig.",
    ),
    Concern.WELLBEING_OTHER: (
        WELFARE, "opbouwwerker van de buurt", "650", "buurt", 5, WORKER,
        "Geef de vraag door aan de opbouwwerker; die belt de bewoner en zoekt uit wie kan helpen.",
        "Leg het voor in het wekelijkse overleg, zonder straat of leeftijd.",
    ),
    Concern.HOME_PACKING: (
        CONTRACTOR, "sociaal medewerker", "760", "bewoners", 3, OFFICER,
        "Geef door op welke dag het werk begint. De sociaal medewerker brengt dozen en spreekt hulp af.",
        "Vraag wat er kan bij een woning in dit blok; het huisnummer volgt pas als de bewoner akkoord is.",
    ),
    Concern.HOME_VALUABLES: (
        CONTRACTOR, "sociaal medewerker", "760", "bewoners", 3, OFFICER,
        "Noem wat bescherming nodig heeft en hoe groot het is. Voor de start is afgesproken waar het staat.",
        "Vraag wat er kan bij een woning in dit blok; het huisnummer volgt pas als de bewoner akkoord is.",
    ),
    Concern.HOME_LIMITATION: (
        HOUSING, "woonconsulent van de buurt", "870", "wonen", 2, OFFICER,
        "Schrijf op wat er tijdens het werk nodig is, niet wat iemand mankeert. De woonconsulent regelt het "
        "met de uitvoerder.",
        "Overleg met de woonconsulent over wat er mogelijk is, zonder te zeggen om welke woning het gaat.",
    ),
    Concern.HOME_OTHER: (
        HOUSING, "servicebalie", "871", "service", 2, OFFICER,
        "Een reparatie meldt de bewoner zelf; bied aan om samen te bellen. Blijft het liggen, bel dan de "
        "woonconsulent.",
        "De servicebalie legt uit wat de regel is zonder dat je een adres noemt.",
    ),
    Concern.OPPORTUNITY_TALENT: (
        WELFARE, "opbouwwerker van de buurt", "650", "buurt", 10, WORKER,
        "Vraag of de opbouwwerker mag bellen. Die brengt mensen met dezelfde hobby bij elkaar.",
        "Noem alleen het talent, zoals koken of fietsen maken.",
    ),
    Concern.OPPORTUNITY_HELP_OTHERS: (
        WELFARE, "opbouwwerker van de buurt", "650", "buurt", 10, WORKER,
        "Vraag wat iemand wil doen en hoe vaak. De opbouwwerker koppelt pas als beide kanten ja zeggen.",
        "Noem alleen wat iemand wil doen.",
    ),
    Concern.OPPORTUNITY_THINK_ALONG: (
        HOUSING, "projectleider", "872", "project", 10, LEADER,
        "Nodig de bewoner uit voor de volgende avond van de bewonersprojectgroep.",
        "Noem alleen het onderwerp waarover iemand wil meedenken.",
    ),
}  # fmt: skip


@transaction.atomic
def load(report: Callable[[str], None]) -> None:
    """Make the routes that are missing. Two were last looked at more than half a year ago."""
    project = Project.objects.get(slug=SLUG)
    members = {held.role: held for held in project.memberships.select_related("person").order_by("-pk")}
    known = set(project.referral_routes.values_list("concern", flat=True))
    new = [concern for concern in _ROUTES if concern not in known]
    for concern in new:
        write_route(
            project=project,
            by=members[LEADER].person,
            concern=concern,
            fields=_fields(_ROUTES[concern], members) | (_officer() if concern.follows_meldcode else {}),
        )
    before = timezone.localdate() - timedelta(days=200)
    old = [one for one in (Concern.CARE_MENTAL, Concern.WELLBEING_MOVE) if one in new]
    ReferralRoute.objects.filter(project=project, concern__in=old).update(checked_on=before)
    if new:
        report(_("doorverwijsroutes: %d") % len(new))


def _officer() -> dict[str, Any]:
    """Whom a visitor calls first when there is danger."""
    return {
        "officer": "aandachtsfunctionaris huiselijk geweld en kindermishandeling",
        "officer_organisation": Organisation.objects.get_or_create(name=WELFARE)[0],
        "officer_phone": "0900-0000652",
    }


def _fields(
    route: tuple[str, str, str, str, int, Role, str, str], members: dict[str, Membership]
) -> dict[str, Any]:
    name, contact, number, box, workdays, keeper, steps, anonymous = route
    kind = KINDS.get(name, OrganisationKind.OTHER)
    return {
        "organisation": Organisation.objects.get_or_create(name=name, defaults={"kind": kind})[0],
        "contact": contact,
        "phone": f"0900-0000{number}",
        "email": f"{box}@voorbeeld.example",
        "workdays": workdays,
        "keeper": members[keeper],
        "steps": steps,
        "anonymous": anonymous,
    }
