"""Moving a project from phase to phase (V10), the only place where that is done."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from msa.registry import Requirement
from projects.models import Person, PhaseChange, Project
from projects.overviews.requirements import Standing, requirements_of
from projects.phases import STEPS, Step
from projects.services.refusing import Refused


@transaction.atomic
def change_phase(*, project: Project, by: Person, seen: int, target: int, reason: str = "") -> PhaseChange:
    """Let `project` go from phase `seen` to phase `target` (1 to 5); returns what was written down.

    seen: where the project stood on the page of who asks. reason: needed to go back, and to go on while a
    rule blocks. Raises Refused when the project moved meanwhile, for a step that is not in the table, for a
    missing reason, and while something blocks that `by` may not set aside.
    """
    held = Project.objects.select_for_update().get(pk=project.pk)
    reason = reason.strip()
    step = _step(held, seen, target)
    standing = Standing(()) if step is Step.BACK else requirements_of(held)[target]
    if step is Step.BACK:
        _need_a_reason(reason)
    else:
        _refuse_while_blocked(standing, held, by, reason)
    change = PhaseChange.objects.create(
        project=held,
        before=held.phase,
        after=target,
        on=timezone.localdate(),
        by=by,
        reason=reason,
        passed_over=[rule.title for rule in standing.blocking],
        advice=[rule.title for rule in standing.advice],
    )
    held.phase = project.phase = target
    held.save(update_fields=["phase"])
    record(person=by, act="phase changed", subject=_in_the_trail(change, standing), project=held)
    return change


def _step(held: Project, seen: int, target: int) -> Step:
    """What kind of step it is. Raises Refused."""
    if held.phase != seen:
        text = _("Het project staat intussen in fase %(number)s: %(phase)s. Kijk of dit nog klopt.")
        raise Refused(text % {"number": held.phase, "phase": held.get_phase_display()})
    step = STEPS.get((held.phase, target))
    if step is None:
        raise Refused(_("Een project gaat één fase vooruit of één fase terug."))
    return step


def _need_a_reason(reason: str) -> None:
    if not reason:
        raise Refused(_("Schrijf op waarom het project een fase teruggaat. Dat blijft op het bord staan."))


def _refuse_while_blocked(standing: Standing, held: Project, by: Person, reason: str) -> None:
    """Raise Refused while something blocks, unless `by` may set all of it aside, and says why."""
    if standing.firm:
        text = _("Dit moet eerst staan, daar is geen uitzondering op: %(rules)s.")
        raise Refused(text % {"rules": _titles(standing.firm)})
    if not standing.blocking:
        return
    if not by.has_perm("projects.override_requirement", held):
        text = _("Dit moet eerst staan: %(rules)s. Alleen de projectleider kan met een reden toch doorgaan.")
        raise Refused(text % {"rules": _titles(standing.blocking)})
    if not reason:
        text = _("Dit moet eerst staan: %(rules)s. Toch door? Schrijf dan op waarom.")
        raise Refused(text % {"rules": _titles(standing.blocking)})


def _titles(rules: list[Requirement]) -> str:
    return "; ".join(rule.title for rule in rules)


def _in_the_trail(change: PhaseChange, standing: Standing) -> str:
    """Both phases, what was set aside (by key) and why; the board keeps the reason whole."""
    keys = ", ".join(rule.key for rule in standing.blocking)
    passed = f", passed over: {keys}" if keys else ""
    reason = f": {change.reason}" if change.reason else ""
    return f"{change.before} to {change.after}{passed}{reason}"
