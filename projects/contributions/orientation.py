"""The choice for the approach on Vandaag and in the menu (V1)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from msa import registry
from msa.registry import NavItem, StateLine, TodayItem
from msa.sharing import Shared
from projects.access import roles_for
from projects.demo import orientation as demo
from projects.models import Choice, Membership, Orientation, Phase
from projects.orientation import steps
from projects.orientation.questions import QUESTIONS
from projects.orientation.weighing import weigh
from projects.overviews.orientation import versions_of

FIRST = 200  # before everything else: without a choice there is nothing to prepare
AFTER_NO = 95


def register() -> None:
    """Called once when the app is ready."""
    registry.today.add("orientation", today, order=9)
    registry.state.add("orientation", state, order=5)
    registry.navigation.add("orientation", navigation, order=9)
    registry.demo.add("orientation", demo.load, order=12)


def navigation(membership: Membership) -> Iterator[NavItem]:
    """The page of the choice, for the team."""
    if membership.role in roles_for("projects.view_orientation"):
        url = reverse("projects:orientation", args=[membership.project.slug])
        yield NavItem(_("Past deze aanpak?"), url, "compass", phase=1)


def today(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """In phase 1: make the choice, go on with it, or say what a 'niet' means. One query."""
    project = membership.project
    if project.phase != Phase.PREPARATION or membership.role not in roles_for("projects.change_orientation"):
        return
    versions = shared.get(versions_of, project)
    decided, busy = versions.decided, versions.busy
    url = reverse("projects:orientation", args=[project.slug])
    if busy is not None:
        yield _go_on(busy, FIRST if decided is None else 70)
    elif decided is None:
        yield TodayItem(
            title=_("Past deze aanpak hier?"),
            text=_("Tien vragen voordat jullie beginnen. Aan het eind ligt er een keuze met redenen."),
            url=url,
            action=_("Begin met de vragen"),
            icon="compass",
            weight=FIRST,
        )
    if decided is not None and decided.choice == Choice.NO and busy is None:
        yield _after_no(decided, url)


def state(membership: Membership, shared: Shared) -> Iterator[StateLine]:
    """What was chosen, for the team, while the project is in phase 1. One query."""
    project = membership.project
    if project.phase != Phase.PREPARATION or membership.role not in roles_for("projects.view_orientation"):
        return
    decided = shared.get(versions_of, project).decided
    value = str(decided.get_choice_display()) if decided else _("nog geen keuze")
    note = ""
    if decided is not None and decided.decided_on is not None:
        note = _("besloten op %(day)s") % {"day": date_format(decided.decided_on, "j F Y")}
    url = reverse("projects:orientation", args=[project.slug])
    yield StateLine(label=_("Past deze aanpak?"), value=value, url=url, note=note)


def _go_on(busy: Orientation, weight: int) -> TodayItem:
    left = len(weigh(busy.answers).missing)
    done = {"done": len(QUESTIONS) - left, "all": len(QUESTIONS)}
    text = _("%(done)s van de %(all)s vragen hebben een antwoord. Je gaat verder waar je was.") % done
    if not left:
        text = _("Alle vragen hebben een antwoord. Nu nog wegen en besluiten.")
    return TodayItem(
        title=_("Maak de afweging af: past deze aanpak?"),
        text=text,
        url=steps.page_url(busy, steps.resume(busy)),
        action=_("Ga verder"),
        icon="compass",
        weight=weight,
    )


def _after_no(decided: Orientation, url: str) -> TodayItem:
    return TodayItem(
        title=_("Jullie kozen: niet met deze aanpak"),
        text=_(
            "Het project blijft open; er wordt niets vanzelf gesloten. Vertel partners en bewoners waarom,"
            " of weeg opnieuw af als er iets verandert."
        ),
        url=url,
        action=_("Lees de keuze"),
        icon="compass",
        weight=AFTER_NO,
    )
