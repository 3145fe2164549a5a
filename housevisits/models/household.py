"""The address register and the visits: the household side. No name of a resident, ever."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from housevisits.querysets import HouseholdQuerySet, VisitQuerySet
from projects.models import Block, Membership, Project


class Household(models.Model):
    """A home as the corporatie knows it."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="households")
    block = models.ForeignKey(Block, models.PROTECT, related_name="households", verbose_name=_("blok"))
    street = models.CharField(_("straat"), max_length=120)
    number = models.PositiveIntegerField(_("huisnummer"))
    addition = models.CharField(_("toevoeging"), max_length=20, blank=True)
    postcode = models.CharField(_("postcode"), max_length=7, blank=True)
    city = models.CharField(_("plaats"), max_length=80, blank=True)
    dwelling_type = models.CharField(_("woningtype"), max_length=80, blank=True)
    year_built = models.PositiveSmallIntegerField(_("bouwjaar"), null=True, blank=True)

    objects = HouseholdQuerySet.as_manager()

    class Meta:
        verbose_name = _("adres")
        verbose_name_plural = _("adressen")
        ordering = ["street", "number", "addition"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "street", "number", "addition"], name="address_once_per_project"
            )
        ]

    def __str__(self) -> str:
        return f"{self.street} {self.number}{('-' + self.addition) if self.addition else ''}"

    @property
    def last_visit(self) -> "Visit | None":
        """The latest visit, from what was prefetched."""
        visits = list(self.visits.all())
        return visits[-1] if visits else None


class VisitOutcome(models.TextChoices):
    """How an attempt ended. Empty while it is planned."""

    CONVERSATION = "conversation", _("gesprek")
    NO_ANSWER = "no_answer", _("geen gehoor")
    DECLINED = "declined", _("wil geen gesprek")
    LATER = "later", _("later")


class Visit(models.Model):
    """An appointment at an address and how it ended. Says nothing about what was said there."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="visits", verbose_name=_("adres"))
    on = models.DateField(_("dag"), null=True)  # empty once the visits of the project are complete (P7)
    at = models.TimeField(_("tijd"), null=True, blank=True)
    visitor = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="visits", verbose_name=_("bezoeker")
    )
    outcome = models.CharField(_("uitkomst"), max_length=20, choices=VisitOutcome, blank=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("huisbezoek")
        verbose_name_plural = _("huisbezoeken")
        ordering = ["on", "at", "household"]

    def __str__(self) -> str:
        return f"{self.household} ({self.on:%d-%m-%Y})" if self.on else str(self.household)
