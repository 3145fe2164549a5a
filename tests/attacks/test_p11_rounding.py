"""P11: rounded to five with end bands; shares and means come from what is rounded."""

import json
import re

import pytest

from neighbourhood.figures.making import make_figures
from neighbourhood.figures.serialising import figures_from_json, figures_to_json
from neighbourhood.figures.types import ClosedQuestion, Option
from tests.neighbourhood.registers import (
    backgrounds,
    plain_register,
    questions,
    random_register,
    single_question,
)

pytestmark = pytest.mark.attack
SCORES = ClosedQuestion(
    "q", "Cijfer", "scale", tuple(Option(str(at), str(at), float(at)) for at in range(1, 11))
)
YES_NO = single_question("q", ("yes", "no"))


def _register(*answers):
    """People who gave these answers, (answer, how many), all in one block."""
    values = [answer for answer, people in answers for _ in range(people)]
    return plain_register(len(values), block="noord", age="25to50", household="alone", q=values)


def _json(register, asked=YES_NO):
    return json.dumps(figures_to_json(make_figures(register, [asked], backgrounds(), "2026-03-01").figures))


def _exact(register):
    return register["q"].value_counts().to_json()


@pytest.mark.parametrize("n", [10, 12, 33, 40, 58])
def test_none_one_and_two_are_the_same_to_a_reader(n):
    registers = [_register(("yes", few), ("no", n - few)) for few in (0, 1, 2)]
    assert len({_exact(register) for register in registers}) == 3, "exact counts do tell them apart"
    assert len({_json(register) for register in registers}) == 1
    assert _cells(_json(registers[2]))[0] == ("yes", 0, "few", "geen of enkele", 0.0)


@pytest.mark.parametrize("n", [10, 12, 33, 40, 58])
def test_all_but_two_all_but_one_and_all_are_the_same_to_a_reader(n):
    registers = [_register(("yes", n - few), ("no", few)) for few in (0, 1, 2)]
    assert len({_exact(register) for register in registers}) == 3, "exact counts do tell them apart"
    assert len({_json(register) for register in registers}) == 1


def test_a_rare_answer_is_the_same_to_a_reader_whatever_the_others_say():
    registers = [_register(("yes", few), ("no", 32 - few), (None, 8)) for few in (0, 1, 2)]
    assert len({_exact(register) for register in registers}) == 3, "exact counts do tell them apart"
    assert len({_json(register) for register in registers}) == 1


def test_counts_that_round_alike_give_identical_figures():
    registers = [_register(("yes", 23 + more), ("no", 37 - more)) for more in range(5)]
    assert len({_exact(register) for register in registers}) == 5, "exact counts do tell them apart"
    assert len({_json(register) for register in registers}) == 1


def test_the_raw_mean_is_nowhere_in_what_is_published():
    register = _register(("3", 7), ("6", 22), ("8", 13), (None, 2))
    raw = register["q"].dropna().astype(float).mean()
    text = _json(register, SCORES)
    numbers = re.findall(r"\d+\.\d+", text)
    assert f"{raw:.3f}" == "6.119"
    assert "6.4" in numbers
    assert not any(number.startswith("6.1") for number in numbers)


@pytest.mark.parametrize("seed", range(6))
def test_every_share_and_mean_can_be_worked_out_from_the_published_counts(seed):
    result = make_figures(random_register(seed, 150), questions(), backgrounds(), "2026-03-01")
    for question in figures_to_json(result.figures)["questions"]:
        scores = {option["key"]: option["score"] for option in question["options"]}
        for group in _groups(question):
            counts = {cell["option"]: cell["count"] for cell in group["cells"]}
            total = group["n"] if question["kind"] == "cards" else sum(counts.values())
            assert group["n"] % 5 == 0
            for cell in group["cells"]:
                assert cell["count"] % 5 == 0
                assert cell["share"] == round(min(1.0, cell["count"] / total), 4)
            scored = {key: count for key, count in counts.items() if scores.get(key) is not None}
            enough = sum(scored.values()) >= 10
            mean = sum(scores[key] * count for key, count in scored.items()) / (sum(scored.values()) or 1)
            assert group["mean"] == (round(mean, 1) if enough else None)


def test_counts_say_that_they_are_rounded():
    text = _json(_register(("yes", 21), ("no", 14)))
    assert "afgerond 20" in text
    assert "afgerond 15" in text


def test_nothing_that_points_at_a_conversation_is_in_the_figures():
    register = random_register(4, 60)
    text = json.dumps(
        figures_to_json(make_figures(register, questions(), backgrounds(), "2026-03-01").figures)
    )
    assert not any(key in text for key in register.index)


def test_what_is_stored_reads_back_the_same():
    figures = make_figures(random_register(4, 60), questions(), backgrounds(), "2026-03-01").figures
    data = figures_to_json(figures)
    assert json.loads(json.dumps(data)) == data
    assert figures_from_json(json.loads(json.dumps(data))) == figures
    with pytest.raises(ValueError, match="version"):
        figures_from_json({**data, "version": 0})


def _cells(text):
    whole = json.loads(text)["questions"][0]["whole"]
    return [
        tuple(cell[name] for name in ("option", "count", "band", "text", "share")) for cell in whole["cells"]
    ]


def _groups(question):
    yield question["whole"]
    for part in question["breakdowns"]:
        yield from part["groups"]
