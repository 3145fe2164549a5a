"""Who did what on the household side, and every publication, export and deletion (P27)."""

import uuid

from django.conf import settings
from django.db import models


class AuditEntry(models.Model):
    """One act. `subject` names a household-side object or a publication, never a conversation."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(auto_now_add=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    project_key = models.UUIDField(null=True, db_index=True)
    act = models.CharField(max_length=60)
    subject = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.act} {self.subject}".strip()
