"""Somebody who is signed in, once through our middleware and once through what a new Django project has."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.utils.crypto import get_random_string

from projects.models import Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
STOCK_MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "tests.bench.stock.clients.stock_addresses",
]


def stock_addresses(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let the requests of this client find the views of `tests.bench.stock`."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.urlconf = "tests.bench.stock.views"  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


def signed_in(person: Person) -> Client:
    """A client with our middleware; forged requests are refused, as everywhere."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(person, backend=BACKEND)
    client.cookies[settings.CSRF_COOKIE_NAME] = get_random_string(32)
    return client


def stock_signed_in(person: Person) -> Client:
    """The same person with the middleware of a new Django project."""
    client = signed_in(person)
    with override_settings(MIDDLEWARE=STOCK_MIDDLEWARE):
        client.handler.load_middleware()
    return client


def token(client: Client) -> str:
    """What a form of this client sends along."""
    return client.cookies[settings.CSRF_COOKIE_NAME].value
