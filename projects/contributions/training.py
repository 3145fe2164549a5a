"""What the training adds to the menu, Vandaag, the phase board and the set-up of a new project (V6)."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from msa import registry
from msa.registry import KeptLine, MemberFact, NavItem, Requirement, SetupPart, TodayItem
from msa.sharing import Shared
from projects.access import roles_for
from projects.demo import training as demo
from projects.models import Attendance, Membership, Phase, Project, Role, SessionState
from projects.overviews.members import active_members
from projects.overviews.partners import listed
from projects.overviews.training import TrainingState, state_of, training_states
from projects.services.training import copy_outlines, outlines_held
from projects.training.practising import practice_url
from projects.training.rules import VISITORS

VIEW, EDIT = "projects.view_training", "projects.edit_training"
CAN_HELP = frozenset({Role.PROJECT_LEADER, Role.COMMUNITY_WORKER})
DAYS_AHEAD = 21  # so long before a session it stands on Vandaag
SET_UP = SetupPart(
    label=gettext_lazy("Trainingen"),
    comes=gettext_lazy("De titel en de onderwerpen van elke training, nog zonder datum."),
    never=gettext_lazy("Dag, plaats, trainer, programma, wie er was en wie geoefend heeft."),
    holds=outlines_held,
    copy=copy_outlines,
)


def register() -> None:
    """Called once when the app is ready."""
    registry.today.add("training", today, order=16)
    registry.navigation.add("training", navigation, order=16)
    registry.requirements.add("training", requirements, order=16)
    registry.setup.add("training", SET_UP, order=16)
    registry.team.add("training", member_facts, order=16)
    registry.kept.add("training", kept, order=16)
    registry.demo.add("training", demo.load, order=16)


def navigation(membership: Membership) -> Iterator[NavItem]:
    """The training, for the team."""
    if membership.role in roles_for(VIEW):
        url = reverse("projects:training", args=[membership.project.slug])
        yield NavItem(_("Training"), url, "graduation-cap", phase=1)


def member_facts(project: Project) -> dict[int, MemberFact]:
    """For the page of the team: how far everybody is who needs training. Four queries."""
    return {
        pk: MemberFact(text=state.label, icon="graduation-cap", asks=not state.trained)
        for pk, state in training_states(project).items()
        if state.needed
    }


def kept(project: Project) -> Iterator[KeptLine]:
    """How long what is kept of the training."""
    yield KeptLine(_("wie welke training volgde"), _("zolang iemand meedoet in het project"))
    yield KeptLine(
        _("wat iemand typt in de oefening"),
        _(
            "niet: alleen de dag van de oefening. De eigen browser houdt de tekst hoogstens een half uur "
            "vast, versleuteld"
        ),
    )


def today(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """One's own practice and next session; for who leads, who still lacks training before the visits."""
    if membership.role in VISITORS:
        yield from _own(membership)
    yield from _next_session(membership)
    if membership.role == Role.PROJECT_LEADER and membership.project.phase <= Phase.HOUSE_VISITS:
        yield from _team(membership, shared)
    if membership.role in roles_for(EDIT):
        yield from _attendance(membership)


def _own(membership: Membership) -> Iterator[TodayItem]:
    """For who visits: the practice, where it still lacks."""
    address = practice_url(membership)
    # Some visits still come while the picture is made; who never practised should not begin with a real one.
    if membership.project.phase > Phase.PICTURE or not address:
        return
    if state_of(membership).misses_practice:
        yield TodayItem(
            title=_("Doe de oefening"),
            text=_(
                "Een verzonnen gesprek opschrijven, in een kwartier. Van wat je typt, wordt niets bewaard."
            ),
            url=address,
            action=_("Oefen"),
            icon="dumbbell",
            weight=90,  # before 'Registreer een gesprek'
        )


def _next_session(membership: Membership) -> Iterator[TodayItem]:
    """The next session to which somebody was invited."""
    if membership.role not in roles_for(VIEW):
        return
    day = timezone.localdate()
    found = Attendance.objects.filter(
        membership=membership,
        session__state=SessionState.PLANNED,
        session__on__gte=day,
        session__on__lte=day + timedelta(days=DAYS_AHEAD),
    )
    one = found.select_related("session").order_by("session__on").first()
    if one is not None and one.session.on is not None:
        yield TodayItem(
            title=_("Er is een training op %(day)s") % {"day": date_format(one.session.on, "j F")},
            text=" · ".join(filter(None, [one.session.title, one.session.place])),
            url=reverse("projects:training_session", args=[membership.project.slug, one.session_id]),
            action=_("Bekijk de training"),
            icon="graduation-cap",
            weight=64,
        )


def _team(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """For who leads: which visitors still lack something."""
    lacking = shared.get(_untrained, membership.project, shared)
    if not lacking:
        return
    names = listed([held.person.name for held, _state in lacking])
    count = len(lacking)
    yield TodayItem(
        title=ngettext("Nog niet getraind: %(n)s mens", "Nog niet getraind: %(n)s mensen", count)
        % {"n": count},
        text=_("%(names)s. Regel het voor het eerste bezoek.") % {"names": names},
        url=reverse("projects:training_team", args=[membership.project.slug]),
        action=_("Bekijk wat er mist"),
        icon="graduation-cap",
        weight=58,
    )


def _untrained(project: Project, shared: Shared) -> list[tuple[Membership, TrainingState]]:
    """Who visits and still lacks something. Five queries."""
    states = training_states(project)
    members = [held for held in shared.get(active_members, project) if held.role in VISITORS]
    return [(held, states[held.pk]) for held in members if not states[held.pk].trained]


def _attendance(membership: Membership) -> Iterator[TodayItem]:
    """A session that has been, while nobody wrote down who was there."""
    found = membership.project.training_sessions.filter(
        state=SessionState.PLANNED, on__lt=timezone.localdate()
    )
    session = found.order_by("on").first()
    if session is not None:
        yield TodayItem(
            title=_("Wie was er bij de training?"),
            text=_("‘%(title)s’ is geweest. Eén tik per persoon.") % {"title": session.title},
            url=reverse("projects:training_session", args=[membership.project.slug, session.pk]) + "#wie",
            action=_("Vul in wie er was"),
            icon="user-check",
            weight=54,
        )


def requirements(project: Project, shared: Shared) -> Iterator[Requirement]:
    """Before the visits: a session was held, and who visits is trained. Advice: who leads decides."""
    held = project.training_sessions.filter(state=SessionState.HELD).exists()
    yield Requirement(
        phase=Phase.HOUSE_VISITS,
        key="training-held",
        title=_("Er is minstens één training gehouden"),
        todo=_("een training houden"),
        met=held,
        url=reverse("projects:training", args=[project.slug]),
        roles=CAN_HELP,
        blocks=False,
        reason="" if held else _("Samen oefenen zorgt dat iedereen aan de deur hetzelfde belooft en vraagt."),
    )
    lacking = shared.get(_untrained, project, shared)
    yield Requirement(
        phase=Phase.HOUSE_VISITS,
        key="visitors-trained",
        title=_("Iedereen die op bezoek gaat, is getraind"),
        todo=_("iedereen trainen die op bezoek gaat"),
        met=not lacking,
        url=reverse("projects:training_team", args=[project.slug]),
        roles=CAN_HELP,
        blocks=False,
        reason=" ".join(_lack(held, state) for held, state in lacking),
    )


def _lack(membership: Membership, state: TrainingState) -> str:
    return _("%(name)s mist nog: %(what)s.") % {"name": membership.person, "what": state.lacks_text}
