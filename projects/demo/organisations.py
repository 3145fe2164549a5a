"""Who keeps the organisations of the demo: those who manage its projects. All of them are invented."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from projects.models import Membership, OrganisationKeeper
from projects.rules import MANAGERS


@transaction.atomic
def load(report: Callable[[str], None]) -> None:
    """Let everybody who manages a demo project know of all projects of the own organisation."""
    held = Membership.objects.filter(project__is_demo=True, active=True, role__in=MANAGERS)
    pairs = held.exclude(organisation=None).values_list("organisation", "person").distinct()
    for organisation, person in pairs.order_by():
        OrganisationKeeper.objects.get_or_create(organisation_id=organisation, person_id=person)
    report(_("organisaties: %(count)s mensen zien alle projecten") % {"count": len(pairs)})
