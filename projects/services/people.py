"""Every write of phase 1. What is refused raises Refused with a Dutch sentence for the person who asked."""

from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from msa.audit import record
from projects.access import roles_for
from projects.models import Membership, Organisation, Person, Project, Role
from projects.services.organisations import welcome_manager
from projects.services.refusing import Refused
from projects.services.sessions import end_sessions
from projects.tasks import send_invitation

TAKEN_SLUGS = {"nieuw"}  # addresses below /projecten/ that are pages


@transaction.atomic
def add_person(
    *, project: Project, by: Person, email: str, name: str, role: str, organisation: Organisation | None
) -> Membership:
    """Let somebody take part, with a new account when the address is unknown, and send the invitation.

    A person who took part before comes back with the new role. Raises Refused for who takes part already.
    """
    person = _person_for(email=email, name=name)
    known = Membership.objects.select_for_update().filter(person=person, project=project).first()
    if known and known.active:
        raise Refused(_("%(name)s doet al mee in dit project.") % {"name": person})
    membership = known or Membership(person=person, project=project)
    membership.role, membership.organisation, membership.active = role, organisation, True
    membership.save()
    welcome_manager(membership=membership, by=by)
    record(person=by, act="person added", subject=f"{person} ({membership.role})", project=project)
    send_invitation.delay_on_commit(membership.pk, by.pk)
    return membership


def _person_for(*, email: str, name: str) -> Person:
    """The account with this address, or a new one that signs in with a code by mail."""
    address = email.strip().lower()
    person = Person.objects.filter(email=address).first()
    if person is None:
        person = Person.objects.create_user(address, name=name.strip())
        EmailAddress.objects.create(user=person, email=address, primary=True, verified=False)
    return person


@transaction.atomic
def change_membership(
    *, membership: Membership, by: Person, role: str, organisation: Organisation | None
) -> Membership:
    """Give somebody another role or organisation.

    Raises Refused for one's own role (an administrator must not make himself a reader of stories), and when
    nobody would be left to manage people.
    """
    check_change(membership=membership, by=by, role=role)
    before = membership.role
    membership.role, membership.organisation = role, organisation
    membership.save(update_fields=["role", "organisation"])
    welcome_manager(membership=membership, by=by)
    record(
        person=by,
        act="role changed",
        subject=f"{membership.person} ({before} to {role})",
        project=membership.project,
    )
    return membership


def check_change(*, membership: Membership, by: Person, role: str) -> None:
    """Raise Refused when `by` may not give `membership` this role. In the transaction of who calls."""
    if membership.person_id == by.pk and role != membership.role:
        raise Refused(_("Je eigen rol kan alleen een ander veranderen. Vraag het een collega."))
    if role not in roles_for("projects.manage_people"):
        _keep_a_manager(membership)


@transaction.atomic
def end_membership(*, membership: Membership, by: Person) -> None:
    """Somebody takes part no longer. Nothing is erased; `restore_membership` undoes it. Raises Refused.

    Who is left without any project is signed out everywhere at once; others meet a 404 here from now on.
    """
    if membership.person_id == by.pk:
        raise Refused(_("Jezelf uit het project halen kan niet. Vraag het een collega."))
    _keep_a_manager(membership)
    membership.active = False
    membership.save(update_fields=["active"])
    if not membership.person.memberships.filter(active=True).exists():
        end_sessions(membership.person)
    record(person=by, act="person ended", subject=str(membership.person), project=membership.project)


@transaction.atomic
def restore_membership(*, membership: Membership, by: Person) -> None:
    """Undo `end_membership`, with the role of before. Work that was given away stays where it went."""
    membership.active = True
    membership.save(update_fields=["active"])
    record(
        person=by,
        act="person restored",
        subject=f"{membership.person} ({membership.role})",
        project=membership.project,
    )


def _keep_a_manager(leaving: Membership) -> None:
    """Raise Refused when `leaving` is the last one who may manage people. Locks the project meanwhile."""
    Project.objects.select_for_update().get(pk=leaving.project_id)
    if is_last_manager(leaving):
        raise Refused(
            _("%(name)s is de laatste die dit project beheert. Geef eerst iemand anders die rol.")
            % {"name": leaving.person}
        )


def is_last_manager(membership: Membership) -> bool:
    """Whether nobody but `membership` may manage people in the project."""
    managers = Membership.objects.filter(
        project_id=membership.project_id, active=True, role__in=roles_for("projects.manage_people")
    )
    return not managers.exclude(pk=membership.pk).exists()


@transaction.atomic
def change_settings(*, project: Project, by: Person, changes: dict[str, Any]) -> Project:
    """Store `changes` (field name: new value) of the project's own settings.

    Raises ValueError for the phase: that goes by `services.phaseboard.change_phase`, which asks what lacks.
    """
    if "phase" in changes:
        raise ValueError("the phase of a project is changed on the phase board")
    for field, value in changes.items():
        setattr(project, field, value)
    if changes:
        project.save(update_fields=list(changes))
        record(person=by, act="settings changed", subject=", ".join(changes), project=project)
    return project


@transaction.atomic
def create_project(
    *, by: Person, organisation: Organisation, leader: dict[str, str], fields: dict[str, Any]
) -> Project:
    """Begin a project with `by` as administrator and a project leader (`email`, `name`). Raises Refused.

    organisation: whom the project leader works for. Who begins the project stays with the own organisation.
    """
    if leader["email"].strip().lower() == by.email:
        raise Refused(_("Kies een ander als projectleider: wie beheert, leest niet mee in de verhalen."))
    project = Project.objects.create(slug=free_slug(fields["name"]), **fields)
    own = organisation_of(by)
    Membership.objects.create(person=by, project=project, role=Role.ADMINISTRATOR, organisation=own)
    record(person=by, act="project created", subject=project.name, project=project)
    add_person(project=project, by=by, role=Role.PROJECT_LEADER, organisation=organisation, **leader)
    return project


def organisation_of(person: Person) -> Organisation | None:
    """Whom `person` works for as administrator, else in any role; None when nobody wrote that down."""
    held = person.memberships.filter(active=True).exclude(organisation=None).select_related("organisation")
    newest = sorted(held, key=lambda one: (one.role == Role.ADMINISTRATOR, one.pk))
    return newest[-1].organisation if newest else None


def free_slug(name: str) -> str:
    """An address for a project called `name` that no other project has."""
    base = slugify(name)[:50] or "project"
    slug, number = base, 2
    while slug in TAKEN_SLUGS or Project.objects.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    return slug
