"""Does the approach fit (V1): every warning, every outcome of the weighing, and how it is written down."""

from typing import Any

import pytest

from projects.orientation.differences import changes
from projects.orientation.questions import BY_KEY, QUESTIONS
from projects.orientation.record import record
from projects.orientation.strengths import STRENGTHS
from projects.orientation.types import Advice, Effect
from projects.orientation.weighing import ALL_WARNINGS, weigh
from tests.projects.orientations import BEST

# What makes each warning speak, beside the answers of BEST.
SPEAKS: dict[str, dict[str, Any]] = {
    "only_restructuring": {"occasion": ["restructuring"], "share": "most"},
    "no_hours_at_all": {"during": "none", "after": "none"},
    "nothing_asked": {"occasion": ["social"], "social": ["none"]},
    "no_core": {"partners": ["contractor"]},
    "mostly_restructuring": {"occasion": ["maintenance", "restructuring"], "share": "most"},
    "no_hours_after": {"after": "none"},
    "only_social": {"occasion": ["social"], "time": "no_works"},
    "no_social": {"social": ["none"]},
    "too_small": {"homes": 49},
    "started": {"time": "short"},
    "quarter": {"time": "quarter"},
    "no_hours_during": {"during": "none"},
    "hours_not_decided": {"after": "asked"},
    "half_restructuring": {"occasion": ["maintenance", "restructuring"], "share": "half"},
    "share_unknown": {"share": "unknown"},
    "contradiction": {"time": "no_works"},
    "too_large": {"homes": 501},
    "damaged": {"contact": "damaged"},
    "little_contact": {"contact": "little"},
    "no_contractor": {"partners": ["housing", "welfare"]},
    "no_welfare": {"partners": ["housing", "contractor"]},
    "no_housing": {"partners": ["welfare", "contractor"]},
    "no_leader": {"lead": "nobody"},
    "leader_without_hours": {"lead": "named"},
    "unknown": {"social": ["unknown"]},
}
WEIGHT = {Effect.WARNING: Advice.YES_PROVIDED, Effect.PARTS: Advice.PARTS, Effect.AGAINST: Advice.NO}


def _spoken(answers: dict[str, Any]) -> set[str]:
    return {rule.key for rule in weigh(answers).warnings}


def test_the_best_answers_raise_no_warning_and_plead_for_it() -> None:
    found = weigh(BEST)
    assert (found.advice, found.warnings, found.missing) == (Advice.YES, (), ())
    assert found.strengths == STRENGTHS


@pytest.mark.parametrize("rule", ALL_WARNINGS, ids=lambda rule: rule.key)
def test_each_warning_speaks_when_it_should_and_says_what_helps(rule: Any) -> None:
    found = weigh(BEST | SPEAKS[rule.key])
    assert rule in found.warnings
    assert rule.helps
    assert rule.source
    heaviest = max((one.effect for one in found.warnings), key=[*WEIGHT].index)
    assert found.advice == WEIGHT[heaviest]
    assert found.advice == WEIGHT[rule.effect] or rule.key == "contradiction"


def test_every_warning_has_its_case_and_its_own_key() -> None:
    keys = [rule.key for rule in (*ALL_WARNINGS, *STRENGTHS)]
    assert len(keys) == len(set(keys))
    assert set(SPEAKS) == {rule.key for rule in ALL_WARNINGS}


@pytest.mark.parametrize(
    ("answers", "silent"),
    [
        ({"homes": 50}, "too_small"),
        ({"homes": 500}, "too_large"),
        ({"occasion": ["social"], "partners": ["housing", "welfare"]}, "no_contractor"),
        ({"partners": []}, "no_core"),
        ({"partners": ["contractor"]}, "no_welfare"),
        ({"during": "none", "after": "none"}, "no_hours_after"),
        ({"during": "none", "after": "none"}, "no_hours_during"),
        ({"occasion": ["maintenance", "restructuring"], "share": "all"}, "mostly_restructuring"),
        ({"occasion": ["social"], "time": "no_works"}, "contradiction"),
        ({"occasion": ["social"], "social": ["none"]}, "no_social"),
    ],
)
def test_a_warning_is_silent_on_its_edge_and_where_a_heavier_one_speaks(
    answers: dict[str, Any], silent: str
) -> None:
    assert silent not in _spoken(BEST | answers)


@pytest.mark.parametrize(
    "answers",
    [
        {"occasion": ["restructuring"], "share": "none"},
        {"occasion": ["maintenance"], "share": "half"},
        {"occasion": ["maintenance"], "time": "no_works"},
        {"occasion": ["social"], "time": "started"},
    ],
)
def test_answers_that_cannot_both_be_true_are_pointed_out(answers: dict[str, Any]) -> None:
    assert "contradiction" in _spoken(BEST | answers)


@pytest.mark.parametrize("key", [question.key for question in QUESTIONS])
def test_while_a_question_is_open_there_is_no_advice_yet(key: str) -> None:
    answers = {name: answer for name, answer in BEST.items() if name != key}
    found = weigh(answers)
    assert (found.advice, found.missing) == (Advice.OPEN, (key,))
    assert not found.warnings, "what was not answered does not warn"


def test_nothing_answered_warns_of_nothing() -> None:
    assert weigh({}).warnings == ()
    assert len(weigh({}).missing) == len(QUESTIONS)


@pytest.mark.parametrize("bad", [True, 0, -3, "veel", ["x"], None, 1.5])
def test_an_answer_that_no_question_accepts_counts_as_none(bad: Any) -> None:
    assert "homes" in weigh(BEST | {"homes": bad}).missing
    assert "share" in weigh(BEST | {"share": bad}).missing
    assert "social" in weigh(BEST | {"social": bad}).missing


def test_each_question_says_why_and_where_the_method_says_so() -> None:
    for question in QUESTIONS:
        assert len(str(question.why)) > 60
        assert str(question.reason)
        assert question.source
    assert len(QUESTIONS) == len(BY_KEY) == len(BEST)


def test_two_records_show_what_changed_in_words() -> None:
    before = record(BEST | {"after": "none"}, {"after": "Niet besproken."}, {}) | {
        "choice": {"label": "onderdelen", "parts": ["De gesprekskaarten"], "because": "Nog geen uren."}
    }
    after = record(BEST, {"after": "Acht uur."}, {}) | {
        "choice": {"label": "wel", "because": "De uren zijn er."}
    }
    found = {change.about: (change.before, change.after) for change in changes(before, after)}
    assert found["De keuze"] == ("onderdelen", "wel")
    assert found["De onderdelen"] == ("De gesprekskaarten", "")
    assert found[str(BY_KEY["after"].label)] == ("Nee, er zijn geen extra uren", "Ja, toegezegd en betaald")
    assert ("Niet besproken.", "Acht uur.") in found.values()
    warning = "Waarschuwing: Na de werkzaamheden zijn er geen uren voor opbouwwerk"
    assert found[warning] == ("gezien, nog geen antwoord", "")
    assert str(BY_KEY["homes"].label) not in found
    assert changes(after, after) == []


def test_a_question_that_was_dropped_or_added_since_is_shown_too() -> None:
    before, after = record(BEST, {}, {}), record(BEST, {}, {})
    before["questions"][0]["key"] = "of_old"
    before["questions"][0]["label"] = "Een oude vraag?"
    found = {change.about: (change.before, change.after) for change in changes(before, after)}
    assert found["Een oude vraag?"][1] == ""
    assert found[str(BY_KEY["occasion"].label)][0] == ""
