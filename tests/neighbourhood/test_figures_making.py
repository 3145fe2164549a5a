"""Making figures: what a register becomes, and what is refused."""

import pytest

from neighbourhood.figures.making import make_figures
from neighbourhood.figures.publishing import publishable
from neighbourhood.figures.records import StoredSnapshot
from neighbourhood.figures.serialising import figures_from_json, figures_to_json
from neighbourhood.figures.sets import PublishedSets
from tests.neighbourhood.registers import (
    backgrounds,
    cards_question,
    plain_register,
    questions,
    random_register,
    single_question,
)

ASKED = single_question("q", ("a", "b"))


def _whole(register, question):
    return make_figures(register, [question], (), "2026-03-01").figures.question(question.key).whole


def test_missing_and_empty_answers_are_no_answer():
    register = plain_register(30, q=["a"] * 13 + [None] * 9 + [""] * 8)
    assert [(cell.option, cell.count) for cell in _whole(register, ASKED).cells] == [
        ("a", 15),
        ("b", 0),
        ("no_answer", 15),
    ]


def test_several_cards_count_for_each_and_once_per_person():
    register = plain_register(20, cards=[["life", "nature", "life"]] * 11 + [[]] * 5 + [None] * 4)
    whole = _whole(register, cards_question())
    counts = {cell.option: (cell.count, cell.share) for cell in whole.cells if cell.band == "none"}
    assert counts == {"life": (10, 0.5), "nature": (10, 0.5), "no_answer": (10, 0.5)}


@pytest.mark.parametrize("register", [plain_register(12, q="c"), plain_register(12, other="a")])
def test_an_unknown_answer_or_a_missing_column_is_refused_by_name_of_the_question_only(register):
    with pytest.raises(ValueError, match=r"\bq\b") as refused:
        _whole(register, ASKED)
    assert "'c'" not in str(refused.value)


def test_an_unknown_card_is_refused():
    with pytest.raises(ValueError, match="cards"):
        _whole(plain_register(12, cards=[["strange"]] * 12), cards_question())


def test_a_mean_of_fewer_than_ten_scores_is_not_shown():
    scores = next(question for question in questions() if question.key == "liveability")
    assert _whole(plain_register(40, liveability=["7"] * 7 + [None] * 33), scores).mean is None
    assert _whole(plain_register(40, liveability=["7"] * 21 + [None] * 19), scores).mean == 7.0


def test_a_background_is_not_broken_down_by_itself():
    figures = make_figures(random_register(1, 60), backgrounds(), backgrounds(), "2026-03-01").figures
    assert [part.background for part in figures.question("age").breakdowns] == ["block", "household"]


def test_a_question_that_is_new_shows_no_breakdown_while_the_stored_one_waits():
    everybody = random_register(2, 120)
    first = make_figures(everybody.iloc[:100], questions()[:1], backgrounds(), "2026-03-01")
    stored = [StoredSnapshot(first.figures, first.sets)]
    second = make_figures(everybody.iloc[:112], questions()[:2], backgrounds(), "2026-04-01", stored)
    waiting = [part for part in second.figures.questions[0].breakdowns if part.edition == 1]
    assert waiting
    new = {part.background: part for part in second.figures.questions[1].breakdowns}
    assert all(new[part.background].note == "te weinig antwoorden om te tonen" for part in waiting)


def test_a_history_that_was_stored_and_read_back_gives_the_same_next_snapshot():
    everybody = random_register(2, 150)
    first = make_figures(everybody.iloc[:110], questions(), backgrounds(), "2026-03-01")
    read = StoredSnapshot(
        figures_from_json(figures_to_json(first.figures)), PublishedSets.from_bytes(first.sets.to_bytes())
    )
    made = [
        make_figures(everybody, questions(), backgrounds(), "2026-04-01", [stored])
        for stored in (StoredSnapshot(first.figures, first.sets), read)
    ]
    assert made[0].figures == made[1].figures
    assert made[0].sets.to_bytes() == made[1].sets.to_bytes()


def test_a_register_like_that_of_the_demo_passes_as_it_is():
    publication = publishable(random_register(1, 414), questions(), backgrounds(), "2026-03-01")
    assert publication.audit.passed
    assert publication.left_out == ()
    assert publication.result.figures.n == 415
