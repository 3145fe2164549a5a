"""Between what is stored (only what differs from the default) and what stands in the fields.

`values` are flat: {name of a field: what stands in it}. Positions are percents of the page there, 0 to 100,
and parts of one in what is stored.
"""

from typing import Any

from msa.privacy.text import clean_text
from neighbourhood.services.posterdefaults import PosterDefaults

TEXTS = ("title", "subtitle", "contact", "date", "street")
LISTS = {"proud": 5, "worries": 5, "open_balloons": 3}
FIGURES = 3
ISLAND_TEXTS = ("title", "sentence", "quote", "drawing")
POSITION = ("x", "y")

Values = dict[str, Any]


def tidy(text: str) -> str:
    """A text as it is stored: clean, and on one line."""
    return " ".join(clean_text(text).split())


def theme_field(key: str, part: str) -> str:
    """The name of a field of one theme."""
    return f"theme-{key}-{part}"


def values_of(defaults: PosterDefaults, typed: dict[str, Any]) -> Values:
    """What stands in the fields when `typed` is stored; `{}` gives the defaults."""
    values: Values = {name: typed.get(name) or getattr(defaults.content, name) for name in TEXTS}
    for name, length in LISTS.items():
        values |= _list_values(name, length, typed.get(name, getattr(defaults.content, name)))
    values |= _figure_values(defaults, typed)
    chosen = [key for key in typed.get("chosen", ()) if key in defaults.islands] or defaults.chosen
    for key in defaults.islands:
        values |= _theme_values(defaults, key, typed.get("islands", {}).get(key, {}))
        values[theme_field(key, "chosen")] = key in chosen
        values[theme_field(key, "place")] = chosen.index(key) + 1 if key in chosen else None
    return values


def typed_of(defaults: PosterDefaults, values: Values) -> dict[str, Any]:
    """What has to be stored of `values`: only what differs from the default."""
    standing = defaults.content
    typed = {name: values[name] for name in TEXTS if values[name] and values[name] != getattr(standing, name)}
    for name, length in LISTS.items():
        items = [values[f"{name}_{n}"] for n in range(1, length + 1) if values[f"{name}_{n}"]]
        if items != list(getattr(standing, name)):
            typed[name] = items
    figures = _figures(defaults, values)
    if figures != [_figure(name, defaults.sayings[name].text) for name in defaults.figures]:
        typed["figures"] = figures
    chosen = chosen_keys(defaults, values)
    if chosen != list(defaults.chosen):
        typed["chosen"] = chosen
    islands = {key: changed for key in defaults.islands if (changed := _changed(defaults, key, values))}
    return typed | ({"islands": islands} if islands else {})


def chosen_keys(defaults: PosterDefaults, values: Values) -> list[str]:
    """The ticked themes in their order; those without a place come last, heaviest first."""
    ticked = [key for key in defaults.islands if values[theme_field(key, "chosen")]]
    return sorted(ticked, key=lambda key: values[theme_field(key, "place")] or len(defaults.islands) + 1)


def _list_values(name: str, length: int, items: Any) -> Values:
    padded = [*items, *[""] * length][:length]
    return {f"{name}_{n}": item for n, item in enumerate(padded, start=1)}


def _figure_values(defaults: PosterDefaults, typed: dict[str, Any]) -> Values:
    standing = [_figure(name, defaults.sayings[name].text) for name in defaults.figures]
    rows = [row for row in typed.get("figures", standing) if row.get("saying") in defaults.sayings]
    values: Values = {}
    for n in range(1, FIGURES + 1):
        row = rows[n - 1] if n <= len(rows) else _figure("", "")
        values |= {f"figure_{n}_saying": row["saying"], f"figure_{n}_text": row["text"]}
    return values


def _figure(saying: str, text: str) -> dict[str, str]:
    return {"saying": saying, "text": text}


def _figures(defaults: PosterDefaults, values: Values) -> list[dict[str, str]]:
    rows = [(values[f"figure_{n}_saying"], values[f"figure_{n}_text"]) for n in range(1, FIGURES + 1)]
    return [_figure(name, text or defaults.sayings[name].text) for name, text in rows if name]


def _theme_values(defaults: PosterDefaults, key: str, typed: dict[str, Any]) -> Values:
    island = defaults.islands[key]
    values = {theme_field(key, part): typed.get(part, getattr(island, part)) for part in ISLAND_TEXTS}
    for part in POSITION:
        values[theme_field(key, part)] = round(typed[part] * 100, 1) if typed.get(part) is not None else None
    return values


def _changed(defaults: PosterDefaults, key: str, values: Values) -> dict[str, Any]:
    """What differs for one theme. Emptying a title or sentence gives the default, emptying a quote none."""
    island = defaults.islands[key]
    now = {part: values[theme_field(key, part)] for part in ISLAND_TEXTS}
    changed = {
        part: text
        for part, text in now.items()
        if text != getattr(island, part) and (text or (part == "quote" and island.quote))
    }
    position = {part: values[theme_field(key, part)] for part in POSITION}
    if all(value is not None for value in position.values()):
        changed |= {part: round(value / 100, 4) for part, value in position.items()}
    return changed
