"""Cleaning what people paste, before it is stored or read along."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msa.privacy.reading import Reader
from msa.privacy.text import clean_text, too_long


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader that has its word lists: the first text a process reads takes most of a second longer."""
    warm = Reader()
    warm.read("kwartjes")
    return warm


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("  een zin \r\nen nog een  \r", "een zin\nen nog een"),
        ("cafe\u0301", "café"),
        ("he\u200bnk \ufeffen pie\u00adt", "henk en piet"),
        ("06\u00a01234\u202f5678", "06 1234 5678"),
        ("\u202eknil \u2066a\u2069\u200f", "knil a"),
        ("regel\x00 \x1b[31mrood\x07", "regel [31mrood"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("‘krul’ en “krul” – blijven", "‘krul’ en “krul” – blijven"),
        ("gezin 👨\u200d👩\u200d👧 en ❤\ufe0f en 👍🏽", "gezin 👨\u200d👩\u200d👧 en ❤\ufe0f en 👍🏽"),
        ("hen\u200dk", "henk"),
        ("1\ufe0f\u20e3 keer", "1\ufe0f\u20e3 keer"),
        ("مرحبا", "مرحبا"),
        ("tekst\u2028verder\u2029slot", "tekst\nverder\nslot"),
        ("\U000e0041tag", "tag"),
        ("\ud800x", "x"),
    ],
)
def test_pasted_text_is_made_plain(raw: str, cleaned: str) -> None:
    assert clean_text(raw) == cleaned


def test_a_tower_of_accents_is_taken_down() -> None:
    assert len(clean_text("a" + "\u0301" * 500)) <= 5


def test_text_is_cut_at_the_longest_length_without_tearing_a_letter() -> None:
    assert clean_text("abcdef", 3) == "abc"
    assert clean_text("ab👨\u200d👩\u200d👧", 4) == "ab"
    assert clean_text("abq\u0323\u0307z", 4) == "ab"
    assert clean_text("abq\u0323\u0307z", 5) == "abq\u0323\u0307"


def test_how_much_is_too_long_is_told_before_anything_is_cut() -> None:
    assert too_long("a" * 12 + "\u200b" * 5, 10) == 2
    assert too_long("kort", 10) == 0


def test_a_negative_length_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        clean_text("a", -1)


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    once = clean_text(raw)
    assert clean_text(once) == once


@given(st.text(max_size=120), st.integers(min_value=0, max_value=50))
def test_the_outcome_is_never_longer_than_asked_and_carries_nothing_invisible(raw: str, length: int) -> None:
    cleaned = clean_text(raw, length)
    assert len(cleaned) <= length
    assert not set(cleaned) & set("\u200b\u202e\u2066\ufeff\x00\r")


@given(st.text(max_size=200))
def test_any_text_is_read_with_spans_that_fit(reader: Reader, raw: str) -> None:
    result = reader.check(raw)
    assert result.complete
    end = 0
    for finding in result.findings:
        assert end <= finding.start < finding.end <= len(raw)
        assert raw[finding.start : finding.end] == finding.text
        end = finding.end
