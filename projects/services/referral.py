"""Writing, checking and removing referral routes (V5). Each leaves a line in the audit trail."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from projects.models import Concern, Membership, Person, Project, ReferralRoute
from projects.overviews.referral import who_may_keep
from projects.services.refusing import Refused

FIELDS = ("steps", "organisation", "contact", "phone", "email", "workdays", "anonymous", "keeper")
OFFICER = ("officer", "officer_organisation", "officer_phone")  # of the meldcode only; left out, it stays


@transaction.atomic
def write_route(
    *, project: Project, by: Person, concern: str, fields: dict[str, Any], also_for: Iterable[str] = ()
) -> ReferralRoute:
    """Write the route of `concern`, or change it; who writes it has checked it too.

    fields: a value for every name in FIELDS, and for all or none in OFFICER. also_for: concerns without a
    route that get the same one; what got a route in the meantime stays as it is. Raises Refused for a route
    nobody can follow or keep.
    """
    _refuse_useless(project, fields)
    Project.objects.select_for_update().get(pk=project.pk)  # two people may write at the same time
    known = {route.concern: route for route in project.referral_routes.all()}
    route = _write(project, by, Concern(concern), known.get(concern), fields)
    for other in also_for:
        if other not in known and other != concern:
            _write(project, by, Concern(other), None, fields)
    return route


def _refuse_useless(project: Project, fields: dict[str, Any]) -> None:
    if not fields["phone"] and not fields["email"]:
        raise Refused(_("Schrijf een telefoonnummer of een e-mailadres op, anders kan niemand erheen."))
    if len({bool(fields.get(name)) for name in OFFICER}) > 1:
        raise Refused(_("Vul functie, organisatie en telefoon alle drie in, of geen van drieën."))
    keeper: Membership | None = fields["keeper"]
    if keeper is None or not who_may_keep(project).filter(pk=keeper.pk).exists():
        raise Refused(_("Kies iemand die meedoet in dit project en op bezoek gaat of leidt."))


def _write(
    project: Project, by: Person, concern: Concern, route: ReferralRoute | None, fields: dict[str, Any]
) -> ReferralRoute:
    act = "referral route changed" if route else "referral route written"
    route = route or ReferralRoute(project=project, concern=concern)
    names = [*FIELDS, *(name for name in OFFICER if name in fields and concern.follows_meldcode)]
    changed = [name for name in names if route.pk is None or getattr(route, name) != fields[name]]
    for name in changed:
        setattr(route, name, fields[name])
    route.checked_on = timezone.localdate()
    route.save()
    if not changed:
        act = "referral route checked"
    parts = ", ".join(changed) if act == "referral route changed" else ""
    record(person=by, act=act, subject=f"{concern.value}: {parts}", project=project)
    return route


@transaction.atomic
def check_route(*, route: ReferralRoute, by: Person) -> ReferralRoute:
    """Say that `route` was looked at today and still holds. Raises Refused for a draft that nobody keeps."""
    if not route.stands and not route.kept:
        raise Refused(_("Deze route komt uit een ander project. Kies eerst wie haar hier bijhoudt."))
    route.checked_on = timezone.localdate()
    route.save(update_fields=["checked_on"])
    record(person=by, act="referral route checked", subject=f"{route.concern}: ", project=route.project)
    return route


@transaction.atomic
def remove_route(*, route: ReferralRoute, by: Person) -> None:
    """Take a route away that no longer holds. Visits that are planned stay; new ones wait for a new route."""
    record(person=by, act="referral route removed", subject=f"{route.concern}: ", project=route.project)
    route.delete()


@transaction.atomic
def give_routes(*, giver: Membership, taker: Membership, by: Person) -> int:
    """All routes that `giver` keeps up to date go to `taker`; returns how many. Nobody checked them."""
    routes = list(giver.kept_routes.all())
    giver.kept_routes.update(keeper=taker)
    for route in routes:
        subject = f"{route.concern}: keeper"
        record(person=by, act="referral route changed", subject=subject, project=giver.project)
    return len(routes)
