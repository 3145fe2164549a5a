"""Who may open what, written down once more and apart from the code that decides it (P20)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile

from projects.models import Role
from tests.cast import Cast, make_action, make_works

ALL = frozenset(Role.values)
FIELD = frozenset({Role.PROJECT_LEADER, Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER})
CONTRACTOR = frozenset({Role.CONTRACTOR_SOCIAL, Role.CONTRACTOR_TECHNICAL})
TEAM = FIELD | CONTRACTOR
WRITER = frozenset({Role.HOUSING_OFFICER})
LEADER = frozenset({Role.PROJECT_LEADER})
LEADS_TRAINING = frozenset({Role.PROJECT_LEADER, Role.COMMUNITY_WORKER})
MANAGERS = frozenset({Role.PROJECT_LEADER, Role.ADMINISTRATOR})
RESIDENT_WRITERS = frozenset({Role.PROJECT_LEADER, Role.COMMUNITY_WORKER})
ADVISERS = frozenset({Role.PROJECT_LEADER, Role.RESIDENT_GROUP})
OPEN = "open"
SIGNED_IN = "signed in"
EMPTY_POSTER: dict[str, Any] = {
    "title": "Zo leven wij hier",
    "neighbourhood": "Spoorbuurt, Nijmegen",
    "subtitle": "",
    "street": "terraced",
    "reach": "",
    "contact": "",
    "date": "mei 2026",
    "concept": False,
    **{name: [] for name in ("islands", "proud", "worries", "figures", "open_balloons", "landmarks")},
}


@dataclass(frozen=True)
class Row:
    """One address: which roles reach it, with which arguments.

    numbered: its arguments are numbers that every project has, such as a version; then another project's
    arguments under one's own project name one's own object."""

    roles: frozenset[str] | str
    arguments: Callable[[Cast], dict[str, Any]] | None = None
    in_project: bool = True
    method: str = "get"
    numbered: bool = False


def _action(cast: Cast) -> dict[str, Any]:
    return {"slug": cast.project.slug, "pk": make_action(cast).pk}  # type: ignore[attr-defined]


def _action_step(cast: Cast) -> dict[str, Any]:
    from housevisits.models import DirectActionEvent

    arguments = _action(cast)
    return arguments | {"event": DirectActionEvent.objects.get(action=arguments["pk"]).pk}


def _task(cast: Cast) -> dict[str, Any]:
    """A task that nobody has; that of a colleague is tested in tests/projects/test_tasks.py."""
    from projects.models import Task

    task = Task.objects.create(project=cast.project, phase=1, title="Vraag de huisarts om mee te denken")
    return {"slug": cast.project.slug, "pk": task.pk}


def _look_back(cast: Cast) -> dict[str, Any]:
    from datetime import date

    from projects.models import EvaluationMoment

    made = EvaluationMoment.objects.create(project=cast.project, planned_on=date(2030, 1, 1))
    return {"slug": cast.project.slug, "pk": made.pk}


def _plan(cast: Cast) -> dict[str, Any]:
    return {"slug": cast.project.slug, "plan": "snap"}


def _home(cast: Cast) -> dict[str, Any]:
    return {"slug": cast.project.slug, "pk": cast.homes[0].pk}


def _visit(cast: Cast) -> dict[str, Any]:
    from datetime import date

    from housevisits.models import Visit

    visit = Visit.objects.create(household=cast.homes[0], on=date(2030, 1, 1))
    return {"slug": cast.project.slug, "pk": visit.pk}


def _theme(cast: Cast) -> dict[str, Any]:
    from neighbourhood.models import Theme

    theme = Theme.objects.create(
        project=cast.project, title="Thema", sentence="Een zin.", valence="barrier", conditions=["cohesion"]
    )
    return {"slug": cast.project.slug, "pk": theme.pk}


def _picture(cast: Cast) -> dict[str, Any]:
    from datetime import date

    from neighbourhood.figures.serialising import figures_to_json
    from neighbourhood.figures.types import Figures
    from neighbourhood.models import Picture, Snapshot

    snapshot, _made = Snapshot.objects.get_or_create(
        project=cast.project,
        number=1,
        defaults={
            "made_on": date(2026, 5, 1),
            "figures": figures_to_json(Figures(n=0, as_of="2026-05-01", questions=())),
            "members": b"",
        },
    )
    picture, _made = Picture.objects.get_or_create(project=cast.project, snapshot=snapshot)
    return {"slug": cast.project.slug, "version": picture.version, "kind": "report_pdf"}


def _concept(cast: Cast) -> dict[str, Any]:
    """A project with a snapshot and a concept on it."""
    _picture(cast)
    return {"slug": cast.project.slug}


def _document(cast: Cast) -> dict[str, Any]:
    """The report of the concept, as a file; its version is one that no other project has."""
    from neighbourhood.models import Document, Picture

    arguments = _picture(cast)
    picture = Picture.objects.get(project=cast.project)
    picture.version = 1 + Picture.objects.exclude(project=cast.project).count()
    picture.save()
    made, _new = Document.objects.get_or_create(picture=picture, kind="report_pdf")
    made.file.save("verslag.pdf", ContentFile(b"%PDF-1.7"))
    return arguments | {"version": picture.version}


def _published(cast: Cast) -> dict[str, Any]:
    """The public address of a picture that was published; nobody needs an account for it."""
    from datetime import date

    from neighbourhood.models import Picture, PictureState

    slug, version = (_picture(cast)[name] for name in ("slug", "version"))
    picture = Picture.objects.get(project__slug=slug, version=version)
    frozen = {"poster": EMPTY_POSTER, "themes": []}
    picture.state, picture.published_on, picture.frozen = PictureState.PUBLISHED, date(2026, 5, 1), frozen
    picture.save()
    return {"token": picture.token}


def _public_version(cast: Cast) -> dict[str, Any]:
    slug = cast.project.slug
    _published(cast)
    return {"slug": slug, "version": _picture(cast)["version"]}


def _public_file(cast: Cast) -> dict[str, Any]:
    from neighbourhood.models import Document, Picture

    token = _published(cast)["token"]
    picture = Picture.objects.get(token=token)
    if not picture.documents.exists():
        Document(picture=picture, kind="poster_text").file.save("praatplaat.txt", ContentFile(b"Praatplaat"))
    return {"token": token, "name": "praatplaat.txt"}


def _concern(cast: Cast) -> dict[str, Any]:
    return {"slug": cast.project.slug, "concern": "care-money"}


def _membership(cast: Cast) -> dict[str, Any]:
    return {"slug": cast.project.slug, "pk": cast.members[Role.PARTNER].pk}


def _ended(cast: Cast) -> dict[str, Any]:
    held = cast.members[Role.PARTNER]
    held.active = False
    held.save()
    return _membership(cast)


def _partner(cast: Cast) -> dict[str, Any]:
    """A partner of the project: the organisation that the cast works for."""
    from projects.models import Partnership

    organisation = cast.members[Role.PROJECT_LEADER].organisation
    held, _made = Partnership.objects.get_or_create(project=cast.project, organisation=organisation)
    return {"slug": cast.project.slug, "pk": held.pk}


def _timeline_item(cast: Cast) -> dict[str, Any]:
    """Works, which the contractor may move too, and which concern everybody."""
    return {"slug": cast.project.slug, "pk": make_works(cast).pk}


def _timeline_shift(cast: Cast) -> dict[str, Any]:
    from projects.services.timeline import remove_item

    held = cast.members[Role.PROJECT_LEADER]
    return {"slug": cast.project.slug, "pk": remove_item(membership=held, item=make_works(cast)).pk}


def _timeline_waiver(cast: Cast) -> dict[str, Any]:
    from projects.models import TimelineWaiver

    found, _made = TimelineWaiver.objects.get_or_create(
        project=cast.project, collision="regel:1", reason="Zo."
    )
    return {"slug": cast.project.slug, "pk": found.pk}


def _timeline_feed(cast: Cast) -> dict[str, Any]:
    """The secret address of the partner's calendar; nobody needs an account for it."""
    from projects.services import calendar

    feed = calendar.renew(membership=cast.members[Role.PARTNER])
    return {"slug": cast.project.slug, "token": calendar.token_of(feed)}


