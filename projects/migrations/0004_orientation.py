import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("projects", "0003_partners"),
    ]

    operations = [
        migrations.CreateModel(
            name="Orientation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("answers", models.JSONField(default=dict)),
                ("reasons", models.JSONField(default=dict)),
                ("responses", models.JSONField(default=dict)),
                (
                    "choice",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "wel"), ("parts", "onderdelen"), ("no", "niet")],
                        max_length=10,
                    ),
                ),
                ("parts", models.JSONField(default=list)),
                ("because", models.TextField(blank=True)),
                ("decided_by", models.CharField(blank=True, max_length=200)),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("decided", models.BooleanField(default=False)),
                ("frozen", models.JSONField(default=dict)),
                ("saved_at", models.DateTimeField(auto_now=True)),
                ("recorded_at", models.DateTimeField(blank=True, null=True)),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="orientations",
                        to="projects.project",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "afweging of de aanpak past",
                "verbose_name_plural": "afwegingen of de aanpak past",
                "ordering": ["project", "-version"],
                "constraints": [
                    models.UniqueConstraint(fields=("project", "version"), name="orientation_version_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("decided", False)),
                        fields=("project",),
                        name="orientation_one_in_progress",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided", False),
                            models.Q(
                                ("decided_on__isnull", False),
                                models.Q(("choice", ""), _negated=True),
                                models.Q(("because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="orientation_decided_is_complete",
                    ),
                ],
            },
        ),
    ]
