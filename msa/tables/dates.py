"""Dates as spreadsheets and form programs write them, and the order of day and month in a column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal

from django.utils.timezone import get_default_timezone

Order = Literal["dmy", "mdy"]

_MONTH_STARTS = {
    "jan": 1, "feb": 2, "maart": 3, "mrt": 3, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_NAME = rf"(?P<name>(?:{'|'.join(_MONTH_STARTS)})[a-z]*)\.?"
_WEEKDAY = r"(?:(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_TIME = (
    r"(?:(?:t|,|\s|om\b)+(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\.?)?(?:\s*uur)?"
    r"\s*(?P<zone>z|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?|[a-z]{2,5})?)?"
)
_FORMS = tuple(
    re.compile(f"{_WEEKDAY}{form}{_TIME}", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})",
        r"(?P<year>(?:19|20)\d\d)(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<first>\d{1,2})(?P<sep>[-/.]\s?| )(?P<other>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})",
        rf"(?P<day>\d{{1,2}})e?[-\s.]+{_NAME}[-\s,]+(?P<year>\d{{4}}|\d{{2}})",
        rf"{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        rf"{_NAME}[-\s,]+(?P<year>\d{{4}})",
        r"(?P<year>\d{4})[-/](?P<month>\d{1,2})",
        r"(?P<month>\d{1,2})[-/](?P<year>\d{4})",
    )
)
_SERIAL = re.compile(r"(?P<days>\d{5})(?:[.,]\d+)?")
_EXCEL_EPOCH = date(1899, 12, 30)


@dataclass(frozen=True)
class DateColumn:
    """A column read as dates.

    dates: per cell a date (the first of the month when no day was given), None for empty or unreadable.
    unreadable: positions of cells that have something in them that is no (possible) date.
    order: how '3/4/2026' was read; ambiguous: whether nothing in the column proves that order.
    swapped: whether a spreadsheet seems to have exchanged day and month in part of the cells.
    """

    dates: tuple[date | None, ...]
    unreadable: tuple[int, ...]
    order: Order = "dmy"
    ambiguous: bool = False
    swapped: bool = False


def read_dates(cells: Sequence[str]) -> DateColumn:
    """Read a column; one order of day and month for all cells, day first unless the cells prove otherwise."""
    matches = [_match(cell) if cell else None for cell in cells]
    pairs = [(int(m["first"]), int(m["other"])) for m in matches if m and "first" in m.groupdict()]
    day_first = sum(first > 12 for first, _other in pairs)
    month_first = sum(other > 12 for _first, other in pairs)
    order: Order = "mdy" if month_first > day_first else "dmy"
    dates = tuple(_date(match, order) if match else None for match in matches)
    return DateColumn(
        dates=dates,
        unreadable=tuple(i for i, cell in enumerate(cells) if cell and dates[i] is None),
        order=order,
        ambiguous=bool(pairs) and not day_first and not month_first and any(f != o for f, o in pairs),
        swapped=_seems_swapped(matches, dates, len(pairs), day_first),
    )


def looks_like_dates(cells: Sequence[str]) -> bool:
    """Whether (nearly) all filled cells are dates that say so themselves; bare numbers do not count."""
    filled = [cell for cell in cells if cell][:200]
    hits = sum(bool(match and "days" not in match.groupdict()) for match in map(_match, filled))
    return bool(filled) and hits >= 0.9 * len(filled)


def canonical_moment(cell: str) -> str | None:
    """A spelling of a date (and time) that is the same for every notation and order, None for other cells.

    Day and month stand in order of size, so that it does not depend on which of the two comes first.
    """
    match = _match(cell)
    if match is None or ("days" in match.groupdict() and cell.isdigit()):
        return None
    year, month, day = _parts(match, "dmy")
    low, high = sorted((month, day))
    hour, minute, second = _clock(match, cell)
    return f"{year:04d}:{low:02d}:{high:02d}T{hour:02d}:{minute:02d}:{second:02d}"


def _match(cell: str) -> re.Match[str] | None:
    cell = cell.strip()
    for form in _FORMS:
        if match := form.fullmatch(cell):
            return match
    return _SERIAL.fullmatch(cell)


def _parts(match: re.Match[str], order: Order) -> tuple[int, int, int]:
    """Year, month, day as they stand there, possible or not."""
    found = match.groupdict()
    if "days" in found:
        day = _EXCEL_EPOCH + timedelta(days=int(found["days"]))
        return day.year, day.month, day.day
    year = int(found["year"])
    year += (2000 if year < 70 else 1900) if year < 100 else 0
    if "first" in found:
        first, other = int(found["first"]), int(found["other"])
        return (year, other, first) if order == "dmy" else (year, first, other)
    month = _month_number(found["name"]) if "name" in found else int(found["month"])
    return year, month, int(found.get("day") or 1)


def _month_number(name: str) -> int:
    name = name.lower()
    return next(number for start, number in _MONTH_STARTS.items() if name.startswith(start))


def _clock(match: re.Match[str], cell: str = "") -> tuple[int, int, int]:
    """Hour, minute, second. '13:52 p.m.' does occur, and is 13:52."""
    found = match.groupdict()
    if "days" in found:
        seconds = round(float("0" + cell.replace(",", ".")[5:] or 0) * 86400)
        return seconds // 3600, seconds // 60 % 60, seconds % 60
    hour = int(found["hour"] or 0)
    half = (found["half"] or "").lower()[:1]
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return hour, int(found["minute"] or 0), int(found["second"] or 0)


def _date(match: re.Match[str], order: Order) -> date | None:
    parts = _parts(match, order)
    try:
        if "days" in match.groupdict() or match["hour"] is None:
            return date(*parts)
        moment = datetime(*parts, *_clock(match), tzinfo=_zone(match["zone"]))
    except ValueError:
        return None
    return moment.astimezone(get_default_timezone()).date()


def _zone(name: str | None) -> timezone | None:
    """The zone when it is given as an offset; a clock time without one is taken as it stands."""
    if not name:
        return get_default_timezone()  # type: ignore[return-value]
    if name.lower() in ("z", "utc", "gmt"):
        return UTC
    offset = re.search(r"([+-])(\d{1,2}):?(\d{2})?$", name)
    if not offset:
        return get_default_timezone()  # type: ignore[return-value]
    size = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
    return timezone(size if offset[1] == "+" else -size)


def _seems_swapped(
    matches: Sequence[re.Match[str] | None], dates: Sequence[date | None], pairs: int, day_first: int
) -> bool:
    """A spreadsheet in another language turns 3/4 into a date the wrong way round and leaves 13/4 alone."""
    whole = [
        day
        for match, day in zip(matches, dates, strict=True)
        if match and day and "first" not in match.groupdict()
    ]
    return bool(pairs and whole) and day_first == pairs and all(day.day <= 12 for day in whole)
