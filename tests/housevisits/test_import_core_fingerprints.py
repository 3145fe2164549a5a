"""Knowing rows again: the same export with more rows adds only the new ones, without a link."""

from pathlib import Path

import pytest

from housevisits.imports.forms import fingerprint, fingerprints
from tests.msa.spreadsheets import as_csv, as_xlsx, read

REAL = Path(__file__).resolve().parents[2] / "housevisits" / "demo_data" / "spoorbuurt-google-forms.csv"
KEY = b"a key of the project, 32 bytes.."
ROW = {
    "Tijdstempel": "2026/03/02 13:52:56 p.m. CET",
    "Cijfer": "7",
    "Verhaal": "regel een\nregel  twee ",
    "Leeg": "",
}


@pytest.fixture(scope="module")
def real():
    return read(REAL.read_bytes())


def test_every_row_of_the_real_file_has_its_own(real):
    assert len(set(fingerprints(real, KEY))) == 414


def test_a_later_export_adds_only_the_new_rows(real):
    earlier = read(as_csv([real.columns, *real.rows[:300]]))
    known = set(fingerprints(earlier, KEY))
    assert len([one for one in fingerprints(real, KEY) if one not in known]) == 114


def test_order_of_rows_and_columns_and_the_kind_of_file_make_no_difference(real):
    expected = set(fingerprints(real, KEY))
    turned = [real.columns[::-1], *[row[::-1] for row in real.rows[::-1]]]
    for data in (as_csv(turned, ";", "cp1252"), as_csv(turned, "\t", "utf-16"), as_xlsx(turned)):
        assert set(fingerprints(read(data), KEY)) == expected


def test_a_question_that_was_added_to_the_form_makes_no_difference_to_older_rows(real):
    wider = [[*real.columns, "Nieuwe vraag"], *[[*row, ""] for row in real.rows]]
    assert set(fingerprints(read(as_csv(wider)), KEY)) == set(fingerprints(real, KEY))


@pytest.mark.parametrize(
    "change",
    [
        {"Tijdstempel": "2-3-2026 13:52:56"},
        {"Tijdstempel": "2026-03-02 13:52:56"},
        {"Cijfer": "7,0"},
        {"Cijfer": "7.0"},
        {"Verhaal": "regel een\r\nregel twee"},
        {"Verhaal": " regel een regel twee"},
        {"Leeg": "  "},
    ],
)
def test_the_notation_makes_no_difference(change):
    assert fingerprint(ROW | change, KEY) == fingerprint(ROW, KEY)


@pytest.mark.parametrize(
    "change",
    [
        {"Tijdstempel": "2026/03/02 13:52:57 p.m. CET"},
        {"Cijfer": "8"},
        {"Verhaal": "regel een"},
        {"Leeg": "x"},
    ],
)
def test_another_content_is_another_row(change):
    assert fingerprint(ROW | change, KEY) != fingerprint(ROW, KEY)


def test_the_same_text_in_another_column_is_another_row():
    assert fingerprint({"Kansen": "x", "Zorgen": "y"}, KEY) != fingerprint(
        {"Kansen": "y", "Zorgen": "x"}, KEY
    )


def test_equal_rows_in_one_file_are_told_apart_in_the_same_way_every_time():
    table = read(as_csv([["a", "b"], ["ja", "nee"], ["ja", "nee"], ["ja", "ja"]]))
    first = fingerprints(table, KEY)
    assert len(set(first)) == 3
    assert fingerprints(table, KEY) == first


def test_it_rests_on_the_key_and_shows_nothing():
    assert fingerprint(ROW, KEY) != fingerprint(ROW, KEY[::-1])
    assert len(fingerprint(ROW, KEY)) == 32
    with pytest.raises(ValueError, match="16 bytes"):
        fingerprint(ROW, b"short")
