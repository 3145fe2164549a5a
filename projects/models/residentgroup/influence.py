"""How much residents have to say about what, and openly where they have nothing to say."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.residentgroup.group import ResidentGroup


class Influence(models.TextChoices):
    """From most to none, the order in which residents read it."""

    DECIDE = "decide", _("meebeslissen")
    THINK = "think", _("meedenken")
    KNOW = "know", _("meeweten")
    NONE = "none", _("geen invloed")


class InfluenceSubject(models.Model):
    """One subject and what residents have to say about it.

    Where that is nothing, the reason has to be said.
    """

    group = models.ForeignKey(ResidentGroup, models.CASCADE, related_name="subjects")
    name = models.CharField(_("onderwerp"), max_length=80)
    level = models.CharField(_("hoeveel invloed?"), max_length=10, choices=Influence)
    reason = models.TextField(_("waarom?"), max_length=400, blank=True)
    order = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("onderwerp")
        verbose_name_plural = _("onderwerpen")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["group", "name"], name="influence_subject_once_per_group"),
            models.CheckConstraint(
                condition=~models.Q(level=Influence.NONE, reason=""), name="no_influence_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.name
