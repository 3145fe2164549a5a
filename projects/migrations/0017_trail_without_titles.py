"""Take the titles of tasks and messages out of the audit trail: they outlived what was erased (P7)."""

from typing import Any

from django.db import migrations
from django.db.models import Q

ACTS = ("task ", "communication ")


def forget_titles(apps: Any, schema_editor: Any) -> None:
    """Who did what and when stays; of which task is not known any more."""
    held = Q()
    for act in ACTS:
        held |= Q(act__startswith=act)
    apps.get_model("msa", "AuditEntry").objects.filter(held).exclude(act="communication given").update(
        subject=""
    )


class Migration(migrations.Migration):
    dependencies = [
        ("msa", "0003_job_can_be_queued_again"),
        ("projects", "0016_why_look_back_again"),
    ]

    operations = [migrations.RunPython(forget_titles, migrations.RunPython.noop)]
