import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("projects", "0010_neighbourhood"),
    ]

    operations = [
        migrations.CreateModel(
            name="Practice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                (
                    "membership",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="practice",
                        to="projects.membership",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="projects.membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "oefening",
                "verbose_name_plural": "oefeningen",
            },
        ),
        migrations.CreateModel(
            name="TrainingSession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.CharField(max_length=120, verbose_name="titel")),
                ("on", models.DateField(blank=True, null=True, verbose_name="datum")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="van")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="tot")),
                ("place", models.CharField(blank=True, max_length=160, verbose_name="plaats")),
                (
                    "trainer",
                    models.CharField(blank=True, max_length=160, verbose_name="wie geeft de training?"),
                ),
                ("topics", models.JSONField(default=list)),
                (
                    "notes",
                    models.TextField(blank=True, max_length=3000, verbose_name="programma en materiaal"),
                ),
                ("links", models.TextField(blank=True, max_length=2000, verbose_name="links")),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "gepland"), ("held", "gehouden"), ("cancelled", "afgelast")],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("revision", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="training_sessions",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "verbose_name": "training",
                "verbose_name_plural": "trainingen",
                "ordering": [models.OrderBy(models.F("on"), nulls_last=True), "starts_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="LearntElsewhere",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("opening", "Het gesprek openen"),
                            ("cards", "Werken met de kaarten"),
                            ("writing", "Schrijven zonder namen"),
                            ("promise", "De belofte uitleggen"),
                            ("stigma", "Praten zonder stempel"),
                        ],
                        max_length=20,
                    ),
                ),
                ("where", models.CharField(max_length=160)),
                ("on", models.DateField()),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="learnt_elsewhere",
                        to="projects.membership",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="projects.membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "elders geleerd",
                "verbose_name_plural": "elders geleerd",
                "ordering": ["on", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("membership", "topic"), name="one_place_per_topic_learnt")
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "presence",
                    models.CharField(
                        choices=[
                            ("unknown", "nog niet ingevuld"),
                            ("present", "was er"),
                            ("absent", "was er niet"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("mailed_on", models.DateField(blank=True, editable=False, null=True)),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendances",
                        to="projects.membership",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendances",
                        to="projects.trainingsession",
                    ),
                ),
            ],
            options={
                "verbose_name": "aanwezigheid",
                "verbose_name_plural": "aanwezigheid",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "membership"), name="one_attendance_per_session"
                    )
                ],
            },
        ),
    ]
