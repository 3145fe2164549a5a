"""P13: an audit before publication, that fails closed, and an attacker who finds nothing after it."""

from dataclasses import replace

import numpy as np
import pytest

from neighbourhood.figures.audit import Material, audit
from neighbourhood.figures.making import make_figures
from neighbourhood.figures.publishing import publishable
from neighbourhood.figures.records import StoredSnapshot
from neighbourhood.figures.rounding import Rules
from neighbourhood.figures.serialising import figures_to_json
from tests.attacks.figure_attacker import certain_people, filtered_counts
from tests.neighbourhood.registers import backgrounds, plain_register, random_register, single_question

pytestmark = pytest.mark.attack
TREND = single_question("trend", ("better", "same", "worse", "unknown"))
UNSAFE = single_question("unsafe", ("no", "rarely", "sometimes", "often", "unknown"))
RARE = single_question("rare", ("yes", "no"))
ASKED = (TREND, UNSAFE, RARE)
NOTHING = [0, 0, 0]
EXACT = Rules(step=1, bands=False)


def _people(seed, number):
    """Invented people, one in thirty of whom gives a rare answer."""
    rare = np.where(np.random.default_rng(seed).random(number) < 1 / 30, "yes", "no")
    return random_register(seed, number).assign(rare=rare.astype(object))


def _unanimous():
    """A block of 33 where everybody feels unsafe often, beside one of 40 where opinions differ."""
    answers = ["often"] * 33 + ["no", "rarely", "sometimes", "often"] * 10
    blocks = ["noord"] * 33 + ["zuid"] * 40
    return plain_register(73, block=blocks, age="25to50", household="alone", unsafe=answers)


def _audited(register, rules, asked=(UNSAFE,), previous=()):
    result = make_figures(register, asked, backgrounds(), "2026-03-01", previous, rules)
    return result, audit(result, Material(register, asked, backgrounds(), previous, rules))


def _stored(result):
    return StoredSnapshot(result.figures, result.sets)


def test_a_unanimous_group_of_33_without_bands_is_refused_by_the_integer_programme():
    _result, outcome = _audited(_unanimous(), Rules(bands=False))
    assert not outcome.passed
    assert outcome.refused == ("unsafe",)
    assert "Herleidbaarheid: bij 'unsafe' is een antwoord te berekenen." in outcome.findings


def test_the_same_group_with_bands_is_published_as_nearly_everybody():
    publication = publishable(_unanimous(), (UNSAFE,), backgrounds(), "2026-03-01")
    assert publication.audit.passed
    assert publication.left_out == ()
    noord = publication.result.figures.question("unsafe").breakdowns[0].groups[0]
    assert [(cell.option, cell.text) for cell in noord.cells if cell.band == "most"] == [
        ("often", "(bijna) iedereen")
    ]


def test_without_bands_the_structure_is_refused_as_well():
    _result, outcome = _audited(_unanimous(), Rules(bands=False))
    assert any(finding.startswith("Afronding") for finding in outcome.findings)


def test_without_merging_the_structure_is_refused():
    register = plain_register(
        43,
        block=["noord"] * 40 + ["zuid"] * 3,
        age=None,
        household=None,
        unsafe=["no", "often", None] * 14 + ["no"],
    )
    _result, outcome = _audited(register, Rules(least=1))
    assert not outcome.passed
    assert any("minder dan tien" in finding for finding in outcome.findings)
    assert _audited(register, Rules())[1].passed


def test_without_rounding_the_structure_is_refused():
    _result, outcome = _audited(_people(5, 90), EXACT, ASKED)
    assert not outcome.passed
    assert any(finding.startswith("Afronding") for finding in outcome.findings)


def test_a_time_limit_that_is_too_short_is_not_a_pass():
    register = _unanimous()
    result = make_figures(register, (UNSAFE,), backgrounds(), "2026-03-01")
    outcome = audit(result, Material(register, (UNSAFE,), backgrounds()), seconds=0.0)
    assert not outcome.passed
    assert outcome.findings == ["Herleidbaarheid: de controle van 'unsafe' duurde te lang."]


