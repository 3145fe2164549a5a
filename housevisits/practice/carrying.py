"""What was typed in a practice, from one page to the next: in a locked cookie of the browser, nowhere else.

So every page has an address of its own, and Back, Forward and reload find what was typed. Only the server
can read the cookie, and only for the member who typed it; no table and no session holds any of it (P3).
"""

import base64
import binascii
import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from housevisits.forms.practice import Typed, content_of
from housevisits.practice.case import CARD
from msa.privacy import vault

COOKIE, COOKIE_SECONDS = "oefening_token", 1800  # 'token': left out of error reports
MOST = 3800  # characters of a cookie that every browser takes


def give(request: HttpRequest, response: HttpResponse, kept: Typed) -> bool:
    """Let the next page know what was typed. False when it does not fit: then show that page at once."""
    box = base64.urlsafe_b64encode(vault.lock_file(json.dumps(_packed(request, kept)).encode())).decode()
    if len(box) > MOST:
        return False
    response.set_cookie(
        COOKIE,
        box,
        max_age=COOKIE_SECONDS,
        path=request.path,
        httponly=True,
        samesite="Strict",
        secure=settings.SECURE,
    )
    return True


def take(request: HttpRequest) -> Typed | None:
    """What this member typed; None when there is nothing, or it is somebody else's."""
    try:
        box = base64.urlsafe_b64decode(request.COOKIES.get(COOKIE, ""))
        held = json.loads(vault.unlock_file(box))
    except (vault.Unreadable, binascii.Error, ValueError):
        return None
    if held.pop("member") != request.membership.pk:  # type: ignore[attr-defined]
        return None
    content = content_of(held["waved"])
    content.answers, content.stories = held["answers"], {CARD: held["texts"]}
    return Typed(content, held["first"], held["done"])


def _packed(request: HttpRequest, kept: Typed) -> dict[str, object]:
    return {
        "member": request.membership.pk,  # type: ignore[attr-defined]
        "answers": kept.content.answers,
        "texts": kept.texts,
        "first": kept.first,
        "waved": kept.content.waved,
        "done": kept.done,
    }