def _timeline_template(cast: Cast) -> dict[str, Any]:
    return {"slug": cast.project.slug, "name": "spoorbuurt"}


def _block(cast: Cast) -> dict[str, Any]:
    return {"slug": cast.project.slug, "pk": cast.blocks[1].pk}


def _context_upload(cast: Cast) -> dict[str, Any]:
    """A table that the project leader handed in and that was read; nobody else may know of it."""
    from msa.privacy import vault
    from projects.context.reading import Region, Regions
    from projects.models import ContextUpload

    regions = Regions((("residents", "a_inw"),), (Region("BU99990101", "Buurt", "Stad", ("1205",)),))
    rows = vault.lock_file(regions.packed())
    person = cast.person(Role.PROJECT_LEADER)
    upload = ContextUpload.objects.create(project=cast.project, person=person, file_name="x.csv", rows=rows)
    return {"slug": cast.project.slug, "key": upload.pk}


def _context_table(cast: Cast) -> dict[str, Any]:
    from projects.models import ContextTable

    table = ContextTable.objects.create(project=cast.project, year=2023, file_name="x.csv")
    return {"slug": cast.project.slug, "pk": table.pk}


def _draft(cast: Cast) -> dict[str, Any]:
    """A draft of the woonconsulent of the project; nobody else may know of it."""
    from housevisits.services import drafts
    from housevisits.services.questionsets import ensure_default

    draft = drafts.start(
        person=cast.person(Role.HOUSING_OFFICER),
        project=cast.project,
        set_key=ensure_default(cast.project).key,
    )
    return {"slug": cast.project.slug, "key": draft.pk}


