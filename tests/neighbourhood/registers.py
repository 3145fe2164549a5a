"""Registers of invented people for the tests of figures, and the default closed questions.

Everything here is drawn at random from a seed; nobody in it exists.
"""

from uuid import UUID

import numpy as np
import pandas as pd

from neighbourhood.figures.types import ClosedQuestion, Option

BLOCKS = ("noord", "midden", "zuid")
AGES = ("under25", "25to50", "50to65", "65to75", "75plus", "undisclosed")
AGE_SHARES = (0.08, 0.23, 0.30, 0.22, 0.16, 0.01)
HOUSEHOLDS = ("alone", "single_parent", "couple_children", "couple", "other", "undisclosed")
HOUSEHOLD_SHARES = (0.30, 0.13, 0.24, 0.24, 0.04, 0.05)
CARDS = ("life", "health_home", "safe_mobile", "learn_make", "feelings_love")
CARDS += ("own_choices", "belonging", "nature", "leisure", "participation")
HOUSEHOLD_LABELS = {
    "alone": "Alleen",
    "single_parent": "Eén ouder met kind(eren)",
    "couple_children": "Samen met kind(eren)",
    "couple": "Samen zonder kinderen",
    "other": "Anders",
}
AGE_LABELS = {
    "under25": "jonger dan 25",
    "25to50": "25 tot 50",
    "50to65": "50 tot 65",
    "65to75": "65 tot 75",
    "75plus": "75 jaar of ouder",
}
SINGLE = {
    "trend": (("better", "same", "worse", "unknown"), (0.22, 0.50, 0.27, 0.01)),
    "unsafe": (("no", "rarely", "sometimes", "often", "unknown"), (0.52, 0.26, 0.16, 0.05, 0.01)),
    "neighbours": (
        ("daily", "weekly", "monthly", "less", "never", "unknown"),
        (0.23, 0.38, 0.17, 0.12, 0.09, 0.01),
    ),
    "contribute": (("does", "yes", "maybe", "no", "unknown"), (0.13, 0.28, 0.32, 0.26, 0.01)),
}
SCALES = {
    "liveability": (
        {**{str(score): float(score) for score in range(1, 11)}, "unknown": None},
        (0.005, 0.01, 0.015, 0.035, 0.12, 0.23, 0.25, 0.22, 0.07, 0.02, 0.025),
    ),
    "at_home": (
        {"agree2": 5.0, "agree1": 4.0, "neutral": 3.0, "disagree1": 2.0, "disagree2": 1.0, "unknown": None},
        (0.20, 0.46, 0.18, 0.10, 0.05, 0.01),
    ),
}


def _options(keys, labels=None):
    return tuple(Option(key, (labels or {}).get(key, key)) for key in keys)


def block_question(blocks=BLOCKS):
    """The background 'deelbuurt'."""
    return ClosedQuestion(
        "block", "Deelbuurt", "single", _options(blocks, {b: b.title() for b in blocks}), background=True
    )


def age_question():
    """The background 'leeftijd', whose classes are in order."""
    return ClosedQuestion(
        "age", "Leeftijd", "single", _options(AGES, AGE_LABELS), True, True, undisclosed="undisclosed"
    )


def household_question():
    """The background 'huishouden', whose classes are not in order."""
    options = _options(HOUSEHOLDS, HOUSEHOLD_LABELS)
    return ClosedQuestion(
        "household", "Huishouden", "single", options, False, True, undisclosed="undisclosed"
    )


def backgrounds(blocks=BLOCKS):
    """Block, age and household, in order of importance."""
    return (block_question(blocks), age_question(), household_question())


def single_question(key, options):
    """A question with these options and nothing else to it."""
    return ClosedQuestion(key, key, "single", _options(options))


def cards_question():
    """Which cards were chosen, three at most."""
    return ClosedQuestion("cards", "Gesprekskaarten", "cards", _options(CARDS), max_choices=3)


def questions():
    """The closed questions of the default form that are shown, cards included."""
    singles = [single_question(key, options) for key, (options, _) in SINGLE.items()]
    scales = [
        ClosedQuestion(key, key, "scale", tuple(Option(name, name, score) for name, score in options.items()))
        for key, (options, _) in SCALES.items()
    ]
    return (*scales, *singles, cards_question())


def random_register(seed, people, blocks=BLOCKS, missing=0.02):
    """A register of so many invented conversations; `missing` is the share of answers left open."""
    draw = np.random.default_rng(seed)
    columns = {
        "block": draw.choice(blocks, people),
        "age": draw.choice(AGES, people, p=AGE_SHARES),
        "household": draw.choice(HOUSEHOLDS, people, p=HOUSEHOLD_SHARES),
    }
    for key, (options, shares) in {**SINGLE, **SCALES}.items():
        values = draw.choice(list(options), people, p=shares).astype(object)
        values[draw.random(people) < missing] = None
        columns[key] = values
    columns["cards"] = [
        list(draw.choice(CARDS, size, replace=False))
        for size in draw.choice(4, people, p=(0.03, 0.3, 0.3, 0.37))
    ]
    return pd.DataFrame(columns, index=[UUID(bytes=draw.bytes(16), version=4).hex for _ in range(people)])


def plain_register(people, **columns):
    """A register with exactly these columns (one value for all, or a list); keys are numbers, as text."""
    rows = {key: value if isinstance(value, list) else [value] * people for key, value in columns.items()}
    return pd.DataFrame(rows, index=[f"{at:032x}" for at in range(people)], dtype=object)
