"""Rows of an export (H11): months, texts, rows that are empty or there twice."""

from datetime import date

import pytest

from housevisits.imports.forms import FormsMapping, check
from tests.housevisits.form_exports import DEFAULT, STORY, imported, small
from tests.msa.spreadsheets import as_csv, read


@pytest.mark.parametrize(
    ("stamps", "months"),
    [
        (["2026/03/01 9:00:00 a.m. CET", "2026/03/02 13:52:56 p.m. CET"], ["2026-03", "2026-03"]),
        (["1-3-2026 9:00", "13-4-2026 9:00"], ["2026-03", "2026-04"]),
        (["3/1/2026 9:00:00", "4/13/2026 9:00:00"], ["2026-03", "2026-04"]),
        (["46082,375", "46113.5"], ["2026-03", "2026-04"]),
        (["1 maart 2026", "2 apr. 2026"], ["2026-03", "2026-04"]),
        (["2026-03-01T09:00:00Z", "2026-03-31T22:30:00Z"], ["2026-03", "2026-04"]),
    ],
)
def test_the_month_is_taken_from_every_notation(stamps, months):
    rows = [["Tijdstempel", STORY], *[[stamp, f"De straat is donker {i}"] for i, stamp in enumerate(stamps)]]
    assert [row.month for row in imported(rows)[2].rows] == months


def test_a_column_of_dates_that_proves_nothing_is_read_day_first_and_that_is_said():
    rows = [
        ["Tijdstempel", STORY],
        ["1/3/2026 9:00", "De straat is donker"],
        ["2/4/2026 9:00", "Het pad ook"],
    ]
    _table, proposal, result = imported(rows)
    assert [row.month for row in result.rows] == ["2026-03", "2026-04"]
    assert any("eerst de dag" in note for note in proposal.notes)
    assert any("eerst de dag" in note for note in result.notes)


@pytest.mark.parametrize(
    "stamp", ["31-2-2026 9:00", "gisteren", "1-13-2026 9:00", "1-3-1926 9:00", "1-3-2062 9:00"]
)
def test_an_impossible_date_is_named_and_only_its_row_is_left_out(stamp):
    rows = [
        ["Tijdstempel", STORY],
        ["13-3-2026 9:00", "De straat is donker"],
        [stamp, "Het pad"],
        ["14-3-2026 8:00", "De brug"],
    ]
    table = read(as_csv(rows))
    mapping = FormsMapping({"Tijdstempel": "timestamp", STORY: "text:environment:barrier"})
    result = check(table, mapping, DEFAULT, today=date(2026, 11, 22))
    (problem,) = result.problems
    assert (problem.row, problem.column, problem.letter) == (3, "Tijdstempel", "A")
    assert result.skipped_rows == (3,)
    assert len(result.rows) == 2


def test_a_row_without_a_date_has_no_month_and_that_is_counted():
    rows = [["Tijdstempel", STORY], ["13-3-2026 9:00", "De straat is donker"], ["", "Het pad"]]
    result = imported(rows)[2]
    assert [row.month for row in result.rows] == ["2026-03", ""]
    assert any("geen datum" in note for note in result.notes)


@pytest.mark.parametrize(
    "text",
    ["👩‍👩‍👧‍👦 wij 🏳️‍🌈", "مرحبا بكم في الحي", "regel één\n\nregel drie", "x" * 20_000, "=1+1", "'s avonds"],
)
def test_a_story_comes_through_unharmed(text):
    (row,) = imported([["Tijdstempel", STORY], ["13-3-2026 9:00", text]])[2].rows
    (found,) = row.texts
    assert (found.text, found.sphere, found.valence, found.column) == (text, "environment", "barrier", STORY)


def test_rows_that_hold_nothing_are_left_out_and_counted():
    rows = [
        ["Tijdstempel", STORY, "Leeftijd"],
        ["13-3-2026 9:00", "Het pad is donker", ""],
        ["14-3-2026 9:00", "", ""],
    ]
    result = imported(rows)[2]
    assert len(result.rows) == 1
    assert result.complete
    assert any("1 rij is leeg" in note for note in result.notes)


def test_the_same_row_twice_is_named_with_both_rows():
    rows = [
        ["Tijdstempel", STORY],
        ["13-3-2026 9:00:01", "Het pad is donker"],
        ["13-3-2026 9:00:02", "Het pad is donker"],
    ]
    result = imported([*rows, rows[1]])[2]
    (problem,) = result.problems
    assert problem.row == 4
    assert "rij 2" in problem.message
    assert len(result.rows) == 2


def test_equal_rows_without_a_time_stamp_are_two_residents():
    question = "Zou u iets willen doen voor de buurt?"
    result = imported(
        [[question, "Voelt u zich weleens onveilig?"], ["ja", "nee"], ["ja", "nee"], ["nee", "soms"]]
    )[2]
    assert len(result.rows) == 3


def test_a_file_without_anything_to_import_is_blocked_with_a_message():
    result = imported([["Naam", "Telefoon"], ["Ada Verzonnen", "0612345678"]])[2]
    assert result.rows == ()
    assert "geen kolom" in result.blocking[0].message


def test_the_block_comes_through_as_text_where_the_project_has_no_blocks():
    questions = tuple(question for question in DEFAULT if question.key != "block")
    _table, proposal, result = small(
        "In welke deelbuurt was het gesprek?", "Noord", "Zuid", questions=questions
    )
    assert proposal.mapping.columns["In welke deelbuurt was het gesprek?"] == "block"
    assert [row.block for row in result.rows] == ["Noord", "Zuid"]
