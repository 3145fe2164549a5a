"""Writes about organisations: their name and kind, and who may know of all their projects."""

from django.db import models, transaction
from django.utils.translation import gettext as _

from msa.audit import record
from projects.models import Membership, Organisation, OrganisationKeeper, Person
from projects.overviews.organisations import alike, plain_name
from projects.rules import MANAGERS
from projects.services.refusing import Refused


@transaction.atomic
def change_organisation(*, organisation: Organisation, by: Person, changes: dict[str, str]) -> Organisation:
    """Store `changes` (name, kind) for every project at once. Raises Refused for a name that is known."""
    if "name" in changes:
        changes = changes | {"name": plain_name(changes["name"])}
        other = alike(changes["name"], without=organisation)
        if other is not None:
            raise Refused(_("Bedoel je ‘%(name)s’? Die organisatie staat er al.") % {"name": other})
    before = {name: getattr(organisation, name) for name in changes}
    changed = [name for name, value in changes.items() if before[name] != value]
    if changed:
        for name in changed:
            setattr(organisation, name, changes[name])
        organisation.save(update_fields=changed)
        words = ", ".join(f"{before[name]} to {changes[name]}" for name in changed)
        record(person=by, act="organisation changed", subject=f"{organisation}: {words}")
    return organisation


def welcome_manager(*, membership: Membership, by: Person) -> None:
    """Make who was just given a managing role a keeper of the organisation, where `by` can vouch for that.

    `by` can when being a keeper, and for somebody else also when the organisation is new here: nothing of
    another project is opened then. In all other cases a keeper has to say so (`confirm_keeper`).
    """
    if membership.role not in MANAGERS or membership.organisation is None:
        return
    if _vouches(by, membership):
        OrganisationKeeper.objects.get_or_create(
            organisation=membership.organisation, person=membership.person
        )


def _vouches(by: Person, membership: Membership) -> bool:
    organisation = membership.organisation
    assert organisation is not None
    if Organisation.objects.kept_by(by).filter(pk=organisation.pk).exists():
        return True
    elsewhere = organisation.memberships.exclude(project=membership.project_id).exists()
    elsewhere = elsewhere or organisation.partnerships.exclude(project=membership.project_id).exists()
    return by.pk != membership.person_id and not elsewhere


@transaction.atomic
def confirm_keeper(*, organisation: Organisation, membership: Membership, by: Person) -> None:
    """Let a colleague who manages a project for `organisation` know of all its projects. Raises Refused."""
    if not Organisation.objects.kept_by(by).filter(pk=organisation.pk).exists():
        raise Refused(_("Dat kan alleen iemand die zelf alle projecten van deze organisatie ziet."))
    if membership.organisation_id != organisation.pk or membership.role not in MANAGERS:
        raise Refused(_("Dat kan alleen voor een beheerder of projectleider van deze organisatie."))
    _kept, new = OrganisationKeeper.objects.get_or_create(organisation=organisation, person=membership.person)
    if new:
        subject = f"{organisation}: {membership.person}"
        record(person=by, act="organisation keeper confirmed", subject=subject, project=membership.project)


@transaction.atomic
def forget_keepers() -> int:
    """Take away the keepers who manage nothing for their organisation any more; returns how many.

    Done daily, so that who left and comes back later on somebody else's word has to be confirmed again.
    """
    held = Membership.objects.filter(
        organisation=models.OuterRef("organisation"), person=models.OuterRef("person"), active=True
    )
    gone = OrganisationKeeper.objects.exclude(models.Exists(held.filter(role__in=MANAGERS)))
    return gone.delete()[0]
