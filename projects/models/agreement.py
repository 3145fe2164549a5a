"""What partners agree about working together: four texts, each in versions, with who agreed (V4)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from msa.windows import digest
from projects.models.partner import Partnership
from projects.models.project import Project
from projects.querysets import AgreementVersionQuerySet

LONGEST_TEXT = 30_000  # characters; about ten sheets of A4
BY = "by"  # within the writers of a version: by field who wrote it last
KIND_NAMES = {
    "privacy": "privacyplan",
    "communication": "communicatieplan",
    "vision": "visie",
    "roles": "rolverdeling",
}


class AgreementKind(models.TextChoices):
    """The four texts, in the order in which a team usually writes them."""

    PRIVACY = "privacy", _("privacyplan")
    COMMUNICATION = "communication", _("communicatieplan")
    VISION = "vision", _("visie")
    ROLES = "roles", _("rolverdeling van het team")

    @property
    def slug(self) -> str:
        """The word in the address of its pages."""
        return KIND_NAMES[self.value]

    @property
    def named(self) -> str:
        """With its article: 'het privacyplan', 'de visie'."""
        return str(_("het %s") if self in {self.PRIVACY, self.COMMUNICATION} else _("de %s")) % self.label


class VersionState(models.TextChoices):
    """Where a version stands. Of one agreement at most one is written, one is out and one is in force."""

    CONCEPT = "concept", _("concept")
    SENT = "sent", _("verstuurd")
    IN_FORCE = "in_force", _("geldt")
    REPLACED = "replaced", _("vervangen")


class AnswerState(models.TextChoices):
    """What a partner says about a version."""

    WAITING = "waiting", _("nog geen antwoord")
    AGREED = "agreed", _("akkoord")
    REMARK = "remark", _("opmerking")


class Agreement(models.Model):
    """One of the four texts of a project."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="agreements")
    kind = models.CharField(_("soort"), max_length=20, choices=AgreementKind)

    class Meta:
        verbose_name = _("samenwerkingsafspraak")
        verbose_name_plural = _("samenwerkingsafspraken")
        ordering = ["project", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "kind"], name="one_agreement_of_a_kind"),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class AgreementVersion(models.Model):
    """One version of an agreement. Its text is Markdown; from the day it is sent it never changes.

    writers: by field ('text', 'summary') the key of the window that wrote it last (msa.windows); under 'by'
    the same with the number of the person, so that a second window can say whose words it would lose.
    facts: what the project was when its first text began, or when somebody last looked at what changed.
    calendar: of a communication plan, the moments as they stood when it was sent (list of objects with
    'on', 'audience', 'channel', 'message', 'who'); no names of people in it.
    because: why it came in force although not everybody had agreed; empty when everybody had.
    """

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("versie"))
    text = models.TextField(_("tekst"), max_length=LONGEST_TEXT)
    summary = models.CharField(_("wat is er anders?"), max_length=300, blank=True)
    writers = models.JSONField(default=dict, editable=False)
    facts = models.JSONField(default=dict, editable=False)
    state = models.CharField(max_length=10, choices=VersionState, default=VersionState.CONCEPT)
    calendar = models.JSONField(default=list, editable=False)
    because = models.CharField(_("reden"), max_length=500, blank=True)
    made_on = models.DateField(editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    saved_at = models.DateTimeField(auto_now=True)
    sent_on = models.DateField(null=True, editable=False)
    in_force_on = models.DateField(null=True, editable=False)
    replaced_on = models.DateField(null=True, editable=False)

    objects = AgreementVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("versie van een samenwerkingsafspraak")
        verbose_name_plural = _("versies van samenwerkingsafspraken")
        ordering = ["agreement", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "number"], name="agreement_version_once"),
            models.UniqueConstraint(
                fields=["agreement", "state"],
                condition=~models.Q(state=VersionState.REPLACED),
                name="one_version_in_each_open_state",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement} {self.number}"

    @property
    def kind(self) -> AgreementKind:
        """Of which text it is a version."""
        return AgreementKind(self.agreement.kind)

    @property
    def is_concept(self) -> bool:
        """Whether its text may still change."""
        return self.state == VersionState.CONCEPT

    @property
    def is_sent(self) -> bool:
        """Whether partners may answer."""
        return self.state == VersionState.SENT

    @property
    def in_force(self) -> bool:
        """Whether this is what holds now."""
        return self.state == VersionState.IN_FORCE


class AgreementAnswer(models.Model):
    """What one partner says about one version; made when the version is sent, with nothing said yet.

    by: who wrote it down here. said_by, how: of an answer that somebody gave elsewhere and the project leader
    noted: who said it and by which way; both empty for a partner who answered here.
    """

    version = models.ForeignKey(AgreementVersion, models.CASCADE, related_name="answers")
    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="agreement_answers")
    state = models.CharField(_("antwoord"), max_length=10, choices=AnswerState, default=AnswerState.WAITING)
    text = models.TextField(_("opmerking"), max_length=1000, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    said_by = models.CharField(_("wie zei het?"), max_length=120, blank=True)
    how = models.CharField(_("hoe?"), max_length=120, blank=True)
    on = models.DateField(_("op welke dag?"), null=True)

    class Meta:
        verbose_name = _("antwoord van een partner")
        verbose_name_plural = _("antwoorden van partners")
        ordering = ["partnership__organisation__name"]
        constraints = [
            models.UniqueConstraint(fields=["version", "partnership"], name="one_answer_per_partner"),
        ]

    def __str__(self) -> str:
        return str(self.get_state_display())

    @property
    def agreed(self) -> bool:
        """Whether this partner said yes."""
        return self.state == AnswerState.AGREED

    @property
    def waiting(self) -> bool:
        """Whether this partner said nothing yet."""
        return self.state == AnswerState.WAITING

    @property
    def stamp(self) -> str:
        """Stands for the answer as it is now, so that a page can tell which one it was showing.

        No Window: that keeps fields which were not changed here as they stand. An answer is one act: who says
        'akkoord' once more after somebody noted a remark, must first read that remark.
        """
        return digest([self.state, self.text, self.said_by, str(self.on or "")])

    @property
    def who(self) -> str:
        """Who said it, as far as it is known."""
        return self.said_by or (str(self.by) if self.by else "")
