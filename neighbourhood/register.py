"""Reading the conversation register for figures. Only the worker calls this, and only to make a snapshot.

Nothing that shows, exports or prints figures may import this module (P8).
"""

from collections import Counter
from uuid import UUID

import pandas as pd
from django.db.models import Count

from housevisits.models import Conversation, SignalCount
from neighbourhood.models import ThemeEvidence
from projects.models import Project

COLUMNS = ("pk", "block_key", "answers", "cards")


def load_register(project: Project, questions: list[str]) -> pd.DataFrame:
    """All released conversations of `project` in one query, without their texts.

    Index: conversation key as text. Columns: `block` (block key as text or None), one per key in
    `questions` (option key or None), and `cards` (list of card keys).
    """
    rows = list(Conversation.objects.filter(project_key=project.key).order_by().values_list(*COLUMNS))
    table = {"block": [None if block is None else block.hex for _, block, _, _ in rows]}
    for key in questions:
        table[key] = [answers.get(key) or None for _, _, answers, _ in rows]
    cards = pd.Series([list(cards) for *_, cards in rows], dtype=object)
    frame = pd.DataFrame(table, dtype=object)
    frame["cards"] = cards
    frame.index = pd.Index([pk.hex for pk, *_ in rows], dtype=object)
    return frame


def conversations_per_theme(project: Project) -> dict[int, int]:
    """How many conversations carry each theme: {theme id: exact number}; none is no entry."""
    evidence = ThemeEvidence.objects.filter(theme__project=project).order_by()
    return dict(evidence.values_list("theme_id").annotate(Count("block__conversation_id", distinct=True)))


def conversations_per_block(project: Project) -> Counter[UUID | None]:
    """How many conversations each block has: {block key, or None where it is not known: exact number}."""
    return Counter(Conversation.objects.filter(project_key=project.key).values_list("block_key", flat=True))


def months(project: Project) -> Counter[str]:
    """How many conversations each month has: {'YYYY-MM', or '' where it is not known: exact number}."""
    return Counter(Conversation.objects.filter(project_key=project.key).values_list("month", flat=True))


def signal_counts(project: Project) -> list[tuple[str, str, int]]:
    """What was signalled in imported registrations: (kind, label, exact number)."""
    return list(SignalCount.objects.filter(project=project).values_list("kind", "label", "count"))
