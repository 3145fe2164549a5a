"""What is said of a figure: rounded, plain, and only where it stands out."""

from dataclasses import replace

import pytest

from neighbourhood.figures.types import Breakdown, Cell, GroupFigures, Option, QuestionFigures
from neighbourhood.figures.wording import count_text
from neighbourhood.publication.comparing import compared
from neighbourhood.publication.telling import told, told_difference, told_whole

DAY = "2026-09-11"
KEYS = ("yes", "maybe", "no", "unknown")


def cells(*counts, n, keys=KEYS):
    """Cells of these rounded counts; the last is item non-response. None is an end band at the low end."""
    total = sum(count or 0 for count in counts)
    return tuple(
        Cell(key, count or 0, band := "few" if count is None else "none", count_text(count or 0, band), share)
        for key, count in zip((*keys, "no_answer"), counts, strict=True)
        for share in [(count or 0) / total if total else 0.0]
    )


def group(label, *counts, mean=None, keys=KEYS):
    n = sum(count or 0 for count in counts)
    return GroupFigures(label.lower(), label, n, cells(*counts, n=n, keys=keys), mean)


def question(whole, *breakdowns, kind="single", options=None):
    options = options or tuple(Option(key, {"yes": "ja", "no": "nee"}.get(key, key)) for key in KEYS)
    return QuestionFigures("contribute", "Meedoen", kind, options, whole, breakdowns, DAY, 3)


def by(background, *groups, as_of=DAY):
    return Breakdown(background, {"block": "Deelbuurt", "age": "Leeftijd"}[background], as_of, groups)


ALL = group("Heel de buurt", 50, 30, 15, 5, None)


def test_the_answer_most_people_gave_and_the_next_are_said_in_tens():
    assert told_whole(question(ALL)) == (
        "In onze gesprekken is ‘ja’ het vaakst genoemd, door 5 van de 10 bewoners; "
        "daarna ‘maybe’, door 3 van de 10."
    )


def test_answers_given_as_often_are_said_together():
    said = told_whole(question(group("Heel de buurt", 40, 10, 40, None, 10)))
    assert said == "In onze gesprekken zijn ‘ja’ en ‘nee’ het vaakst genoemd, elk door 4 van de 10 bewoners."


def test_not_knowing_is_no_answer_that_leads():
    assert "‘ja’" in told_whole(question(group("Heel de buurt", 30, 20, 10, 40, None)))


@pytest.mark.parametrize("counts", [(10, 5, 5, 10, 30), (None, None, None, 30, None)])
def test_where_silence_is_largest_or_nobody_has_an_opinion_nothing_is_said(counts):
    assert told_whole(question(group("Heel de buurt", *counts))) == ""


def test_cards_are_chosen_and_marks_have_a_mean():
    assert "is de kaart ‘ja’ het vaakst gekozen" in told_whole(question(ALL, kind="cards"))
    keys = ("6", "7", "8", "unknown")
    options = tuple(Option(key, key, float(key) if key.isdigit() else None) for key in keys)
    whole = group("Heel de buurt", 20, 50, 30, None, None, mean=7.1, keys=keys)
    assert told_whole(question(whole, kind="scale", options=options)) == (
        "In onze gesprekken is het cijfer gemiddeld ongeveer 7,1; een 7 is het vaakst gegeven, "
        "door 5 van de 10 bewoners."
    )


NORTH, SOUTH = group("Noord", 70, 20, 10, None, None), group("Zuid", 30, 40, 30, None, None)


def test_a_large_difference_between_blocks_is_said_with_both_sides():
    blocks = by("block", NORTH, SOUTH)
    assert told_difference(question(ALL, blocks), blocks, DAY) == (
        "Naar deelbuurt valt een verschil op: ‘ja’ is 7 van de 10 in Noord en 3 van de 10 in Zuid."
    )


def test_a_kept_breakdown_says_of_which_day_its_difference_is():
    ages = by("age", NORTH, SOUTH, as_of="2026-05-08")
    assert told_difference(question(ALL, ages), ages, DAY).endswith("(cijfers van 8 mei 2026).")


def test_a_difference_of_means_is_said_from_eight_tenths():
    keys = ("6", "7", "8", "unknown")
    options = tuple(Option(key, key, float(key) if key.isdigit() else None) for key in keys)

    def said(low, high):
        groups = (
            group("Noord", 20, 20, 20, None, None, mean=high, keys=keys),
            group("Zuid", 20, 20, 20, None, None, mean=low, keys=keys),
        )
        blocks = by("block", *groups)
        return told_difference(question(groups[0], blocks, kind="scale", options=options), blocks, DAY)

    assert said(6.1, 7.2) == (
        "Naar deelbuurt valt een verschil op: gemiddeld ongeveer 7,2 in Noord, 6,1 in Zuid."
    )
    assert said(6.5, 7.2) == ""


@pytest.mark.parametrize(
    "groups",
    [
        (),
        (NORTH, group("Zuid", 60, 25, 15, None, None)),
        (NORTH, group("Zuid", 5, 10, 10, None, None)),
    ],
    ids=["hidden", "alike", "small"],
)
def test_nothing_is_said_of_groups_that_are_hidden_alike_or_small(groups):
    blocks = by("block", *groups)
    assert told_difference(question(ALL, blocks), blocks, DAY) == ""


def test_the_first_background_that_stands_out_is_told_and_no_other():
    shown = question(ALL, by("block", NORTH, SOUTH), by("age", NORTH, SOUTH))
    assert told(shown, DAY, ("block", "age")).count("valt een verschil op") == 1
    assert "Naar deelbuurt" in told(shown, DAY, ("block", "age"))
    assert "verschil" not in told(shown, DAY)


def test_no_cause_and_no_significance_is_claimed():
    said = told(question(ALL, by("block", NORTH, SOUTH)), DAY, ("block",))
    assert not [word for word in ("doordat", "omdat", "significant", "dus", "daardoor") if word in said]


def test_a_comparison_shows_both_sides_and_subtracts_nothing():
    from neighbourhood.figures.types import Figures

    old = replace(question(group("Heel de buurt", 20, 20, 10, None, None)), as_of="2026-05-08", edition=1)
    found = compared(question(ALL), Figures(50, "2026-05-08", (old,), 1))
    assert found.shares[0] == ("5 van de 10", "4 van de 10")
    assert found.shares[-1] == ("geen of enkele", "geen of enkele")
    assert found.line == "‘ja’: 5 van de 10 op 11 september 2026, 4 van de 10 op 8 mei 2026."
    assert found.ns == ("n = 100 (afgerond)", "n = 50 (afgerond)")


def test_a_question_the_earlier_snapshot_did_not_have_is_not_compared():
    from neighbourhood.figures.types import Figures

    assert compared(question(ALL), Figures(50, "2026-05-08", (), 1)) is None


def test_figures_that_were_kept_on_both_sides_say_that_nothing_is_new():
    from neighbourhood.figures.types import Figures

    found = compared(question(ALL), Figures(50, DAY, (question(ALL),), 3))
    assert found.line == "Deze cijfers zijn sinds 11 september 2026 niet vernieuwd."
