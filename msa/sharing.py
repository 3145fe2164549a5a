"""What several parts of one page need, looked up once.

Vandaag asks every app what there is to do, where the project stands and what the next phase needs; many of
them read the same partners, routes and members. Who draws the page makes one `Shared` and passes it to all
of them. It is gone with the page: nothing is kept from one request to the next.
"""

from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple

About = TypeVarTuple("About")
Found = TypeVar("Found")


class Shared:
    """The answers to what was looked up so far, for one page."""

    def __init__(self) -> None:
        self._found: dict[tuple[Any, ...], Any] = {}

    def get(self, look_up: Callable[[*About], Found], *about: *About) -> Found:
        """What `look_up(*about)` answers; asked the first time only, everybody gets the same object.

        look_up: a function of a module, which only reads. about: what it is about, such as a project; two
        objects of one row are the same. Nobody may change what comes back.
        """
        asked = (look_up, *about)
        if asked not in self._found:
            self._found[asked] = look_up(*about)
        found: Found = self._found[asked]
        return found
