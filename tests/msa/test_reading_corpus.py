"""The figures of P17 on the golden corpora: one that the rules were tuned on, one that they never saw."""

import pytest

from tests.corpus.score import HELD_OUT, TUNED, Scores, score, sentences


@pytest.fixture(scope="module")
def tuned() -> Scores:
    return score(TUNED)


@pytest.fixture(scope="module")
def held_out() -> Scores:
    return score(HELD_OUT)


def test_the_corpus_is_large_enough_and_its_spans_fit() -> None:
    entries = list(sentences(TUNED))
    clean = [text for text, spans in entries if not spans]
    assert len(entries) >= 300
    assert len(clean) >= 120
    assert len(entries) - len(clean) >= 180
    assert all(text[span["start"] : span["end"]].strip() for text, spans in entries for span in spans)


def test_no_sentence_stands_in_both_corpora() -> None:
    assert not {text for text, _spans in sentences(TUNED)} & {text for text, _spans in sentences(HELD_OUT)}


def test_nearly_all_direct_identifiers_are_found(tuned: Scores) -> None:
    assert tuned.recall >= 0.98, tuned.missed


def test_few_clean_sentences_are_flagged(tuned: Scores) -> None:
    assert tuned.flagged_share <= 0.10, tuned.false_alarms


def test_what_is_certain_by_its_form_is_found_as_certain_in_both(tuned: Scores, held_out: Scores) -> None:
    assert tuned.certain_found == tuned.certain
    assert held_out.certain_found == held_out.certain


def test_unseen_sentences_are_read_nearly_as_well(held_out: Scores) -> None:
    assert held_out.recall >= 0.975
    assert held_out.flagged_share <= 0.05


def test_both_corpora_together_keep_the_promise(tuned: Scores, held_out: Scores) -> None:
    found = tuned.direct_found + held_out.direct_found
    assert found / (tuned.direct + held_out.direct) >= 0.98


def test_rare_things_are_pointed_at(tuned: Scores, held_out: Scores) -> None:
    assert tuned.rare_recall >= 0.9
    assert held_out.rare_recall >= 0.9
