import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("projects", "0006_team")]

    operations = [
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("privacy", "privacyplan"),
                            ("communication", "communicatieplan"),
                            ("vision", "visie"),
                            ("roles", "rolverdeling"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreements",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "verbose_name": "samenwerkingsafspraak",
                "verbose_name_plural": "samenwerkingsafspraken",
                "ordering": ["project", "pk"],
            },
        ),
        migrations.CreateModel(
            name="AgreementVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="versie")),
                ("text", models.TextField(max_length=30000, verbose_name="tekst")),
                ("summary", models.CharField(blank=True, max_length=300, verbose_name="wat is er anders?")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("sent", "verstuurd"),
                            ("in_force", "geldt"),
                            ("replaced", "vervangen"),
                        ],
                        default="concept",
                        max_length=10,
                    ),
                ),
                ("calendar", models.JSONField(default=list, editable=False)),
                ("because", models.CharField(blank=True, max_length=500, verbose_name="reden")),
                ("made_on", models.DateField(editable=False)),
                ("saved_at", models.DateTimeField(auto_now=True)),
                ("sent_on", models.DateField(editable=False, null=True)),
                ("in_force_on", models.DateField(editable=False, null=True)),
                ("replaced_on", models.DateField(editable=False, null=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="projects.agreement",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "versie van een samenwerkingsafspraak",
                "verbose_name_plural": "versies van samenwerkingsafspraken",
                "ordering": ["agreement", "-number"],
            },
        ),
        migrations.CreateModel(
            name="AgreementAnswer",
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
                        choices=[
                            ("waiting", "nog geen antwoord"),
                            ("agreed", "akkoord"),
                            ("remark", "opmerking"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="antwoord",
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=1000, verbose_name="opmerking")),
                ("said_by", models.CharField(blank=True, max_length=120, verbose_name="wie zei het?")),
                ("how", models.CharField(blank=True, max_length=120, verbose_name="hoe?")),
                ("on", models.DateField(null=True, verbose_name="op welke dag?")),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreement_answers",
                        to="projects.partnership",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="projects.agreementversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "antwoord van een partner",
                "verbose_name_plural": "antwoorden van partners",
                "ordering": ["partnership__organisation__name"],
            },
        ),
        migrations.CreateModel(
            name="CommunicationMoment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="wanneer")),
                ("audience", models.CharField(max_length=120, verbose_name="voor wie")),
                ("channel", models.CharField(max_length=80, verbose_name="hoe")),
                ("message", models.CharField(max_length=300, verbose_name="boodschap")),
                ("function", models.CharField(blank=True, max_length=120, verbose_name="functie")),
                ("done_on", models.DateField(editable=False, null=True, verbose_name="gedaan op")),
                ("origin", models.CharField(blank=True, editable=False, max_length=40)),
                ("removed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "done_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="communication",
                        to="projects.membership",
                        verbose_name="wie doet het",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="communication",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "verbose_name": "moment in de communicatiekalender",
                "verbose_name_plural": "momenten in de communicatiekalender",
                "ordering": ["on", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(fields=("project", "kind"), name="one_agreement_of_a_kind"),
        ),
        migrations.AddConstraint(
            model_name="agreementversion",
            constraint=models.UniqueConstraint(fields=("agreement", "number"), name="agreement_version_once"),
        ),
        migrations.AddConstraint(
            model_name="agreementversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "replaced"), _negated=True),
                fields=("agreement", "state"),
                name="one_version_in_each_open_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreementanswer",
            constraint=models.UniqueConstraint(
                fields=("version", "partnership"), name="one_answer_per_partner"
            ),
        ),
        migrations.AddConstraint(
            model_name="communicationmoment",
            constraint=models.CheckConstraint(
                condition=models.Q(("member", None), ("function", ""), _connector="OR"),
                name="member_or_function",
            ),
        ),
    ]