def test_an_audit_that_breaks_down_is_not_a_pass():
    register = _unanimous()
    result = make_figures(register, (UNSAFE,), backgrounds(), "2026-03-01")
    outcome = audit(result, Material(register.drop(columns="unsafe"), (UNSAFE,), backgrounds()))
    assert not outcome.passed
    assert outcome.findings == ["De controle kon niet worden afgemaakt."]


def _tampered(result):
    """Figures that were changed after they were made, one at a time."""
    figures = result.figures
    question = figures.questions[0]
    whole, part = question.whole, question.breakdowns[0]
    cell = whole.cells[0]
    exact = replace(whole, cells=(replace(cell, count=cell.count + 1), *whole.cells[1:]))
    yield replace(question, whole=exact)
    yield replace(question, whole=replace(whole, n=whole.n + 1))
    yield replace(question, whole=replace(whole, cells=(replace(cell, share=0.123), *whole.cells[1:])))
    yield replace(question, breakdowns=(replace(part, groups=part.groups[:1]), *question.breakdowns[1:]))
    yield replace(question, breakdowns=(replace(part, groups=part.groups[::-1]), *question.breakdowns[1:]))
    yield replace(question, edition=0)


def test_figures_that_were_changed_afterwards_are_refused():
    register = _people(6, 90)
    result = make_figures(register, ASKED, backgrounds(), "2026-03-01")
    material = Material(register, ASKED, backgrounds())
    assert audit(result, material).passed
    for changed in _tampered(result):
        figures = replace(result.figures, questions=(changed, *result.figures.questions[1:]))
        assert not audit(replace(result, figures=figures), material).passed


def test_a_snapshot_too_close_to_an_earlier_one_is_refused():
    register = _people(6, 95)
    first = make_figures(register.iloc[:90], ASKED, backgrounds(), "2026-03-01")
    _result, outcome = _audited(register, Rules(least=1), ASKED, [_stored(first)])
    assert not outcome.passed
    assert any("verschillen minder dan tien" in finding for finding in outcome.findings)


def test_a_snapshot_that_takes_the_number_of_an_earlier_one_is_refused():
    register = _people(6, 120)
    first = make_figures(register.iloc[:90], ASKED, backgrounds(), "2026-03-01")
    forgetful = make_figures(register, ASKED, backgrounds(), "2026-03-02")
    assert not audit(forgetful, Material(register, ASKED, backgrounds(), [_stored(first)])).passed


def test_filters_with_a_minimum_of_five_give_many_answers_away():
    """The naive way, as a measure of what is at stake: exact counts for every combination of filters."""
    register = _people(1, 120)
    certain = set()
    for rows, counts in filtered_counts(register, "rare"):
        certain |= set(rows.index) if len(counts) == 1 else set()
    assert len(certain) > 60


def test_exact_counts_by_one_background_at_a_time_give_rare_answers_away():
    register = _people(1, 60)
    result = make_figures(register, ASKED, backgrounds(), "2026-03-01", rules=EXACT)
    certain, people = certain_people([figures_to_json(result.figures)], {1: register}, RARE, 1, bands=False)
    assert certain / people > 0.5


@pytest.mark.parametrize(("seed", "people"), [(seed, 40 + 10 * (seed % 9)) for seed in range(12)])
def test_an_attacker_who_knows_every_background_finds_no_certain_answer(seed, people):
    register = _people(seed, people)
    publication = publishable(register, ASKED, backgrounds(), "2026-03-01")
    assert publication.audit.passed
    figures = figures_to_json(publication.result.figures)
    assert [certain_people([figures], {1: register}, asked)[0] for asked in ASKED] == NOTHING


