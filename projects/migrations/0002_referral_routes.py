import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("projects", "0001_initial"),
    ]

    operations = [
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
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="referral_routes",
                        to="projects.project",
                    ),
                ),
                (
                    "concern",
                    models.CharField(
                        choices=[
                            ("safety-danger", "gevaar of geweld thuis"),
                            ("safety-child", "zorgen over een kind"),
                            ("care-mental", "psychische klachten"),
                            ("care-social", "sociale problemen"),
                            ("care-physical", "lichamelijke klachten"),
                            ("care-money", "geldzorgen"),
                            ("care-health", "vraag over gezondheid"),
                            ("wellbeing-lonely", "eenzaamheid"),
                            ("wellbeing-join_in", "meer meedoen"),
                            ("wellbeing-move", "meer bewegen"),
                            ("wellbeing-other", "andere welzijnsvraag"),
                            ("home-packing", "hulp bij inpakken"),
                            ("home-valuables", "waardevolle spullen"),
                            ("home-limitation", "beperking van een bewoner"),
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
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referral_routes",
                        to="projects.organisation",
                        verbose_name="organisatie",
                    ),
                ),
                ("contact", models.CharField(max_length=60, verbose_name="functie of loket")),
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
                ("email", models.EmailField(blank=True, max_length=80, verbose_name="e-mail")),
                (
                    "workdays",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(60)],
                        verbose_name="toegezegde snelheid in werkdagen",
                    ),
                ),
                ("anonymous", models.TextField(max_length=200, verbose_name="overleggen zonder naam")),
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
                ("checked_on", models.DateField(verbose_name="nagekeken op")),
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
