import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("projects", "0007_agreements")]

    operations = [
        migrations.CreateModel(
            name="ResidentGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "task",
                    models.TextField(blank=True, max_length=600, verbose_name="waarvoor is de groep er?"),
                ),
                (
                    "rhythm",
                    models.CharField(
                        blank=True, max_length=160, verbose_name="wanneer komt de groep bij elkaar?"
                    ),
                ),
                ("living", models.JSONField(blank=True, default=list)),
                (
                    "project",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="resident_group",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "verbose_name": "bewonersprojectgroep",
                "verbose_name_plural": "bewonersprojectgroepen",
            },
        ),
        migrations.CreateModel(
            name="InfluenceSubject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="onderwerp")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("decide", "meebeslissen"),
                            ("think", "meedenken"),
                            ("know", "meeweten"),
                            ("none", "geen invloed"),
                        ],
                        max_length=10,
                        verbose_name="hoeveel invloed?",
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=400, verbose_name="waarom?")),
                ("order", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subjects",
                        to="projects.residentgroup",
                    ),
                ),
            ],
            options={
                "verbose_name": "onderwerp",
                "verbose_name_plural": "onderwerpen",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ResidentMeeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="datum")),
                ("at", models.TimeField(blank=True, null=True, verbose_name="hoe laat")),
                ("place", models.CharField(max_length=160, verbose_name="waar")),
                ("asked", models.TextField(blank=True, max_length=500, verbose_name="wat vragen we vooraf?")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "gepland"),
                            ("held", "geweest"),
                            ("cancelled", "gaat niet door"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("report", models.TextField(blank=True, max_length=4000, verbose_name="verslag")),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meetings",
                        to="projects.residentgroup",
                    ),
                ),
            ],
            options={
                "verbose_name": "bijeenkomst",
                "verbose_name_plural": "bijeenkomsten",
                "ordering": ["-on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="AgendaPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="punt")),
                ("about", models.TextField(blank=True, max_length=500, verbose_name="toelichting")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("decide", "meebeslissen"),
                            ("think", "meedenken"),
                            ("know", "meeweten"),
                            ("none", "geen invloed"),
                        ],
                        max_length=10,
                        verbose_name="hoeveel invloed?",
                    ),
                ),
                (
                    "decision",
                    models.TextField(blank=True, max_length=800, verbose_name="wat is er besloten?"),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="points",
                        to="projects.influencesubject",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="points",
                        to="projects.residentmeeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "agendapunt",
                "verbose_name_plural": "agendapunten",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Advice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="waar gaat het over?")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="graag vóór")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "gevraagd"),
                            ("given", "gegeven"),
                            ("answered", "beantwoord"),
                            ("carried_out", "afgerond"),
                            ("withdrawn", "vraag ingetrokken"),
                        ],
                        editable=False,
                        max_length=12,
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full", "overgenomen"),
                            ("partly", "deels overgenomen"),
                            ("not", "niet overgenomen"),
                        ],
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="advices",
                        to="projects.influencesubject",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="advices",
                        to="projects.residentgroup",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="advices",
                        to="projects.residentmeeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "advies",
                "verbose_name_plural": "adviezen",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("perspective", models.CharField(max_length=80, verbose_name="wat brengt deze stoel mee?")),
                ("voices", models.JSONField(blank=True, default=list)),
                ("filled", models.BooleanField(default=False, verbose_name="bezet")),
                ("order", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("gone", models.BooleanField(default=False, editable=False)),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="seats",
                        to="projects.residentgroup",
                    ),
                ),
                (
                    "member",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="resident_seat",
                        to="projects.membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "stoel",
                "verbose_name_plural": "stoelen",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="AdviceStep",
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
                            ("asked", "vraag"),
                            ("given", "advies"),
                            ("answered", "antwoord"),
                            ("carried_out", "wat ervan is geworden"),
                            ("withdrawn", "vraag ingetrokken"),
                            ("remark", "dit klopt niet"),
                            ("reply", "reactie van het team"),
                        ],
                        max_length=12,
                    ),
                ),
                ("on", models.DateField()),
                ("text", models.TextField(blank=True, max_length=2000)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full", "overgenomen"),
                            ("partly", "deels overgenomen"),
                            ("not", "niet overgenomen"),
                        ],
                        max_length=10,
                    ),
                ),
                ("deed", models.TextField(blank=True, max_length=1000)),
                ("deed_on", models.DateField(blank=True, null=True)),
                ("noted", models.BooleanField(default=False)),
                (
                    "advice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="projects.advice",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="projects.seat",
                    ),
                ),
            ],
            options={
                "verbose_name": "stap van een advies",
                "verbose_name_plural": "stappen van een advies",
                "ordering": ["pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="influencesubject",
            constraint=models.UniqueConstraint(
                fields=("group", "name"), name="influence_subject_once_per_group"
            ),
        ),
        migrations.AddConstraint(
            model_name="influencesubject",
            constraint=models.CheckConstraint(
                condition=models.Q(("level", "none"), ("reason", ""), _negated=True),
                name="no_influence_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="advicestep",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer__in", ["partly", "not"]), ("text", ""), _negated=True),
                name="refused_advice_says_why",
            ),
        ),
    ]
