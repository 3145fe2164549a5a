import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("projects", "0002_referral_routes"),
    ]

    operations = [
        migrations.AlterField(
            model_name="organisation",
            name="kind",
            field=models.CharField(
                choices=[
                    ("housing", "woningcorporatie"),
                    ("welfare", "welzijnsorganisatie"),
                    ("contractor", "aannemer"),
                    ("municipality", "gemeente"),
                    ("neighbourhood_team", "wijkteam"),
                    ("police", "politie"),
                    ("care", "zorg"),
                    ("forms_help", "formulierenbrigade"),
                    ("tenants", "huurdersorganisatie"),
                    ("key_figures", "sleutelfiguren"),
                    ("other", "anders"),
                ],
                default="other",
                max_length=30,
                verbose_name="soort",
            ),
        ),
        migrations.CreateModel(
            name="Partnership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("asked", "gevraagd"), ("joined", "doet mee"), ("stopped", "gestopt")],
                        default="asked",
                        max_length=10,
                        verbose_name="hoe staat het?",
                    ),
                ),
                (
                    "stopped_from",
                    models.CharField(
                        blank=True,
                        choices=[("asked", "gevraagd"), ("joined", "doet mee"), ("stopped", "gestopt")],
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("stopped_on", models.DateField(blank=True, editable=False, null=True)),
                (
                    "brings",
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="wat brengt de organisatie in?"
                    ),
                ),
                (
                    "expects",
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="wat verwacht de organisatie?"
                    ),
                ),
                ("agreed", models.TextField(blank=True, max_length=2000, verbose_name="wat is afgesproken?")),
                ("until", models.DateField(blank=True, null=True, verbose_name="tot en met wanneer?")),
                ("contact_name", models.CharField(blank=True, max_length=120, verbose_name="naam")),
                ("contact_function", models.CharField(blank=True, max_length=120, verbose_name="functie")),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="contact_for",
                        to="projects.membership",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partnerships",
                        to="projects.organisation",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partnerships",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "verbose_name": "partner",
                "verbose_name_plural": "partners",
                "ordering": ["organisation__name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "organisation"), name="one_partnership_per_organisation"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("contact", None), ("contact_name", ""), _connector="OR"),
                        name="one_contact_person",
                    ),
                ],
            },
        ),
    ]
