"""Which texts another project had, begun here from our own templates with the facts of this project (V4).

No word of a text comes along: what people wrote holds names, days and promises that no rule can find again.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from msa.registry import SetupPart
from projects.models import AgreementKind, AgreementVersion, Person, Project
from projects.overviews.partners import listed
from projects.services.agreements import start_version


def copy_agreements(source: Project, target: Project, by: Person) -> str:
    """Begin in `target` what `source` has and it has not yet; returns what was begun, in Dutch, or ''."""
    had, known = kinds_of(source), kinds_of(target)
    begun = [kind for kind in AgreementKind if kind in had and kind not in known]
    for kind in begun:
        start_version(project=target, by=by, kind=kind)
    kinds = listed([str(kind.label) for kind in begun])
    return _("als nieuw concept: %(kinds)s") % {"kinds": kinds} if begun else ""


def kinds_of(project: Project) -> set[str]:
    """The kinds of which something was written. One query."""
    found = AgreementVersion.objects.filter(agreement__project=project)
    return set(found.order_by().values_list("agreement__kind", flat=True))


def _held(project: Project) -> str:
    count = len(kinds_of(project))
    return ngettext("%d tekst", "%d teksten", count) % count if count else ""


AGREEMENTS = SetupPart(
    label=gettext_lazy("Samenwerkingsafspraken: welke teksten"),
    comes=gettext_lazy(
        "Alleen welke teksten er zijn. Elke tekst begint opnieuw als concept, ingevuld met wat de app van dit"
        " project weet; wat ontbreekt, vul je in."
    ),
    never=gettext_lazy(
        "Wat er in de teksten staat, wie akkoord gaf, eerdere versies en de communicatiekalender."
    ),
    holds=_held,
    copy=copy_agreements,
)
