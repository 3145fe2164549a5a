"""How many conversations lie under a theme, said without the exact number (P11, P15)."""

from neighbourhood.figures.rounding import RULES, shown_count
from neighbourhood.figures.wording import count_text


def theme_count_text(count: int, total: int | None = None) -> str:
    """The number of conversations under a theme in words, never the exact number.

    'geen of enkele', 'afgerond 15', or, where `total` conversations in the picture are given,
    '(bijna) iedereen'; that is never said of fewer than ten. Raises ValueError when count is negative or
    above total.
    """
    ceiling = count + RULES.least if total is None else max(total, RULES.least)
    if count < 0 or (total is not None and count > total):
        raise ValueError("a theme holds between none and all of the conversations")
    return count_text(*shown_count(count, ceiling))


def may_quote(count: int) -> bool:
    """Whether a theme with this many conversations may show a quote (P15)."""
    return count >= RULES.least
