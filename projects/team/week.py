"""The week in half-days, as somebody says when visits are possible. Pure Python without database."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Monday is 0, as in `date.weekday`. On Sunday nobody rings a bell.
DAYS: tuple[str | Promise, ...] = (
    _("maandag"),
    _("dinsdag"),
    _("woensdag"),
    _("donderdag"),
    _("vrijdag"),
    _("zaterdag"),
)
PARTS: dict[str, str | Promise] = {"m": _("ochtend"), "a": _("middag"), "e": _("avond")}
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class HalfDay:
    """One part of one day of the week. key: '0m' is Monday morning."""

    day: int
    part: str

    @property
    def key(self) -> str:
        """How it is stored."""
        return f"{self.day}{self.part}"

    @property
    def label(self) -> str:
        """What it is called: 'maandagochtend'."""
        return f"{DAYS[self.day]}{PARTS[self.part]}"


HALF_DAYS = tuple(HalfDay(day, part) for day in range(len(DAYS)) for part in PARTS)
KEYS = tuple(half.key for half in HALF_DAYS)


def in_order(keys: object) -> list[str]:
    """Those of `keys` that are half-days, each once, in the order of the week."""
    chosen = set(keys) if isinstance(keys, list | tuple | set | frozenset) else set()
    return [key for key in KEYS if key in chosen]


def monday_of(day: date) -> date:
    """The Monday of the week that `day` lies in."""
    return day - timedelta(days=day.weekday())
