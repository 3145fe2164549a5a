"""What collides on a time line, rule by rule: the plan that is fine, and the one day that is not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from projects.models import Block, TimelineItem
from projects.models.timeline import Heaviness, Kind
from projects.timeline.collisions import RULES, collisions
from projects.timeline.kinds import FACTS
from projects.timeline.plan import Plan
from projects.timeline.templates import TEMPLATES, laid_out
from projects.timeline.weeks import christmas, summer

NOORD, ZUID = Block(pk=1, name="Noord"), Block(pk=2, name="Zuid")
DAY = date(2029, 9, 3)


def _item(kind: str, starts: str, ends: str, block: Block | None = NOORD, **fields: Any) -> TimelineItem:
    facts = FACTS[kind]
    values = {"heaviness": facts.heaviness, "title": str(Kind(kind).label)} | fields
    return TimelineItem(
        kind=kind,
        lane=facts.lane,
        block=block,
        starts_on=date.fromisoformat(starts),
        ends_on=date.fromisoformat(ends),
        **values,
    )


def _good() -> dict[str, TimelineItem]:
    """A plan in which nothing collides."""
    return {
        "training": _item(Kind.TRAINING, "2029-09-10", "2029-09-21", None),
        "letter": _item(Kind.ANNOUNCEMENT, "2029-09-24", "2029-09-28"),
        "survey": _item(Kind.SURVEY, "2029-10-08", "2029-11-02"),
        "visits": _item(Kind.VISITS, "2029-10-08", "2029-11-02"),
        "feedback": _item(Kind.FEEDBACK, "2029-11-19", "2029-11-23"),
        "kitchen": _item(Kind.KITCHEN, "2030-01-14", "2030-03-15"),
        "other": _item(Kind.KITCHEN, "2030-04-01", "2030-05-31", ZUID),
        "feast": _item(Kind.ACTIVITY, "2030-06-15", "2030-06-15", None),
    }


def _plan(items: dict[str, TimelineItem], **changes: Any) -> Plan:
    ordered = sorted(items.values(), key=lambda item: (item.starts_on, item.ends_on))
    for number, item in enumerate(ordered, start=1):
        item.pk = number
    return replace(
        Plan(tuple(ordered), (NOORD, ZUID), DAY, True, {0: "hele buurt", 1: "Noord", 2: "Zuid"}), **changes
    )


def _broken(items: dict[str, TimelineItem], **changes: Any) -> list[str]:
    return [one.rule.key for one in collisions(_plan(items, **changes))]


def test_a_plan_in_the_order_of_the_handreiking_collides_nowhere() -> None:
    assert _broken(_good()) == []


# By rule: what stands differently, as item and new values ("starts", "ends" or a field).
DIFFERENT: list[tuple[str, str, dict[str, Any]]] = [
    ("visits-in-heavy-works", "kitchen", {"starts_on": date(2029, 11, 2)}),
    ("visits-after-works-began", "kitchen", {"starts_on": date(2029, 9, 24), "ends_on": date(2029, 10, 5)}),
    (
        "meeting-in-heavy-works",
        "feast",
        {"starts_on": date(2030, 2, 2), "ends_on": date(2030, 2, 2), "block": NOORD},
    ),
    ("survey-without-visits", "survey", {"starts_on": date(2029, 12, 3), "ends_on": date(2029, 12, 14)}),
    ("visits-without-survey", "survey", {"starts_on": date(2029, 12, 3), "ends_on": date(2029, 12, 14)}),
    ("feedback-late", "feedback", {"starts_on": date(2030, 1, 7), "ends_on": date(2030, 1, 11)}),
    ("in-holidays", "feast", {"starts_on": date(2029, 12, 24), "ends_on": date(2029, 12, 24)}),
    ("in-holidays", "feast", {"starts_on": date(2030, 8, 1), "ends_on": date(2030, 8, 1)}),
    ("visits-before-training", "training", {"ends_on": date(2029, 10, 8)}),
    ("visits-without-letter", "letter", {"ends_on": date(2029, 10, 8)}),
    ("nothing-between", "feedback", {"starts_on": date(2030, 1, 14), "ends_on": date(2030, 1, 14)}),
]


@pytest.mark.parametrize(("key", "name", "values"), DIFFERENT)
def test_each_rule_finds_the_day_that_is_wrong(key: str, name: str, values: dict[str, Any]) -> None:
    items = _good()
    for field, value in values.items():
        setattr(items[name], field, value)
    assert key in _broken(items)


def test_a_meeting_for_all_beside_one_heavy_block_is_fine_and_beside_two_is_not() -> None:
    items = _good() | {"feast": _item(Kind.ACTIVITY, "2030-03-01", "2030-03-01", None)}
    assert _broken(items) == []
    items["other"].starts_on = date(2030, 2, 25)
    found = collisions(_plan(items))
    assert [one.rule.key for one in found] == ["meeting-beside-heavy-blocks"]
    assert "Noord en Zuid" in found[0].sentence


def test_visits_wait_for_the_referral_routes() -> None:
    assert _broken(_good(), routes_stand=False) == ["visits-before-routes"]


def test_nobody_is_out_of_home_at_christmas_without_a_warning() -> None:
    items = _good()
    items["kitchen"].heaviness = Heaviness.AWAY
    assert _broken(items) == []
    items["kitchen"].starts_on = date(2029, 12, 17)
    assert "away-at-christmas" in _broken(items)


def test_visits_of_another_block_do_not_collide_with_works_here() -> None:
    items = _good()
    items["other"].starts_on, items["other"].ends_on = date(2029, 10, 8), date(2029, 11, 2)
    assert "visits-in-heavy-works" not in _broken(items)


def test_what_is_over_is_no_warning_any_more_but_missing_feedback_is() -> None:
    items = _good()
    items["kitchen"].starts_on = date(2029, 11, 2)
    del items["feedback"]
    late = _broken(items, day=date(2029, 12, 1))
    assert "visits-in-heavy-works" not in late
    assert "feedback-late" in late


def test_every_rule_has_its_own_key_and_says_what_to_do() -> None:
    assert len({rule.key for rule in RULES}) == len(RULES)
    assert all(str(rule.short) and str(rule.sentence).endswith(".") and str(rule.advice) for rule in RULES)


def test_every_rule_can_be_broken() -> None:
    elsewhere = {"meeting-beside-heavy-blocks", "visits-before-routes", "away-at-christmas"}
    assert {key for key, _name, _values in DIFFERENT} | elsewhere == {rule.key for rule in RULES}


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda one: one.key)
@pytest.mark.parametrize("month", range(1, 13))
def test_the_examples_collide_with_nothing_but_holidays(template: Any, month: int) -> None:
    items = {}
    for number, draft in enumerate(laid_out(template, date(2029, month, 10), (NOORD, ZUID, Block(pk=3)))):
        item = TimelineItem(kind=draft.step.kind, lane=FACTS[draft.step.kind].lane, block=draft.block)
        item.title, item.heaviness = str(draft.step.title), draft.heaviness
        item.starts_on, item.ends_on = draft.starts_on, draft.ends_on
        items[str(number)] = item
    assert set(_broken(items)) <= {"in-holidays", "away-at-christmas"}


@pytest.mark.parametrize("year", range(2024, 2036))
def test_holiday_weeks_are_whole_weeks_round_the_days_they_are_about(year: int) -> None:
    for span in (christmas(year), summer(year)):
        assert (span.starts_on.weekday(), span.ends_on.weekday()) == (0, 6)
    assert christmas(year).meets(date(year, 12, 25), date(year, 12, 25))
    assert christmas(year).ends_on >= date(year, 12, 31)


def test_the_days_of_a_collision_change_when_an_item_moves() -> None:
    items = _good()
    items["kitchen"].starts_on = date(2029, 11, 2)
    found = collisions(_plan(items))[0]
    key, days = found.key, found.days
    items["kitchen"].ends_on = date(2030, 3, 22)
    found = collisions(_plan(items))[0]
    assert found.key == key
    assert found.days != days
