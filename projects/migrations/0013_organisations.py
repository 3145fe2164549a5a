"""Keepers of organisations, projects that are closed, and referral routes nobody looked at yet."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def keep_what_was_trusted(apps: Any, schema_editor: Any) -> None:
    """Who manages a project now was given that role before it opened anything elsewhere: trust it."""
    keepers = apps.get_model("projects", "OrganisationKeeper")
    held = apps.get_model("projects", "Membership").objects.filter(
        active=True, role__in=["administrator", "project_leader"], organisation__isnull=False
    )
    pairs = set(held.values_list("organisation", "person"))
    keepers.objects.bulk_create(
        keepers(organisation_id=organisation, person_id=person) for organisation, person in sorted(pairs)
    )


def check_drafts_away(apps: Any, schema_editor: Any) -> None:
    """Going back, a route that nobody looked at goes: it never stood."""
    apps.get_model("projects", "ReferralRoute").objects.filter(checked_on=None).delete()


class Migration(migrations.Migration):
    dependencies = [("projects", "0012_phase_board")]

    operations = [
        migrations.AddField(
            model_name="project",
            name="closed_on",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="afgesloten op"),
        ),
        migrations.AlterField(
            model_name="referralroute",
            name="checked_on",
            field=models.DateField(blank=True, null=True, verbose_name="nagekeken op"),
        ),
        migrations.RunPython(migrations.RunPython.noop, check_drafts_away),
        migrations.CreateModel(
            name="OrganisationKeeper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keepers",
                        to="projects.organisation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keeps",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "beheerder van een organisatie",
                "verbose_name_plural": "beheerders van organisaties",
                "ordering": ["organisation", "person"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "person"), name="one_keeper_per_organisation"
                    )
                ],
            },
        ),
        migrations.RunPython(keep_what_was_trusted, migrations.RunPython.noop),
    ]
