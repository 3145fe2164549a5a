"""What comes along with a set-up: canaries in every text of a whole project, then everything is taken over.

Every model of the apps is looked at by introspection, so that one that is added later is filled as well.
"""

from datetime import date
from typing import Any

import pytest
from django.db import models

from housevisits.services.questionsets import ensure_default
from msa import registry
from projects.agreements.starting import gaps_in, starting_text
from projects.models import AgreementKind, Membership, Organisation, Partnership, Person, Project, Role
from projects.services.takeover import take_over
from tests.attacks.canaries import (
    CANARY,
    SHARED,
    canaries_in,
    fill,
    own_models,
    path_to_project,
    rows_of,
    text_fields,
)
from tests.cast import Cast, make_cast

pytestmark = [pytest.mark.django_db, pytest.mark.attack]

# The texts of a set-up. Whoever adds one says that no resident and no colleague is meant to be in it.
MAY_COME = {
    "housevisits.AnswerOption": {"key", "label"},
    "housevisits.ConversationCard": {"key", "label", "help_text", "icon"},
    "housevisits.Question": {"key", "section", "label", "short_label", "help_text", "source"},
    "projects.InfluenceSubject": {"name", "reason"},
    "projects.Seat": {"perspective", "voices"},
    "projects.TrainingSession": {"title", "topics"},
    "msa.AuditEntry": {"subject"},  # the titles of trainings that came along
    "projects.TimelineItem": {"title", "roles"},
    "projects.VisitDuty": {"key", "title", "pair", "alone", "note"},
    # Functions and desks, as everybody in the field knows them; the new project looks them over before use.
    "projects.ReferralRoute": {"steps", "contact", "phone", "email", "anonymous", "officer", "officer_phone"},
}
# Rows that may be new: never a home, visit, action, conversation, member, file or figure.
MAY_BE_MADE = {
    *MAY_COME,
    "housevisits.QuestionSet",
    "projects.Agreement",
    "projects.AgreementVersion",  # begun anew from the template
    "projects.Partnership",
    "projects.ResidentGroup",
}
NEVER = {
    *("housevisits.Household", "housevisits.Visit", "housevisits.DirectAction", "housevisits.Draft"),
    *("housevisits.Conversation", "housevisits.StoryBlock", "housevisits.SealedRegistration"),
    *("neighbourhood.Snapshot", "neighbourhood.Document", "neighbourhood.Theme", "neighbourhood.Picture"),
    *("projects.Membership", "projects.Block", "projects.Orientation"),
}
Rows = dict[type[models.Model], dict[Any, models.Model]]


@pytest.fixture
def source(db: None) -> Cast:
    """A project with a canary in every text of every table."""
    cast = make_cast()
    ensure_default(cast.project)
    leader = cast.members[Role.PROJECT_LEADER]
    assert leader.organisation is not None
    fill(cast.project, leader.person, leader.organisation)
    # A contact person excludes a written name, so the filler makes only one of the two.
    other = Organisation.objects.create(name="Welzijn Het Perron")
    Partnership.objects.create(project=cast.project, organisation=other, contact=leader)
    return cast


@pytest.fixture
def target(source: Cast) -> Project:
    # With a first day on both sides, so that a time line can be moved along.
    source.project.starts_on = date(2024, 1, 1)
    source.project.save(update_fields=["starts_on"])
    made = Project.objects.create(
        slug="kanaalzicht", name="Kanaalzicht", neighbourhood="K", place="N", starts_on=date(2027, 1, 1)
    )
    held = source.members[Role.PROJECT_LEADER]
    Membership.objects.create(
        person=held.person, project=made, role=Role.PROJECT_LEADER, organisation=held.organisation
    )
    return made


def everything() -> Rows:
    return {model: {row.pk: row for row in models.QuerySet(model)} for model in own_models()}


