"""Physical works beside social steps on one time line (V8)."""

import uuid
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.models.membership import Membership
from projects.models.person import Person
from projects.models.project import Block, Project

FIRST_YEAR, LAST_YEAR = 2000, 2100
LONGEST_DAYS = 3 * 366  # three years; a longer item is a typing error


class Lane(models.TextChoices):
    """The two sides that are planned beside each other."""

    WORKS = "works", _("werk aan de woningen")
    SOCIAL = "social", _("met bewoners en team")


class Heaviness(models.TextChoices):
    """What works mean for who lives there."""

    LIGHT = "light", _("licht: weinig last")
    HEAVY = "heavy", _("zwaar: herrie, stof, dagen zonder keuken of douche")
    AWAY = "away", _("tijdelijk uit huis")


class Kind(models.TextChoices):
    """What an item is. Lane and whom it usually concerns: `projects.timeline.kinds`."""

    PREPARATION = "preparation", _("voorbereiding en werkplek")
    SURVEY = "survey", _("technische opname")
    DEMOLITION = "demolition", _("asbest en zwaar sloopwerk")
    KITCHEN = "kitchen", _("keuken, badkamer en toilet")
    FACADE = "facade", _("gevel, dak en kozijnen")
    INSTALLATIONS = "installations", _("leidingen en installaties")
    OUTSIDE = "outside", _("straat, tuin en achterpad")
    DELIVERY = "delivery", _("oplevering")
    AFTERCARE = "aftercare", _("nazorg")
    OTHER_WORKS = "other_works", _("ander werk")
    TRAINING = "training", _("training van het team")
    ANNOUNCEMENT = "announcement", _("aankondiging aan bewoners")
    VISITS = "visits", _("ronde huisbezoeken")
    EXCHANGE = "exchange", _("uitwisseling in het team")
    WORK_SESSIONS = "work_sessions", _("werksessies over het beeld")
    POSTER = "poster", _("praatplaat en verslag")
    FEEDBACK = "feedback", _("terugkoppeling aan bewoners")
    DIALOGUE = "dialogue", _("gesprek over het beeld")
    PLAN = "plan", _("actieplan")
    PRESENCE = "presence", _("aanwezig in de buurt")
    ACTIVITY = "activity", _("activiteit")
    EVALUATION = "evaluation", _("evaluatiemoment")
    OTHER_SOCIAL = "other_social", _("andere stap")


class TimelineItemQuerySet(models.QuerySet["TimelineItem"]):
    """Items of time lines, narrowed to what stands and whom it concerns."""

    def standing(self) -> "TimelineItemQuerySet":
        """What nobody took away."""
        return self.filter(removed=False)


class TimelineItem(models.Model):
    """Something with a first and a last day, for one block or for the whole neighbourhood.

    roles: whom it concerns; empty is everybody. version: how often it changed, so that two windows lose
    nothing. origin: what made it ('sjabloon:…', 'demo:…'); empty when a person wrote it.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="timeline_items")
    lane = models.CharField(_("kant"), max_length=10, choices=Lane, editable=False)
    kind = models.CharField(_("wat is het?"), max_length=20, choices=Kind)
    block = models.ForeignKey(
        Block,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="timeline_items",
        verbose_name=_("waar?"),
    )
    title = models.CharField(_("titel"), max_length=80)
    starts_on = models.DateField(_("eerste dag"))
    ends_on = models.DateField(_("laatste dag"))
    heaviness = models.CharField(_("hoe zwaar?"), max_length=10, choices=Heaviness, blank=True)
    note = models.TextField(_("toelichting"), max_length=600, blank=True)
    roles = models.JSONField(_("voor wie?"), default=list, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    origin = models.CharField(max_length=60, blank=True, editable=False)
    removed = models.BooleanField(default=False, editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    objects = TimelineItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("onderdeel van het tijdspad")
        verbose_name_plural = _("onderdelen van het tijdspad")
        ordering = ["starts_on", "ends_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="timeline_item_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["project", "origin"], condition=~models.Q(origin=""), name="timeline_item_one_origin"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Raises ValidationError for an end before the start, or one that is years away."""
        problem = why_impossible(self.starts_on, self.ends_on)
        if problem:
            raise ValidationError({"ends_on": problem})

    @property
    def social(self) -> bool:
        """Whether it is on the side of residents and team."""
        return self.lane == Lane.SOCIAL

    @property
    def heavy(self) -> bool:
        """Whether living there is hard meanwhile."""
        return self.heaviness in {Heaviness.HEAVY, Heaviness.AWAY}

    @property
    def days(self) -> int:
        """How many days it takes, the first and the last included."""
        return (self.ends_on - self.starts_on).days + 1

    def concerns(self, role: str) -> bool:
        """Whether it is for somebody in `role`."""
        return not self.roles or role in self.roles


def why_impossible(starts_on: date, ends_on: date) -> str:
    """Why these two days cannot be an item, as a Dutch sentence; empty when they can."""
    if ends_on < starts_on:
        return str(_("De laatste dag ligt voor de eerste dag."))
    if (ends_on - starts_on).days >= LONGEST_DAYS:
        return str(_("Dit duurt langer dan drie jaar. Klopt het jaartal?"))
    return ""


def why_far(project: Project, starts_on: date, ends_on: date) -> str:
    """Why these days cannot belong to `project`, as a Dutch sentence; empty when they can.

    A year that is mistyped would make the time line too long to read: one before the project begins and two
    after it ends are enough, and where a project has no days yet, six before this year and eight after it.
    """
    middle = (project.starts_on or timezone.localdate()).year
    first = project.starts_on.year - 1 if project.starts_on else middle - 6
    last = project.ends_on.year + 2 if project.ends_on else middle + 8
    near = first <= starts_on.year and ends_on.year <= last
    if near and starts_on.year >= FIRST_YEAR and ends_on.year <= LAST_YEAR:
        return ""
    return str(_("Dat is ver van de jaren van dit project. Klopt het jaartal?"))


class TimelineShift(models.Model):
    """One change that can be undone: what stood there before, and the version it led to.

    before: a list of {"item": key of the row, "version": the one after the change, and old values by name}.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="timeline_shifts")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    before = models.JSONField(default=list)

    class Meta:
        verbose_name = _("verschuiving")
        verbose_name_plural = _("verschuivingen")

    def __str__(self) -> str:
        return f"{self.made_at}"


class TimelineWaiver(models.Model):
    """A warning that stays as it is, with why. It holds for the days of then: after a move it comes back.

    collision: the key of the warning, its rule with the items. days: a digest of the dates it was said about.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="timeline_waivers")
    collision = models.CharField(max_length=120)
    days = models.CharField(max_length=40)
    reason = models.CharField(_("waarom blijft het zo?"), max_length=300)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    on = models.DateField(auto_now_add=True)

    class Meta:
        verbose_name = _("waarschuwing die zo blijft")
        verbose_name_plural = _("waarschuwingen die zo blijven")
        constraints = [models.UniqueConstraint(fields=["project", "collision"], name="one_waiver_each")]

    def __str__(self) -> str:
        return self.reason


class CalendarFeed(models.Model):
    """The secret address of somebody's calendar in one project.

    The address itself is computed from `nonce` with the secret key of the installation; the database holds
    only a digest of it, so that a copy of the database opens no calendar.
    """

    membership = models.OneToOneField(Membership, models.CASCADE, related_name="calendar_feed")
    nonce = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)
    made_on = models.DateField(auto_now_add=True)

    class Meta:
        verbose_name = _("agenda-adres")
        verbose_name_plural = _("agenda-adressen")

    def __str__(self) -> str:
        return f"{self.made_on}"
