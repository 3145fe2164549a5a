"""Versioned question sets (H13). A set that is in use never changes; a new version starts instead."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models import Project


class SetState(models.TextChoices):
    """Only a draft can be changed; of the others one at a time is in use."""

    DRAFT = "draft", _("concept")
    IN_USE = "in_use", _("in gebruik")
    CLOSED = "closed", _("afgesloten")


class QuestionKind(models.TextChoices):
    """A scale has scores and so a mean."""

    SINGLE = "single", _("één antwoord")
    SCALE = "scale", _("schaal")


class QuestionSet(models.Model):
    """The questions of one project, in one version. `key` is what conversations know it by."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="question_sets")
    version = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=SetState, default=SetState.DRAFT)

    class Meta:
        verbose_name = _("vragenlijst")
        ordering = ["project", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["project", "version"], name="version_once_per_project"),
            models.UniqueConstraint(
                fields=["project"], condition=models.Q(state="in_use"), name="one_set_in_use_per_project"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project} v{self.version}"


class FrozenQuerySet(models.QuerySet["models.Model"]):
    """Refuses to change or remove many rows at once when one of them belongs to a set in use."""

    def update(self, **kwargs: object) -> int:
        self._refuse_when_in_use()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._refuse_when_in_use()
        return super().delete()

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]

    def _refuse_when_in_use(self) -> None:
        owner: str = self.model.OWNER  # type: ignore[attr-defined]
        if self.exclude(**{f"{owner}__state": SetState.DRAFT}).exists():
            raise ValidationError(FROZEN)


FROZEN = _("Een vragenlijst in gebruik verandert niet meer. Begin een nieuwe versie.")


class FrozenInUse(models.Model):
    """A part of a question set that can be changed while the set is a draft, and never after."""

    OWNER = "set"  # the path to the question set

    objects = FrozenQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        self._refuse_when_in_use()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        self._refuse_when_in_use()
        return super().delete(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def owner(self) -> QuestionSet:
        raise NotImplementedError

    def _refuse_when_in_use(self) -> None:
        if self.owner.state != SetState.DRAFT:
            raise ValidationError(FROZEN)


class Question(FrozenInUse):
    """A closed question. `section` is the step of the form it stands in; `source` says where it is from."""

    set = models.ForeignKey(QuestionSet, models.CASCADE, related_name="questions")
    key = models.SlugField(max_length=40)
    section = models.CharField(max_length=20)
    kind = models.CharField(max_length=10, choices=QuestionKind, default=QuestionKind.SINGLE)
    label = models.CharField(max_length=200)
    short_label = models.CharField(max_length=80, blank=True)
    help_text = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=200, blank=True)
    is_background = models.BooleanField(default=False)
    is_ordered = models.BooleanField(default=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["set", "key"], name="question_key_once_per_set")]

    def __str__(self) -> str:
        return self.label

    @property
    def owner(self) -> QuestionSet:
        return self.set


class AnswerOption(FrozenInUse):
    """An answer that can be given. `score` is what a scale gives to it; empty for 'weet niet'."""

    OWNER = "question__set"

    question = models.ForeignKey(Question, models.CASCADE, related_name="options")
    key = models.SlugField(max_length=40)
    label = models.CharField(max_length=120)
    score = models.FloatField(null=True, blank=True)
    is_undisclosed = models.BooleanField(default=False)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["question", "key"], name="option_key_once_per_question")
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def owner(self) -> QuestionSet:
        return self.question.set


class ConversationCard(FrozenInUse):
    """A theme that a resident may choose to talk about."""

    set = models.ForeignKey(QuestionSet, models.CASCADE, related_name="cards")
    key = models.SlugField(max_length=40)
    label = models.CharField(max_length=80)
    help_text = models.CharField(max_length=200, blank=True)
    icon = models.CharField(max_length=40, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["set", "key"], name="card_key_once_per_set")]

    def __str__(self) -> str:
        return self.label

    @property
    def owner(self) -> QuestionSet:
        return self.set
