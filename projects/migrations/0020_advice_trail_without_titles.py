"""Empty what older versions wrote into the audit trail about advice and agendas: their titles (P27).

A title can be taken away when it is about somebody; a row of the audit trail cannot. That it happened, when and
by whom stays. What is written since then names a number only and is left alone.
"""

import re
from typing import Any

from django.db import migrations

NUMBERS_ONLY = re.compile(
    r"advice \d+(?:, step \d+ \([a-z_]+\)| \((?:title|subject|meeting|due_on)(?:, (?:title|subject|meeting|due_on))*\))?"
    r"|\d{4}-\d\d-\d\d: point \d+(?: removed)?"
)
OF_A_MEETING = re.compile(r"\d{4}-\d\d-\d\d(?=: )")


def empty_titles(apps: Any, schema_editor: Any) -> None:
    """Leave of such a row the day of its meeting, or nothing."""
    entries = apps.get_model("msa", "AuditEntry").objects
    for act in ("advice ", "agenda "):
        for entry in entries.filter(act__startswith=act).exclude(subject="").iterator():
            if not NUMBERS_ONLY.fullmatch(entry.subject):
                day = OF_A_MEETING.match(entry.subject) if act == "agenda " else None
                entries.filter(pk=entry.pk).update(subject=day.group() if day else "")


class Migration(migrations.Migration):
    dependencies = [
        ("msa", "0003_job_can_be_queued_again"),
        ("projects", "0019_decisions_say_when_corrected"),
    ]

    operations = [migrations.RunPython(empty_titles, migrations.RunPython.noop)]
