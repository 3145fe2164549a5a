"""Direct actions: agreeing, moving on, handing over, each with its place in the history (H6)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from housevisits.models import ActionState, DirectAction, DirectActionEvent, Household
from housevisits.models.directaction import TOPICS, TRANSITIONS
from msa.audit import record
from projects.access import membership_of
from projects.models import Membership, Person, Project


@transaction.atomic
def agree_on_action(
    *,
    project: Project,
    by: Membership,
    kind: str,
    topic: str,
    agreement: str,
    agreed: bool,
    assigned_to: Membership,
    due_on: date,
    household: Household | None = None,
) -> DirectAction:
    """Write down what was agreed with a resident. Raises ValidationError without the resident's consent."""
    if not agreed:
        raise ValidationError({"agreed": _("Zonder akkoord van de bewoner leg je niets vast.")})
    if topic not in TOPICS[kind]:
        raise ValidationError({"topic": _("Dit onderwerp hoort niet bij deze soort.")})
    action = DirectAction.objects.create(
        project=project,
        household=household,
        kind=kind,
        topic=topic,
        agreement=agreement,
        agreed=agreed,
        assigned_to=assigned_to,
        due_on=due_on,
    )
    DirectActionEvent.objects.create(action=action, by=by, state=action.state, note=_("Afgesproken."))
    record(person=by.person, act="direct action agreed", subject=f"action {action.pk}", project=project)
    return action


@transaction.atomic
def move_action(*, action: DirectAction, by: Membership, state: str, note: str = "") -> DirectAction:
    """Bring `action` to `state`. Raises ValidationError when the table of transitions does not allow it.

    Passing a concern on asks for a note: to whom, and when to ask again.
    """
    action = DirectAction.objects.select_for_update().get(pk=action.pk)
    if state != action.state and state not in TRANSITIONS[action.state]:
        raise ValidationError(_("Deze stap kan niet vanuit de stand waarin de actie nu is."))
    if state == ActionState.REFERRED and not note.strip():
        raise ValidationError({"note": _("Schrijf op naar wie je doorverwijst en wanneer je navraagt.")})
    action.state = ActionState(state)
    action.save(update_fields=["state"])
    DirectActionEvent.objects.create(action=action, by=by, state=state, note=note.strip())
    record(
        person=by.person, act=f"direct action {state}", subject=f"action {action.pk}", project=action.project
    )
    return action


@transaction.atomic
def undo_move(*, action: DirectAction, by: Membership, event: int) -> DirectAction:
    """Put back the state of before `event`, the newest step of `action`. Both stay in the history.

    Raises ValidationError when `by` did not take that step, or when somebody went on in the meantime.
    """
    action = DirectAction.objects.select_for_update().get(pk=action.pk)
    steps = list(action.events.all()[:2])
    if len(steps) < 2 or (steps[0].pk, steps[0].by_id) != (event, by.pk):
        raise ValidationError(_("Dit is niet meer ongedaan te maken: er is al een volgende stap gezet."))
    action.state = steps[1].state
    action.save(update_fields=["state"])
    DirectActionEvent.objects.create(action=action, by=by, state=action.state, note=_("Ongedaan gemaakt."))
    record(
        person=by.person, act="direct action undone", subject=f"action {action.pk}", project=action.project
    )
    return action


@transaction.atomic
def hand_over_action(*, action: DirectAction, by: Membership, to: Membership) -> DirectAction:
    """Give `action` to somebody else of the same project. Raises ValidationError for an outsider."""
    if to.project_id != action.project_id or not to.active:
        raise ValidationError({"assigned_to": _("Deze persoon doet niet mee in dit project.")})
    action.assigned_to = to
    action.save(update_fields=["assigned_to"])
    DirectActionEvent.objects.create(
        action=action, by=by, state=action.state, note=_("Overgedragen aan %(who)s.") % {"who": to.person}
    )
    record(
        person=by.person,
        act="direct action handed over",
        subject=f"action {action.pk}",
        project=action.project,
    )
    return action


@transaction.atomic
def give_actions(*, giver: Membership, taker: Membership, by: Person) -> int:
    """All unfinished actions of `giver` go to `taker`, each with a line in its history; returns how many."""
    giving = membership_of(by, giver.project)
    actions = list(DirectAction.objects.unfinished().filter(assigned_to=giver))
    for action in actions:
        hand_over_action(action=action, by=giving, to=taker)
    return len(actions)
