"""What of the poster's form belongs together when it is open in two windows: each thing is of one of them."""

from typing import Any

from neighbourhood.forms.poster.values import FIGURES, POSITION, Values, chosen_keys, theme_field, tidy
from neighbourhood.services.posterdefaults import PosterDefaults

# Which themes in which order, the figures with their words, and what shares a line on paper.
CHOICE, FIGURE_ROWS, SOURCE = "choice", "figures", "source"
LAST_ONE_WINS = (CHOICE,)


def fields_of(defaults: PosterDefaults, thing: str) -> list[str]:
    """The names of the fields of one thing; most things are one field."""
    if thing == CHOICE:
        return [theme_field(key, part) for key in defaults.islands for part in ("chosen", "place")]
    if thing == FIGURE_ROWS:
        return [f"figure_{n}_{part}" for n in range(1, FIGURES + 1) for part in ("saying", "text")]
    if thing == SOURCE:
        return ["contact", "date"]
    if thing.startswith("position-"):
        return [theme_field(thing.removeprefix("position-"), part) for part in POSITION]
    return [thing]


def things(defaults: PosterDefaults, values: Values) -> dict[str, Any]:
    """What `values` say of each thing, to be compared: the same words, order and place are one."""
    together = [CHOICE, FIGURE_ROWS, SOURCE, *(f"position-{key}" for key in defaults.islands)]
    named = {thing: fields_of(defaults, thing) for thing in together}
    taken = {name for names in named.values() for name in names}
    said = {name: _plain(value) for name, value in values.items() if name not in taken}
    said |= {thing: [_plain(values[name]) for name in names] for thing, names in named.items()}
    return said | {CHOICE: chosen_keys(defaults, values)}


def _plain(value: Any) -> Any:
    return tidy(value) if isinstance(value, str) else value
