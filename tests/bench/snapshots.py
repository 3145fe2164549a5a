"""Making a snapshot, against loading the same rows and one pandas groupby per question and breakdown."""

from collections.abc import Iterator
from contextlib import ExitStack

import pandas as pd

from housevisits.models import Conversation
from neighbourhood import questions
from neighbourhood.figures import publishing
from neighbourhood.services import making
from neighbourhood.services.snapshots import make_snapshot
from projects.models import Project
from tests.bench.measuring import Line, Series, Spread, measured, watching
from tests.bench.neighbourhoods import forget_snapshots, neighbourhood
from tests.bench.sizes import Size

PARTS = {"audit": "the audit (P13)", "charts": "the drawing of all charts"}


def lines(size: Size) -> Iterator[Line]:
    """The lines about snapshots of both sizes, and how the cost per conversation grows."""
    per_head = []
    for people, rounds in ((size.people, size.snapshots), (size.many, size.slow_rounds)):
        with neighbourhood(f"buurt-{people}", people) as project:
            series = _series(project, rounds)
        name = f"snapshot of {people:,}"
        figures = series["figures"].line(name, "at most 5 x", lambda ratio, _ms: ratio <= 5)
        yield figures
        yield from (series[part].line(f"{name}: {words}") for part, words in PARTS.items())
        yield series["all"].line(f"{name}: everything together")
        per_head.append([1000 * one.clock / people for one in series["figures"].own])
    yield _growth(*per_head)


def _growth(few: list[float], many: list[float]) -> Line:
    small, large = Spread.of(few), Spread.of(many)
    ratio = Spread.of([one / small.median for one in many])
    met = large.median <= small.median
    return Line(
        "cost per conversation, many against few", large, "ms", small, ratio, None, "does not grow", met
    )


def _series(project: Project, rounds: int) -> dict[str, Series]:
    """Seconds of a first snapshot in parts, each beside the same floor.

    figures: reading, counting, merging, rounding, storing. audit, charts: by themselves. all: together.
    """
    series = {name: Series() for name in ("figures", "audit", "charts", "all")}
    with ExitStack() as stack:
        audit = stack.enter_context(watching(publishing, "audit"))
        charts = stack.enter_context(watching(making, "charts"))
        for turn in range(rounds + 1 if rounds > 1 else 1):
            forget_snapshots(project)
            taken = measured(lambda: make_snapshot(project=project))
            floor = measured(lambda: plain_tables(project))
            parts = {"audit": audit.take(), "charts": charts.take()}
            parts |= {"all": taken, "figures": taken - parts["audit"] - parts["charts"]}
            if turn or rounds == 1:  # the first turn fills caches
                for name, one in parts.items():
                    series[name].add(one, floor)
    return series


def plain_tables(project: Project) -> list[pd.DataFrame]:
    """The floor: exact counts of every question, for all and by every background, as pandas counts them."""
    asked = questions.closed_questions(project)
    backgrounds = [question.key for question in questions.backgrounds(project, asked)]
    rows = Conversation.objects.filter(project_key=project.key).order_by()
    loaded = pd.DataFrame.from_records(rows.values("pk", "block_key", "answers", "cards"), index="pk")
    table = pd.DataFrame(loaded["answers"].tolist(), index=loaded.index).assign(block=loaded["block_key"])
    made = []
    for question in asked:
        given = table
        if question.kind == "cards":
            given = table.join(loaded["cards"].explode().rename("cards"))
        made.append(given.groupby(question.key, dropna=False).size().to_frame())
        made += [
            given.groupby([background, question.key], dropna=False).size().unstack()
            for background in backgrounds
            if background != question.key
        ]
    return made
