"""The texts that are ticked, on their way through pages and questions: none is dropped without a word."""

from dataclasses import dataclass, replace
from typing import Self

from django.http import HttpRequest
from django.utils.translation import gettext as _

from neighbourhood.models import Theme
from neighbourhood.stories import TOKEN


@dataclass(frozen=True)
class Ticks:
    """tokens: of the ticked texts. theme: what was chosen for them. wrong: in Dutch what is still to be done.
    elsewhere: those of the tokens that the page does not show, so that it carries them along.
    """

    tokens: tuple[str, ...] = ()
    theme: str = ""
    wrong: str = ""
    elsewhere: tuple[str, ...] = ()

    def beside(self, shown: set[str]) -> Self:
        """The same on a page that shows the texts `shown`."""
        return replace(self, elsewhere=tuple(token for token in self.tokens if token not in shown))

    def wrong_because(self, theme: Theme | None) -> Self:
        """The same with what is missing: a tick, or a theme that is there."""
        if not self.tokens:
            return replace(self, wrong=_("Vink eerst een tekst aan."))
        if theme is None and self.theme:
            return replace(self, wrong=_("Dit thema is er niet meer. Kies een ander."))
        return replace(self, wrong=_("Kies een thema. Je vinkjes staan er nog."))


def ticked(request: HttpRequest) -> tuple[str, ...]:
    """The tokens that were sent, each once; what cannot be one is left out."""
    return tuple(token for token in dict.fromkeys(request.POST.getlist("tekst")) if TOKEN.fullmatch(token))
