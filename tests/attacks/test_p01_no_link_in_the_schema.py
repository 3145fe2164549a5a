"""P1: the conversation register has no foreign key, author, IP, session, clock time or sequence."""

from collections.abc import Iterable
from typing import Any

import pytest
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from housevisits.models import Conversation, ReleaseBatch, SealedRegistration, StoryBlock

pytestmark = [pytest.mark.attack, pytest.mark.django_db]
REGISTER = (Conversation, StoryBlock, SealedRegistration, ReleaseBatch)
TABLES = {model._meta.db_table for model in REGISTER}
NAMES = {model._meta.model_name for model in REGISTER}
CLOCKS = (models.DateField, models.TimeField, models.DurationField)
SEQUENCES = (models.AutoField, models.BigAutoField, models.SmallAutoField)
TELLING = (
    "author",
    "user",
    "person",
    "visit",
    "household",
    "address",
    "session",
    "created",
    "_at",
    "_by",
    "order",
)


def offences(fields: Iterable[tuple[str, Any]]) -> set[str]:
    """What in these fields would tie a row to somebody or to a moment."""
    return {name for name, field in fields if _offends(name, field)}


def _offends(name: str, field: models.Field) -> bool:
    if isinstance(field, models.ForeignKey):
        return _target(field) not in NAMES
    if isinstance(field, (*CLOCKS, *SEQUENCES, models.GenericIPAddressField)):
        return True
    return any(part in name for part in TELLING) and name != "held_by"


def _target(field: models.ForeignKey) -> str:
    target = field.remote_field.model
    name = target if isinstance(target, str) else target._meta.label
    return str(name).rpartition(".")[2].lower()


def test_no_model_of_the_register_ties_a_row_to_anybody() -> None:
    for model in REGISTER:
        fields = [
            (field.name, field) for field in model._meta.get_fields() if isinstance(field, models.Field)
        ]
        assert offences(fields) == set(), model.__name__


def test_a_naive_register_would_be_caught() -> None:
    fields = [
        ("id", models.BigAutoField(primary_key=True)),
        ("author", models.ForeignKey("projects.Person", models.CASCADE)),
        ("created", models.DateTimeField(auto_now_add=True)),
        ("ip", models.GenericIPAddressField()),
        ("visit", models.UUIDField()),
        ("month", models.CharField(max_length=7)),
    ]
    assert offences(fields) == {"id", "author", "created", "ip", "visit"}


def test_no_migration_ever_gave_the_register_such_a_field() -> None:
    loader = MigrationLoader(connection)
    seen = 0
    for migration in _of_this_app(loader):
        state: ProjectState = loader.project_state(migration)
        for name in NAMES:
            if ("housevisits", name) in state.models:
                fields = state.models["housevisits", name].fields
                assert offences(fields.items()) == set(), (migration, name)
                seen += 1
    assert seen >= len(NAMES)


def _of_this_app(loader: MigrationLoader) -> list[tuple[str, str]]:
    return sorted(key for key in loader.disk_migrations if key[0] == "housevisits")


def test_the_tables_themselves_have_no_relation_sequence_or_clock() -> None:
    with connection.cursor() as cursor:
        for table in TABLES:
            targets = {
                target for _column, target in connection.introspection.get_relations(cursor, table).values()
            }
            assert targets <= TABLES, table
            assert not connection.introspection.get_sequences(cursor, table) or connection.vendor == "sqlite"
            for column in connection.introspection.get_table_description(cursor, table):
                kind = connection.introspection.get_field_type(column.type_code, column)
                assert not kind.startswith(("Date", "Time", "BigAuto", "Auto")), (table, column.name)


def test_nothing_of_the_household_side_points_at_the_register() -> None:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("housevisits_", "projects_", "msa_", "account_")) and table not in TABLES:
                relations = connection.introspection.get_relations(cursor, table)
                assert not {target for _column, target in relations.values()} & TABLES, table


def test_keys_are_random_ones() -> None:
    assert all(model._meta.pk.default().version == 4 for model in REGISTER)


def test_the_month_is_the_finest_period() -> None:
    assert Conversation._meta.get_field("month").max_length == len("2026-03")
