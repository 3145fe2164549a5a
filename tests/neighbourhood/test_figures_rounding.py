"""Rounding, end bands and the words for them (P11)."""

import pytest

from neighbourhood.figures.evidence import may_quote, theme_count_text
from neighbourhood.figures.rounding import Rules, band_of, cell, possible, rounded, shown_count
from neighbourhood.figures.wording import in_ten, in_ten_text, n_text


@pytest.mark.parametrize("n", [10, 11, 12, 33, 60, 414])
def test_every_count_is_a_multiple_of_five_close_to_the_truth(n):
    for count in range(n + 1):
        shown, band = shown_count(count, n)
        assert shown % 5 == 0
        assert abs(shown - count) <= (2 if band != "most" else 4)


@pytest.mark.parametrize("n", [10, 11, 12, 13, 14, 33, 60])
def test_the_range_a_cell_stands_for_is_exactly_the_counts_that_look_like_it(n):
    shown = {count: shown_count(count, n) for count in range(n + 1)}
    for count, pair in shown.items():
        low, high = possible(cell("a", pair, 0), n)
        alike = [other for other, looks in shown.items() if looks == pair]
        assert (low, high) == (min(alike), max(alike)), count
        assert len(alike) == high - low + 1


def test_both_ends_are_said_in_words():
    texts = [cell("a", shown_count(count, 33), 35).text for count in (0, 2, 3, 30, 31, 33)]
    assert texts == ["geen of enkele"] * 2 + ["afgerond 5", "afgerond 30"] + ["(bijna) iedereen"] * 2


def test_no_cell_of_ten_people_or_more_has_a_range_of_one_count_alone_at_an_end():
    for n in range(10, 200):
        for count in (0, n):
            low, high = possible(cell("a", shown_count(count, n), 0), n)
            assert high - low == 2


def test_without_bands_a_unanimous_group_of_33_gives_itself_away():
    rules = Rules(bands=False)
    assert band_of(33, 33, rules) == "none"
    assert possible(cell("a", shown_count(33, 33, rules), 35), 33, rules) == (33, 33)


def test_a_share_of_nothing_is_nothing():
    assert cell("a", (0, "few"), 0).share == 0.0


@pytest.mark.parametrize(
    ("share", "tens"), [(0.0, 0), (0.04, 0), (0.05, 1), (0.55, 6), (0.649, 6), (0.65, 7), (1.0, 10)]
)
def test_a_share_is_said_out_of_ten(share, tens):
    assert in_ten(share) == tens


@pytest.mark.parametrize("share", [-0.01, 1.01])
def test_a_share_outside_nothing_and_everything_is_refused(share):
    with pytest.raises(ValueError, match="between 0 and 1"):
        in_ten(share)


def test_the_poster_says_six_of_ten_and_the_words_of_the_ends():
    assert in_ten_text(cell("a", (60, "none"), 100)) == "6 van de 10"
    assert in_ten_text(cell("a", (5, "none"), 415)) == "minder dan 1 van de 10"
    assert in_ten_text(cell("a", (0, "few"), 100)) == "geen of enkele"
    assert in_ten_text(cell("a", (100, "most"), 100)) == "(bijna) iedereen"


def test_n_says_that_it_is_rounded():
    assert n_text(rounded(414)) == "n = 415 (afgerond)"


@pytest.mark.parametrize("counts", [(0, 1, 2), (3, 5, 7), (13, 15, 17), (412, 413, 414)])
def test_counts_under_a_theme_look_alike_within_a_band(counts):
    assert len({theme_count_text(count, total=414) for count in counts}) == 1


def test_a_theme_never_shows_an_exact_count():
    for count in range(60):
        digits = [int(word) for word in theme_count_text(count).split() if word.isdigit()]
        assert all(number % 5 == 0 for number in digits)


def test_a_theme_of_everybody_among_a_few_conversations_is_not_called_everybody():
    assert theme_count_text(7, total=7) == "afgerond 5"


@pytest.mark.parametrize(("count", "total"), [(-1, 10), (11, 10), (-1, None)])
def test_an_impossible_count_under_a_theme_is_refused(count, total):
    with pytest.raises(ValueError, match="theme"):
        theme_count_text(count, total)


def test_quotes_need_ten_conversations():
    assert (may_quote(9), may_quote(10)) == (False, True)