def _step(cast: Cast) -> dict[str, Any]:
    return _draft(cast) | {"step": "gesprek"}


def _import(cast: Cast) -> dict[str, Any]:
    """An import of the project leader of the project."""
    import io

    from housevisits.services.imports.sessions import start_import

    session = start_import(
        project=cast.project,
        person=cast.person(Role.PROJECT_LEADER),
        kind="addresses",
        file=io.BytesIO(b"Straat,Huisnummer,Deelbuurt\nSeinhuisstraat,9,Noord\nSeinhuisstraat,11,Noord\n"),
        name="lijst.csv",
    )
    return {"slug": cast.project.slug, "key": session.pk}


def _job(cast: Cast) -> dict[str, Any]:
    """A job of somebody else, so that nobody in the test reaches it."""
    from msa.models import Job
    from projects.models import Person

    other = Person.objects.create_user(f"other-{cast.project.slug}@test.example", name="Ander")
    return {"key": Job.objects.create(kind="test", project_key=cast.project.key, person=other).key}


def _resident(cast: Cast) -> Any:
    """The resident group of the project, with one of everything."""
    from datetime import date

    from projects.services import residentgroup as services

    leader = cast.person(Role.PROJECT_LEADER)
    fields: dict[str, Any] = {"perspective": "ouder", "voices": [], "filled": True}
    seat = services.write_seat(project=cast.project, by=leader, fields=fields)
    fields = {"name": f"Planning {seat.pk}", "level": "think", "reason": ""}
    subject = services.write_subject(project=cast.project, by=leader, fields=fields)
    fields = {"on": date(2030, 1, 1), "at": None, "place": "Buurthuis", "asked": ""}
    meeting = services.write_meeting(project=cast.project, by=leader, fields=fields)
    fields = {"title": "Planning", "about": "", "subject": subject, "level": ""}
    point = services.write_point(meeting=meeting, by=leader, fields=fields)
    fields = {"title": "Planning", "subject": None, "meeting": None, "due_on": None}
    advice = services.ask_advice(project=cast.project, by=leader, fields=fields, question="Wat vindt u?")
    return {"seat": seat, "subject": subject, "meeting": meeting, "point": point, "advice": advice}


def _of_residents(kind: str, **more: str) -> Callable[[Cast], dict[str, Any]]:
    """Arguments that lead to a thing of the resident group."""

    def arguments(cast: Cast) -> dict[str, Any]:
        return {"slug": cast.project.slug, "pk": _resident(cast)[kind].pk} | more

    return arguments


def _point(cast: Cast) -> dict[str, Any]:
    made = _resident(cast)
    return {"slug": cast.project.slug, "pk": made["meeting"].pk, "number": made["point"].pk}


def _advice_step(cast: Cast) -> dict[str, Any]:
    """The question of an advice: the team's words. Who may touch the group's is in the tests of V7."""
    advice = _resident(cast)["advice"]
    return {"slug": cast.project.slug, "pk": advice.pk, "number": advice.steps.get().pk}


def _orientation(cast: Cast) -> dict[str, Any]:
    """A version that is being filled in; its number is one that every project has."""
    from projects.services import orientation

    begun = orientation.start(project=cast.project, by=cast.person(Role.PROJECT_LEADER))
    return {"slug": cast.project.slug, "version": begun.version}


def _orientation_page(cast: Cast) -> dict[str, Any]:
    return _orientation(cast) | {"step": "omvang"}


def _training(cast: Cast) -> dict[str, Any]:
    """A session of the training that is still to come."""
    from datetime import date, time

    from projects.models import TrainingSession

    made, _new = TrainingSession.objects.get_or_create(
        project=cast.project, title="Eerste middag", defaults={"on": date(2030, 1, 1), "starts_at": time(9)}
    )
    return {"slug": cast.project.slug, "pk": made.pk}


def _training_state(cast: Cast) -> dict[str, Any]:
    return _training(cast) | {"state": "cancelled"}


