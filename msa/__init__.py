"""The kernel: settings, and what every phase needs and no phase owns."""

from msa.celery import app as celery_app

__all__ = ["celery_app"]
