"""Gunicorn: a few processes with threads behind a reverse proxy, or alone on loopback for the demo."""

import os
from typing import Any

bind = os.environ.get("BIND") or f"127.0.0.1:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 60
graceful_timeout = 15
keepalive = 5
# A fresh process now and then keeps memory in bounds; the spread avoids that all go at once.
max_requests = 2000
max_requests_jitter = 200
# No access log: addresses of visitors and the paths they took are personal data (P3).
accesslog = None
errorlog = "-"
loglevel = "warning"
control_socket_disable = True


def post_worker_init(worker: Any) -> None:
    """Read the word list before the first visitor writes: it takes most of a second."""
    from msa.privacy.reading.dictionary import in_dictionary

    in_dictionary("huis")
