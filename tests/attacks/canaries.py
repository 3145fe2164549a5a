"""Fills every table that belongs to a project with canaries, by looking at the models themselves.

A model that is added later is filled as well, so that nobody has to remember to do so.
"""

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from django.apps import apps
from django.db import DatabaseError, models, transaction
from django.db.models.fields import NOT_PROVIDED

from projects.models import Organisation, Person, Project

Field = Any  # of the database; Django's own class takes no type parameters at run time
CANARY = "qzx"  # in no Dutch word and short enough for a field of three letters
ROOMS = ("msa", "projects", "housevisits", "neighbourhood", "actions", "evaluation")
SHARED: tuple[type[models.Model], ...] = (Project, Person, Organisation)
MOST_STEPS = 4  # from a row to its project
TEXTS = (models.CharField, models.TextField, models.JSONField, models.BinaryField, models.FileField)
PLAIN: tuple[tuple[Any, Any], ...] = (
    (models.BooleanField, False),
    (models.DateTimeField, datetime(2026, 5, 1, 12, tzinfo=UTC)),
    (models.DateField, date(2026, 5, 1)),
    (models.TimeField, time(12)),
    (models.DurationField, None),
    (models.FloatField, 1.0),
    (models.DecimalField, 1),
    (models.IntegerField, 1),
)


def own_models() -> list[type[models.Model]]:
    """Every table of the apps of the house."""
    return [model for model in apps.get_models() if model._meta.app_label in ROOMS]


def text_fields(model: type[models.Model]) -> list[Field]:
    """The fields in which something may be written; not those with fixed choices."""
    found = [field for field in model._meta.concrete_fields if isinstance(field, TEXTS)]
    return [field for field in found if not field.choices and not field.primary_key]


def path_to_project(model: type[models.Model], steps: int = MOST_STEPS) -> str:
    """How a row leads to its project ('household__project' or 'project_key'); empty when it does not."""
    names = {field.name for field in model._meta.concrete_fields}
    if "project_key" in names:
        return "project_key"
    ways = [field for field in model._meta.concrete_fields if field.is_relation]
    if any(field.related_model is Project for field in ways):
        return next(field.name for field in ways if field.related_model is Project)
    for field in ways if steps else []:
        if field.related_model not in (*SHARED, model):
            inner = path_to_project(field.related_model, steps - 1)  # type: ignore[arg-type]
            if inner:
                return f"{field.name}__{inner}"
    return ""


def rows_of(model: type[models.Model], project: Project) -> models.QuerySet[Any]:
    """The rows of `model` that belong to `project`, whatever its manager hides or refuses."""
    path = path_to_project(model)
    value = project.key if path.endswith("project_key") else project.pk
    return models.QuerySet(model).filter(**{path: value})


class Filler:
    """Makes one row of every model for `project`, each with what it hangs on."""

    def __init__(self, project: Project, person: Person, organisation: Organisation) -> None:
        self.known: dict[type[models.Model], Any] = {
            Project: project,
            Person: person,
            Organisation: organisation,
        }
        self.project = project

    def row(self, model: type[models.Model]) -> Any:
        """A row of the project: one that is there, or a new one."""
        if model not in self.known:
            there = rows_of(model, self.project).first() if path_to_project(model) else None
            self.known[model] = there or self._new(model)
        return self.known[model]

    def _new(self, model: type[models.Model]) -> Any:
        """Filled as far as the constraints of the table allow."""
        for full in (True, False):
            fields = [
                field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)
            ]
            made = model(**{field.name: self._value(field, full=full) for field in fields})
            try:
                with transaction.atomic():
                    return models.QuerySet(model).bulk_create([made])[0]
            except DatabaseError:
                continue
        raise AssertionError(f"teach {__name__} how to make a row of {model._meta.label}")

    def _value(self, field: Field, *, full: bool) -> Any:
        if field.is_relation:
            return self._related(field, full=full)
        if isinstance(field, models.UUIDField):
            return self.project.key if field.name == "project_key" else uuid.uuid4()
        if field.choices:
            return next(value for value, _label in field.flatchoices if value != "")
        if isinstance(field, TEXTS):
            return canary_for(field)
        if field.null and not full:
            return None
        if field.default is not NOT_PROVIDED:
            return field.get_default()
        return next(value for kind, value in PLAIN if isinstance(field, kind))

    def _related(self, field: Field, *, full: bool) -> Any:
        optional = field.null and not (full and field.related_model in self.known)
        if optional or field.related_model is field.model:
            return None
        return self.row(field.related_model)  # type: ignore[arg-type]


def canary_for(field: Field) -> Any:
    """What to write into a field of text: canary and name of the field in one word, as long as it may be."""
    words = f"{CANARY}{field.model._meta.label}.{field.name}"
    if isinstance(field, models.JSONField):
        empty = field.get_default()
        return [words] if isinstance(empty, list) else {CANARY: words}
    if isinstance(field, models.BinaryField):
        return words.encode()[: field.max_length]
    if isinstance(field, models.EmailField):
        return f"{CANARY}@voorbeeld.example"
    return words[: field.max_length]


def fill(project: Project, person: Person, organisation: Organisation) -> None:
    """A row in every table that leads to `project`, and a canary in every text of all its rows."""
    filler = Filler(project, person, organisation)
    for model in own_models():
        if model not in SHARED and path_to_project(model):
            filler.row(model)
            for field in text_fields(model):
                if not field.unique:  # the filler wrote a canary into those of its own row
                    _write(rows_of(model, project), field)
    for field in text_fields(Project):
        if not field.unique:
            _write(models.QuerySet(Project).filter(pk=project.pk), field)


def _write(rows: models.QuerySet[Any], field: Field) -> None:
    """One by one where a row may not say the same as another; what stays unwritten was made by the cast."""
    for place, pk in enumerate(rows.values_list("pk", flat=True)):
        value = canary_for(field)
        if isinstance(value, str) and not isinstance(field, models.EmailField):
            value = f"{CANARY}{place}{value.removeprefix(CANARY)}"[: field.max_length]
        try:
            with transaction.atomic():
                models.QuerySet(rows.model).filter(pk=pk).update(**{field.name: value})
        except DatabaseError:
            continue


def canaries_in(row: models.Model) -> Iterator[str]:
    """The names of the fields of `row` in which a canary is."""
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        said = bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)
        if CANARY in said:
            yield field.name
