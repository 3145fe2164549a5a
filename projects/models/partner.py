"""Which organisations take part in a project, and what was agreed with each (V2)."""

import calendar
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.membership import Membership
from projects.models.organisation import Organisation, OrganisationKind
from projects.models.project import Project

# The three that the approach cannot do without, in the order in which the drawing shows them.
TRIANGLE = (OrganisationKind.HOUSING, OrganisationKind.WELFARE, OrganisationKind.CONTRACTOR)
MONTHS_AHEAD = 2  # so long before an agreement ends it is time to talk about it


class PartnershipState(models.TextChoices):
    """How far it is with a partner."""

    ASKED = "asked", _("gevraagd")
    JOINED = "joined", _("doet mee")
    STOPPED = "stopped", _("gestopt")


class ContactGap(models.TextChoices):
    """Why a partner has nobody to call. The empty value: there is somebody."""

    MISSING = "missing", _("nog geen vaste contactpersoon")
    LEFT = "left", _("de contactpersoon doet niet meer mee")
    MOVED = "moved", _("de contactpersoon werkt er niet meer")


class Term(models.TextChoices):
    """Where an agreement stands in time. The empty value: it runs, or nobody wrote down until when."""

    ENDING = "ending", _("loopt af")
    ENDED = "ended", _("afgelopen")


class Partnership(models.Model):
    """An organisation in a project: what it brings and expects, what was agreed, and whom one calls.

    The contact person is a member of the project, or a name and function where there is none. The link to a
    member stays when that role ends, so that the page can say who left and what hung on it.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="partnerships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="partnerships")
    state = models.CharField(
        _("hoe staat het?"), max_length=10, choices=PartnershipState, default=PartnershipState.ASKED
    )
    stopped_from = models.CharField(max_length=10, choices=PartnershipState, blank=True, editable=False)
    stopped_on = models.DateField(null=True, blank=True, editable=False)
    brings = models.TextField(_("wat brengt de organisatie in?"), max_length=1000, blank=True)
    expects = models.TextField(_("wat verwacht de organisatie?"), max_length=1000, blank=True)
    agreed = models.TextField(_("wat is afgesproken?"), max_length=2000, blank=True)
    until = models.DateField(_("tot en met wanneer?"), null=True, blank=True)
    contact = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="contact_for"
    )
    contact_name = models.CharField(_("naam"), max_length=120, blank=True)
    contact_function = models.CharField(_("functie"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["organisation__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "organisation"], name="one_partnership_per_organisation"
            ),
            models.CheckConstraint(
                condition=models.Q(contact=None) | models.Q(contact_name=""), name="one_contact_person"
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    @property
    def stopped(self) -> bool:
        """Whether this partner takes part no longer."""
        return self.state == PartnershipState.STOPPED

    @property
    def contact_gap(self) -> str:
        """Why nobody can be called (ContactGap), or an empty string. Who was only asked needs nobody yet."""
        if self.contact is None:
            named = bool(self.contact_name) or self.state == PartnershipState.ASKED
            return "" if named else ContactGap.MISSING
        if not self.contact.active:
            return ContactGap.LEFT
        return "" if self.contact.organisation_id == self.organisation_id else ContactGap.MOVED

    @property
    def contact_person(self) -> str:
        """Name of the contact person, present or gone; empty when nobody was written down."""
        return self.contact.person.name if self.contact else self.contact_name

    @property
    def contact_role(self) -> str:
        """What the contact person does: the role in the project, or the function."""
        return str(self.contact.get_role_display()) if self.contact else self.contact_function

    def term_on(self, day: date) -> str:
        """Whether the agreement has ended on `day` or ends within MONTHS_AHEAD months (Term, or empty)."""
        if self.until is None or self.stopped:
            return ""
        if self.until < day:
            return Term.ENDED
        return Term.ENDING if self.until <= months_after(day, MONTHS_AHEAD) else ""


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last one of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))
