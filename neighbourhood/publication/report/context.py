"""The first step of the report: everything its templates need, numbered and in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from msa.ui.conditions import CONDITIONS
from neighbourhood.figures.types import BLOCK, Breakdown, Cell, QuestionFigures
from neighbourhood.figures.wording import in_ten_text, n_text
from neighbourhood.publication.charts.drawing import chart_description
from neighbourhood.publication.keeping import kept_text, kept_together
from neighbourhood.publication.report.content import ReportContent, ReportTheme
from neighbourhood.publication.tables import QuestionTable, all_tables, tables_of
from neighbourhood.publication.telling import day_text, told

# Beside the whole, an opinion is drawn by these; every other breakdown stands in the tables.
DRAWN = (BLOCK, "age")
WHO = ("age", "household", "tenure")


@dataclass(frozen=True)
class Figure:
    """A numbered chart. `source` is the name under which the page refers to it; `alt` says its numbers."""

    number: int
    caption: str
    source: str
    alt: str
    note: str


@dataclass(frozen=True)
class Section:
    """One question: the words it was asked in, what its charts show in a sentence or two, and the charts."""

    anchor: str
    title: str
    asked: str
    told: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class NumberedTable:
    """A table of the appendix. `older`: the day of its figures where that is not the report's own (P9)."""

    number: int
    anchor: str
    table: QuestionTable
    caption: str
    older: str


def report_context(content: ReportContent) -> dict[str, Any]:
    """All that `templates/documents/report/` shows."""
    sections = _sections(content)
    return {
        "report": content,
        "who": [section for key, section in sections if key in WHO],
        "opinions": [section for key, section in sections if key not in WHO],
        "tables": list(_tables(content)),
        "kept": list(_kept_breakdowns(content)),
        "kept_drawn": list(_kept_breakdowns(content, DRAWN)),
        "conditions": [_condition(key, content) for key in CONDITIONS],
        "proud": _top(content, "opportunity"),
        "worries": _top(content, "barrier"),
        "n": n_text(content.figures.n),
        "reach": content.context.get("reach"),
        "reach_words": _share_words(content.context["reach"]["whole"])
        if content.context.get("reach")
        else "",
        "reach_rows": list(_reach_rows(content)),
        "signals": content.context.get("signals", []),
        "actions": content.context.get("actions", []),
        "withheld": _withheld(content),
    }


def chart_source(question: str, background: str) -> str:
    """The name of a chart among the parts of the document."""
    return f"made/chart-{question}-{background or 'whole'}.svg"


def _sections(content: ReportContent) -> list[tuple[str, Section]]:
    number = 0
    sections = []
    for question in content.figures.questions:
        drawn = list(_drawn(content, question, number))
        number += len(drawn)
        asked = content.context.get("questions", {}).get(question.key, "")
        words = told(question, content.figures.as_of, () if question.key in WHO else DRAWN)
        section = Section(f"vraag-{question.key}", question.label, asked, words, tuple(drawn))
        sections.append((question.key, section))
    return sections


def _drawn(content: ReportContent, question: QuestionFigures, before: int) -> Iterator[Figure]:
    parts: list[Breakdown | None] = [None]
    if question.key not in WHO and question.kind != "cards":
        parts += [part for part in question.breakdowns if part.background in DRAWN and part.groups]
    for number, part in enumerate(parts, start=before + 1):
        background = part.background if part else ""
        if (question.key, background) not in content.charts:
            continue
        yield Figure(
            number,
            _caption(question, part),
            chart_source(question.key, background),
            chart_description(question, part),
            _kept(part, content),
        )


def _caption(question: QuestionFigures, part: Breakdown | None) -> str:
    if part is None:
        return _("%(question)s, heel de buurt") % {"question": question.label}
    return _("%(question)s naar %(by)s") % {"question": question.label, "by": part.label.lower()}


def _kept(part: Breakdown | None, content: ReportContent) -> str:
    """Says so where a breakdown is older than the rest (P9)."""
    day = _older(part.as_of, content) if part else ""
    if not day:
        return ""
    return _("Stand van %(day)s.") % {"day": day}


