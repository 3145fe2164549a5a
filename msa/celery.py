"""The queue: Redis where there is one, a folder otherwise. The same tasks either way."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "msa.settings")

app = Celery("msa")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
