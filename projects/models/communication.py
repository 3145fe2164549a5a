"""The communication calendar: who tells what to whom, when, and by which way (V4)."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.membership import Membership
from projects.models.project import Project
from projects.querysets import CommunicationQuerySet

SOON = timedelta(days=7)


class CommunicationMoment(models.Model):
    """Target group × channel × message × date × who. It is done when `done_on` is filled in.

    The one who does it is a member of the project, or a function where there is none.
    origin: the key of the proposal it came from (projects/agreements/proposals.py); empty when written here.
    removed_at: when it was taken away; it can be put back for a while.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="communication")
    on = models.DateField(_("wanneer"))
    audience = models.CharField(_("voor wie"), max_length=120)
    channel = models.CharField(_("hoe"), max_length=80)
    message = models.CharField(_("boodschap"), max_length=300)
    member = models.ForeignKey(
        Membership,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="communication",
        verbose_name=_("wie doet het"),
    )
    function = models.CharField(_("functie"), max_length=120, blank=True)
    done_on = models.DateField(_("gedaan op"), null=True, editable=False)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    origin = models.CharField(max_length=40, blank=True, editable=False)
    removed_at = models.DateTimeField(null=True, editable=False)

    objects = CommunicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("moment in de communicatiekalender")
        verbose_name_plural = _("momenten in de communicatiekalender")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(member=None) | models.Q(function=""), name="member_or_function"
            ),
        ]

    def __str__(self) -> str:
        return self.message

    @property
    def who(self) -> str:
        """Who does it, by name; empty when nobody was chosen."""
        return self.member.person.name if self.member else self.function

    @property
    def who_function(self) -> str:
        """Who does it, without a name: the role, or the function that was written down."""
        return str(self.member.get_role_display()) if self.member else self.function

    @property
    def done(self) -> bool:
        """Whether it was done."""
        return self.done_on is not None

    @property
    def left_behind(self) -> bool:
        """Whether it still waits for somebody who takes part no longer."""
        return not self.done and self.member is not None and not self.member.active

    def is_late(self, today: date) -> bool:
        """Whether it should have been done before `today`."""
        return not self.done and self.on < today

    def is_due(self, today: date) -> bool:
        """Whether it is late, or comes within a week."""
        return not self.done and self.on <= today + SOON
