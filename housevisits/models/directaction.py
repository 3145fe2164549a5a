"""Direct actions (H6): agreed with the resident, kept on the household side only (P4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from housevisits.models.household import Household
from housevisits.querysets import DirectActionQuerySet
from projects.models import Membership, Project


class ActionKind(models.TextChoices):
    """The four kinds of what may come out of a visit."""

    CARE = "care", _("zorgsignaal")
    WELLBEING = "wellbeing", _("welzijnsvraag")
    HOME = "home", _("woning en werkzaamheden")
    OPPORTUNITY = "opportunity", _("kans")


class ActionTopic(models.TextChoices):
    """What it is about, within a kind; the form offers only the topics of the kind chosen."""

    MENTAL = "mental", _("psychisch")
    SOCIAL = "social", _("sociaal")
    PHYSICAL = "physical", _("lichamelijk")
    MONEY = "money", _("geldzorgen")
    HEALTH = "health", _("gezondheidsvraag")
    LONELY = "lonely", _("eenzaamheid")
    JOIN_IN = "join_in", _("meer meedoen")
    MOVE = "move", _("meer bewegen")
    PACKING = "packing", _("hulp bij inpakken")
    VALUABLES = "valuables", _("waardevolle spullen")
    LIMITATION = "limitation", _("beperking")
    TALENT = "talent", _("talent of hobby")
    HELP_OTHERS = "help_others", _("wil anderen helpen")
    THINK_ALONG = "think_along", _("wil meedenken")
    OTHER = "other", _("anders")


TOPICS: dict[str, tuple[ActionTopic, ...]] = {
    ActionKind.CARE: (
        ActionTopic.MENTAL,
        ActionTopic.SOCIAL,
        ActionTopic.PHYSICAL,
        ActionTopic.MONEY,
        ActionTopic.HEALTH,
    ),
    ActionKind.WELLBEING: (ActionTopic.LONELY, ActionTopic.JOIN_IN, ActionTopic.MOVE, ActionTopic.OTHER),
    ActionKind.HOME: (ActionTopic.PACKING, ActionTopic.VALUABLES, ActionTopic.LIMITATION, ActionTopic.OTHER),
    ActionKind.OPPORTUNITY: (ActionTopic.TALENT, ActionTopic.HELP_OTHERS, ActionTopic.THINK_ALONG),
}


class ActionState(models.TextChoices):
    """Where an action stands. A concern is closed when it is solved, not when it is passed on."""

    OPEN = "open", _("open")
    BUSY = "busy", _("bezig")
    REFERRED = "referred", _("doorverwezen")
    DONE = "done", _("klaar")
    DECLINED = "declined", _("bewoner wil het niet meer")


# The state machine is data: where an action may go from where it is.
TRANSITIONS: dict[str, tuple[ActionState, ...]] = {
    ActionState.OPEN: (ActionState.BUSY, ActionState.REFERRED, ActionState.DONE, ActionState.DECLINED),
    ActionState.BUSY: (ActionState.OPEN, ActionState.REFERRED, ActionState.DONE, ActionState.DECLINED),
    ActionState.REFERRED: (ActionState.BUSY, ActionState.DONE, ActionState.DECLINED),
    ActionState.DONE: (ActionState.BUSY,),
    ActionState.DECLINED: (ActionState.OPEN,),
}
# What happens most, in one tap. Referring asks for a note, and a wish that ended deserves a word too.
ONE_TAP = (ActionState.BUSY, ActionState.DONE)


class DirectAction(models.Model):
    """Something that was agreed with a resident and that somebody picks up before a day."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="direct_actions")
    household = models.ForeignKey(
        Household,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="direct_actions",
        verbose_name=_("adres"),
    )
    kind = models.CharField(_("soort"), max_length=20, choices=ActionKind)
    topic = models.CharField(_("onderwerp"), max_length=20, choices=ActionTopic)
    agreement = models.TextField(_("wat is afgesproken"), max_length=1000)
    agreed = models.BooleanField(_("besproken met de bewoner en akkoord"), default=False)
    assigned_to = models.ForeignKey(
        Membership,
        models.SET_NULL,
        null=True,
        related_name="direct_actions",
        verbose_name=_("wie pakt het op"),
    )
    due_on = models.DateField(_("vóór welke dag"))
    state = models.CharField(_("stand"), max_length=10, choices=ActionState, default=ActionState.OPEN)

    objects = DirectActionQuerySet.as_manager()

    class Meta:
        verbose_name = _("directe actie")
        verbose_name_plural = _("directe acties")
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_topic_display()}"

    @property
    def taps(self) -> list[ActionState]:
        """The usual next states; none once there is nothing left to do."""
        if self.state in (ActionState.DONE, ActionState.DECLINED):
            return []
        return [state for state in ONE_TAP if state in TRANSITIONS[self.state]]


class DirectActionEvent(models.Model):
    """What happened to an action: who, when, from which state to which, with a note."""

    action = models.ForeignKey(DirectAction, models.CASCADE, related_name="events")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=ActionState)
    note = models.CharField(_("notitie"), max_length=500, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
