"""Advice: asking, giving, answering, carrying out, and saying that something is wrong.

Here steps are only added; correcting.py changes them and takes them away.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from projects.models import (
    Advice,
    AdviceState,
    AdviceStep,
    Answer,
    Membership,
    Person,
    Project,
    Role,
    Seat,
    StepKind,
)
from projects.models.residentgroup.advice import ADVICE_MOVES, NEEDS_DEED, NEEDS_REASON, REMARKABLE
from projects.services.refusing import Refused
from projects.services.residentgroup.group import group_for
from projects.services.residentgroup.influence import refuse_nothing_to_ask
from projects.services.residentgroup.repeating import (
    refuse_same_advice,
    refuse_same_answer,
    refuse_same_words,
)


@dataclass(frozen=True)
class Words:
    """What a step says. answer, deed and deed_on: only when the team answers."""

    text: str = ""
    answer: str = ""
    deed: str = ""
    deed_on: date | None = None


@transaction.atomic
def ask_advice(*, project: Project, by: Person, fields: dict[str, Any], question: str) -> Advice:
    """Ask the group for advice. fields: title, subject, meeting, due_on.

    Raises Refused for a subject on which residents have no influence.
    """
    refuse_nothing_to_ask(fields["subject"])
    advice = Advice.objects.create(group=group_for(project), state=AdviceState.ASKED, **fields)
    _step(advice, by, StepKind.ASKED, text=question)
    return advice


@transaction.atomic
def volunteer_advice(
    *, project: Project, by: Membership, title: str, text: str, seat: Seat | None = None
) -> Advice:
    """Advice that nobody asked for, from the group itself.

    Raises Refused for somebody else's seat, and for what was sent a moment ago.
    """
    _refuse_other_seat(by, seat, project)
    group = group_for(project)
    refuse_same_advice(group, title, text, seat)
    advice = Advice.objects.create(group=group, state=AdviceState.GIVEN, title=title)
    _step(advice, by.person, StepKind.GIVEN, text=text, seat=seat, noted=by.role != Role.RESIDENT_GROUP)
    return advice


@transaction.atomic
def give_advice(
    *, advice: Advice, by: Membership, text: str, seat: Seat | None = None, seen: str | None = None
) -> None:
    """The group gives its advice, or adds to it. seat: whose voice it is; none means the whole group's.

    seen: the stamp of the trail that was on the screen. Raises Refused for a move that is not open, for
    somebody else's seat, for words that stand there already, and when something came in between.
    """
    held = _held(advice, seen)
    _refuse_other_seat(by, seat, held.group.project)
    refuse_same_words(held, text, seat)
    _go(held, AdviceState.GIVEN)
    _step(held, by.person, StepKind.GIVEN, text=text, seat=seat, noted=by.role != Role.RESIDENT_GROUP)


@transaction.atomic
def move_advice(*, advice: Advice, by: Person, to: str, words: Words, seen: str | None = None) -> None:
    """The team answers, says what became of it, withdraws its question or asks it again.

    Raises Refused for a move that is not open, for 'partly' or 'not' without the reason, for what is taken
    over without a deed, for asking again where residents have no influence by now, for what the team said
    last, and when something came in between.
    """
    held = _held(advice, seen)
    if to == AdviceState.ASKED:
        refuse_nothing_to_ask(held.subject)
    if to == AdviceState.ANSWERED:
        refuse_empty_answer(words)
        held.answer = words.answer
    refuse_same_answer(held, to, vars(words))
    _go(held, to)
    _step(held, by, StepKind(to), **vars(words))


@transaction.atomic
def remark(
    *, advice: Advice, by: Membership, text: str, seat: Seat | None = None, seen: str | None = None
) -> None:
    """The group says that something is not right. Raises Refused where there is nothing to react to yet."""
    _react(advice, by, StepKind.REMARK, text, seat, seen)


@transaction.atomic
def add_to_advice(
    *, advice: Advice, by: Membership, text: str, seat: Seat | None = None, seen: str | None = None
) -> None:
    """The group adds to what was answered already; the answer stays true to what it answered.

    Raises Refused where there is no answer yet: until then the advice itself is corrected.
    """
    _react(advice, by, StepKind.ADDITION, text, seat, seen)


def _react(
    advice: Advice, by: Membership, kind: StepKind, text: str, seat: Seat | None, seen: str | None
) -> None:
    held = _held(advice, seen)
    if held.state not in REMARKABLE:
        raise Refused(_("Er is nog geen antwoord om op te reageren."))
    _refuse_other_seat(by, seat, held.group.project)
    refuse_same_words(held, text, seat)
    _step(held, by.person, kind, text=text, seat=seat, noted=by.role != Role.RESIDENT_GROUP)


@transaction.atomic
def reply(*, advice: Advice, by: Person, text: str, seen: str | None = None) -> None:
    """The team comes back to a remark or an addition. Raises Refused when none is open."""
    held = _held(advice, seen)
    if not held.unreplied:
        raise Refused(_("Op deze opmerking is al gereageerd."))
    _step(held, by, StepKind.REPLY, text=text)


def _held(advice: Advice, seen: str | None) -> Advice:
    """The advice, locked, as it stands now. Raises Refused when its trail is another than was `seen`."""
    held = Advice.objects.select_for_update().select_related("group__project").get(pk=advice.pk)
    if seen and held.stamp != seen:
        raise Refused(
            _("Er is intussen iets bijgekomen of aangepast. Lees dat eerst en verstuur daarna opnieuw.")
        )
    return held


def _go(advice: Advice, to: str) -> None:
    if to not in ADVICE_MOVES[advice.state]:
        raise Refused(_("Dat kan nu niet: dit advies is al ‘%s’.") % advice.get_state_display())
    advice.state = to
    advice.save(update_fields=["state", "answer"])


def refuse_empty_answer(words: Words) -> None:
    """Raise Refused for an answer that does not say why, or what is done."""
    if words.answer not in Answer.values:
        raise Refused(_("Kies of het advies is overgenomen."))
    if words.answer in NEEDS_REASON and not words.text:
        raise Refused(_("Schrijf op waarom niet alles is overgenomen. De groep mag dat weten."))
    if words.answer in NEEDS_DEED and not words.deed:
        raise Refused(_("Schrijf op wat jullie ermee doen."))


def _refuse_other_seat(by: Membership, seat: Seat | None, project: Project) -> None:
    """A resident speaks from the own seat or for the whole group; who leads may note any seat's words."""
    if seat is None:
        return
    if seat.group.project_id != project.pk or (by.role == Role.RESIDENT_GROUP and seat.member_id != by.pk):
        raise Refused(_("Deze stoel is niet van u. Kies de hele groep, of uw eigen stoel."))


def _step(advice: Advice, by: Person, kind: str, **words: Any) -> None:
    AdviceStep.objects.create(advice=advice, kind=kind, on=timezone.localdate(), **words)
    project = advice.group.project
    # Not the title: it may have to be taken away one day, and the audit trail cannot be.
    record(person=by, act=f"advice {kind}", subject=f"advice {advice.pk}", project=project)
