"""What the project itself adds: its pages in the menu, what its settings lack, who takes part."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa import registry
from msa.registry import NavItem, StateLine, TodayItem
from msa.sharing import Shared
from projects import demo
from projects.access import roles_for
from projects.models import Membership
from projects.overviews.members import active_members


def register() -> None:
    """Called once when the app is ready."""
    registry.today.add("projects", today, order=10)
    registry.state.add("projects", state, order=90)
    registry.navigation.add("projects", navigation, order=8)
    registry.navigation.add("project settings", settings, order=99)
    registry.demo.add("projects", demo.load, order=10)


def _may(membership: Membership, permission: str) -> bool:
    return membership.role in roles_for(permission)


def navigation(membership: Membership) -> Iterator[NavItem]:
    """The pages of the project itself, and its people."""
    slug = membership.project.slug
    # The project of this window, also when another one was opened in a second window since.
    yield NavItem(_("Vandaag"), f"{reverse('today')}?project={slug}", "sun")
    yield NavItem(_("Het project"), reverse("projects:home", args=[slug]), "house")
    if _may(membership, "projects.manage_people"):
        yield NavItem(_("Mensen"), reverse("projects:people", args=[slug]), "users", phase=1)


def settings(membership: Membership) -> Iterator[NavItem]:
    """What is looked up now and then, below everything else."""
    slug = membership.project.slug
    if _may(membership, "projects.change_settings"):
        yield NavItem(_("Instellingen"), reverse("projects:settings", args=[slug]), "settings-2", phase=1)
    yield NavItem(_("Wie mag wat"), reverse("projects:rights", args=[slug]), "key-round", phase=1)


def today(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """What is still missing in the settings."""
    if _may(membership, "projects.change_settings"):
        yield from _missing_settings(membership)


def _missing_settings(membership: Membership) -> Iterator[TodayItem]:
    project = membership.project
    url = reverse("projects:settings", args=[project.slug])
    if not project.contact:
        yield TodayItem(
            title=_("Schrijf op waar bewoners terechtkunnen"),
            text=_("Wie, waar en wanneer. Dit komt op de praatplaat te staan."),
            url=url + "#id_contact",
            action=_("Vul het contact in"),
            icon="phone",
            weight=60,
        )
    if not project.institutions:
        yield TodayItem(
            title=_("Noem de plekken in de buurt"),
            text=_("Scholen, winkels, huisartsen. Het meelezen let dan op deze namen in de verhalen."),
            url=url + "#id_institutions",
            action=_("Maak het lijstje"),
            icon="map-pinned",
            weight=50,
        )


def state(membership: Membership, shared: Shared) -> Iterator[StateLine]:
    """How many people work together, for how many organisations. One query."""
    members = shared.get(active_members, membership.project)
    employers = {held.organisation_id for held in members if held.organisation_id is not None}
    people = ngettext("%(count)s mens", "%(count)s mensen", len(members)) % {"count": len(members)}
    organisations = ngettext("uit %(count)s organisatie", "uit %(count)s organisaties", len(employers))
    yield StateLine(
        label=_("Wie doet mee"),
        value=people,
        url=reverse("projects:home", args=[membership.project.slug]) + "#mensen",
        note=organisations % {"count": len(employers)},
    )
