"""Somebody who tries to work out answers from published figures. Shares no code with what makes them.

The attacker knows everybody's background, when everybody came and went, and keeps every snapshot as the
JSON that is published. For one cell of people who are alike to the attacker and one answer, an integer
programme looks for a world without that answer for all of them; if there is none, it is certain.
"""

from itertools import product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

NAMES = ("block", "age", "household")


def classes(register, background):
    """Everybody's class as the published group keys name it."""
    column = register[background]
    return column.where(column.notna() & (column != "undisclosed"), "not_known")


def published_groups(figures, registers):
    """Each published column once: (question key, set of conversation keys, group as published).

    figures: the JSON of one snapshot; registers: the register as it was, by edition.
    """
    for question in figures["questions"]:
        yield question["key"], frozenset(registers[question["edition"]].index), question["whole"]
        for part in question["breakdowns"]:
            register = registers[part["edition"]]
            for group in part["groups"]:
                inside = classes(register, part["background"]).isin(group["key"].split("+"))
                yield question["key"], frozenset(register.index[inside]), group


def reading(cell, n, step=5, bands=True):
    """The exact counts this cell may stand for in a group of n, found by trying them all."""
    return [count for count in range(n + 1) if _looks(count, n, step, bands) == (cell["count"], cell["band"])]


def certain_people(snapshots, registers, question, step=5, bands=True):
    """How many people have a certain answer to a single-choice question, out of how many.

    snapshots: JSON figures, the newest last; registers: by edition, the newest is attacked.
    """
    newest = registers[max(registers)]
    columns = {
        (people, str(group)): group
        for figures in snapshots
        for key, people, group in published_groups(figures, registers)
        if key == question.key
    }
    everybody = sorted({person for people, _ in columns for person in people})
    alike = _alike(everybody, [people for people, _ in columns])
    options = [option.key for option in question.options] + ["no_answer"]
    constraints = _constraints(columns, alike, options, step, bands)
    given = newest[question.key].fillna("no_answer")
    certain = 0
    for at, people in enumerate(alike):
        answers = {given.get(person) for person in people}
        if len(answers) == 1 and None not in answers:
            target = at * len(options) + options.index(answers.pop())
            certain += len(people) * (_least(target, constraints, alike, options) == len(people))
    return certain, len(newest)


def _looks(count, n, step, bands):
    half = step // 2
    nearest, top = (min(range(0, n + step, step), key=lambda at: abs(at - number)) for number in (count, n))
    if bands and count <= half:
        return 0, "few"
    if bands and count >= n - half:
        return top, "most"
    return nearest, "none"


def _alike(everybody, sets):
    """People whom no published set tells apart, together."""
    kinds = {}
    for person in everybody:
        kinds.setdefault(tuple(person in people for people in sets), []).append(person)
    return list(kinds.values())


def _constraints(columns, alike, options, step, bands):
    rows, low, high = [], [], []
    for (people, _), group in columns.items():
        inside = np.array([cell[0] in people for cell in alike], dtype=float)
        for option, cell in zip(options, group["cells"], strict=True):
            pick = np.array([name == option for name in options], dtype=float)
            counts = reading(cell, len(people), step, bands)
            rows.append(np.kron(inside, pick))
            low.append(counts[0])
            high.append(counts[-1])
    for at, cell in enumerate(alike):
        rows.append(np.kron(np.eye(len(alike))[at], np.ones(len(options))))
        low.append(len(cell))
        high.append(len(cell))
    return LinearConstraint(np.array(rows), low, high)


def _least(target, constraints, alike, options):
    goal = np.zeros(len(alike) * len(options))
    goal[target] = 1
    most = np.repeat([len(cell) for cell in alike], len(options))
    found = milp(goal, constraints=constraints, bounds=Bounds(0, most), integrality=np.ones(len(goal)))
    assert found.status == 0, "the truth itself is a world, so there is always one"
    return round(found.fun)


def filtered_counts(register, question, least=5):
    """What free filters with a minimum of `least` would publish: exact counts for every combination."""
    values = [[None, *sorted(register[name].unique())] for name in NAMES]
    for chosen in product(*values):
        rows = register
        for name, value in zip(NAMES, chosen, strict=True):
            rows = rows if value is None else rows[rows[name] == value]
        if len(rows) >= least:
            yield rows, rows[question].fillna("no_answer").value_counts()