def _older(as_of: str, content: ReportContent) -> str:
    """The day in words when figures are not of the snapshot's own day, else empty."""
    if as_of == content.figures.as_of:
        return ""
    return day_text(as_of)


def _kept_breakdowns(content: ReportContent, only: Sequence[str] = ()) -> Iterator[str]:
    """For every background that was kept from an earlier day: why, and on how many conversations it rests."""
    tables = all_tables(content.figures)
    for background in dict.fromkeys(table.background for table in tables if table.background):
        of_it = [table for table in tables if table.background == background]
        kept = kept_together(of_it, content.figures.as_of)
        if kept and (not only or background in only):
            why = kept_text(kept, content.figures.n)
            yield _("Naar %(by)s: %(why)s") % {"by": kept.by.lower(), "why": why[:1].lower() + why[1:]}


def _tables(content: ReportContent) -> Iterator[NumberedTable]:
    number = 0
    for question in content.figures.questions:
        for table in tables_of(question):
            number += 1
            older = _older(table.as_of, content)
            yield NumberedTable(number, f"tabel-{number}", table, _table_caption(table), older)


def _table_caption(table: QuestionTable) -> str:
    if not table.background:
        return _("%(title)s, heel de buurt") % {"title": table.title}
    return _("%(title)s naar %(by)s") % {"title": table.title, "by": table.by.lower()}


@dataclass(frozen=True)
class ConditionPart:
    """A condition with the themes that support it and the themes that hinder it."""

    key: str
    label: str
    explanation: str
    helps: tuple[ReportTheme, ...]
    hinders: tuple[ReportTheme, ...]


def _condition(key: str, content: ReportContent) -> ConditionPart:
    own = [theme for theme in content.themes if theme.conditions[:1] == (key,)]
    return ConditionPart(
        key,
        str(CONDITIONS[key].label),
        explanations()[key],
        tuple(theme for theme in own if theme.valence == "opportunity"),
        tuple(theme for theme in own if theme.valence == "barrier"),
    )


def explanations() -> dict[str, str]:
    """What each condition of social quality is about, for who never heard of it."""
    return {
        "security": _(
            "Hebben mensen genoeg om van te leven, een huis dat past, werk of een dag met betekenis, en een "
            "gezonde en veilige plek om te zijn?"
        ),
        "cohesion": _(
            "Kennen mensen elkaar, vertrouwen ze elkaar en helpen ze elkaar? "
            "Voelen ze dat ze bij elkaar horen?"
        ),
        "inclusion": _(
            "Kan iedereen meedoen? Weten mensen waar ze recht op hebben en vinden ze de weg naar hulp, "
            "voorzieningen en plekken in de buurt?"
        ),
        "empowerment": _(
            "Hebben mensen grip op hun eigen leven en op wat er in de buurt gebeurt? "
            "Kunnen ze gebruiken wat ze in huis hebben?"
        ),
    }


def _reach_rows(content: ReportContent) -> Iterator[dict[str, Any]]:
    reach = content.context.get("reach")
    for part in [*reach["blocks"], reach["whole"]] if reach else []:
        reached = str(part["reached"]) if part["band"] == "none" else part["text"]
        yield {
            "label": part["label"],
            "homes": part["homes"],
            "reached": reached,
            "share": _share_words(part),
        }


def _share_words(part: dict[str, Any]) -> str:
    """'8 van de 10', or the words of an end band."""
    return in_ten_text(Cell("", part["reached"], part["band"], part["text"], part["share"]))


def _top(content: ReportContent, valence: str) -> list[ReportTheme]:
    ranked = [theme for theme in content.themes if theme.rank and theme.valence == valence]
    return sorted(ranked, key=lambda theme: theme.rank)


def _withheld(content: ReportContent) -> list[str]:
    asked = content.context.get("questions", {})
    return [asked.get(key, key) for key in content.figures.withheld]
