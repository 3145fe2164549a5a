"""One run of the approach in one neighbourhood, and the blocks it is divided in."""

import uuid
from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from projects.querysets import ProjectQuerySet


class Occasion(models.TextChoices):
    """What brings the team to every front door."""

    MAINTENANCE = "maintenance", _("groot onderhoud")
    SUSTAINABILITY = "sustainability", _("verduurzaming")
    RESTRUCTURING = "restructuring", _("herstructurering")
    SOCIAL = "social", _("alleen een sociale aanleiding")


class Phase(models.IntegerChoices):
    """The five phases of the method, in order."""

    PREPARATION = 1, _("Voorbereiding")
    HOUSE_VISITS = 2, _("Huisbezoeken")
    PICTURE = 3, _("Beeld van de buurt")
    CONNECTING = 4, _("Sociaal verbinden")
    EVALUATION = 5, _("Evaluatie")


class StreetKind(models.TextChoices):
    """Which street the praatplaat draws."""

    PORTICO = "portico", _("portiekflats")
    TERRACED = "terraced", _("rijtjeshuizen met voortuin")
    MAISONETTE = "maisonette", _("maisonnettes")


class Project(models.Model):
    """One run of the approach. `key` is what the conversation register knows it by, without a relation."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(_("adres in de app"), max_length=60, unique=True)
    name = models.CharField(_("naam"), max_length=120)
    neighbourhood = models.CharField(_("buurt"), max_length=120)
    place = models.CharField(_("plaats"), max_length=120)
    occasion = models.CharField(
        _("aanleiding"), max_length=20, choices=Occasion, default=Occasion.MAINTENANCE
    )
    phase = models.PositiveSmallIntegerField(_("fase"), choices=Phase, default=Phase.PREPARATION)
    street_kind = models.CharField(
        _("straatbeeld"), max_length=20, choices=StreetKind, default=StreetKind.TERRACED
    )
    contact = models.CharField(
        _("contact voor bewoners"),
        max_length=200,
        blank=True,
        help_text=_("Zo komt het op de praatplaat: wie, waar en wanneer. Bijvoorbeeld een inloopuur."),
    )
    institutions = models.TextField(
        _("namen van plekken in de buurt"),
        blank=True,
        help_text=_("Scholen, winkels, huisartsen: één per regel. Het meelezen wijst deze namen aan."),
    )
    starts_on = models.DateField(_("begin"), null=True, blank=True)
    ends_on = models.DateField(_("einde"), null=True, blank=True)
    closed_on = models.DateField(_("afgesloten op"), null=True, blank=True, editable=False)
    is_demo = models.BooleanField(default=False, editable=False)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projecten")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("projects:home", args=[self.slug])

    def finished_on(self, day: date) -> bool:
        """Whether it is over on `day`: closed by a person, or in the last phase and past its end."""
        if self.closed_on is not None:
            return True
        return self.phase == Phase.EVALUATION and self.ends_on is not None and self.ends_on < day


class Block(models.Model):
    """A part of the neighbourhood, so that the information stays manageable.

    homes: as the project leader counted them; what the address register counts goes before it. former_names:
    what this block was called before, and blocks that were merged into it, so that a list with the old names
    still finds it.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="blocks", verbose_name=_("project"))
    name = models.CharField(_("naam"), max_length=80)
    order = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    homes = models.PositiveIntegerField(_("aantal woningen"), null=True, blank=True)
    former_names = models.JSONField(default=list, blank=True, editable=False)

    class Meta:
        verbose_name = _("blok")
        verbose_name_plural = _("blokken")
        ordering = ["order", "name"]
        constraints = [
            models.UniqueConstraint(fields=["project", "name"], name="block_name_once_per_project")
        ]

    def __str__(self) -> str:
        return self.name
