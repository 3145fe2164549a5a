"""From writing to release: drafts, the sealed waiting room, withdrawals (P2, P3, P5)."""

import uuid

from django.conf import settings
from django.db import models

from projects.models import Project


class Draft(models.Model):
    """A registration that is being written: one locked box, without visit or address. Gone at submit."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    project = models.ForeignKey(Project, models.CASCADE, related_name="drafts")
    box = models.BinaryField()
    expires_on = models.DateField()

    class Meta:
        ordering = ["expires_on"]


class SealedRegistration(models.Model):
    """A submitted registration that waits until there are five. Only the worker can open the box."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    project_key = models.UUIDField(db_index=True)
    box = models.BinaryField()


class ReleaseBatch(models.Model):
    """That a shuffled group joined the register, and how large it was. No link to a conversation."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    project_key = models.UUIDField(db_index=True)
    size = models.PositiveIntegerField()


class Withdrawal(models.Model):
    """A resident took back a registration that may still wait; carried out at release."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    receipt_hash = models.BinaryField(max_length=32, unique=True)