def _training_presence(cast: Cast) -> dict[str, Any]:
    member = cast.members[Role.HOUSING_OFFICER].pk
    return _training(cast) | {"member": member, "presence": "unknown"}


def _training_topic(cast: Cast) -> dict[str, Any]:
    return {"slug": cast.project.slug, "topic": "openen"}


def _learnt_elsewhere(cast: Cast) -> dict[str, Any]:
    """Something that a member of the project learnt elsewhere."""
    from datetime import date

    from projects.models import LearntElsewhere

    made, _new = LearntElsewhere.objects.get_or_create(
        membership=cast.members[Role.PARTNER],
        topic="stigma",
        defaults={"where": "opleiding", "on": date(2026, 1, 1)},
    )
    return {"slug": cast.project.slug, "pk": made.pk}


def _leaver(cast: Cast) -> dict[str, Any]:
    """Somebody who holds no role of the cast, so that nobody in the test lets himself go."""
    from projects.models import Membership, Person

    person = Person.objects.create_user(f"leaver@{cast.project.slug}.example", name="Vertrekkende Collega")
    held = Membership.objects.create(project=cast.project, person=person, role=Role.HOUSING_OFFICER)
    return {"slug": cast.project.slug, "pk": held.pk}


def _departed(cast: Cast) -> dict[str, Any]:
    """Somebody who left; the opbouwwerker took something over."""
    from datetime import date

    from projects.models import Departure, HandedOver, Membership

    arguments = _leaver(cast)
    Membership.objects.filter(pk=arguments["pk"]).update(active=False)
    departure = Departure.objects.create(
        membership_id=arguments["pk"], left_on=date(2026, 5, 1), runs="Veel."
    )
    taker = cast.members[Role.COMMUNITY_WORKER]
    HandedOver.objects.create(departure=departure, key="tasks", label="1 taak", taker=taker)
    return arguments


def _organisation(cast: Cast) -> dict[str, Any]:
    """The organisation that everybody of the cast but the resident works for, with its keepers."""
    from projects.models import OrganisationKeeper

    organisation = cast.members[Role.PROJECT_LEADER].organisation
    for role in (Role.PROJECT_LEADER, Role.ADMINISTRATOR):
        OrganisationKeeper.objects.get_or_create(organisation=organisation, person=cast.person(role))
    return {"pk": organisation.pk}  # type: ignore[union-attr]


def _colleague(cast: Cast) -> dict[str, Any]:
    return _organisation(cast) | {"held": cast.members[Role.ADMINISTRATOR].pk}


STAFF = ALL - {Role.RESIDENT_GROUP}
CALENDAR = frozenset(MANAGERS | {Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER, Role.CONTRACTOR_SOCIAL})


def _agreement(cast: Cast) -> dict[str, Any]:
    return {"slug": cast.project.slug, "kind": "privacyplan"}


def _agreement_concept(cast: Cast) -> dict[str, Any]:
    """A second version that is being written, after a first that holds."""
    from projects.services import agreements

    arguments = _agreement_sent(cast)
    from projects.models import AgreementKind, AgreementVersion

    AgreementVersion.objects.filter(agreement__project=cast.project).update(state="in_force")
    agreements.start_version(
        project=cast.project, by=cast.person(Role.PROJECT_LEADER), kind=AgreementKind.PRIVACY
    )
    return {name: arguments[name] for name in ("slug", "kind")}


def _agreement_sent(cast: Cast) -> dict[str, Any]:
    """A version that partners are asked about; its number is one that every project has."""
    from projects.models import AgreementKind
    from projects.services import agreeing, agreements

    by = cast.person(Role.PROJECT_LEADER)
    _partner(cast)
    partners = list(cast.project.partnerships.all())
    for partner in partners:
        partner.state = "joined"
        partner.save()
    made = agreements.start_version(project=cast.project, by=by, kind=AgreementKind.PRIVACY)
    if made.is_concept:
        agreeing.send_version(version=made, by=by, partners=partners)
    return _agreement(cast) | {"number": made.number}


def _agreement_held(cast: Cast) -> dict[str, Any]:
    _agreement_concept(cast)
    return _agreement(cast) | {"number": 1}


def _agreement_second(cast: Cast) -> dict[str, Any]:
    """A second version that was sent."""
    from projects.models import AgreementVersion

    _agreement_concept(cast)
    AgreementVersion.objects.filter(agreement__project=cast.project, number=2).update(state="sent")
    return _agreement(cast) | {"number": 2}


def _agreement_file(cast: Cast) -> dict[str, Any]:
    return _agreement_held(cast) | {"form": "word"}


