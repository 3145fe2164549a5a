"""Rules about sessions and caches that hold on every page (P23)."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]
STARTED, SEEN = "_started", "_seen"
# Writing the session on every request costs a query; a minute of slack on thirty is enough.
SEEN_STEP_SECONDS = 60


class SessionLimits:
    """Ends a session after 30 minutes without a request and after 12 hours in all."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self._check(request)
        return self.get_response(request)

    def _check(self, request: HttpRequest) -> None:
        now = int(time.time())
        started = request.session.setdefault(STARTED, now)
        seen = request.session.get(SEEN, 0)
        if now - started > settings.SESSION_MAX_AGE:
            logout(request)
        elif now - seen >= SEEN_STEP_SECONDS:
            request.session[SEEN] = now


class NoStore:
    """Pages of somebody who is signed in are not kept by browsers or proxies."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and "Cache-Control" not in response:
            response["Cache-Control"] = "no-store, private"
        return response
