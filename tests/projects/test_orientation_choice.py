"""A choice that was made stays as it was, and what it needs before it may be made (V1)."""

import re
from dataclasses import replace
from typing import Any

import pytest
from django.urls import reverse

from msa.models import AuditEntry
from projects.models import Choice, Orientation, Role
from projects.orientation import record as recording
from projects.orientation import weighing as weighings
from projects.orientation.questions import QUESTIONS
from projects.services import Refused
from projects.services import orientation as services
from tests.cast import Cast
from tests.projects.orientations import BEST, YES, Browser, decided, filled

pytestmark = pytest.mark.django_db


def test_starting_twice_gives_the_same_version(cast: Cast) -> None:
    leader = cast.person(Role.PROJECT_LEADER)
    first = services.start(project=cast.project, by=leader)
    assert services.start(project=cast.project, by=leader).pk == first.pk
    assert first.answers == {"occasion": ["maintenance"]}
    assert AuditEntry.objects.filter(act="orientation started").count() == 1


def test_a_frozen_choice_does_not_change_when_the_questions_change(
    cast: Cast, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = decided(cast, replace(YES, choice=Choice.NO), after="none")
    page = reverse("projects:orientation_read", args=[cast.project.slug, made.version])
    reader = browser(cast.person(Role.HOUSING_OFFICER))
    before = reader.get(page).content.decode()
    other = tuple(replace(one, label="Heel iets anders?", options=()) for one in QUESTIONS[:2])
    monkeypatch.setattr(recording, "QUESTIONS", other)
    monkeypatch.setattr(weighings, "QUESTIONS", other)
    monkeypatch.setattr(weighings, "ALL_WARNINGS", ())
    cast.project.name = "Andere naam"
    made.refresh_from_db()
    assert services.document(made)["warnings"][0]["key"] == "no_hours_after"
    mask = re.compile(r'nonce="[^"]*"|value="[^"]*"|X-CSRFToken&?[^}]*')
    assert mask.sub("", reader.get(page).content.decode()) == mask.sub("", before)


def test_what_is_decided_can_neither_be_changed_nor_thrown_away(cast: Cast) -> None:
    leader = cast.person(Role.PROJECT_LEADER)
    made = decided(cast)
    with pytest.raises(Refused):
        services.keep(orientation=made, answers={"homes": 3})
    with pytest.raises(Refused):
        services.keep_decision(orientation=made, decision=replace(YES, because="Toch niet."))
    with pytest.raises(Refused):
        services.decide(orientation=made, by=leader, decision=YES)
    with pytest.raises(Refused):
        services.discard(orientation=made, by=leader)
    made.refresh_from_db()
    assert (made.answers["homes"], made.because) == (200, YES.because)
    assert AuditEntry.objects.filter(act="orientation decided", subject="version 1 (yes)").count() == 1


def test_doing_it_again_begins_with_the_answers_of_then_and_keeps_the_old(cast: Cast) -> None:
    first = decided(cast)
    again = services.start(project=cast.project, by=cast.person(Role.ADMINISTRATOR))
    assert (again.version, again.answers, again.choice) == (2, BEST, "")
    services.keep(orientation=again, answers={"homes": 20})
    first.refresh_from_db()
    assert first.answers["homes"] == 200


def test_a_decision_needs_all_answers(cast: Cast) -> None:
    leader = cast.person(Role.PROJECT_LEADER)
    half = services.start(project=cast.project, by=leader)
    with pytest.raises(Refused, match="alle vragen"):
        services.decide(orientation=half, by=leader, decision=YES)


def test_yes_needs_a_word_on_every_warning_and_the_other_choices_do_not(cast: Cast) -> None:
    leader = cast.person(Role.PROJECT_LEADER)
    made = filled(cast, after="none")
    with pytest.raises(Refused, match="waarschuwing"):
        services.decide(orientation=made, by=leader, decision=YES)
    services.keep(orientation=made, responses={"no_hours_after": "De gemeente besluit in mei."})
    decided = services.decide(orientation=made, by=leader, decision=YES)
    assert decided.frozen["warnings"][0]["response"] == "De gemeente besluit in mei."
    assert decided.frozen["advice"]["key"] == "parts", "the team may decide otherwise"


def test_parts_need_at_least_one_part_and_only_they_have_parts(cast: Cast) -> None:
    leader = cast.person(Role.PROJECT_LEADER)
    made = filled(cast)
    with pytest.raises(Refused, match="onderdelen"):
        services.decide(orientation=made, by=leader, decision=replace(YES, choice=Choice.PARTS))
    decided = services.decide(orientation=made, by=leader, decision=replace(YES, parts=("cards",)))
    assert decided.parts == []


@pytest.mark.parametrize("field", ["choice", "because", "decided_by", "decided_on"])
def test_a_decision_without_reason_day_or_people_is_refused(cast: Cast, field: str) -> None:
    empty: Any = None if field == "decided_on" else ""
    with pytest.raises(Refused):
        decided(cast, replace(YES, **{field: empty}))
    assert not Orientation.objects.filter(decided=True).exists()
