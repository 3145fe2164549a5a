import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("projects", "0011_training"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="last_project",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="projects.project",
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="removed_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="task",
            name="touched",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.CreateModel(
            name="EvaluationMoment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "after_phase",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Voorbereiding"),
                            (2, "Huisbezoeken"),
                            (3, "Beeld van de buurt"),
                            (4, "Sociaal verbinden"),
                            (5, "Evaluatie"),
                        ],
                        null=True,
                        verbose_name="na welke fase",
                    ),
                ),
                ("planned_on", models.DateField(verbose_name="dag")),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "gepland"), ("held", "gehouden"), ("dropped", "van de lijst")],
                        default="planned",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="gehouden op")),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="wat we veranderen")),
                (
                    "leads",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="evaluation_moments",
                        to="projects.membership",
                        verbose_name="wie leidt het",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evaluation_moments",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "verbose_name": "evaluatiemoment",
                "verbose_name_plural": "evaluatiemomenten",
                "ordering": ["planned_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PhaseChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "before",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Voorbereiding"),
                            (2, "Huisbezoeken"),
                            (3, "Beeld van de buurt"),
                            (4, "Sociaal verbinden"),
                            (5, "Evaluatie"),
                        ],
                        verbose_name="van fase",
                    ),
                ),
                (
                    "after",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Voorbereiding"),
                            (2, "Huisbezoeken"),
                            (3, "Beeld van de buurt"),
                            (4, "Sociaal verbinden"),
                            (5, "Evaluatie"),
                        ],
                        verbose_name="naar fase",
                    ),
                ),
                ("on", models.DateField(verbose_name="op")),
                ("reason", models.TextField(blank=True, max_length=600, verbose_name="reden")),
                ("passed_over", models.JSONField(default=list)),
                ("advice", models.JSONField(default=list)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="phase_changes",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "verbose_name": "faseovergang",
                "verbose_name_plural": "faseovergangen",
                "ordering": ["-on", "-pk"],
            },
        ),
    ]
