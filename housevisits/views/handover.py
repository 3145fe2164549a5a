"""The receipt code once more, on the page after handing in: in a locked cookie, no table, no session."""

import base64
import binascii

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from msa.privacy import vault

COOKIE, COOKIE_SECONDS = "ontvangstcode", 600


def give_code(response: HttpResponse, code: str, path: str) -> None:
    """Let the page at `path` show `code` for ten minutes. Only the server can read the cookie."""
    box = base64.urlsafe_b64encode(vault.lock_file(code.encode())).decode()
    response.set_cookie(
        COOKIE,
        box,
        max_age=COOKIE_SECONDS,
        path=path,
        httponly=True,
        samesite="Strict",
        secure=settings.SECURE,
    )


def take_code(request: HttpRequest) -> str:
    """The code that `give_code` gave; empty when there is none."""
    try:
        return vault.unlock_file(base64.urlsafe_b64decode(request.COOKIES.get(COOKIE, ""))).decode()
    except (vault.Unreadable, binascii.Error, ValueError):
        return ""
