"""A choice written down as text (JSON), so that it reads the same when questions and rules have changed."""

from collections.abc import Mapping, Sequence
from typing import Any

from projects.orientation.questions import PARTS, QUESTIONS
from projects.orientation.types import Answers, Kind, Question, Rule
from projects.orientation.weighing import ADVICE, weigh

FORM = 1  # of this JSON; whoever changes its shape raises it and keeps reading the older ones


def record(answers: Answers, reasons: Mapping[str, str], responses: Mapping[str, str]) -> dict[str, Any]:
    """Questions, answers, advice and warnings as text.

    reasons: the team's own words by question key. responses: what it does about a warning, by rule key.
    """
    found = weigh(answers)
    title, text = ADVICE[found.advice]
    return {
        "form": FORM,
        "questions": [_question(one, answers.get(one.key), reasons.get(one.key, "")) for one in QUESTIONS],
        "advice": {"key": str(found.advice), "title": str(title), "text": str(text)},
        "warnings": [_warning(rule, responses.get(rule.key, "")) for rule in found.warnings],
        "strengths": [_rule(rule) for rule in found.strengths],
    }


def answer_lines(question: Question, answer: Any) -> list[str]:
    """An answer as people read it, a line for each option; empty when there is none."""
    if not question.accepts(answer):
        return []
    if question.kind == Kind.NUMBER:
        return [str(answer)]
    chosen = [answer] if question.kind == Kind.CHOICE else answer
    return [str(option.label) for option in question.options if option.key in chosen]


def part_labels(keys: Sequence[str]) -> list[str]:
    """The names of the chosen parts of the approach, in their usual order."""
    return [str(part.label) for part in PARTS if part.key in keys]


def _question(question: Question, answer: Any, reason: str) -> dict[str, Any]:
    return {
        "key": question.key,
        "label": str(question.label),
        "why": str(question.why),
        "answer": answer_lines(question, answer),
        "reason": reason,
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {"key": rule.key, "title": str(rule.title), "text": str(rule.text)}


def _warning(rule: Rule, response: str) -> dict[str, Any]:
    helps = [str(help_text) for help_text in rule.helps]
    return _rule(rule) | {"effect": str(rule.effect), "helps": helps, "response": response}
