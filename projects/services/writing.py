"""Changing a row and saying so in the audit trail, which belong together."""

from typing import Any

from msa.audit import record
from projects.models import Person


def write(row: Any, *, by: Person, act: str, subject: str, **fields: Any) -> None:
    """Store these `fields` (name: new value) of `row`, and `act` by `by` in the trail of its project.

    row: something that has a `project`. subject: what the trail calls it. In the transaction of who calls.
    """
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=[*fields])
    record(person=by, act=act, subject=subject, project=row.project)
