"""The conversation register. Nothing in it points outside it, and nothing says when or by whom (P1)."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sphere(models.TextChoices):
    """Whether a text is about the person or about what is around."""

    PERSON = "person", _("persoon")
    ENVIRONMENT = "environment", _("omgeving")


class Valence(models.TextChoices):
    """Whether it helps or stands in the way."""

    OPPORTUNITY = "opportunity", _("kans")
    BARRIER = "barrier", _("belemmering")


class Conversation(models.Model):
    """One released conversation. Keys are random; order of storage is the order of a shuffled batch.

    project_key, block_key: plain keys without a relation; block_key is empty for 'heel de buurt'.
    month: 'YYYY-MM' or empty; held_by: an option key or empty. Both empty where they would single out.
    answers: {question key: option key}. cards: list of card keys.
    receipt_hash: keyed hash of the receipt code, so that the resident can find it back (P5).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    project_key = models.UUIDField(db_index=True)
    set_key = models.UUIDField()
    block_key = models.UUIDField(null=True)
    month = models.CharField(max_length=7, blank=True)
    held_by = models.CharField(max_length=40, blank=True)
    answers = models.JSONField(default=dict)
    cards = models.JSONField(default=list)
    receipt_hash = models.BinaryField(max_length=32, null=True, unique=True)

    class Meta:
        verbose_name = _("gesprek")
        verbose_name_plural = _("gesprekken")


class StoryBlock(models.Model):
    """One short text without names: person or environment, opportunity or barrier.

    Both are empty for what a resident finds important about a card: that stands before the four fields.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="blocks")
    sphere = models.CharField(max_length=20, choices=Sphere, blank=True)
    valence = models.CharField(max_length=20, choices=Valence, blank=True)
    card = models.CharField(max_length=40, blank=True)
    text = models.TextField()

    class Meta:
        verbose_name = _("tekstblok")
        verbose_name_plural = _("tekstblokken")
