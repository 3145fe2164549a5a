"""A code app, as people have on their phone (RFC 6238: SHA-1, six digits, half a minute)."""

import base64
import hashlib
import hmac
import re
import time


def code_for(secret: str, at: float | None = None) -> str:
    """The six digits that the app shows for `secret` (base32) at this moment."""
    moment = int((time.time() if at is None else at) // 30)
    digest = hmac.new(base64.b32decode(secret), moment.to_bytes(8), hashlib.sha1).digest()
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def secret_on(page: str) -> str:
    """The key that the page shows to who cannot scan the square."""
    found = re.search(r'<code class="secret">([A-Z2-7]+)</code>', page)
    assert found, "the page shows no key"
    return found.group(1)
