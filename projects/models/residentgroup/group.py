"""The group itself and its seats. A seat brings a perspective; it says nothing about who sits on it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.membership import Membership
from projects.models.project import Project


class ResidentGroup(models.Model):
    """Residents who advise in every phase; one group for each project.

    living: keys of the perspectives (`overviews.perspectives`) that the team knows to live here. They are
    about groups, never about somebody.
    """

    project = models.OneToOneField(Project, models.CASCADE, related_name="resident_group")
    task = models.TextField(_("waarvoor is de groep er?"), max_length=600, blank=True)
    rhythm = models.CharField(_("wanneer komt de groep bij elkaar?"), max_length=160, blank=True)
    living = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name = _("bewonersprojectgroep")
        verbose_name_plural = _("bewonersprojectgroepen")

    def __str__(self) -> str:
        return str(self.project)


class Seat(models.Model):
    """A place in the group, with the perspective that is heard from it.

    voices: keys of the perspectives it brings. member: the account, where there is one; only who manages
    people is told whose it is. gone: taken away, kept because earlier advice was given from it.
    """

    group = models.ForeignKey(ResidentGroup, models.CASCADE, related_name="seats")
    perspective = models.CharField(_("wat brengt deze stoel mee?"), max_length=80)
    voices = models.JSONField(default=list, blank=True)
    filled = models.BooleanField(_("bezet"), default=False)
    member = models.OneToOneField(
        Membership, models.SET_NULL, null=True, blank=True, related_name="resident_seat"
    )
    order = models.PositiveSmallIntegerField(default=0, editable=False)
    gone = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("stoel")
        verbose_name_plural = _("stoelen")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.perspective

    @property
    def left(self) -> bool:
        """Whether the account on this seat takes part no longer."""
        return self.member is not None and not self.member.active

    @property
    def taken(self) -> bool:
        """Whether somebody sits here now."""
        return self.filled and not self.left
