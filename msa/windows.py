"""One thing open in two windows, of one person or of two: a window writes only what was changed in it.

A page carries its own key and a digest of what stood in each field when it was opened. What is kept may
remember by which window a field was written last; a page that saves itself while it is open needs that.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import blake2b
from typing import Any, Self

FIELD = "window"  # the name of the hidden field


class Outcome(Enum):
    """What to do with a field that comes in."""

    WRITE = "write"
    LEAVE = "leave"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True)
class Window:
    """A page with a form. key: its own; loaded: by field the digest of what stood there."""

    key: str
    loaded: dict[str, str]

    @classmethod
    def opened(cls, values: Mapping[str, Any]) -> Self:
        """A window that opens now. values: by field what stands in it."""
        return cls(secrets.token_urlsafe(6), {name: digest(value) for name, value in values.items()})

    @classmethod
    def posted(cls, sent: str) -> Self | None:
        """The window that a form came from, as its hidden field says; None where that cannot be read."""
        try:
            key, loaded = json.loads(sent)
            return cls(str(key)[:20], {str(name): str(digest) for name, digest in loaded.items()})
        except (ValueError, TypeError, AttributeError, RecursionError):
            return None

    def __str__(self) -> str:
        """As it goes into the hidden field."""
        return json.dumps([self.key, self.loaded], separators=(",", ":"))

    def renewed(self, values: Mapping[str, Any]) -> Self:
        """The same window, for which `values` is what stands in those fields from now on."""
        return type(self)(self.key, self.loaded | self.opened(values).loaded)

    def outcome(self, name: str, value: Any, kept: Any, writer: str = "") -> Outcome:
        """What to do with `value` of field `name`.

        kept: what stands there now; writer: key of the window that wrote it last, where that is remembered.
        LEAVE: nothing was changed here. OVERTAKEN: it was, and by another window too.
        """
        mine = writer == self.key or name not in self.loaded
        if value == kept or (not mine and digest(value) == self.loaded[name]):
            return Outcome.LEAVE
        return Outcome.WRITE if mine or digest(kept) == self.loaded[name] else Outcome.OVERTAKEN


def digest(value: Any) -> str:
    """Short and the same for the same value (of JSON); nothing typed and nothing chosen are one."""
    return blake2b(json.dumps(value or "").encode(), digest_size=6).hexdigest()
