"""The queue: Redis where there is one, a folder otherwise. The same tasks either way."""

import os
from typing import Any

from celery import Celery
from celery.signals import worker_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "msa.settings")

app = Celery("msa")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_ready.connect
def take_up_broken_off_work(**_signal: Any) -> None:
    """With the queue in a folder there is one worker: what it finds unfinished, nobody works on any more.

    Redis keeps a message until it is acknowledged and hands it out again by itself.
    """
    from django.conf import settings

    if not settings.REDIS_URL:
        from msa.jobs import take_up_again

        take_up_again()
