"""The house visits of the demo: addresses, conversations in three portions, visits and direct actions.

Everything goes through the same services as on screen, with files that the repository carries.
"""

import csv
import io
import itertools
import json
import random
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from housevisits.imports import addresses, forms
from housevisits.models import Conversation, DirectAction, Household, SealedRegistration, Visit, VisitOutcome
from housevisits.services.directactions import agree_on_action, move_action
from housevisits.services.imports.addresses import store_addresses
from housevisits.services.imports.forms import store_forms
from housevisits.services.imports.questions import target_questions
from housevisits.services.imports.texts import Choice, Decision, Decisions, pointing_texts
from housevisits.services.questionsets import ensure_default, in_use
from housevisits.services.registration import Registration, StoryText, seal_registrations
from housevisits.services.release import release
from msa.tables import read_table
from projects.demo import SLUG, story
from projects.models import Membership, Person, Project, Role

DATA = Path(__file__).parent / "demo_data"
# Up to and including these months the team handed its export in; the last one is the whole file.
PORTIONS = ("2026/04", "2026/06", "2026/12")
_SEED = 1908
FIRST_VISITS, WEEKS_OF_VISITS = "2026-03-02", 22
# Who was not at home in this block gets a second visit, in the days after the demo is loaded.
SECOND_ROUND, PLANNED, A_DAY = "Zuid", 12, 4
# What the works bring along is agreed where they are going on.
AT_WORK, BY_WORKS = "Noord", ("home", "care")


def demo_project() -> Project:
    """The project of the demo. Raises Project.DoesNotExist when it was not made yet."""
    return Project.objects.get(slug=SLUG)


def leader(project: Project) -> Person:
    """The project leader of the demo."""
    return Membership.objects.get(project=project, role=Role.PROJECT_LEADER).person


def load(report: Callable[[str], None]) -> None:
    """Addresses and question set. The conversations come in portions, between which snapshots are made."""
    project = demo_project()
    ensure_default(project)
    if Household.objects.filter(project=project).exists():
        return
    with (DATA / "spoorbuurt-adressen.csv").open("rb") as file:
        table = read_table(file, name="spoorbuurt-adressen.csv")
    checked = addresses.check(table, addresses.propose_mapping(table).mapping)
    outcome = store_addresses(project=project, person=leader(project), checked=checked)
    counts = {"homes": outcome.added, "blocks": outcome.blocks}
    report(_("adressen: %(homes)d woningen in %(blocks)d blokken") % counts)


def load_portion(up_to: str) -> int:
    """Import the export up to and including month `up_to` ('YYYY/MM') and release it.

    Returns how many conversations the register then holds. Rows of an earlier portion are known again.
    """
    project = demo_project()
    table = read_table(io.BytesIO(_rows_up_to(up_to)), name="spoorbuurt-google-forms.csv")
    questions = target_questions(project)
    mapping = forms.propose_mapping(table, questions).mapping
    checked = forms.check(table, mapping, questions)
    store_forms(
        project=project,
        person=leader(project),
        table=table,
        mapping=mapping,
        decisions=_settled(project, checked.rows),
    )
    release(project.key)
    return Conversation.objects.filter(project_key=project.key).count()


def _rows_up_to(up_to: str) -> bytes:
    """The lines of the export whose time stamp is not after `up_to`, as a file of its own."""
    content = (DATA / "spoorbuurt-google-forms.csv").read_text("utf-8")
    rows = list(csv.reader(io.StringIO(content)))
    kept = [rows[0], *([_stamp(row[0]), *row[1:]] for row in rows[1:] if row[0][:7] <= up_to)]
    out = io.StringIO()
    csv.writer(out).writerows(kept)
    return out.getvalue().encode()


def _stamp(written: str) -> str:
    """The time stamp of a line ('2026/03/08 10:13:29 a.m. CET') in this demo."""
    day = story.on(written[:10].replace("/", "-"))
    return f"{day:%Y/%m/%d}{written[10:]}"


def _settled(project: Project, rows: tuple[forms.FormsRow, ...]) -> Decisions:
    """What a person decided about each text that points at somebody, from `settled.json`."""
    known = json.loads((DATA / "settled.json").read_text("utf-8"))
    decisions = {}
    for found in pointing_texts(project=project, rows=rows):
        text = found.text
        for one in known:
            text = text.replace(one["sentence"], one["replacement"])
        text = " ".join(text.split())
        decisions[found.place] = Decision(Choice.REWRITE, text) if text else Decision(Choice.REMOVE)
    return decisions


