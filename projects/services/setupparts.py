"""The parts of a set-up that belong to no other topic: settings, partners and referral routes.

Each copies row by row the fields that it names, so that a field that is added later stays behind.
"""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from msa.registry import SetupPart
from projects.models import Partnership, PartnershipState, Person, Project, ReferralRoute

SETTINGS = ("street_kind", "occasion")
ROUTE = (
    *("concern", "steps", "organisation_id", "contact", "phone", "email", "workdays", "anonymous"),
    *("officer", "officer_organisation_id", "officer_phone"),
)


def _settings_of(project: Project) -> str:
    return f"{project.get_occasion_display()}; {project.get_street_kind_display()}"


def _copy_settings(source: Project, target: Project, by: Person) -> str:
    for name in SETTINGS:
        setattr(target, name, getattr(source, name))
    target.save(update_fields=list(SETTINGS))
    return _settings_of(target)


def _partners_of(project: Project) -> str:
    count = project.partnerships.exclude(state=PartnershipState.STOPPED).count()
    return ngettext("%d partner", "%d partners", count) % count if count else ""


def _copy_partners(source: Project, target: Project, by: Person) -> str:
    known = target.partnerships.values("organisation")
    found = source.partnerships.exclude(state=PartnershipState.STOPPED).exclude(organisation__in=known)
    Partnership.objects.bulk_create(
        Partnership(project=target, organisation_id=one.organisation_id, state=PartnershipState.ASKED)
        for one in found
    )
    return _partners_of(target)


def _routes_of(project: Project) -> str:
    count = project.referral_routes.count()
    return ngettext("%d doorverwijsroute", "%d doorverwijsroutes", count) % count if count else ""


def _copy_routes(source: Project, target: Project, by: Person) -> str:
    """As drafts: without keeper and day, so that no visit can be planned before somebody looked at them."""
    known = target.referral_routes.values("concern")
    found = source.referral_routes.exclude(concern__in=known)
    ReferralRoute.objects.bulk_create(
        ReferralRoute(
            project=target, keeper=None, checked_on=None, **{name: getattr(one, name) for name in ROUTE}
        )
        for one in found
    )
    return _now("%(routes)s, nog na te kijken") % {"routes": _routes_of(target)} if found else ""


settings = SetupPart(
    label=_("Aanleiding en straatbeeld"),
    comes=_("De aanleiding en de straat die op de praatplaat komt. Ze vervangen wat er nu staat."),
    never=_("Naam, buurt, data, contact voor bewoners en namen van plekken."),
    holds=_settings_of,
    copy=_copy_settings,
    replaces=True,
)
partners = SetupPart(
    label=_("Partners"),
    comes=_("Welke organisaties je vraagt. Ze staan op ‘gevraagd’."),
    never=_("Contactpersonen, afspraken, wat iemand inbrengt of verwacht, en tot wanneer."),
    holds=_partners_of,
    copy=_copy_partners,
)
referral = SetupPart(
    label=_("Doorverwijsroutes"),
    comes=_(
        "De route, het loket en de toegezegde snelheid. Een bezoek plannen kan pas als iemand elke nodige"
        " route hier heeft nagekeken."
    ),
    never=_("Wie de route bijhoudt en wanneer die is nagekeken."),
    holds=_routes_of,
    copy=_copy_routes,
)
