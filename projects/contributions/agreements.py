"""What agreements add to the menu, Vandaag, the phase board and the set-up of another project (V4)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa import registry
from msa.registry import KeptLine, NavItem, Requirement, StateLine, TodayItem
from msa.sharing import Shared
from projects.access import roles_for
from projects.agreements.copying import AGREEMENTS
from projects.demo import agreements as demo
from projects.models import (
    AgreementKind,
    AgreementVersion,
    Membership,
    Phase,
    Project,
    VersionState,
)
from projects.overviews.agreements import Standing, standings
from projects.overviews.partners import listed

VIEW, EDIT, ANSWER = "projects.view_agreements", "projects.edit_agreements", "projects.answer_agreements"


def register() -> None:
    """Called once when the app is ready."""
    registry.today.add("agreements", today, order=13)
    registry.state.add("agreements", state, order=14)
    registry.navigation.add("agreements", navigation, order=13)
    registry.requirements.add("agreements", requirements, order=20)
    registry.setup.add("agreements", AGREEMENTS, order=30)
    registry.kept.add("agreements", kept, order=40)
    registry.demo.add("agreements", demo.load, order=15)  # after what residents have a say in


def navigation(membership: Membership) -> Iterator[NavItem]:
    """The page of the four texts, for everybody."""
    slug = membership.project.slug
    if membership.role in roles_for(VIEW):
        yield NavItem(
            _("Samenwerkingsafspraken"), reverse("projects:agreements", args=[slug]), "file-check", phase=1
        )


def today(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """Who has to answer; and for who leads: remarks, concepts and what was never begun."""
    if membership.role not in roles_for(ANSWER):
        return
    found = standings(membership)
    yield from _to_answer(membership, found)
    if membership.role in roles_for(EDIT):
        yield from _remarks(membership, found)
        yield from _to_write(membership, found)


def _to_answer(membership: Membership, found: list[Standing]) -> Iterator[TodayItem]:
    asked = [(one, one.asked_of(membership)) for one in found]
    for one in [one for one, answer in asked if answer is not None and answer.waiting]:
        yield TodayItem(
            title=_("Lees en geef akkoord: %(kind)s") % {"kind": one.kind.label},
            text=_("Je antwoordt namens %(organisation)s.") % {"organisation": membership.organisation},
            url=_page(membership, one),
            action=_("Lees en antwoord"),
            icon="file-check",
            weight=78,
        )


def _page(membership: Membership, one: Standing) -> str:
    """The version that is out, which is not always the one that holds."""
    slug, kind = membership.project.slug, one.kind
    if one.sent is None:
        return reverse("projects:agreement", args=[slug, kind.slug])
    return reverse("projects:agreement_version", args=[slug, kind.slug, one.sent.number])


def _remarks(membership: Membership, found: list[Standing]) -> Iterator[TodayItem]:
    for one in found:
        if one.remarks and one.sent:
            names = listed([answer.partnership.organisation.name for answer in one.remarks])
            yield TodayItem(
                title=_("Opmerking bij %(kind)s") % {"kind": one.kind.named},
                text=_("Van %(who)s. Pas de tekst aan, of besluit met een reden.") % {"who": names},
                url=_page(membership, one),
                action=_("Lees de opmerking"),
                icon="message-square-warning",
                weight=64,
            )


def _to_write(membership: Membership, found: list[Standing]) -> Iterator[TodayItem]:
    """What lacks before the visits, in one item; concepts that lie still, in another."""
    slug = membership.project.slug
    missing = [one.kind.label for one in found if not one.versions]
    if missing and membership.project.phase <= Phase.HOUSE_VISITS:
        yield TodayItem(
            title=_("Leg de samenwerking vast"),
            text=_("Nog niet begonnen: %(kinds)s. Er ligt een tekst klaar met jullie eigen gegevens.")
            % {"kinds": listed([str(label) for label in missing])},
            url=reverse("projects:agreements", args=[slug]),
            action=_("Bekijk de afspraken"),
            icon="file-pen",
            weight=66,
        )
    for one in found:
        if one.concept is not None and not one.sent:
            yield _concept(slug, one)


def _concept(slug: str, one: Standing) -> TodayItem:
    count = len(one.gaps)
    open_places = ngettext("Nog %d plek in te vullen.", "Nog %d plekken in te vullen.", count) % count
    return TodayItem(
        title=_("Maak %(kind)s af") % {"kind": one.kind.named},
        text=open_places if count else _("De tekst is compleet. Vraag de partners om akkoord."),
        url=reverse(
            "projects:agreement_edit" if count else "projects:agreement_send", args=[slug, one.kind.slug]
        ),
        action=_("Schrijf verder") if count else _("Verstuur"),
        icon="file-pen",
        weight=42,
    )


def state(membership: Membership, shared: Shared) -> Iterator[StateLine]:
    """How many of the four hold. One query."""
    if membership.role not in roles_for(VIEW):
        return
    held = len(shared.get(_in_force, membership.project))
    url = reverse("projects:agreements", args=[membership.project.slug])
    value = _("%(held)s van de %(all)s") % {"held": held, "all": len(AgreementKind)}
    yield StateLine(label=_("Afspraken die gelden"), value=value, url=url)


def _in_force(project: Project) -> set[str]:
    """The kinds of which a version holds; there is at most one of each. One query."""
    found = AgreementVersion.objects.filter(agreement__project=project, state=VersionState.IN_FORCE)
    return set(found.values_list("agreement__kind", flat=True))


def requirements(project: Project, shared: Shared) -> Iterator[Requirement]:
    """No house visit without a privacy plan that holds; the other three are strong advice. One query."""
    held = shared.get(_in_force, project)
    for kind in AgreementKind:
        met = kind.value in held
        yield Requirement(
            phase=Phase.HOUSE_VISITS,
            key=f"agreement-{kind.value}",
            title=_("%(kind)s geldt") % {"kind": kind.named.capitalize()},
            todo=_("%(kind)s laten gelden: schrijven en akkoord vragen") % {"kind": kind.named},
            met=met,
            url=reverse("projects:agreement", args=[project.slug, kind.slug]),
            roles=roles_for(EDIT),
            blocks=kind == AgreementKind.PRIVACY,
            reason="" if met else _reason(kind),
        )


def _reason(kind: AgreementKind) -> str:
    reasons = {
        AgreementKind.PRIVACY: _(
            "Zonder privacyplan kun je een bewoner niet vertellen wat er met een verhaal gebeurt."
        ),
        AgreementKind.COMMUNICATION: _("Zonder communicatieplan hoort de een iets wel en de ander niet."),
        AgreementKind.VISION: _("Zonder gedeelde visie vertelt iedereen aan de deur iets anders."),
        AgreementKind.ROLES: _("Zonder rolverdeling blijft liggen wat niemand ziet als eigen taak."),
    }
    return reasons[kind]


def kept(project: Project) -> Iterator[KeptLine]:
    """The agreements stay as long as the project does; there are no residents in them."""
    yield KeptLine(
        _("de samenwerkingsafspraken en wie akkoord gaf"),
        _("zolang het project bestaat; er staan geen bewoners in"),
    )
