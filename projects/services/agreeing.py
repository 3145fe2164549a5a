"""Sending a version to partners, their answers, and coming in force (V4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from projects.agreements.calendar import frozen_calendar
from projects.models import (
    AgreementAnswer,
    AgreementKind,
    AgreementVersion,
    AnswerState,
    Partnership,
    PartnershipState,
    Person,
    VersionState,
)
from projects.services.refusing import Refused
from projects.tasks import send_agreement


@dataclass(frozen=True)
class Said:
    """An answer. said_by, how: only of one that was given elsewhere and is noted here."""

    state: str
    text: str = ""
    said_by: str = ""
    how: str = ""
    on: date | None = None


@transaction.atomic
def send_version(*, version: AgreementVersion, by: Person, partners: Sequence[Partnership]) -> None:
    """Ask `partners` to agree. The text stands still from now on; what was out before is replaced.

    Raises Refused for what is no concept any more, for nobody to ask, and for who does not take part.
    """
    held = _held(version, VersionState.CONCEPT)
    if not partners:
        raise Refused(_("Kies aan wie je akkoord vraagt."))
    project = held.agreement.project
    if any(one.project_id != project.pk or one.state != PartnershipState.JOINED for one in partners):
        raise Refused(_("Niet iedereen die je koos, doet nog mee. Kies opnieuw."))
    _replace(held, VersionState.SENT)
    held.state, held.sent_on = VersionState.SENT, timezone.localdate()
    if held.kind == AgreementKind.COMMUNICATION:
        held.calendar = frozen_calendar(project)
    held.save(update_fields=["state", "sent_on", "calendar"])
    answers = [AgreementAnswer(version=held, partnership=one) for one in partners]
    AgreementAnswer.objects.bulk_create(answers)
    subject = f"{held} to {', '.join(str(one) for one in partners)}"
    record(person=by, act="agreement sent", subject=subject, project=project)
    _mail(held)
    version.refresh_from_db()


def _mail(version: AgreementVersion) -> None:
    for pk in version.answers.filter(state=AnswerState.WAITING).values_list("pk", flat=True):
        send_agreement.delay_on_commit(pk)


@transaction.atomic
def remind(*, version: AgreementVersion, by: Person) -> int:
    """Send the mail once more to partners that said nothing yet; returns how many those are.

    Raises Refused for a version that is not out.
    """
    held = _held(version, VersionState.SENT)
    waiting = held.answers.filter(state=AnswerState.WAITING).count()
    if waiting:
        _mail(held)
        record(person=by, act="agreement reminded", subject=str(held), project=held.agreement.project)
    return waiting


@transaction.atomic
def answer(*, given: AgreementAnswer, by: Person, said: Said, seen: str = "") -> bool:
    """What a partner says. Returns whether the version came in force by it.

    seen: the stamp of the answer that the window showed; empty when nothing was shown. Raises Refused when
    the version is no longer out, a remark has no words, or another window answered in the meantime.
    """
    version = _held(given.version, VersionState.SENT)
    if said.state == AnswerState.REMARK and not said.text.strip():
        raise Refused(_("Schrijf op wat er anders moet. Dan weet de projectleider wat te doen."))
    held = version.answers.select_related("partnership__organisation").get(pk=given.pk)
    if seen and seen != held.stamp:
        raise Refused(_answered_meanwhile(held))
    # Who agrees now and left the words of an earlier remark standing, no longer means them.
    left = held.state == AnswerState.REMARK and said.text.strip() == held.text.strip()
    settled = left and said.state == AnswerState.AGREED
    held.state, held.text, held.by = said.state, "" if settled else said.text, by
    held.said_by, held.how, held.on = said.said_by, said.how, said.on or timezone.localdate()
    held.save()
    subject = f"{version}: {held.partnership} {held.state}"
    record(person=by, act="agreement answered", subject=subject, project=version.agreement.project)
    if not everybody_agreed(version):
        return False
    _come_in_force(version, by, because="")
    return True


def _answered_meanwhile(held: AgreementAnswer) -> str:
    """What another window wrote, for who was about to write over it."""
    said = f"{held.get_state_display()}. {held.text}".strip()
    text = _(
        "Intussen antwoordde %(who)s: ‘%(said)s’ Kijk of jouw antwoord nog klopt en verstuur het opnieuw."
    )
    return text % {"who": held.who, "said": said}


def everybody_agreed(version: AgreementVersion) -> bool:
    """Whether all who were asked, and still take part, said yes; and at least one did."""
    asked = version.answers.exclude(partnership__state=PartnershipState.STOPPED)
    states = set(asked.values_list("state", flat=True))
    return states == {AnswerState.AGREED.value}


@transaction.atomic
def decide(*, version: AgreementVersion, by: Person, because: str) -> None:
    """Let a version that was sent come in force, although not everybody agreed. Raises Refused."""
    held = _held(version, VersionState.SENT)
    if not because.strip() and not everybody_agreed(held):
        raise Refused(_("Schrijf op waarom deze versie ingaat zonder dat iedereen akkoord is."))
    _come_in_force(held, by, because=because.strip())


def _come_in_force(version: AgreementVersion, by: Person, because: str) -> None:
    _replace(version, VersionState.IN_FORCE)
    version.state, version.in_force_on, version.because = (
        VersionState.IN_FORCE,
        timezone.localdate(),
        because,
    )
    version.save(update_fields=["state", "in_force_on", "because"])
    project = version.agreement.project
    record(person=by, act="agreement in force", subject=str(version), project=project)


def _replace(version: AgreementVersion, state: str) -> None:
    """What stood in `state` until now gives way."""
    others = AgreementVersion.objects.filter(agreement=version.agreement_id, state=state)
    others.exclude(pk=version.pk).update(state=VersionState.REPLACED, replaced_on=timezone.localdate())


def _held(version: AgreementVersion, state: str) -> AgreementVersion:
    """The version as it stands now, locked together with the others of its agreement."""
    found = AgreementVersion.objects.select_for_update().filter(agreement=version.agreement_id)
    held = next((one for one in found.select_related("agreement__project") if one.pk == version.pk), None)
    if held is None or held.state != state:
        raise Refused(_("Deze versie staat er intussen anders voor. Kijk hieronder hoe het nu is."))
    return held
