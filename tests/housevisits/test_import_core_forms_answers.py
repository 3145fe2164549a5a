"""Answers and cards of an export (H11): in other words, asked where it cannot be known."""

import pytest

from housevisits.imports.forms import check
from tests.housevisits.form_exports import CARD_LABELS, DEFAULT, STORY, small


def proposals(column, *values):
    _table, proposal, _result = small(column, *values)
    return {p.value: (p.option, p.confidence) for p in proposal.values.get(column, ())}


@pytest.mark.parametrize(
    ("column", "value", "option"),
    [
        ("Ik voel mij thuis", "Helemaal eens", "agree2"),
        ("Ik voel mij thuis", "helemaal oneens", "disagree2"),
        ("Ik voel mij thuis", "ONEENS", "disagree1"),
        ("Ik voel mij thuis", "niet eens, niet oneens", "neutral"),
        ("Ik voel mij thuis", "Noch eens, noch oneens", "neutral"),
        ("Ik voel mij thuis", "helemaaal mee eens", "agree2"),
        ("Leeftijd", "25-50", "25to50"),
        ("Leeftijd", "25 t/m 49 jaar", "25to50"),
        ("Leeftijd", "65 - 74 jaar", "65to75"),
        ("Leeftijd", "75+", "75plus"),
        ("Leeftijd", "75 en ouder", "75plus"),
        ("Leeftijd", "ouder dan 75", "75plus"),
        ("Leeftijd", "< 25", "under25"),
        ("Leeftijd", "onder de 25", "under25"),
        ("Leeftijd", "50", "50to65"),
        ("Leeftijd", "wil ik niet zeggen", "undisclosed"),
        ("Samenstelling huishouden", "eenoudergezin", "single_parent"),
        ("Samenstelling huishouden", "Samen met kinderen", "couple_children"),
        ("Samenstelling huishouden", "samen, zonder kinderen", "couple"),
        ("Samenstelling huishouden", "Anders, namelijk met mijn zus", "other"),
        ("Rapportcijfer leefbaarheid", "7,0", "7"),
        ("Rapportcijfer leefbaarheid", "zeven", "7"),
        ("Rapportcijfer leefbaarheid", "7/10", "7"),
        ("Rapportcijfer leefbaarheid", "8 - goed", "8"),
        ("Rapportcijfer leefbaarheid", "weet ik niet", "unknown"),
        ("Zou u iets willen doen voor de buurt?", "Ja", "yes"),
        ("Zou u iets willen doen voor de buurt?", "ja.", "yes"),
        ("Zou u iets willen doen voor de buurt?", "Ja, ik doe al iets", "does"),
        ("Hoe vaak praat u met buren?", "Bijna elke dag", "daily"),
        ("Hoe vaak praat u met buren?", "1 keer per week", "weekly"),
        ("Wie voerde het gesprek?", "Opbouwwerker en woonconsulent", "together"),
        ("Wie voerde het gesprek?", "Woonconsulente", "housing_officer"),
        ("Deelbuurt", "Blok Noord", "key-Noord"),
    ],
)
def test_an_answer_in_other_words_is_proposed(column, value, option):
    assert proposals(column, value)[value][0] == option


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("Leeftijd", "18-25 jaar"),
        ("Leeftijd", "40-60"),
        ("Leeftijd", "oud"),
        ("Rapportcijfer leefbaarheid", "7,5"),
        ("Rapportcijfer leefbaarheid", "11"),
        ("Rapportcijfer leefbaarheid", "6 of 7"),
        ("Ik voel mij thuis", "soms"),
        ("Hoe lang woont u hier?", "8 maanden"),
        ("Hoe lang woont u hier?", "sinds 1998"),
        ("Deelbuurt", "Oost"),
    ],
)
def test_what_cannot_be_known_is_asked_and_blocks_until_it_is_answered(column, value):
    table, proposal, result = small(column, value, value)
    assert {p.value: (p.option, p.confidence) for p in proposal.values[column]}[value] == (None, "none")
    assert proposal.undecided == 1
    assert [problem.row for problem in result.problems] == [2, 3]
    assert all(problem.column == column and problem.letter == "C" for problem in result.problems)
    assert value in result.problems[0].message
    assert result.rows == ()
    decided = proposal.mapping.with_value(column, value, None)
    again = check(table, decided, DEFAULT)
    assert again.complete
    assert len(again.rows) == 2


def test_a_value_decided_by_hand_is_used():
    table, proposal, _result = small("Leeftijd", "18-25 jaar", "25 tot 50")
    mapping = proposal.mapping.with_value("Leeftijd", "18-25 jaar", "under25")
    assert [row.answers for row in check(table, mapping, DEFAULT).rows] == [
        {"age": "under25"},
        {"age": "25to50"},
    ]


def test_an_option_that_does_not_exist_is_a_problem_at_its_row():
    table, proposal, _result = small("Leeftijd", "25 tot 50")
    mapping = proposal.mapping.with_value("Leeftijd", "25 tot 50", "nonsense")
    (problem,) = check(table, mapping, DEFAULT).problems
    assert (problem.row, problem.column) == (2, "Leeftijd")


def test_an_explanation_behind_other_is_not_kept_and_that_is_counted():
    _table, _proposal, result = small("Samenstelling huishouden", "anders, namelijk met zus Jannie", "alleen")
    assert "Jannie" not in repr(result)
    assert any("Toelichtingen achter 'anders'" in note and "1" in note for note in result.notes)


def test_two_columns_for_one_question_block_until_one_is_chosen():
    table, proposal, _result = small("Leeftijd", "25 tot 50")
    mapping = proposal.mapping.with_target(STORY, "question:age")
    assert any("meer kolommen" in problem.message for problem in check(table, mapping, DEFAULT).blocking)


@pytest.mark.parametrize("separator", [";", ", ", "\n", "; "])
def test_cards_with_commas_in_their_names_are_recognised_whole(separator):
    for cards in (
        CARD_LABELS,
        CARD_LABELS[::-1],
        CARD_LABELS[3:4],
        [CARD_LABELS[3], CARD_LABELS[7], CARD_LABELS[0]],
    ):
        _table, proposal, result = small("Welke gesprekskaarten zijn gekozen?", separator.join(cards))
        by_label = {option.label: option.key for option in DEFAULT[-1].options}
        assert result.rows[0].cards == tuple(by_label[card] for card in cards)
        assert {p.value for p in proposal.values["Welke gesprekskaarten zijn gekozen?"]} == set(cards)


def test_cards_of_another_deck_are_told_apart_and_asked_or_guessed_one_by_one():
    _table, proposal, result = small(
        "Welke gesprekskaarten zijn gekozen?",
        "Erbij horen, Wonen, Leren, denken, maken",
        "Wonen;Geld en werk",
    )
    found = {p.value: p.option for p in proposal.values["Welke gesprekskaarten zijn gekozen?"]}
    assert found == {
        "Erbij horen": "belonging",
        "Wonen": None,
        "Leren, denken, maken": "learn_make",
        "Geld en werk": None,
    }
    assert not result.complete


def test_a_card_that_is_chosen_twice_counts_once():
    assert small("Gesprekskaarten", "Erbij horen;erbij horen; Erbij horen")[2].rows[0].cards == ("belonging",)
