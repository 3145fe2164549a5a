"""In which projects somebody may do something (P20); one project is found by `access.membership_at`."""

from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.db import models

from projects.access import roles_for

if TYPE_CHECKING:
    from projects.models import (  # noqa: F401
        AgreementVersion,
        CommunicationMoment,
        Membership,
        Organisation,
        Person,
        Project,
        ReferralRoute,
        Task,
    )


class ProjectQuerySet(models.QuerySet["Project"]):
    """Projects, narrowed by who asks."""

    def where(self, person: "Person | AnonymousUser", permission: str) -> "ProjectQuerySet":
        """Projects in which `person` holds `permission`. Raises KeyError for an unknown permission."""
        roles = roles_for(permission)
        if not person.is_authenticated:
            return self.none()
        held = models.Q(memberships__person=person, memberships__active=True, memberships__role__in=roles)
        return self.filter(held).distinct()


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Organisations, narrowed by who asks."""

    def visible_to(self, person: "Person | AnonymousUser") -> "OrganisationQuerySet":
        """Organisations for which `person` takes part in a project now. Residents stand for none."""
        if not person.is_authenticated:
            return self.none()
        return self.filter(memberships__person=person, memberships__active=True).distinct()

    def offered_to(self, person: "Person | AnonymousUser") -> "OrganisationQuerySet":
        """What `person` may choose from: organisations of the own projects, and those one works for.

        Others stay unseen; who writes down a name that is known gets that organisation all the same.
        """
        if not person.is_authenticated:
            return self.none()
        mine = person.memberships.filter(active=True)
        here = models.Q()
        for way in ("memberships", "partnerships", "referral_routes", "officer_routes"):
            of_way = self.model.objects.filter(**{f"{way}__project__in": mine.values("project")})
            here |= models.Q(pk__in=of_way.values("pk"))
        return self.filter(here)

    def kept_by(self, person: "Person | AnonymousUser", *roles: str) -> "OrganisationQuerySet":
        """Organisations of which `person` may know all projects: a keeper who manages a project for it now.

        roles: only who does so in one of these roles; none given means every role that may copy a set-up.
        """
        if not person.is_authenticated:
            return self.none()
        held = models.Q(memberships__role__in=roles or roles_for("projects.copy_setup"))
        held &= models.Q(memberships__person=person, memberships__active=True)
        return self.filter(held, pk__in=person.keeps.values("organisation")).distinct()


class ReferralRouteQuerySet(models.QuerySet["ReferralRoute"]):
    """Routes of projects, narrowed by who asks."""

    def visible_to(self, person: "Person | AnonymousUser") -> "ReferralRouteQuerySet":
        """Routes of the projects in which `person` is in the team."""
        from projects.models import Project

        return self.filter(project__in=Project.objects.where(person, "projects.view_referral_routes"))


class TaskQuerySet(models.QuerySet["Task"]):
    """Tasks of projects, narrowed by who asks and by what is still to be done."""

    def visible_to(self, person: "Person | AnonymousUser") -> "TaskQuerySet":
        """Tasks of the projects in which `person` may read them."""
        from projects.models import Project

        return self.filter(project__in=Project.objects.where(person, "projects.view_tasks"))

    def kept(self) -> "TaskQuerySet":
        """What was not taken off the list."""
        return self.filter(removed_at=None)

    def open(self) -> "TaskQuerySet":
        """What is on the list and nobody finished yet."""
        return self.kept().filter(done_on=None)


class AgreementVersionQuerySet(models.QuerySet["AgreementVersion"]):
    """Versions of agreements, narrowed by who asks."""

    def readable_by(self, membership: "Membership") -> "AgreementVersionQuerySet":
        """Versions in the project of `membership` that its role may read: what holds is for everybody,
        what was sent or replaced for who works here, a concept for who writes it."""
        states = ["in_force"]
        if membership.role in roles_for("projects.view_sent_agreements"):
            states += ["sent", "replaced"]
        if membership.role in roles_for("projects.view_agreement_concepts"):
            states += ["concept"]
        return self.filter(agreement__project_id=membership.project_id, state__in=states)


class CommunicationQuerySet(models.QuerySet["CommunicationMoment"]):
    """Moments of the communication calendar."""

    def present(self) -> "CommunicationQuerySet":
        """What was not taken away."""
        return self.filter(removed_at=None)

    def open(self) -> "CommunicationQuerySet":
        """What still has to be done."""
        return self.present().filter(done_on=None)
