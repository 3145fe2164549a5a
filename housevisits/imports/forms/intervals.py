"""Classes of ages and years: whether '50-64' is '50 tot 65', and where '43' belongs."""

import re

# From (inclusive) to (exclusive); None is without a limit.
Interval = tuple[int | None, int | None]

_NUMBER = r"(\d{1,3})"
_UNIT = r"\s*(?:jaar|jr\.?|j)?"
_LESS = r"(?:jonger|korter|minder|kleiner)"
_MORE = r"(?:ouder|langer|meer|hoger)"
_INCLUSIVE = r"(?:t\s?/\s?m|tot en met)"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + _UNIT)


_BETWEEN = _form(rf"(?:tussen )?{_NUMBER}{_UNIT}\s*(?:tot|-|–|—|en)\s*{_NUMBER}")
_BETWEEN_INCLUSIVE = _form(rf"{_NUMBER}{_UNIT}\s*{_INCLUSIVE}\s*{_NUMBER}")
_BELOW = _form(rf"(?:<|{_LESS} dan|onder(?: de)?|tot)\s*{_NUMBER}")
_UP_TO = _form(rf"(?:<=|≤|{_INCLUSIVE})\s*{_NUMBER}|{_NUMBER}{_UNIT} (?:of|en) {_LESS}")
_FROM = _form(rf"(?:>=|≥|vanaf)\s*{_NUMBER}|{_NUMBER}{_UNIT}\s*(?:\+|plus|(?:of|en) {_MORE})")
_ABOVE = _form(rf"(?:>|{_MORE} dan|boven(?: de)?)\s*{_NUMBER}")
_POINT = _form(_NUMBER)


def intervals(text: str) -> tuple[Interval, ...]:
    """The ways in which a text can be read as a class, the likeliest first; empty when it is none.

    '25-50' may or may not include 50, 'ouder dan 75' may or may not mean 75 as well.
    """
    text = " ".join(text.lower().replace("(", " ").replace(")", " ").split())
    if match := _BETWEEN_INCLUSIVE.fullmatch(text):
        return ((int(match[1]), int(match[2]) + 1),)
    if match := _BETWEEN.fullmatch(text):
        low, high = int(match[1]), int(match[2])
        return ((low, high), (low, high + 1)) if "tot" not in text else ((low, high),)
    return _one_sided(text)


def _one_sided(text: str) -> tuple[Interval, ...]:
    if match := _UP_TO.fullmatch(text):
        return ((None, _first(match) + 1),)
    if match := _BELOW.fullmatch(text):
        return ((None, _first(match)),)
    if match := _FROM.fullmatch(text):
        return ((_first(match), None),)
    if match := _ABOVE.fullmatch(text):
        return ((_first(match), None), (_first(match) + 1, None))
    return ()


def _first(match: re.Match[str]) -> int:
    return int(next(group for group in match.groups() if group))


def point(text: str) -> int | None:
    """The bare number of years in a cell ('43', '43 jaar'), else None."""
    match = _POINT.fullmatch(text.lower().strip())
    return int(match[1]) if match else None


def contains(interval: Interval, number: int) -> bool:
    """Whether a number lies in a class."""
    low, high = interval
    return (low is None or low <= number) and (high is None or number < high)
