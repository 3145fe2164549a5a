"""Writes about the partners of a project (V2). What is refused raises Refused with a Dutch sentence."""

from datetime import date
from typing import Any, TypedDict

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from projects.models import (
    Membership,
    Organisation,
    OrganisationKind,
    Partnership,
    PartnershipState,
    Person,
    Project,
)
from projects.services.refusing import Refused


class Terms(TypedDict):
    """What is written down about a partner, as the form hands it over."""

    state: str
    brings: str
    expects: str
    agreed: str
    until: date | None
    contact: Membership | None
    contact_name: str
    contact_function: str


@transaction.atomic
def add_partner(*, project: Project, by: Person, organisation: Organisation, terms: Terms) -> Partnership:
    """Write down that `organisation` takes part, or was asked to. One that stopped comes back.

    Raises Refused for an organisation that is a partner already, and for a contact person of another one.
    """
    known = Partnership.objects.select_for_update().filter(project=project, organisation=organisation).first()
    if known and not known.stopped:
        raise Refused(_("%(name)s staat al bij de partners van dit project.") % {"name": organisation})
    partnership = known or Partnership(project=project, organisation=organisation)
    partnership.stopped_on, partnership.stopped_from = None, ""
    _write(partnership, terms)
    partnership.save()
    record(person=by, act="partner added", subject=str(organisation), project=project)
    return partnership


@transaction.atomic
def change_partner(*, partnership: Partnership, by: Person, terms: Terms) -> list[str]:
    """Write down what is different now; returns the names of what changed, and keeps quiet when nothing did.

    Raises Refused for one that stopped, and for a contact person of another organisation.
    """
    if partnership.stopped:
        raise Refused(_("%(name)s doet niet meer mee. Zet de partner eerst terug.") % {"name": partnership})
    changed = [name for name, value in terms.items() if getattr(partnership, name) != value]
    _write(partnership, terms)
    if changed:
        partnership.save(update_fields=changed)
        subject = f"{partnership} ({', '.join(changed)})"
        record(person=by, act="partner changed", subject=subject, project=partnership.project)
    return changed


def _write(partnership: Partnership, terms: Terms) -> None:
    contact = terms["contact"]
    if contact is not None and _stranger(contact, partnership):
        raise Refused(
            _("%(person)s werkt niet voor %(organisation)s, of doet niet meer mee.")
            % {"person": contact.person, "organisation": partnership.organisation}
        )
    if terms["state"] == PartnershipState.STOPPED:
        raise Refused(_("Stoppen gaat met de knop onderaan."))
    for name, value in terms.items():
        setattr(partnership, name, value)


def _stranger(contact: Membership, partnership: Partnership) -> bool:
    """Whether `contact` cannot be the contact person. Who already is may stay, gone or not."""
    if contact.pk == partnership.contact_id:
        return False
    here = contact.active and contact.project_id == partnership.project_id
    return not here or contact.organisation_id != partnership.organisation_id


@transaction.atomic
def change_kind(*, partnership: Partnership, by: Person, kind: str) -> None:
    """Say what kind of organisation it is. Raises Refused when another project knows it too."""
    organisation = partnership.organisation
    if kind == organisation.kind:
        return
    if known_elsewhere(organisation, partnership.project):
        raise Refused(
            _("%(name)s doet ook mee in een ander project. Daarom blijft de soort zoals die is.")
            % {"name": organisation}
        )
    before, organisation.kind = organisation.kind, OrganisationKind(kind)
    organisation.save(update_fields=["kind"])
    subject = f"{organisation} ({before} to {kind})"
    record(person=by, act="organisation kind changed", subject=subject, project=partnership.project)


def known_elsewhere(organisation: Organisation, project: Project) -> bool:
    """Whether another project than `project` has people or agreements of `organisation`."""
    people = organisation.memberships.exclude(project=project)
    return people.exists() or organisation.partnerships.exclude(project=project).exists()


def contact_for(membership: Membership) -> list[Partnership]:
    """Partners that have `membership` as their contact person, whether that role has ended or not."""
    found = membership.contact_for.exclude(state=PartnershipState.STOPPED)
    return list(found.select_related("organisation"))


@transaction.atomic
def give_contacts(*, giver: Membership, taker: Membership, by: Person) -> None:
    """`taker` becomes the fixed contact person wherever `giver` is. Raises Refused for another firm."""
    for partnership in contact_for(giver):
        if _stranger(taker, partnership):
            raise Refused(
                _("%(person)s werkt niet voor %(organisation)s, of doet niet meer mee.")
                % {"person": taker.person, "organisation": partnership}
            )
        _update(partnership, {"contact": taker})
        subject = f"{partnership} (contact)"
        record(person=by, act="partner changed", subject=subject, project=giver.project)


@transaction.atomic
def stop_partner(*, partnership: Partnership, by: Person) -> None:
    """The organisation takes part no longer. Nothing is erased; `restore_partner` undoes it."""
    held = Partnership.objects.select_for_update().get(pk=partnership.pk)
    if held.stopped:
        return
    changes = {
        "stopped_from": held.state,
        "stopped_on": timezone.localdate(),
        "state": PartnershipState.STOPPED,
    }
    _update(partnership, changes)
    record(person=by, act="partner stopped", subject=str(partnership), project=partnership.project)


@transaction.atomic
def restore_partner(*, partnership: Partnership, by: Person) -> None:
    """Undo `stop_partner`: the partner stands as it stood."""
    held = Partnership.objects.select_for_update().get(pk=partnership.pk)
    if not held.stopped:
        return
    changes = {
        "state": held.stopped_from or PartnershipState.ASKED,
        "stopped_from": "",
        "stopped_on": None,
    }
    _update(partnership, changes)
    record(person=by, act="partner restored", subject=str(partnership), project=partnership.project)


def _update(partnership: Partnership, changes: dict[str, Any]) -> None:
    for name, value in changes.items():
        setattr(partnership, name, value)
    partnership.save(update_fields=list(changes))
