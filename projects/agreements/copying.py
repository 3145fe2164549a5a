"""The texts of one project as first concepts of another, without names, answers or own facts (V4)."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from msa.registry import SetupPart
from projects.agreements.facts import gap
from projects.models import AgreementKind, AgreementVersion, Person, Project
from projects.overviews.partners import listed
from projects.services.agreements import start_version

MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w-])(\+31|0)[\d ()-]{7,14}\d")
SHORTEST = 3  # letters; shorter names would hit ordinary words


def copy_agreements(source: Project, target: Project, by: Person) -> str:
    """Take over what `target` has not yet; returns what was taken over, in Dutch, or ''."""
    known = set(target.agreements.values_list("kind", flat=True))
    replacements = _replacements(source, target)
    made = []
    for kind in AgreementKind:
        version = _newest(source, kind)
        if kind.value not in known and version is not None:
            text = without_names(version.text, replacements)
            start_version(project=target, by=by, kind=kind, text=text)
            made.append(str(kind.label))
    return _("als concept: %(kinds)s") % {"kinds": listed(made)} if made else ""


def _newest(project: Project, kind: AgreementKind) -> AgreementVersion | None:
    """What holds, else the newest."""
    found = list(AgreementVersion.objects.filter(agreement__project=project, agreement__kind=kind))
    return next((one for one in found if one.in_force), found[0] if found else None)


def without_names(text: str, replacements: dict[str, str]) -> str:
    """`text` with each key of `replacements` (whole words) replaced, and mail addresses and numbers too."""
    words = sorted((word for word in replacements if len(word) >= SHORTEST), key=len, reverse=True)
    text = MAIL.sub(gap("e-mailadres"), text)
    text = PHONE.sub(gap("telefoonnummer"), text)
    if not words:
        return text
    pattern = re.compile(r"(?<!\w)(" + "|".join(re.escape(word) for word in words) + r")(?!\w)")
    return pattern.sub(lambda found: replacements[found[1]], text)


def _replacements(source: Project, target: Project) -> dict[str, str]:
    """By what the source is called: what the target is called, or a gap."""
    found = dict.fromkeys(_people(source), gap("naam"))
    found |= dict.fromkeys(_organisations(source), gap("organisatie"))
    if source.contact:
        found[source.contact] = target.contact or gap("waar en wanneer bewoners terechtkunnen")
    return found | {
        source.place: target.place,
        source.neighbourhood: target.neighbourhood,
        source.name: target.name,
    }


def _people(project: Project) -> set[str]:
    """Whoever takes part or took part, contact persons of partners too; first names by themselves as well."""
    members = project.memberships.values_list("person__name", flat=True)
    contacts = project.partnerships.values_list("contact_name", flat=True)
    names = {name for name in [*members, *contacts] if name}
    return names | {name.split()[0] for name in names}


def _organisations(project: Project) -> set[str]:
    partners = project.partnerships.values_list("organisation__name", flat=True)
    members = project.memberships.exclude(organisation=None).values_list("organisation__name", flat=True)
    routes = project.referral_routes.values_list("organisation__name", flat=True)
    return {*partners, *members, *routes}


def _held(project: Project) -> str:
    count = project.agreements.count()
    return ngettext("%d tekst", "%d teksten", count) % count if count else ""


AGREEMENTS = SetupPart(
    label=gettext_lazy("Samenwerkingsafspraken"),
    comes=gettext_lazy(
        "Elke tekst als eerste concept. Namen, nummers en plaatsen zijn eruit gehaald; die vul je opnieuw in."
    ),
    never=gettext_lazy("Wie akkoord gaf, eerdere versies en de communicatiekalender."),
    holds=_held,
    copy=copy_agreements,
)