def taken_over(source: Cast, target: Project) -> tuple[Rows, Rows]:
    """All rows that are new after taking over every part, and all there were before."""
    before = everything()
    by = Person.objects.get(pk=source.person(Role.PROJECT_LEADER).pk)
    project = Project.objects.get(pk=source.project.pk)
    parts = [item.name for item in registry.setup]
    assert take_over(source=project, target=target, by=by, parts=parts)
    after = everything()
    new = {
        model: {pk: row for pk, row in rows.items() if pk not in before[model]}
        for model, rows in after.items()
    }
    return new, before


def test_the_canaries_are_there_beforehand(source: Cast) -> None:
    for model in own_models():
        if model not in SHARED and path_to_project(model):
            rows = list(rows_of(model, source.project))
            sung = {name for row in rows for name in canaries_in(row)}
            assert rows, model
            assert {field.name for field in text_fields(model)} <= sung, model._meta.label
    assert {model._meta.label for model in own_models() if path_to_project(model)} >= NEVER


def test_only_texts_of_a_set_up_come_along(source: Cast, target: Project) -> None:
    new, _before = taken_over(source, target)
    came: dict[str, set[str]] = {}
    for model, rows in new.items():
        for row in rows.values():
            came.setdefault(model._meta.label, set()).update(canaries_in(row))
    assert came.keys() <= MAY_BE_MADE
    assert not came.keys() & NEVER
    for label, names in came.items():
        assert names <= MAY_COME.get(label, set()), label
    assert len([label for label, names in came.items() if names]) > 5, "something came along at all"


def test_no_word_of_any_version_comes_along_and_what_is_begun_is_what_begin_would_make(
    source: Cast, target: Project
) -> None:
    agreement = source.project.agreements.first()
    assert agreement is not None
    said = {
        state: f"De functionaris heet Wil {state} en de DPIA was op 3 maart 2024."
        for state in ("replaced", "in_force", "sent", "concept")
    }
    agreement.versions.all().delete()
    for number, (state, text) in enumerate(said.items(), start=1):
        agreement.versions.create(number=number, state=state, text=text, made_on=date(2024, 3, 1))
    new, _before = taken_over(source, target)
    begun = list(target.agreements.all())
    assert [one.kind for one in begun] == [agreement.kind]
    version = begun[0].versions.get()
    target.refresh_from_db()
    assert version.text == starting_text(target, AgreementKind(agreement.kind))
    assert version.is_concept and CANARY not in version.text
    assert gaps_in(version.text), "what the new project does not know yet is counted"
    written = [str(value) for rows in new.values() for row in rows.values() for value in vars(row).values()]
    for words in ("De functionaris heet", "3 maart 2024", *said.values()):
        assert not any(words in value for value in written)


def test_no_new_row_points_at_a_row_of_the_source(source: Cast, target: Project) -> None:
    new, _before = taken_over(source, target)
    for model, rows in new.items():
        ways = [field for field in model._meta.concrete_fields if field.is_relation]
        for row in rows.values():
            assert not path_to_project(model) or rows_of(model, target).filter(pk=row.pk).exists()
            for field in ways:
                other, pk = field.related_model, getattr(row, field.attname)
                if pk is None or other in (Person, Organisation):
                    continue
                mine = {target.pk} if other is Project else {one.pk for one in rows_of(other, target)}
                assert pk in mine, f"{model._meta.label}.{field.name}"


def test_the_source_stays_as_it_was_and_the_target_says_nothing_of_it(source: Cast, target: Project) -> None:
    new, before = taken_over(source, target)
    for model, rows in everything().items():
        for pk, row in rows.items():
            old = before[model].get(pk)
            if old is not None and row != target:
                names = [field.attname for field in model._meta.concrete_fields]
                assert [getattr(row, name) for name in names] == [getattr(old, name) for name in names]
    assert list(canaries_in(Project.objects.get(pk=target.pk))) == []
    assert set(new[Membership]) == set()
