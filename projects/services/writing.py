"""Changing a row and saying so in the audit trail, which belong together."""

from collections.abc import Iterable
from typing import Any

from msa.audit import record
from projects.models import Person


def named(row: Any, changed: Iterable[str] = ()) -> str:
    """What the trail calls `row`: its kind and key, and which fields `changed`. Never its words, which would
    stay there when the row itself is erased (P7)."""
    fields = ", ".join(changed)
    return f"{row._meta.model_name} {row.pk}" + (f" ({fields})" if fields else "")


def write(row: Any, *, by: Person, act: str, **fields: Any) -> None:
    """Store these `fields` (name: new value) of `row`, and `act` by `by` in the trail of its project.

    row: something that has a `project`. In the transaction of who calls.
    """
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=[*fields])
    record(person=by, act=act, subject=named(row), project=row.project)