@pytest.mark.parametrize("seed", range(4))
def test_an_attacker_who_kept_three_snapshots_finds_no_certain_answer(seed):
    everybody = _people(seed, 90)
    stored, snapshots, registers = [], [], {}
    for edition, (start, end) in enumerate([(0, 45), (2, 62), (5, 90)], start=1):
        registers[edition] = everybody.iloc[start:end]
        publication = publishable(registers[edition], ASKED, backgrounds(), f"2026-0{edition}-01", stored)
        assert publication.audit.passed
        stored.append(_stored(publication.result))
        snapshots.append(figures_to_json(publication.result.figures))
    assert [certain_people(snapshots, registers, asked)[0] for asked in ASKED] == NOTHING


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("rules", [EXACT, Rules(bands=False), Rules(step=3), Rules(step=1)])
def test_the_audit_and_the_attacker_agree_on_what_is_certain(seed, rules):
    """Under weaker rules there is something to find: both find it, or neither does."""
    register = _people(seed, 40)
    result, outcome = _audited(register, rules, ASKED)
    figures = figures_to_json(result.figures)
    found = [certain_people([figures], {1: register}, asked, rules.step, rules.bands)[0] for asked in ASKED]
    assert [asked.key in outcome.refused for asked in ASKED] == [count > 0 for count in found]


def _newcomers_who_agree():
    """22 people with an answer, then eleven newcomers who all give it: rounding alone does not hide them."""
    old = ["often"] * 22 + ["no"] * 30
    register = plain_register(63, block=None, age=None, household=None, unsafe=old + ["often"] * 11)
    return register.iloc[:52], register


def test_unanimous_newcomers_are_seen_by_the_audit_because_it_remembers_earlier_snapshots():
    before, after = _newcomers_who_agree()
    first = publishable(before, (UNSAFE,), backgrounds(), "2026-03-01")
    assert first.audit.passed
    stored = [_stored(first.result)]
    _result, outcome = _audited(after, Rules(), previous=stored)
    assert outcome.refused == ("unsafe",)


def test_what_is_refused_stays_as_the_last_snapshot_showed_it():
    before, after = _newcomers_who_agree()
    first = publishable(before, (UNSAFE,), backgrounds(), "2026-03-01")
    second = publishable(after, (UNSAFE,), backgrounds(), "2026-04-01", [_stored(first.result)])
    assert second.audit.passed
    assert second.left_out == ("'unsafe' is niet vernieuwd of weggelaten.",)
    assert second.result.figures.question("unsafe") == first.result.figures.question("unsafe")
    assert (second.result.figures.edition, second.result.figures.n) == (2, 65)
    registers = {1: before, 2: after}
    snapshots = [figures_to_json(made.result.figures) for made in (first, second)]
    assert certain_people(snapshots, registers, UNSAFE)[0] == 0


def test_a_breakdown_that_gives_too_much_away_is_left_out_and_the_rest_is_shown():
    """With bands off only the breakdown by block tells on the unanimous block; part (b) then is content."""
    publication = publishable(_unanimous(), (UNSAFE,), backgrounds(), "2026-03-01", rules=Rules(bands=False))
    shown = publication.result.figures.question("unsafe")
    assert publication.audit.refused == ()
    assert shown.breakdowns[0].groups == ()
    assert publication.left_out == ("'unsafe' naar 'Deelbuurt' is niet vernieuwd of weggelaten.",)
    assert not publication.audit.passed, "part (a) still sees that the bands are off"


@pytest.mark.parametrize("seed", range(3))
def test_withdrawn_people_are_protected_as_well(seed):
    """Twelve leave: what was shown of them and what is shown after it are held together."""
    everybody = _people(seed, 80)
    stay = everybody.drop(np.random.default_rng(seed).permutation(everybody.index)[:12])
    first = publishable(everybody, ASKED, backgrounds(), "2026-03-01")
    second = publishable(stay, ASKED, backgrounds(), "2026-04-01", [_stored(first.result)])
    assert second.audit.passed
    snapshots = [figures_to_json(made.result.figures) for made in (first, second)]
    withdrawn_too = {1: everybody, 2: stay}
    assert [certain_people(snapshots, withdrawn_too, asked)[0] for asked in ASKED] == NOTHING
