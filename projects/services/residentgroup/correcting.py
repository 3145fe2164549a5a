"""Correcting what was published about an advice, and taking it away (docs/decisions/0015).

The audit trail says that it happened and to which step; it keeps no word of it.
"""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from msa.privacy.forgetting import scrub
from projects.models import Advice, AdviceState, AdviceStep, Membership, Person, Role, StepKind
from projects.overviews.advicetrail import may_correct, may_remove, may_restore, settled
from projects.services.refusing import Refused
from projects.services.residentgroup.advice import Words, refuse_empty_answer
from projects.services.residentgroup.group import changed_fields
from projects.services.residentgroup.influence import refuse_nothing_to_ask

# So long it can be put back. Short: what was taken away may be about somebody.
KEPT_AFTER_REMOVAL = timedelta(days=7)


@transaction.atomic
def correct_step(*, step: AdviceStep, by: Membership, fields: dict[str, Any]) -> None:
    """Change the words of `step`, as it was loaded. fields: text and, where there, title, deed, deed_on.

    Raises Refused for who may not, once the other side reacted, when it was taken away or changed meanwhile,
    and for an answer without its reason or deed.
    """
    advice, held = _held(step)
    _refuse_correction(advice, held, step, by)
    title = fields.get("title", advice.title)
    changed = changed_fields(held, {name: value for name, value in fields.items() if name != "title"})
    if held.kind == StepKind.ANSWERED:
        refuse_empty_answer(Words(held.text, held.answer, held.deed, held.deed_on))
    if not changed and title == advice.title:
        return
    held.changed_at = timezone.now()
    held.noted = held.of_group and by.role != Role.RESIDENT_GROUP
    held.save(update_fields=[*changed, "changed_at", "noted"])
    if advice.volunteered and held.pk == advice.trail[0].pk:
        advice.title = title
        advice.save(update_fields=["title"])
    _record(by.person, "advice corrected", held)


def _refuse_correction(advice: Advice, held: AdviceStep, loaded: AdviceStep, by: Membership) -> None:
    if not may_correct(held, by):
        raise Refused(_("Alleen wie dit schreef kan het aanpassen."))
    if held.removed_at is not None:
        raise Refused(_("Dit is intussen weggehaald. Zet het eerst terug."))
    if settled(held, advice):
        raise Refused(_("Hierop is al gereageerd. Daarom blijft de tekst staan. Voeg een aanvulling toe."))
    if (held.text, held.deed, held.deed_on) != (loaded.text, loaded.deed, loaded.deed_on):
        raise Refused(_("Iemand anders paste dit intussen aan. Lees dat eerst."))


@transaction.atomic
def correct_head(*, advice: Advice, by: Person, fields: dict[str, Any]) -> None:
    """Change what stands above an advice. fields: title, subject, meeting, due_on.

    Raises Refused for another subject on which residents have no influence, where the team asked.
    """
    if fields["subject"] != advice.subject and not advice.volunteered:
        refuse_nothing_to_ask(fields["subject"])
    changed = changed_fields(advice, fields)
    if changed:
        advice.save(update_fields=changed)
        subject = f"advice {advice.pk} ({', '.join(changed)})"
        record(person=by, act="advice corrected", subject=subject, project=advice.group.project)


@transaction.atomic
def remove_step(*, step: AdviceStep, by: Membership) -> None:
    """Take `step` away; `restore_step` undoes it for a while. Doing it twice changes nothing.

    The state becomes that of what still stands. Raises Refused for who may not.
    """
    advice, held = _held(step)
    if not may_remove(held, by):
        raise Refused(_("Alleen wie dit schreef en de projectleider kunnen het weghalen."))
    if held.removed_at is None:
        held.removed_at, held.removed_by_team = timezone.now(), by.role != Role.RESIDENT_GROUP
        held.save(update_fields=["removed_at", "removed_by_team"])
        _follow(advice)
        _record(by.person, "advice removed", held)


@transaction.atomic
def restore_step(*, step: AdviceStep, by: Membership) -> None:
    """Undo `remove_step`. Raises Refused for the other side, and when its words were erased."""
    advice, held = _held(step)
    if held.removed_at is None:
        return
    if held.erased:
        raise Refused(_("Deze tekst is al gewist. Schrijf hem opnieuw als dat nodig is."))
    if not may_restore(held, by):
        team = held.removed_by_team
        raise Refused(
            _("De projectleider haalde dit weg. Alleen het team kan het terugzetten.")
            if team
            else _("De groep haalde dit weg. Alleen de groep kan het terugzetten.")
        )
    held.removed_at = None
    held.save(update_fields=["removed_at"])
    _follow(advice)
    _record(by.person, "advice restored", held)


def erase_removed(today: date) -> list[str]:
    """Erase the words of what was taken away more than KEPT_AFTER_REMOVAL ago; returns what went, in words.

    That it was taken away stays readable, except for an advice of which nothing is left: that goes whole.
    """
    old = AdviceStep.objects.filter(removed_at__date__lt=today - KEPT_AFTER_REMOVAL)
    advices = set(old.values_list("advice", flat=True))
    count = old.exclude(text="", deed="").update(text="", deed="", deed_on=None, seat=None)
    found = Advice.objects.filter(pk__in=advices).prefetch_related("steps")
    Advice.objects.filter(pk__in=[one.pk for one in found if all(step.erased for step in one.trail)]).delete()
    if not count:
        return []
    scrub(AdviceStep._meta.db_table, Advice._meta.db_table)
    return [f"words of {count} removed steps of advice"]


def _held(step: AdviceStep) -> tuple[Advice, AdviceStep]:
    """The advice, locked, and the step, both as they stand now."""
    found = Advice.objects.select_for_update().select_related("group__project")
    advice = found.prefetch_related("steps__seat").get(pk=step.advice_id)
    return advice, next(one for one in advice.trail if one.pk == step.pk)


def _follow(advice: Advice) -> None:
    """The state and the answer are those of what still stands; with nothing left they stay as they were."""
    last = advice.last(*AdviceState.values)
    answered = advice.last(StepKind.ANSWERED)
    if last:
        advice.state, advice.answer = last.kind, answered.answer if answered else ""
        advice.save(update_fields=["state", "answer"])


def _record(by: Person, act: str, step: AdviceStep) -> None:
    subject = f"advice {step.advice_id}, step {step.pk} ({step.kind})"
    record(person=by, act=act, subject=subject, project=step.advice.group.project)
