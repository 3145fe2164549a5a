"""The organisation of the cast, who keeps it, and where it is changed."""

from django.urls import reverse

from projects.models import Organisation, OrganisationKeeper, Role
from tests.cast import Cast

LEADER, ADMIN = Role.PROJECT_LEADER, Role.ADMINISTRATOR


def own(cast: Cast) -> Organisation:
    organisation = cast.members[LEADER].organisation
    assert organisation is not None
    return organisation


def keep(cast: Cast, *roles: str) -> None:
    for role in roles or (LEADER, ADMIN):
        OrganisationKeeper.objects.get_or_create(organisation=own(cast), person=cast.person(role))


def change_url(cast: Cast) -> str:
    return reverse("projects:organisation_change", args=[own(cast).pk])
