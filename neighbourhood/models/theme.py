"""Themes: what the team found together in the stories (B4 to B6)."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from housevisits.models import StoryBlock, Valence
from neighbourhood.querysets import ThemeQuerySet
from projects.models import Membership, Project


class Condition(models.TextChoices):
    """The four conditions of social quality (handreiking, 'Sociale kwaliteit van de buurt')."""

    SECURITY = "security", _("sociaaleconomische zekerheid")
    COHESION = "cohesion", _("sociale cohesie")
    INCLUSION = "inclusion", _("sociale inclusie")
    EMPOWERMENT = "empowerment", _("sociale empowerment")


class Frequency(models.TextChoices):
    """Unique stories count too, beside what is often heard."""

    OFTEN = "often", _("vaak gehoord")
    UNIQUE = "unique", _("uniek verhaal")


class Theme(models.Model):
    """A cluster of signals with evidence. `sentence` and `quote` are written for residents (B1).

    conditions: list of Condition values, first the main one. drawing: a name of the poster's catalogue.
    weight: rounded words about how many conversations carry it; quotable: whether there are ten or more, so
    that a quote may be shown (P15). Both are set by `services.weights.weigh_themes` and by nothing else.
    grounds_erased_on: since then the texts under the theme are gone (P7), and its weight stands still.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="themes")
    title = models.CharField(_("titel"), max_length=36)
    sentence = models.CharField(_("zin voor de praatplaat"), max_length=84)
    valence = models.CharField(_("kans of belemmering"), max_length=20, choices=Valence)
    conditions = models.JSONField(_("voorwaarden"), default=list)
    frequency = models.CharField(_("hoe vaak"), max_length=10, choices=Frequency, default=Frequency.OFTEN)
    experience = models.TextField(_("hoe ervaren bewoners dit"), max_length=2000, blank=True)
    who_says = models.CharField(_("wie zegt dit"), max_length=300, blank=True)
    quote = models.CharField(_("herschreven uitspraak"), max_length=56, blank=True)
    quote_approved_by = models.ForeignKey(
        Membership,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("goedgekeurd door"),
    )
    weight = models.CharField(max_length=60, blank=True, editable=False)
    quotable = models.BooleanField(default=False, editable=False)
    grounds_erased_on = models.DateField(null=True, blank=True, editable=False)
    drawing = models.CharField(_("tekening"), max_length=40, blank=True)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("thema")
        verbose_name_plural = _("thema's")
        ordering = ["valence", "title"]

    def __str__(self) -> str:
        return self.title


class ThemeEvidence(models.Model):
    """A text block that a theme rests on. Goes with the block when a resident withdraws (P15)."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="evidence")
    block = models.ForeignKey(StoryBlock, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["theme", "block"], name="block_once_per_theme")]


class ThemeVote(models.Model):
    """One vote of a team member for the top five of opportunities or of concerns (B6)."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="votes")
    member = models.ForeignKey(Membership, models.CASCADE, related_name="votes")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["theme", "member"], name="one_vote_per_theme")]
