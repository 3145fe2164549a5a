"""The way of the demo project along the phases, its tasks and the days it looks back. All invented."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from projects.demo import story
from projects.demo.people import SLUG
from projects.models import EvaluationMoment, EvaluationState, Membership, PhaseChange, Project, Task
from projects.services.stepplans import ChosenStep, apply_plan
from projects.services.tasks import NewTask, add_tasks
from projects.stepplans import PLANS

ORIGIN = "demo:tasks"
LEADER, NOOR, YARA, LOTTE = (
    f"{name}@voorbeeld.example" for name in ("projectleider", "woonconsulent", "opbouwwerker", "sociaal")
)
TO_VISITS, TO_PICTURE = "2026-02-16", "2026-09-14"  # after the training, and before the visits of 2 March
REASON = (
    "De adressen van blok Zuid kwamen een week later. In Noord en Midden was alles klaar, "
    "en daar stonden de eerste afspraken al."
)


@dataclass(frozen=True)
class Invented:
    """One task. days: when it is due, from today; done: how many days ago it was finished."""

    phase: int
    title: str
    owner: str = ""
    days: int | None = None
    done: int | None = None
    note: str = ""


TASKS = (
    Invented(1, "Vraag de huurdersvereniging om de uitnodigingsbrief te lezen", NOOR, None, 290),
    Invented(2, "Zet de koffie en de folders klaar in de pipowagen", YARA, None, 265),
    Invented(
        3,
        "Vraag twee mensen van buiten om het concept te lezen",
        LEADER,
        -4,
        note="Eén die de buurt niet kent, en één die er vroeger werkte.",
    ),
    Invented(3, "Spreek met de basisschool af wanneer de praatplaat daar hangt", YARA, 5),
    Invented(
        3,
        "Oefen het gesprek bij de praatplaat met de bewonersprojectgroep",
        YARA,
        12,
        note="Neem de grote versie mee en laat bewoners zelf wijzen.",
    ),
    Invented(3, "Bel de gemeente over de bankjes bij het speelveld", NOOR, -2),
    Invented(3, "Regel iemand die bij de bijeenkomst kan tolken", "", 9),
    Invented(3, "Hang de aankondiging op in de portieken", "", 14),
    Invented(4, "Maak een lijst van plekken waar bewoners elkaar nu al treffen", LOTTE, 40),
)
HELD_NOTE = (
    "Goed: samen trainen, ook met de uitvoerder, en vooraf afspreken waar een zorg heen kan. Lastig: de "
    "adressen van Zuid kwamen laat. Anders: hooguit drie bezoeken op een middag plannen, en elke maandag "
    "een half uur samen nalopen."
)


@transaction.atomic
def load(report: Callable[[str], None]) -> None:
    """Write down what is not there yet."""
    project = Project.objects.get(slug=SLUG)
    members = {held.person.email: held for held in project.memberships.select_related("person")}
    _walk(project, members)
    made = _tasks(project, members)
    _look_back(project, members)
    report(_("taken: %(new)s nieuw") % {"new": made})


def _walk(project: Project, members: dict[str, Membership]) -> None:
    if project.phase_changes.exists():
        return
    by = members[LEADER].person
    first = PhaseChange(project=project, before=1, after=2, on=story.on(TO_VISITS), by=by, reason=REASON)
    first.passed_over = [_("De adreslijst is ingelezen")]
    second = PhaseChange(project=project, before=2, after=3, on=story.on(TO_PICTURE), by=by)
    PhaseChange.objects.bulk_create([first, second])


def _tasks(project: Project, members: dict[str, Membership]) -> int:
    if project.tasks.filter(origin=ORIGIN).exists():
        return 0
    leader = members[LEADER]
    new = [
        NewTask(
            phase=one.phase,
            title=one.title,
            note=one.note,
            owner=members.get(one.owner),
            due_on=story.from_today(one.days) if one.days is not None else None,
        )
        for one in TASKS
    ]
    made = add_tasks(project=project, by=leader.person, tasks=new, origin=ORIGIN)
    for task, one in zip(made, TASKS, strict=True):
        if one.done is not None:
            task.done_on, task.done_by = story.from_today(-one.done), members[one.owner].person
            task.touched = True
    Task.objects.bulk_update(made, ["done_on", "done_by", "touched"])
    plan = PLANS["collectief-werken"]
    owners = {step.key: members[YARA] if step.phase == 3 else None for step in plan.steps}
    chosen = [
        ChosenStep(step, owners[step.key], story.from_today(7 * (step.weeks or 0) + 7)) for step in plan.steps
    ]
    return len(made) + len(apply_plan(project=project, by=leader.person, plan=plan, chosen=chosen))


def _look_back(project: Project, members: dict[str, Membership]) -> None:
    if project.evaluation_moments.exists():
        return
    visits = story.on(TO_VISITS)
    first = EvaluationMoment(
        project=project,
        after_phase=1,
        planned_on=visits + timedelta(weeks=3),
        leads=members[LEADER],
        state=EvaluationState.HELD,
        held_on=visits + timedelta(weeks=4),
        note=HELD_NOTE,
    )
    second = EvaluationMoment(
        project=project, after_phase=2, planned_on=story.from_today(10), leads=members[YARA]
    )
    EvaluationMoment.objects.bulk_create([first, second])
