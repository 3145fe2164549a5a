import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("projects", "0005_tasks")]

    operations = [
        migrations.CreateModel(
            name="Availability",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("half_days", models.JSONField(blank=True, default=list, verbose_name="wanneer kun je?")),
                (
                    "most_visits",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(40),
                        ],
                        verbose_name="hoeveel bezoeken hooguit per week?",
                    ),
                ),
                ("changed_on", models.DateField(auto_now=True)),
                (
                    "membership",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="availability",
                        to="projects.membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "beschikbaarheid",
                "verbose_name_plural": "beschikbaarheid",
            },
        ),
        migrations.CreateModel(
            name="Departure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="gestopt op")),
                ("runs", models.TextField(blank=True, max_length=2000, verbose_name="wat loopt er nu?")),
                (
                    "contacts",
                    models.TextField(blank=True, max_length=2000, verbose_name="wie bel je waarvoor?"),
                ),
                (
                    "promised",
                    models.TextField(blank=True, max_length=2000, verbose_name="wat is er toegezegd?"),
                ),
                ("written_on", models.DateField(auto_now=True)),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="departures",
                        to="projects.membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "overdracht",
                "verbose_name_plural": "overdrachten",
                "ordering": ["-left_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="HandedOver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=60)),
                ("label", models.CharField(max_length=160)),
                ("left_to_nobody", models.BooleanField(default=False)),
                (
                    "departure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="projects.departure",
                    ),
                ),
                (
                    "taker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="took_over",
                        to="projects.membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "overgedragen werk",
                "verbose_name_plural": "overgedragen werk",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="VisitDuty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=20)),
                ("title", models.CharField(blank=True, max_length=80, verbose_name="wat moet er gebeuren")),
                ("pair", models.CharField(blank=True, max_length=30, verbose_name="met z’n tweeën")),
                ("alone", models.CharField(blank=True, max_length=30, verbose_name="alleen")),
                ("note", models.CharField(blank=True, max_length=240, verbose_name="afspraak")),
                ("changed_on", models.DateField(auto_now=True)),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="visit_duties",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "verbose_name": "taak op een bezoek",
                "verbose_name_plural": "taken op een bezoek",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Absence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_day", models.DateField(verbose_name="van")),
                ("last_day", models.DateField(verbose_name="tot en met")),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="absences",
                        to="projects.membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "afwezigheid",
                "verbose_name_plural": "afwezigheid",
                "ordering": ["first_day", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))),
                        name="absence_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="departure",
            constraint=models.UniqueConstraint(
                condition=models.Q(("left_on", None)),
                fields=("membership",),
                name="one_handover_being_written",
            ),
        ),
        migrations.AddConstraint(
            model_name="handedover",
            constraint=models.UniqueConstraint(fields=("departure", "key"), name="work_handed_over_once"),
        ),
        migrations.AddConstraint(
            model_name="visitduty",
            constraint=models.UniqueConstraint(fields=("project", "key"), name="visit_duty_once_per_project"),
        ),
    ]
