"""Rules about sessions and caches that hold on every page (P23)."""

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url

from msa.ui.typed import came_from_us, can_be_sent_again, typed_fields

Handler = Callable[[HttpRequest], HttpResponse]
STARTED, SEEN = "_started", "_seen"
# Writing the session on every request costs a query; a minute of slack on thirty is enough.
SEEN_STEP_SECONDS = 60
# The pages of signing in go back to the first of them in their own way.
SIGN_IN_PREFIXES = ("account_", "mfa_")


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
        seen = request.session.setdefault(SEEN, now)
        if now - started > settings.SESSION_MAX_AGE or now - seen > settings.SESSION_COOKIE_AGE:
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


class KeepTyped:
    """A form sent after the session ended comes back with what was typed, to send again after signing in.

    Nothing is stored: the fields go back to the browser that sent them. Only for forms that came from our own
    pages, so that no other site can put words into somebody's mouth.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if self._ended(request, response):
            return self._explain(request)
        return response

    def _ended(self, request: HttpRequest, response: HttpResponse) -> bool:
        if request.method != "POST" or response.status_code != 302 or request.user.is_authenticated:
            return False
        if urlsplit(response["Location"]).path != resolve_url(settings.LOGIN_URL):
            return False
        match = request.resolver_match
        return bool(match and not match.view_name.startswith(SIGN_IN_PREFIXES)) and came_from_us(request)

    def _explain(self, request: HttpRequest) -> HttpResponse:
        context = {
            "fields": typed_fields(request),
            "files": bool(request.FILES),
            "again": can_be_sent_again(request),
            "hide_sign_in": True,
        }
        page = render(request, "msa/expired.html", context, status=403)
        page["Cache-Control"] = "no-store, private"
        return page


class SayNotAllowed:
    """An address that is only for sending a form, opened as a page: say so. Browsers would show an error."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method != "GET" or response.status_code != 405 or response.content:
            return response
        page = render(request, "405.html", status=405)
        page["Allow"] = response["Allow"]
        return page
