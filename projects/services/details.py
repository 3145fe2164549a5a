"""Name and address of somebody who never signed in: who invited mends a typing error."""

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from msa.audit import record
from projects.models import Membership, Person
from projects.services.refusing import Refused
from projects.services.sessions import end_sessions
from projects.tasks import send_invitation


def correctable(membership: Membership) -> bool:
    """Whether who manages people may correct name and address of this one.

    Not once somebody signed in: then the account is theirs. Not when the account takes part elsewhere too, or
    holds a password: another address would open to this project what belongs to another.
    """
    person = membership.person
    own = person.last_login is None and not person.has_usable_password() and not person.is_superuser
    return own and not person.memberships.exclude(pk=membership.pk).exists()


@transaction.atomic
def correct_person(*, membership: Membership, by: Person, name: str, email: str) -> None:
    """Write down the right name and address, and send the invitation again.

    Raises Refused for who is not `correctable` (any more), and for an address of somebody else.
    """
    person = Person.objects.select_for_update().get(pk=membership.person_id)
    membership.person = person
    if not membership.active or not correctable(membership):
        raise Refused(_("%(name)s kan dit nu alleen zelf wijzigen, bij Account.") % {"name": person})
    address = email.strip().lower()
    _refuse_known_address(address, person)
    before = f"{person.name} <{person.email}>"
    person.name, person.email = name.strip(), address
    person.save(update_fields=["name", "email"])
    EmailAddress.objects.filter(user=person).delete()
    EmailAddress.objects.create(user=person, email=address, primary=True, verified=False)
    end_sessions(person)
    subject = f"{before} to {person.name} <{address}>"
    record(person=by, act="person corrected", subject=subject, project=membership.project)
    send_invitation.delay_on_commit(membership.pk, by.pk)


def _refuse_known_address(address: str, person: Person) -> None:
    known = Person.objects.filter(email__iexact=address).exclude(pk=person.pk).exists()
    known = known or EmailAddress.objects.filter(email__iexact=address).exclude(user=person).exists()
    if known:
        raise Refused(
            _("Bij dit adres hoort al een inlog. Laat %(name)s stoppen en voeg dit adres toe bij Mensen.")
            % {"name": person}
        )