def load_visits(report: Callable[[str], None]) -> None:
    """Visits with their outcomes, some still planned, so that reach and lists are filled."""
    project = demo_project()
    if Visit.objects.filter(household__project=project).exists():
        return
    chance = random.Random(_SEED)
    officers = list(Membership.objects.filter(project=project, role=Role.HOUSING_OFFICER))
    homes = list(Household.objects.filter(project=project).select_related("block"))
    chance.shuffle(homes)
    again = [home for home in homes if home.block and home.block.name == SECOND_ROUND][-PLANNED:]
    done = [home for home in homes if home not in again]
    outcomes = (
        [VisitOutcome.CONVERSATION] * 414 + [VisitOutcome.NO_ANSWER] * 41 + [VisitOutcome.DECLINED] * 32
    )
    visits = [
        Visit(
            household=home,
            on=_visited(chance),
            visitor=chance.choice(officers),
            outcome=outcome,
        )
        for home, outcome in (
            *zip(done, outcomes, strict=False),
            *((one, VisitOutcome.NO_ANSWER) for one in again),
        )
    ]
    days = list(itertools.islice(story.working_days(), PLANNED // A_DAY))
    visits += [
        Visit(
            household=home,
            on=days[number // A_DAY],
            at=time(10 + 2 * (number % A_DAY), 0),
            visitor=officers[number % len(officers)],
        )
        for number, home in enumerate(again)
    ]
    Visit.objects.bulk_create(visits)
    counts = {"all": len(visits), "planned": len(again)}
    report(_("huisbezoeken: %(all)d, waarvan er nog %(planned)d gepland staan") % counts)


def _visited(chance: random.Random) -> date:
    """A working day of the weeks in which the team went round."""
    day = story.on(FIRST_VISITS) + timedelta(days=chance.randrange(WEEKS_OF_VISITS * 7))
    return day - timedelta(days=max(day.weekday() - 4, 0))


def load_actions(report: Callable[[str], None]) -> None:
    """Direct actions of the demo, in every state."""
    project = demo_project()
    if DirectAction.objects.filter(project=project).exists():
        return
    members = {}
    for member in Membership.objects.filter(project=project).order_by("-pk"):
        members[member.role] = member
    planned = json.loads((DATA / "actions.json").read_text("utf-8"))
    homes = list(Household.objects.filter(project=project).select_related("block"))
    at_work = [home for home in homes if home.block and home.block.name == AT_WORK]
    elsewhere = [home for home in homes if home not in at_work]
    for number, plan in enumerate(planned):
        pool = at_work if plan["kind"] in BY_WORKS else elsewhere
        _load_action(project, members, pool[7 * number % len(pool)], plan)
    report(_("directe acties: %d") % len(planned))


def _load_action(
    project: Project, members: dict[str, Membership], home: Household, plan: dict[str, Any]
) -> None:
    """One action: agreed, and then the steps it went through. `days` counts from today."""
    action = agree_on_action(
        project=project,
        by=members[Role.HOUSING_OFFICER],
        kind=plan["kind"],
        topic=plan["topic"],
        agreement=plan["agreement"],
        agreed=True,
        assigned_to=members[plan["role"]],
        due_on=story.from_today(plan["days"]),
        household=home,
    )
    for step in plan["steps"]:
        move_action(action=action, by=members[plan["role"]], state=step["state"], note=step["note"])


def load_waiting(report: Callable[[str], None]) -> None:
    """Three conversations of this month that still wait for two more, and a draft of the woonconsulent."""
    project = demo_project()
    if SealedRegistration.objects.filter(project_key=project.key).count() >= len(_WAITING):
        return
    question_set = in_use(project) or ensure_default(project)
    block = project.blocks.all()[0]
    month = f"{timezone.localdate():%Y-%m}"
    seal_registrations(
        project,
        [
            Registration(
                set_key=question_set.key,
                block_key=block.key,
                month=month,
                held_by="together",
                answers={},
                texts=(StoryText("environment", "opportunity", "", text),),
            )
            for text in _WAITING
        ],
    )
    report(_("wachten tot er vijf zijn: %d gesprekken") % len(_WAITING))


_WAITING = (
    "De nieuwe lampen op het plein maken het gezelliger.",
    "Er wordt weer gegroet sinds de koffie op woensdag.",
    "Het veldje is opgeknapt en de kinderen spelen er elke dag.",
)
