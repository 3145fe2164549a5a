import django.core.validators
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
        migrations.CreateModel(
            name="ReferralRoute",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "concern",
                    models.CharField(
                        choices=[
                            ("safety-danger", "gevaar of geweld thuis"),
                            ("safety-child", "zorgen over een kind"),
                            ("care-mental", "psychisch"),
                            ("care-social", "sociaal"),
                            ("care-physical", "lichamelijk"),
                            ("care-money", "geldzorgen"),
                            ("care-health", "gezondheidsvraag"),
                            ("wellbeing-lonely", "eenzaamheid"),
                            ("wellbeing-join_in", "meer meedoen"),
                            ("wellbeing-move", "meer bewegen"),
                            ("wellbeing-other", "andere welzijnsvraag"),
                            ("home-packing", "hulp bij inpakken"),
                            ("home-valuables", "waardevolle spullen"),
                            ("home-limitation", "beperking"),
                            ("home-other", "iets anders in of om de woning"),
                            ("opportunity-talent", "talent of hobby"),
                            ("opportunity-help_others", "wil anderen helpen"),
                            ("opportunity-think_along", "wil meedenken"),
                        ],
                        max_length=30,
                        verbose_name="soort zorg",
                    ),
                ),
                ("steps", models.TextField(max_length=500, verbose_name="de route in woorden")),
                ("contact", models.CharField(max_length=100, verbose_name="functie of loket")),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=25,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+?[0-9][0-9 ()/-]{1,23}[0-9]$",
                                "Schrijf alleen cijfers, spaties en streepjes, zoals 0900-1234567.",
                            )
                        ],
                        verbose_name="telefoon",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=120, verbose_name="e-mail")),
                (
                    "workdays",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(60)],
                        verbose_name="toegezegde snelheid in werkdagen",
                    ),
                ),
                ("anonymous", models.TextField(max_length=200, verbose_name="overleggen zonder naam")),
                ("checked_on", models.DateField(verbose_name="nagekeken op")),
                (
                    "keeper",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="kept_routes",
                        to="projects.membership",
                        verbose_name="wie houdt de route bij",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referral_routes",
                        to="projects.organisation",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="referral_routes",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "verbose_name": "doorverwijsroute",
                "verbose_name_plural": "doorverwijsroutes",
                "ordering": ["project", "concern"],
                "constraints": [
                    models.UniqueConstraint(fields=("project", "concern"), name="one_route_per_concern")
                ],
            },
        ),
    ]
