import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("projects", "0008_resident_group")]

    operations = [
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nonce", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_on", models.DateField(auto_now_add=True)),
                (
                    "membership",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="calendar_feed",
                        to="projects.membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "agenda-adres",
                "verbose_name_plural": "agenda-adressen",
            },
        ),
        migrations.CreateModel(
            name="TimelineShift",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("before", models.JSONField(default=list)),
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
                        related_name="timeline_shifts",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "verbose_name": "verschuiving",
                "verbose_name_plural": "verschuivingen",
            },
        ),
        migrations.CreateModel(
            name="TimelineItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "lane",
                    models.CharField(
                        choices=[("works", "werk aan de woningen"), ("social", "met bewoners en team")],
                        editable=False,
                        max_length=10,
                        verbose_name="kant",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("preparation", "voorbereiding en werkplek"),
                            ("survey", "technische opname"),
                            ("demolition", "asbest en zwaar sloopwerk"),
                            ("kitchen", "keuken, badkamer en toilet"),
                            ("facade", "gevel, dak en kozijnen"),
                            ("installations", "leidingen en installaties"),
                            ("outside", "straat, tuin en achterpad"),
                            ("delivery", "oplevering"),
                            ("aftercare", "nazorg"),
                            ("other_works", "ander werk"),
                            ("training", "training van het team"),
                            ("announcement", "aankondiging aan bewoners"),
                            ("visits", "ronde huisbezoeken"),
                            ("exchange", "uitwisseling in het team"),
                            ("work_sessions", "werksessies over het beeld"),
                            ("poster", "praatplaat en verslag"),
                            ("feedback", "terugkoppeling aan bewoners"),
                            ("dialogue", "gesprek over het beeld"),
                            ("plan", "actieplan"),
                            ("presence", "aanwezig in de buurt"),
                            ("activity", "activiteit"),
                            ("evaluation", "evaluatiemoment"),
                            ("other_social", "andere stap"),
                        ],
                        max_length=20,
                        verbose_name="wat is het?",
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="titel")),
                ("starts_on", models.DateField(verbose_name="eerste dag")),
                ("ends_on", models.DateField(verbose_name="laatste dag")),
                (
                    "heaviness",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("light", "licht: weinig last"),
                            ("heavy", "zwaar: herrie, stof, dagen zonder keuken of douche"),
                            ("away", "tijdelijk uit huis"),
                        ],
                        max_length=10,
                        verbose_name="hoe zwaar?",
                    ),
                ),
                ("note", models.TextField(blank=True, max_length=600, verbose_name="toelichting")),
                ("roles", models.JSONField(blank=True, default=list, verbose_name="voor wie?")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("origin", models.CharField(blank=True, editable=False, max_length=60)),
                ("removed", models.BooleanField(default=False, editable=False)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "block",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="timeline_items",
                        to="projects.block",
                        verbose_name="waar?",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="timeline_items",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "verbose_name": "onderdeel van het tijdspad",
                "verbose_name_plural": "onderdelen van het tijdspad",
                "ordering": ["starts_on", "ends_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="timeline_item_ends_after_start",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("origin", ""), _negated=True),
                        fields=("project", "origin"),
                        name="timeline_item_one_origin",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TimelineWaiver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("collision", models.CharField(max_length=120)),
                ("days", models.CharField(max_length=40)),
                ("reason", models.CharField(max_length=300, verbose_name="waarom blijft het zo?")),
                ("on", models.DateField(auto_now_add=True)),
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
                        related_name="timeline_waivers",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "verbose_name": "waarschuwing die zo blijft",
                "verbose_name_plural": "waarschuwingen die zo blijven",
                "constraints": [
                    models.UniqueConstraint(fields=("project", "collision"), name="one_waiver_each")
                ],
            },
        ),
    ]
