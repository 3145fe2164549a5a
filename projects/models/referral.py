"""Where a concern can go, agreed before the first visit (V5)."""

from datetime import date, timedelta

from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from projects.models.membership import Membership
from projects.models.organisation import Organisation
from projects.models.project import Project
from projects.querysets import ReferralRouteQuerySet

LONGEST_PROMISE = 60  # working days; longer than this is no promise
# Half a year: telephone numbers, waiting lists and the people behind a desk change.
CHECK_AFTER = timedelta(days=182)
PHONE = RegexValidator(
    r"^\+?[0-9][0-9 ()/-]{1,23}[0-9]$", _("Schrijf alleen cijfers, spaties en streepjes, zoals 0900-1234567.")
)


class ConcernGroup(models.TextChoices):
    """What concerns are grouped by. All but the first are the kinds of direct actions (H6)."""

    SAFETY = "safety", _("gevaar en kinderen")
    CARE = "care", _("zorgsignalen")
    WELLBEING = "wellbeing", _("welzijnsvragen")
    HOME = "home", _("woning en werkzaamheden")
    OPPORTUNITY = "opportunity", _("kansen")


class Concern(models.TextChoices):
    """What a visitor may come across: 'group-topic'. What a direct action can be about, and the meldcode."""

    SAFETY_DANGER = "safety-danger", _("gevaar of geweld thuis")
    SAFETY_CHILD = "safety-child", _("zorgen over een kind")
    CARE_MENTAL = "care-mental", _("psychische klachten")
    CARE_SOCIAL = "care-social", _("sociale problemen")
    CARE_PHYSICAL = "care-physical", _("lichamelijke klachten")
    CARE_MONEY = "care-money", _("geldzorgen")
    CARE_HEALTH = "care-health", _("vraag over gezondheid")
    WELLBEING_LONELY = "wellbeing-lonely", _("eenzaamheid")
    WELLBEING_JOIN_IN = "wellbeing-join_in", _("meer meedoen")
    WELLBEING_MOVE = "wellbeing-move", _("meer bewegen")
    WELLBEING_OTHER = "wellbeing-other", _("andere welzijnsvraag")
    HOME_PACKING = "home-packing", _("hulp bij inpakken")
    HOME_VALUABLES = "home-valuables", _("waardevolle spullen")
    HOME_LIMITATION = "home-limitation", _("beperking van een bewoner")
    HOME_OTHER = "home-other", _("iets anders in of om de woning")
    OPPORTUNITY_TALENT = "opportunity-talent", _("talent of hobby")
    OPPORTUNITY_HELP_OTHERS = "opportunity-help_others", _("wil anderen helpen")
    OPPORTUNITY_THINK_ALONG = "opportunity-think_along", _("wil meedenken")

    @property
    def group(self) -> ConcernGroup:
        """The group it belongs to."""
        return ConcernGroup(self.value.partition("-")[0])

    @property
    def follows_meldcode(self) -> bool:
        """Whether it is about danger: then the officer of the organisation is called first."""
        return self.group == ConcernGroup.SAFETY

    @property
    def required(self) -> bool:
        """Whether nobody rings a bell before its route stands. An opportunity can wait, 'other' is open."""
        return self.group != ConcernGroup.OPPORTUNITY and not self.value.endswith("-other")


class ReferralRoute(models.Model):
    """Where one kind of concern goes: to whom, how, how fast, and how to ask without a name.

    The contact is a function of an organisation ('aanmeldteam'), never somebody's private number.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="referral_routes")
    concern = models.CharField(_("soort zorg"), max_length=30, choices=Concern)
    steps = models.TextField(_("de route in woorden"), max_length=500)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="referral_routes", verbose_name=_("organisatie")
    )
    contact = models.CharField(_("functie of loket"), max_length=60)
    phone = models.CharField(_("telefoon"), max_length=25, blank=True, validators=[PHONE])
    email = models.EmailField(_("e-mail"), max_length=80, blank=True)
    workdays = models.PositiveSmallIntegerField(
        _("toegezegde snelheid in werkdagen"), validators=[MaxValueValidator(LONGEST_PROMISE)]
    )
    anonymous = models.TextField(_("overleggen zonder naam"), max_length=200)
    keeper = models.ForeignKey(
        Membership,
        models.SET_NULL,
        null=True,
        related_name="kept_routes",
        verbose_name=_("wie houdt de route bij"),
    )
    # Of the meldcode only: whom a visitor calls first, by function. All three, or none of them yet.
    officer = models.CharField(_("aandachtsfunctionaris"), max_length=60, blank=True)
    officer_organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="officer_routes",
        verbose_name=_("organisatie van de aandachtsfunctionaris"),
    )
    officer_phone = models.CharField(
        _("telefoon van de aandachtsfunctionaris"), max_length=25, blank=True, validators=[PHONE]
    )
    # Empty: taken over from another project, and nobody here looked at it yet. Then it does not stand.
    checked_on = models.DateField(_("nagekeken op"), null=True, blank=True)

    objects = ReferralRouteQuerySet.as_manager()

    class Meta:
        verbose_name = _("doorverwijsroute")
        verbose_name_plural = _("doorverwijsroutes")
        ordering = ["project", "concern"]
        constraints = [models.UniqueConstraint(fields=["project", "concern"], name="one_route_per_concern")]

    def __str__(self) -> str:
        return str(self.get_concern_display())

    @property
    def promise(self) -> str:
        """The promise in as few words as a table has room for."""
        if self.workdays == 0:
            return _now("dezelfde dag")
        text = ngettext("%(days)d werkdag", "%(days)d werkdagen", self.workdays)
        return text % {"days": self.workdays}

    @property
    def speed(self) -> str:
        """The promise in words."""
        return self.promise if self.workdays == 0 else _now("binnen %(promise)s") % {"promise": self.promise}

    @property
    def kept(self) -> bool:
        """Whether somebody who still takes part keeps it up to date."""
        return self.keeper is not None and self.keeper.active

    @property
    def lacks_officer(self) -> bool:
        """Whether it is a route of the meldcode that does not say yet whom a visitor calls."""
        return Concern(self.concern).follows_meldcode and not self.officer

    @property
    def stands(self) -> bool:
        """Whether somebody of this project looked at it, so that people may be sent there."""
        return self.checked_on is not None

    def is_stale(self, today: date) -> bool:
        """Whether nobody looked at it for half a year. What does not stand yet is a draft."""
        return self.checked_on is not None and self.checked_on < today - CHECK_AFTER
