"""What a snapshot is made of: figures from the register, charts of them, and rounded facts beside them.

Imports pandas, SciPy and matplotlib: only the worker loads this module.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from housevisits.models import ActionKind, ActionState, DirectAction, Household
from msa.jobs import Refused
from neighbourhood import questions, register
from neighbourhood.figures.evidence import theme_count_text
from neighbourhood.figures.publishing import publishable
from neighbourhood.figures.records import Publication, StoredSnapshot, TooFewConversationsError
from neighbourhood.figures.response import response_by_block
from neighbourhood.figures.rounding import RULES, rounded
from neighbourhood.figures.serialising import figures_from_json
from neighbourhood.figures.sets import PublishedSets
from neighbourhood.figures.types import BLOCK, Figures
from neighbourhood.models import Snapshot
from neighbourhood.publication.charts.drawing import DrawnChart, draw_charts
from projects.models import Project


def publication(project: Project, day: date, previous: Sequence[Snapshot]) -> Publication:
    """Audited figures of the register as it is now. Raises Refused when there are too few conversations."""
    shown = questions.closed_questions(project)
    table = register.load_register(project, [question.key for question in shown])
    parts = questions.backgrounds(project, shown)
    try:
        return publishable(table, shown, parts, day.isoformat(), [_stored(one) for one in previous])
    except TooFewConversationsError as few:
        raise Refused(
            _("Er zijn nog te weinig gesprekken voor een momentopname: nog %(missing)d nodig.")
            % {"missing": few.missing}
        ) from few


def charts(made: Publication) -> list[DrawnChart]:
    """All charts of the figures."""
    return list(draw_charts(made.result.figures))


def context(project: Project, figures: Figures, last: Snapshot | None) -> dict[str, Any]:
    """Rounded facts beside the answers, as every channel shows them.

    homes: rounded. reach: of the whole and by block (P16), None without an address list. period: the first
    and last month with enough conversations. signals, actions: kinds with rounded words. blocks: how many.
    """
    homes = Counter(
        dict(Household.objects.filter(project=project).values_list("block__key").annotate(Count("pk")))
    )
    return {
        "homes": rounded(homes.total()),
        "blocks": project.blocks.count(),
        "reach": _reach(project, figures, homes, last),
        "period": _period(project),
        "signals": _signals(project),
        "actions": _actions(project),
        "questions": questions.full_labels(project),
    }


def _stored(snapshot: Snapshot) -> StoredSnapshot:
    return StoredSnapshot(
        figures_from_json(snapshot.figures), PublishedSets.from_bytes(bytes(snapshot.members))
    )


def _reach(
    project: Project, figures: Figures, homes: Counter[Any], last: Snapshot | None
) -> dict[str, Any] | None:
    """The response; that of blocks is kept from the last snapshot as long as their figures are (P9)."""
    if homes.total() < RULES.least:
        return None
    talks = register.conversations_per_block(project)
    # A home may have had two conversations; it was still reached once.
    reached = {key: min(talks.get(key, 0), count) for key, count in homes.items()}
    everybody = min(talks.total(), homes.total())
    whole, _none = response_by_block({"": homes.total()}, {"": everybody}, {})
    if last and last.context.get("reach") and not _blocks_renewed(figures):
        parts = last.context["reach"]["blocks"]
    else:
        names = {block.key: block.name for block in project.blocks.all()}
        ordered = {str(key): homes[key] for key in names if homes[key]}
        _whole, found = response_by_block(
            ordered,
            {str(key): count for key, count in reached.items()},
            {str(key): name for key, name in names.items()},
        )
        parts = [asdict(part) for part in found]
    return {"whole": asdict(whole), "blocks": parts}


def _blocks_renewed(figures: Figures) -> bool:
    editions = {
        part.edition
        for question in figures.questions
        for part in question.breakdowns
        if part.background == BLOCK
    }
    return figures.edition in editions


def _period(project: Project) -> list[str]:
    """First and last month ('YYYY-MM') in which at least ten conversations were held; empty without."""
    months = [month for month, count in register.months(project).items() if month and count >= RULES.least]
    return [min(months), max(months)] if months else []


def _signals(project: Project) -> list[dict[str, str]]:
    return [
        {"kind": kind, "label": label or str(ActionKind(kind).label), "text": theme_count_text(count)}
        for kind, label, count in register.signal_counts(project)
    ]


def _actions(project: Project) -> list[dict[str, str]]:
    """Direct actions by kind: how many were agreed and how many are done, in rounded words."""
    rows = (
        DirectAction.objects.filter(project=project)
        .order_by()
        .values_list("kind")
        .annotate(agreed=Count("pk"), done=Count("pk", filter=Q(state=ActionState.DONE)))
    )
    return [
        {
            "label": str(ActionKind(kind).label),
            "agreed": theme_count_text(agreed),
            "done": theme_count_text(done),
        }
        for kind, agreed, done in rows
    ]
