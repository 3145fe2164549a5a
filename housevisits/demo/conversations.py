"""Conversations of the demo, from an export, in portions between which snapshots are made."""

import csv
import io
import json

from housevisits.demo.project import DATA, demo_project, leader
from housevisits.imports import forms
from housevisits.models import Conversation
from housevisits.services.imports.forms import store_forms
from housevisits.services.imports.questions import target_questions
from housevisits.services.imports.texts import Choice, Decision, Decisions, pointing_texts
from housevisits.services.release import release
from msa.tables import read_table
from projects.demo import story
from projects.models import Project

# Up to and including these months the team handed its export in; the last one is the whole file.
PORTIONS = ("2026/04", "2026/06", "2026/12")


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
