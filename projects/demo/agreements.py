"""The agreements and the communication calendar of the demo. All words, names and answers are invented."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.agreements.starting import starting_text
from projects.demo.agreement_words import FILLED, MOMENTS, SECOND_PRIVACY
from projects.demo.people import CONTRACTOR, HOUSING, MUNICIPALITY, SLUG, TEAM, WELFARE
from projects.models import (
    AgreementKind,
    AgreementVersion,
    CommunicationMoment,
    Person,
    Project,
)
from projects.services import agreeing, agreements

CORE = (HOUSING, WELFARE, CONTRACTOR)
EVERYBODY = (*CORE, MUNICIPALITY, TEAM)
# Who has an account, and whose answer is noted by the project leader.
ACCOUNTS = {
    HOUSING: "projectleider@voorbeeld.example",
    WELFARE: "opbouwwerker@voorbeeld.example",
    CONTRACTOR: "sociaal@voorbeeld.example",
    TEAM: "partner@voorbeeld.example",
}
NOTED = {MUNICIPALITY: ("Hanneke Spoorboom, gebiedsregisseur", "aan de telefoon")}


@dataclass(frozen=True)
class Version:
    """One version. days: how long ago it was sent; 0 for a concept. remarks: by partner, instead of a yes."""

    text: str
    summary: str = ""
    days: int = 0
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
        text = text.replace(f"[nog invullen: {gap}]", words)
    return text


def _versions(project: Project, kind: AgreementKind) -> list[Version]:
    text = _filled(project, kind)
    if kind == AgreementKind.PRIVACY:
        second = text
        for old, new in SECOND_PRIVACY.items():
            second = second.replace(old, new)
        return [
            Version(text, days=260, asked=CORE),
            Version(
                second,
                _("De gemeente en het wijkteam doen mee, en een verloren telefoon meld je binnen een uur."),
                days=120,
                asked=EVERYBODY,
            ),
        ]
    if kind == AgreementKind.COMMUNICATION:
        return [Version(text, days=230, asked=EVERYBODY)]
    if kind == AgreementKind.VISION:
        remark = _(
            "Mooi stuk. Zet erbij wat er na het project blijft: wij willen weten of het buurtbudget ook in "
            "het jaar erna geldt."
        )
        return [
            Version(text, days=9, asked=EVERYBODY, silent=[TEAM], remarks={MUNICIPALITY: remark}),
        ]
    return [Version(text)]


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
        _date_back(made, wanted.days)


def _by(name: str) -> Person:
    return Person.objects.get(email=ACCOUNTS.get(name, ACCOUNTS[HOUSING]))


def _said(name: str, wanted: Version) -> agreeing.Said:
    remark = wanted.remarks.get(name, "")
    said_by, how = NOTED.get(name, ("", ""))
    day = timezone.localdate() - timedelta(days=max(wanted.days - 5, 1))
    return agreeing.Said("remark" if remark else "agreed", remark, said_by, str(how), day)


def _date_back(version: AgreementVersion, days: int) -> None:
    """As if it had happened then. What it replaced was replaced on the same day."""
    sent = timezone.localdate() - timedelta(days=days)
    version.refresh_from_db()
    found = AgreementVersion.objects.filter(pk=version.pk)
    found.update(made_on=sent - timedelta(days=6), sent_on=sent)
    if version.in_force:
        held = sent + timedelta(days=5)
        found.update(in_force_on=held)
        older = AgreementVersion.objects.filter(agreement=version.agreement_id, state="replaced")
        older.update(replaced_on=held)


def _calendar(project: Project) -> int:
    """The moments, counted from today so that something is always due; returns how many are new."""
    if project.communication.exists():
        return 0
    members = {held.person.email: held for held in project.memberships.select_related("person")}
    today = timezone.localdate()
    made = [
        CommunicationMoment(
            project=project,
            on=today + timedelta(days=one.days),
            audience=one.audience,
            channel=one.channel,
            message=one.message,
            member=members.get(one.email),
            function=one.function,
            origin=one.origin,
            done_on=today + timedelta(days=one.days) if one.done else None,
            done_by=members[one.email].person if one.done and one.email else None,
        )
        for one in MOMENTS
    ]
    return len(CommunicationMoment.objects.bulk_create(made))
