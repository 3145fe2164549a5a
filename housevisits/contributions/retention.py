"""How long this phase keeps what (P7), for the page 'Wie mag wat'; services/retention.py does it."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from housevisits.services import retention
from msa import registry
from msa.registry import KeptLine
from projects.models import Project


def register() -> None:
    """Fill the registries."""
    registry.retention.add("expired drafts", retention.expired_drafts)
    registry.retention.add("old imports", retention.old_imports)
    registry.retention.add("visit dates", retention.visit_dates)
    registry.retention.add("address lists", retention.address_lists)
    registry.kept.add("visits and conversations", kept, order=20)


def _days(name: str) -> str:
    count = settings.RETENTION[name]
    return ngettext("%d dag", "%d dagen", count) % count


def _months(name: str) -> str:
    count = settings.RETENTION[name]
    return ngettext("%d maand", "%d maanden", count) % count


def kept(project: Project) -> Iterator[KeptLine]:
    """From the first word of a draft to the address list, in the order in which it goes."""
    yield KeptLine(
        _("een concept van een gesprek"),
        _("%(days)s, of korter als het eerder is ingeleverd of weggegooid") % {"days": _days("draft_days")},
    )
    yield KeptLine(
        _("een bestand dat wordt ingelezen"), _("%(days)s na het begin") % {"days": _days("import_days")}
    )
    yield KeptLine(
        _("een ingelezen rij die op een mens wacht"),
        _("versleuteld, tot iemand de tekst herschrijft of weghaalt"),
    )
    yield KeptLine(
        _("een ingeleverd gesprek dat wacht"),
        _("verzegeld, tot er vijf of meer samen naar het register kunnen; tot dan kan niemand het lezen"),
    )
    yield KeptLine(
        _("de teksten van bewoners"),
        _("tot de projectleider ze wist, zodra het verslag is vastgesteld; afgeronde cijfers blijven"),
    )
    yield KeptLine(
        _("dag en uur van een huisbezoek"),
        _("%(days)s na het bezoek, zodra de fase van de huisbezoeken voorbij is")
        % {"days": _days("visit_date_days")},
    )
    yield KeptLine(_("de adressenlijst, met de bezoeken"), _addresses(project))


def _addresses(project: Project) -> str:
    months = _months("address_months_after_end")
    if project.ends_on is None:
        return _("%(months)s na het einde van het project; een einddatum is nog niet ingevuld") % {
            "months": months
        }
    return _("%(months)s na het einde van het project (%(day)s)") % {
        "months": months,
        "day": f"{project.ends_on:%d-%m-%Y}",
    }
