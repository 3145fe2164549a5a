"""Figures as plain data for a JSON column, and back. The same figures always give the same data."""

from dataclasses import asdict
from typing import Any

from neighbourhood.figures.types import Breakdown, Cell, Figures, GroupFigures, Option, QuestionFigures

VERSION = 1


def figures_to_json(figures: Figures) -> dict[str, Any]:
    """Plain dicts, lists, numbers and text."""
    return {"version": VERSION, **_plain(asdict(figures))}


def figures_from_json(data: dict[str, Any]) -> Figures:
    """What `figures_to_json` wrote. Raises ValueError for another version, KeyError for a missing part."""
    if data.get("version") != VERSION:
        raise ValueError("figures of an unknown version")
    questions = tuple(_question(item) for item in data["questions"])
    withheld = tuple(data["withheld"])
    return Figures(data["n"], data["as_of"], questions, data["edition"], withheld)


def _plain(value: Any) -> Any:
    """Tuples become lists, as JSON would make them, so that what is stored equals what is read back."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def _question(data: dict[str, Any]) -> QuestionFigures:
    parts = {
        "options": tuple(Option(**option) for option in data["options"]),
        "whole": _group(data["whole"]),
        "breakdowns": tuple(_breakdown(item) for item in data["breakdowns"]),
    }
    return QuestionFigures(**{**data, **parts})


def _breakdown(data: dict[str, Any]) -> Breakdown:
    return Breakdown(**{**data, "groups": tuple(_group(group) for group in data["groups"])})


def _group(data: dict[str, Any]) -> GroupFigures:
    return GroupFigures(**{**data, "cells": tuple(Cell(**cell) for cell in data["cells"])})
