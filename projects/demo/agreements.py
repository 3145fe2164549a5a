"""The agreements and the communication calendar of the demo. All words, names and answers are invented."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.agreements.starting import starting_text
from projects.demo import story
from projects.demo.agreement_words import FILLED, GROUP, MOMENTS, SECOND_PRIVACY, SECOND_ROLES
from projects.demo.people import CONTRACTOR, HOUSING, MUNICIPALITY, SLUG, TEAM, WELFARE
from projects.models import (
    AgreementKind,
    AgreementVersion,
    CommunicationMoment,
    Person,
    Project,
)
from projects.services import agreeing, agreements

ANSWERED_AFTER = timedelta(days=4)
# What the second vision adds at the end of the first.
_AFTER = """

## Na het project

Over een jaar kijken we samen terug: wie doet er nog mee, en wat is er van de ideeën geworden?
"""
CORE = (HOUSING, WELFARE, CONTRACTOR)
EVERYBODY = (*CORE, MUNICIPALITY, TEAM)
# Who has an account, and whose answer is noted by the project leader.
ACCOUNTS = {
    HOUSING: "projectleider@voorbeeld.example",
    WELFARE: "opbouwwerker@voorbeeld.example",
    CONTRACTOR: "sociaal@voorbeeld.example",
    TEAM: "partner@voorbeeld.example",
}
_DAY = re.compile(r"\{(?P<day>[\d-]+) ?(?P<form>[^}]*)\}")  # a day of the story in a text
NOTED = {MUNICIPALITY: ("Hanneke Spoorboom, gebiedsregisseur", "aan de telefoon")}


@dataclass(frozen=True)
class Version:
    """One version. sent: on which day of the story; empty for a concept. remarks: instead of a yes."""

    text: str
    summary: str = ""
    sent: str = ""
    asked: Sequence[str] = ()
    silent: Sequence[str] = ()
    remarks: dict[str, str] = field(default_factory=dict)


@transaction.atomic
def load(report: Callable[[str], None]) -> None:
    """Write the calendar and the four agreements, each unless there is one already."""
    project = Project.objects.get(slug=SLUG)
    moments = _calendar(project)
    known = set(project.agreements.values_list("kind", flat=True))
    new = [kind for kind in AgreementKind if kind.value not in known]
    for kind in new:
        for version in _versions(project, kind):
            _write(project, kind, version)
    counts = {"new": len(new), "moments": moments}
    report(_("samenwerkingsafspraken: %(new)s nieuw; kalender: %(moments)s nieuw") % counts)


def _filled(project: Project, kind: AgreementKind) -> str:
    """The template with the open places that the demo has an answer for."""
    text = starting_text(project, kind)
    for gap, words in FILLED[kind.value].items():
        text = text.replace(f"[nog invullen: {gap}]", _DAY.sub(_dated, words))
    return text


def _dated(found: re.Match[str]) -> str:
    return story.in_words(found["day"], found["form"] or "j F Y")


def _versions(project: Project, kind: AgreementKind) -> list[Version]:
    text = _filled(project, kind)
    if kind == AgreementKind.PRIVACY:
        second = text
        for old, new in SECOND_PRIVACY.items():
            second = second.replace(old, new)
        return [
            Version(text, sent="2025-10-13", asked=CORE),
            Version(
                second,
                _("De gemeente en het wijkteam doen mee, en een verloren telefoon meld je binnen een uur."),
                sent="2026-07-27",
                asked=EVERYBODY,
            ),
        ]
    if kind == AgreementKind.COMMUNICATION:
        return [Version(text, sent="2025-11-03", asked=EVERYBODY)]
    if kind == AgreementKind.VISION:
        remark = _(
            "Mooi stuk. Zet erbij wat er na het project blijft: wij willen weten of het buurtbudget ook in "
            "het jaar erna geldt."
        )
        return [
            Version(text, sent="2025-10-20", asked=CORE),
            Version(
                text + _AFTER,
                _("Erbij: wat er na het project blijft."),
                sent="2026-11-16",
                asked=EVERYBODY,
                silent=[TEAM],
                remarks={MUNICIPALITY: remark},
            ),
        ]
    second = text
    for old, new in SECOND_ROLES.items():
        second = second.replace(old, new)
    return [Version(text, sent="2025-11-03", asked=EVERYBODY), Version(second)]


def _write(project: Project, kind: AgreementKind, wanted: Version) -> None:
    leader = Person.objects.get(email=ACCOUNTS[HOUSING])
    made = agreements.start_version(project=project, by=leader, kind=kind)
    made = agreements.save_text(version=made, by=leader, text=wanted.text, summary=wanted.summary)
    if wanted.asked:
        found = project.partnerships.filter(organisation__name__in=wanted.asked)
        agreeing.send_version(version=made, by=leader, partners=list(found.select_related("organisation")))
        for given in made.answers.select_related("partnership__organisation"):
            name = given.partnership.organisation.name
            if name not in wanted.silent:
                agreeing.answer(given=given, by=_by(name), said=_said(name, wanted))
        _date_back(made, story.on(wanted.sent))


def _by(name: str) -> Person:
    return Person.objects.get(email=ACCOUNTS.get(name, ACCOUNTS[HOUSING]))


def _said(name: str, wanted: Version) -> agreeing.Said:
    remark = wanted.remarks.get(name, "")
    said_by, how = NOTED.get(name, ("", ""))
    day = min(story.on(wanted.sent) + ANSWERED_AFTER, timezone.localdate())
    return agreeing.Said("remark" if remark else "agreed", remark, said_by, str(how), day)


def _date_back(version: AgreementVersion, sent: date) -> None:
    """As if it had happened then. What it replaced was replaced on the same day."""
    version.refresh_from_db()
    found = AgreementVersion.objects.filter(pk=version.pk)
    found.update(made_on=sent - timedelta(days=6), sent_on=sent)
    if version.in_force:
        held = sent + ANSWERED_AFTER
        found.update(in_force_on=held)
        older = AgreementVersion.objects.filter(agreement=version.agreement_id, state="replaced")
        older.update(replaced_on=held)


def _calendar(project: Project) -> int:
    """The moments, some counted from today so that something is always due; returns how many are new."""
    if project.communication.exists():
        return 0
    members = {held.person.email: held for held in project.memberships.select_related("person")}
    made = [
        CommunicationMoment(
            project=project,
            on=_day(one.on),
            audience=one.audience,
            channel=one.channel,
            message=one.message,
            member=members.get(one.email),
            function=one.function,
            origin=one.origin,
            done_on=_day(one.on) if one.done else None,
            done_by=members[one.email].person if one.done and one.email else None,
        )
        for one in MOMENTS
    ]
    return len(CommunicationMoment.objects.bulk_create(made))


def _day(when: str | int) -> date:
    if when == GROUP:
        return story.thursday(1)
    return story.from_today(when) if isinstance(when, int) else story.on(when)
