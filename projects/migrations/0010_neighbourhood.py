import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("projects", "0009_timeline")]

    operations = [
        migrations.AddField(
            model_name="block",
            name="former_names",
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddField(
            model_name="block",
            name="homes",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="aantal woningen"),
        ),
        migrations.CreateModel(
            name="ContextTable",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        default="CBS, Kerncijfers wijken en buurten", max_length=120, verbose_name="bron"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="jaar")),
                ("file_name", models.CharField(max_length=200, verbose_name="bestand")),
                ("uploaded_on", models.DateField(auto_now_add=True, verbose_name="ingelezen op")),
                ("is_invented", models.BooleanField(default=False, editable=False)),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="context_tables",
                        to="projects.project",
                    ),
                ),
                (
                    "uploaded_by",
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
                "verbose_name": "tabel met buurtcijfers",
                "verbose_name_plural": "tabellen met buurtcijfers",
                "ordering": ["-year", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ContextUpload",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("file_name", models.CharField(max_length=200)),
                ("started_on", models.DateField(auto_now_add=True)),
                ("file", models.BinaryField(null=True)),
                ("rows", models.BinaryField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="context_uploads",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "ordering": ["-started_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="ContextFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=40)),
                ("column", models.CharField(max_length=120)),
                ("label", models.CharField(max_length=120)),
                ("unit", models.CharField(max_length=10)),
                (
                    "scope",
                    models.CharField(
                        choices=[
                            ("own", "onze buurt"),
                            ("municipality", "gemeente"),
                            ("country", "Nederland"),
                        ],
                        max_length=20,
                    ),
                ),
                ("region_code", models.CharField(max_length=12)),
                ("region_name", models.CharField(max_length=120)),
                ("value", models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True)),
                (
                    "table",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="projects.contexttable",
                    ),
                ),
            ],
            options={
                "verbose_name": "buurtcijfer",
                "verbose_name_plural": "buurtcijfers",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("table", "code", "region_code"), name="context_figure_once"
                    )
                ],
            },
        ),
    ]
