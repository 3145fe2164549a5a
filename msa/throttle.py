"""Limits on how often something may be tried (P5, P21).

Counts live in the cache, under keys that end by themselves. Who is counted (an address, a person) is in
those keys as a keyed hash only.
"""

import ipaddress
import time
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac


@dataclass(frozen=True)
class Limit:
    """At most `most` times within each window of `seconds`, for each one who is counted."""

    name: str
    most: int
    seconds: int

    def hit(self, who: str, what: str = "") -> bool:
        """Count one try of `who`. Returns True when that is one too many.

        what: where given, trying the same again is no further try.
        """
        if what and not cache.add(self._key(f"{who}|{what}"), 1, timeout=self.seconds):
            return False
        key = self._key(who)
        cache.add(key, 0, timeout=self.seconds)
        count = cache.incr(key)
        cache.touch(key, self.seconds)  # in a folder, counting shortens the life of a key
        return bool(count > self.most)

    def reached(self, who: str) -> bool:
        """Whether `who` has no tries left, without counting one."""
        return bool(cache.get(self._key(who), 0) >= self.most)

    def _key(self, who: str) -> str:
        window = int(time.time()) // self.seconds
        digest = salted_hmac("msa.throttle", f"{self.name}|{who}|{window}", algorithm="sha256").hexdigest()
        return f"throttle-{digest}"


def caller(request: HttpRequest) -> str:
    """The network address of who calls: for IPv6 the part that one household shares.

    Behind a proxy (MSA_BEHIND_PROXY) it is the address that this proxy wrote down, the last of the list.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(known, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((known, 64), strict=False))
    return address