def _agreement_answer(cast: Cast) -> dict[str, Any]:
    from projects.models import AgreementAnswer

    arguments = _agreement_sent(cast)
    return arguments | {"pk": AgreementAnswer.objects.filter(version__agreement__project=cast.project)[0].pk}


def _moment(cast: Cast) -> dict[str, Any]:
    """Somebody's own moment would be reached by that role too, so this one is nobody's."""
    from datetime import date

    from projects.models import CommunicationMoment

    made = CommunicationMoment.objects.create(
        project=cast.project, on=date(2030, 1, 1), audience="blok Noord", channel="brief", message="Welkom"
    )
    return {"slug": cast.project.slug, "pk": made.pk}


TABLE: dict[str, Row] = {
    "today": Row(SIGNED_IN, in_project=False),
    "job": Row(frozenset(), _job, in_project=False),
    "alive": Row(OPEN, in_project=False),
    "security_txt": Row(OPEN, in_project=False),
    "about": Row(OPEN, in_project=False),
    "projects:account": Row(SIGNED_IN, in_project=False),
    "projects:choose": Row(SIGNED_IN, in_project=False),
    "projects:create": Row(frozenset({Role.ADMINISTRATOR}), in_project=False),
    "projects:switch": Row(SIGNED_IN, in_project=False),
    "projects:organisations": Row(SIGNED_IN, in_project=False),
    "projects:organisation": Row(ALL - {Role.RESIDENT_GROUP}, _organisation, in_project=False),
    "projects:organisation_change": Row(frozenset({Role.ADMINISTRATOR}), _organisation, in_project=False),
    "projects:organisation_confirm": Row(MANAGERS, _colleague, in_project=False, method="post"),
    "projects:takeover": Row(MANAGERS),
    "projects:begun": Row(MANAGERS),
    "projects:close": Row(frozenset({Role.ADMINISTRATOR})),
    "projects:reopen": Row(frozenset({Role.ADMINISTRATOR}), method="post"),
    "projects:demo_mail": Row(SIGNED_IN, in_project=False),
    "projects:home": Row(ALL),
    "projects:rights": Row(ALL),
    "projects:settings": Row(MANAGERS),
    "projects:people": Row(MANAGERS),
    "projects:add": Row(MANAGERS),
    "projects:change": Row(MANAGERS, _membership),
    "projects:correct": Row(MANAGERS, _membership, method="post"),
    "projects:end": Row(MANAGERS, _leaver),
    "projects:restore": Row(MANAGERS, _ended, method="post"),
    "projects:handover": Row(MANAGERS | {Role.COMMUNITY_WORKER}, _departed),
    "projects:give_on": Row(MANAGERS, _departed, method="post"),
    "projects:my_handover": Row(TEAM),
    "projects:availability": Row(TEAM),
    "projects:team_week": Row(MANAGERS),
    "projects:visit_duties": Row(TEAM | {Role.ADMINISTRATOR}),
    "projects:visit_duties_edit": Row(LEADER),
    "projects:visit_duties_paper": Row(TEAM | {Role.ADMINISTRATOR}),
    "projects:orientation": Row(TEAM | {Role.ADMINISTRATOR}),
    "projects:orientation_start": Row(MANAGERS, method="post"),
    "projects:orientation_read": Row(TEAM | {Role.ADMINISTRATOR}, _orientation, numbered=True),
    "projects:orientation_discard": Row(MANAGERS, _orientation, numbered=True),
    "projects:orientation_step": Row(MANAGERS, _orientation_page, numbered=True),
    "projects:orientation_save": Row(MANAGERS, _orientation_page, method="post", numbered=True),
    "projects:invite": Row(MANAGERS, _membership, method="post"),
    "projects:phase_board": Row(ALL),
    "projects:phase_step": Row(MANAGERS, method="post"),
    "projects:evaluation_new": Row(MANAGERS),
    "projects:evaluation": Row(MANAGERS, _look_back),
    "projects:evaluation_drop": Row(MANAGERS, _look_back, method="post"),
    "projects:evaluation_restore": Row(MANAGERS, _look_back, method="post"),
    "projects:tasks": Row(TEAM | {Role.ADMINISTRATOR}),
    "projects:task_new": Row(TEAM | {Role.ADMINISTRATOR}),
    "projects:task": Row(TEAM | {Role.ADMINISTRATOR}, _task),
    "projects:task_take": Row(TEAM | {Role.ADMINISTRATOR}, _task, method="post"),
    "projects:task_release": Row(TEAM | {Role.ADMINISTRATOR}, _task, method="post"),
    "projects:task_finish": Row(TEAM | {Role.ADMINISTRATOR}, _task, method="post"),
    "projects:task_reopen": Row(TEAM | {Role.ADMINISTRATOR}, _task, method="post"),
    "projects:task_remove": Row(MANAGERS, _task, method="post"),
    "projects:task_restore": Row(MANAGERS, _task, method="post"),
    "projects:stepplans": Row(TEAM | {Role.ADMINISTRATOR}),
    "projects:stepplan": Row(TEAM | {Role.ADMINISTRATOR}, _plan, numbered=True),
    "projects:stepplan_remove": Row(MANAGERS, _plan, method="post", numbered=True),
    "projects:stepplan_restore": Row(MANAGERS, _plan, method="post", numbered=True),
    "projects:partners": Row(ALL),
    "projects:partners_paper": Row(ALL),
    "projects:partner_add": Row(MANAGERS),
    "projects:partner": Row(MANAGERS, _partner),
    "projects:partner_stop": Row(MANAGERS, _partner, method="post"),
    "projects:partner_restore": Row(MANAGERS, _partner, method="post"),
    "projects:timeline": Row(ALL),
    "projects:timeline_paper": Row(ALL),
    "projects:timeline_add": Row(LEADER | CONTRACTOR),
    "projects:timeline_item": Row(ALL, _timeline_item),
    "projects:timeline_move": Row(LEADER | CONTRACTOR, _timeline_item, method="post"),
    "projects:timeline_remove": Row(LEADER | CONTRACTOR, _timeline_item, method="post"),
    "projects:timeline_undo": Row(LEADER | CONTRACTOR, _timeline_shift, method="post"),
    "projects:timeline_waive": Row(LEADER, method="post"),
    "projects:timeline_unwaive": Row(LEADER, _timeline_waiver, method="post"),
    "projects:timeline_template": Row(LEADER, _timeline_template, numbered=True),
    "projects:timeline_calendar": Row(ALL),
    "projects:timeline_calendar_renew": Row(ALL, method="post"),
    "projects:timeline_calendar_stop": Row(ALL, method="post"),
    "projects:timeline_feed": Row(OPEN, _timeline_feed, in_project=False),
    # The resident group: everybody reads; who leads and who builds the community write; residents advise.
    "projects:resident_group": Row(ALL),
    "projects:resident_about": Row(RESIDENT_WRITERS),
    "projects:resident_living": Row(RESIDENT_WRITERS),
    "projects:resident_seats": Row(ALL),
    "projects:resident_seat_add": Row(RESIDENT_WRITERS),
    "projects:resident_seat": Row(RESIDENT_WRITERS, _of_residents("seat")),
    "projects:resident_seat_remove": Row(RESIDENT_WRITERS, _of_residents("seat"), method="post"),
    "projects:resident_seat_restore": Row(RESIDENT_WRITERS, _of_residents("seat"), method="post"),
    "projects:resident_influence": Row(ALL),
    "projects:resident_subject_add": Row(RESIDENT_WRITERS),
    "projects:resident_subject_examples": Row(RESIDENT_WRITERS, method="post"),
    "projects:resident_subject": Row(RESIDENT_WRITERS, _of_residents("subject")),
    "projects:resident_subject_remove": Row(RESIDENT_WRITERS, _of_residents("subject"), method="post"),
    "projects:resident_meetings": Row(ALL),
    "projects:resident_meeting_add": Row(RESIDENT_WRITERS),
    "projects:resident_meeting": Row(ALL, _of_residents("meeting")),
    "projects:resident_meeting_change": Row(RESIDENT_WRITERS, _of_residents("meeting")),
    "projects:resident_meeting_report": Row(RESIDENT_WRITERS, _of_residents("meeting")),
    "projects:resident_agenda_paper": Row(ALL, _of_residents("meeting")),
    "projects:resident_meeting_move": Row(
        RESIDENT_WRITERS, _of_residents("meeting", to="cancelled"), method="post"
    ),
    "projects:resident_point_add": Row(RESIDENT_WRITERS, _of_residents("meeting")),
    "projects:resident_point": Row(RESIDENT_WRITERS, _point),
    "projects:resident_point_remove": Row(RESIDENT_WRITERS, _point, method="post"),
    "projects:resident_decision": Row(RESIDENT_WRITERS, _point),
    "projects:resident_advices": Row(ALL),
    "projects:resident_advice_ask": Row(RESIDENT_WRITERS),
    "projects:resident_advice_volunteer": Row(ADVISERS),
    "projects:resident_advice": Row(ALL, _of_residents("advice")),
    "projects:resident_advice_give": Row(ADVISERS, _of_residents("advice")),
    "projects:resident_advice_head": Row(RESIDENT_WRITERS, _of_residents("advice")),
    "projects:resident_advice_add": Row(ADVISERS, _of_residents("advice")),
    "projects:resident_advice_step": Row(RESIDENT_WRITERS, _advice_step),
    "projects:resident_advice_step_remove": Row(RESIDENT_WRITERS, _advice_step, method="post"),
    "projects:resident_advice_step_restore": Row(RESIDENT_WRITERS, _advice_step, method="post"),
    "projects:resident_advice_remark": Row(ADVISERS, _of_residents("advice")),
    "projects:resident_advice_reply": Row(RESIDENT_WRITERS, _of_residents("advice")),
    "projects:resident_advice_answer": Row(RESIDENT_WRITERS, _of_residents("advice")),
    "projects:resident_advice_finish": Row(RESIDENT_WRITERS, _of_residents("advice")),
    "projects:resident_advice_withdraw": Row(RESIDENT_WRITERS, _of_residents("advice")),
    "projects:resident_advice_again": Row(RESIDENT_WRITERS, _of_residents("advice")),
    "projects:agreements": Row(ALL),
    "projects:agreement": Row(ALL, _agreement, numbered=True),
    "projects:agreement_start": Row(MANAGERS, _agreement, method="post", numbered=True),
    "projects:agreement_edit": Row(MANAGERS, _agreement_concept, numbered=True),
    "projects:agreement_save": Row(MANAGERS, _agreement_concept, method="post", numbered=True),
    "projects:agreement_discard": Row(MANAGERS, _agreement_concept, numbered=True),
    "projects:agreement_facts": Row(MANAGERS, _agreement_concept, numbered=True),
    "projects:agreement_send": Row(MANAGERS, _agreement_concept, numbered=True),
    "projects:agreement_version": Row(ALL, _agreement_held, numbered=True),
    "projects:agreement_difference": Row(STAFF, _agreement_second, numbered=True),
    "projects:agreement_remind": Row(MANAGERS, _agreement_sent, method="post", numbered=True),
    "projects:agreement_answer": Row(STAFF, _agreement_answer),
    "projects:agreement_decide": Row(MANAGERS, _agreement_sent, numbered=True),
    "projects:agreement_file": Row(ALL, _agreement_file, numbered=True),
    "projects:communication": Row(STAFF),
    "projects:communication_add": Row(CALENDAR),
    "projects:communication_proposals": Row(CALENDAR),
    "projects:communication_moment": Row(CALENDAR, _moment),
    "projects:communication_done": Row(CALENDAR, _moment, method="post"),
    "projects:communication_open": Row(CALENDAR, _moment, method="post"),
    "projects:communication_remove": Row(CALENDAR, _moment, method="post"),
    "projects:communication_restore": Row(CALENDAR, _moment, method="post"),
    "projects:surroundings": Row(ALL),
    "projects:block_add": Row(MANAGERS),
    "projects:block_edit": Row(MANAGERS, _block),
    "projects:block_move": Row(MANAGERS, _block, method="post"),
    "projects:block_merge": Row(MANAGERS, _block),
    "projects:context_upload": Row(MANAGERS),
    "projects:context_choose": Row(LEADER, _context_upload),
    "projects:context_discard": Row(LEADER, _context_upload, method="post"),
    "projects:context_remove": Row(MANAGERS, _context_table, method="post"),
    "projects:referral_routes": Row(TEAM),
    "projects:referral_card": Row(TEAM),
    "projects:referral_route": Row(TEAM, _concern, numbered=True),
    "projects:referral_edit": Row(LEADER, _concern, numbered=True),
    "projects:referral_check": Row(FIELD, _concern, method="post", numbered=True),
    "projects:referral_remove": Row(LEADER, _concern, method="post", numbered=True),
    "projects:training": Row(TEAM | {Role.ADMINISTRATOR}),
    "projects:training_team": Row(TEAM | {Role.ADMINISTRATOR}),
    "projects:training_mine": Row(ALL),
    "projects:training_material": Row(TEAM | {Role.ADMINISTRATOR}, _training_topic, numbered=True),
    "projects:training_session": Row(TEAM | {Role.ADMINISTRATOR}, _training),
    "projects:training_calendar": Row(TEAM | {Role.ADMINISTRATOR}, _training),
    "projects:training_add": Row(LEADS_TRAINING),
    "projects:training_change": Row(LEADS_TRAINING, _training),
    "projects:training_state": Row(LEADS_TRAINING, _training_state, method="post"),
    "projects:training_presence": Row(LEADS_TRAINING, _training_presence, method="post"),
    "projects:training_invite": Row(LEADS_TRAINING, _training, method="post"),
    "projects:training_member": Row(LEADER, _membership),
    "projects:training_elsewhere": Row(LEADER, _membership, method="post"),
    "projects:training_elsewhere_undo": Row(LEADER, _membership, method="post"),
    "projects:training_forget": Row(LEADER, _learnt_elsewhere, method="post"),
    "housevisits:actions": Row(TEAM | {Role.PARTNER}),
    "housevisits:action_new": Row(FIELD),
    "housevisits:action": Row(FIELD, _action),
    "housevisits:action_tap": Row(FIELD, _action, method="post"),
    "housevisits:action_undo": Row(FIELD, _action_step, method="post"),
    "housevisits:action_hand_over": Row(FIELD, _action, method="post"),
    "housevisits:addresses": Row(FIELD),
    "housevisits:address": Row(FIELD, _home),
    "housevisits:visits": Row(TEAM),
    "housevisits:registration_start": Row(FIELD),
    "housevisits:practice": Row(FIELD),
    "housevisits:practice_reading": Row(FIELD, method="post"),
    "housevisits:registration_known": Row(FIELD, method="post"),
    "housevisits:registration_new": Row(FIELD, method="post"),
    "housevisits:registration_reading": Row(FIELD, method="post"),
    "housevisits:registration_done": Row(FIELD),
    "housevisits:registration_discard": Row(WRITER, _draft),
    "housevisits:registration_review": Row(WRITER, _draft),
    "housevisits:registration_step": Row(WRITER, _step),
    "housevisits:registration_save": Row(WRITER, _step, method="post"),
    "housevisits_public:receipt": Row(OPEN, in_project=False),
    "housevisits_public:receipt_withdraw": Row(OPEN, in_project=False),
    "housevisits:visit_outcome": Row(FIELD, _visit, method="post"),
    "neighbourhood_public:poster": Row(OPEN, _published, in_project=False),
    "neighbourhood_public:qr": Row(OPEN, _published, in_project=False),
    "neighbourhood_public:file": Row(OPEN, _public_file, in_project=False),
    "neighbourhood_public:drawing": Row(OPEN, lambda cast: {"name": "coffee"}, in_project=False),
    "neighbourhood:stories": Row(FIELD),
    "neighbourhood:stories_to_theme": Row(FIELD, method="post"),
    "neighbourhood:stories_erase": Row(LEADER),
    "neighbourhood:themes": Row(TEAM | {Role.RESIDENT_GROUP}),
    "neighbourhood:theme_new": Row(FIELD),
    "neighbourhood:theme": Row(FIELD, _theme),
    "neighbourhood:theme_evidence_remove": Row(FIELD, _theme, method="post"),
    "neighbourhood:theme_delete": Row(FIELD, _theme),
    "neighbourhood:theme_vote": Row(FIELD, _theme, method="post"),
    "neighbourhood:top_five": Row(FIELD),
    "neighbourhood:picture": Row(ALL),
    "neighbourhood:documents_new": Row(LEADER, method="post"),
    "neighbourhood:concept_open": Row(LEADER, _concept, method="post"),
    "neighbourhood:publish": Row(LEADER, _concept),
    "neighbourhood:take_down": Row(LEADER, _public_version, numbered=True),
    "neighbourhood:put_back": Row(LEADER, _public_version, method="post", numbered=True),
    "neighbourhood:poster_edit": Row(LEADER, _concept),
    "neighbourhood:poster_preview": Row(LEADER, _concept, method="post"),
    "neighbourhood:poster_undo": Row(LEADER, _concept, method="post"),
    "neighbourhood:document": Row(TEAM, _document, numbered=True),
    "neighbourhood:figures": Row(TEAM | {Role.RESIDENT_GROUP}),
    "neighbourhood:export_csv": Row(TEAM, _concept),
    "neighbourhood:export_xlsx": Row(TEAM, _concept),
    "neighbourhood:snapshot_new": Row(LEADER, method="post"),
    "housevisits:imports": Row(LEADER),
    "housevisits:held_rows": Row(LEADER),
    "housevisits:import_columns": Row(LEADER, _import),
    "housevisits:import_answers": Row(LEADER, _import),
    "housevisits:import_texts": Row(LEADER, _import),
    "housevisits:import_text_back": Row(LEADER, _import, method="post"),
    "housevisits:import_check": Row(LEADER, _import),
    "housevisits:import_done": Row(LEADER, _import),
    "housevisits:import_kind": Row(LEADER, _import, method="post"),
    "housevisits:import_discard": Row(LEADER, _import, method="post"),
}
