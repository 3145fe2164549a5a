"""Work of the kernel in the background."""

from celery import shared_task
from django.utils import timezone

from msa import registry
from msa.audit import record


@shared_task
def apply_retention() -> None:
    """Let every app remove what has passed its deadline (P7), and write down what was removed."""
    today = timezone.localdate()
    for contribution in registry.retention:
        for removed in contribution.call(today):
            record(person=None, act="retention", subject=removed)
