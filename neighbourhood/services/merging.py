"""Bringing together what was changed in one window with what stands there by now, field by field."""

from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import gettext as _

from msa.windows import Outcome, Window

Values = dict[str, Any]


class Overtaken(Exception):
    """Texts that were changed in this window and meanwhile in another; nothing is stored then.

    theirs: by field what the other wrote. now: the fields that were not changed here, as they stand by now.
    """

    def __init__(self, theirs: Values, now: Values) -> None:
        super().__init__(", ".join(theirs))
        self.theirs, self.now = theirs, now


def merged(
    window: Window | None, typed: Mapping[str, Any], kept: Mapping[str, Any], *, asked: Collection[str]
) -> Values:
    """What has to stand in each field of `typed`, of which `kept` holds what stands there now.

    A field that was not changed in `window`, or came up since, stays as it is; without a window everything
    typed counts.
    asked: the fields whose words nobody may lose; of the others the last change wins. Raises Overtaken.
    """
    if window is None:
        return dict(typed)
    outcomes = {
        name: window.outcome(name, value, kept[name]) if name in window.loaded else Outcome.LEAVE
        for name, value in typed.items()
    }
    left = {name: kept[name] for name, outcome in outcomes.items() if outcome is Outcome.LEAVE}
    theirs = {
        name: kept[name]
        for name, outcome in outcomes.items()
        if outcome is Outcome.OVERTAKEN and name in asked
    }
    if theirs:
        raise Overtaken(theirs, left)
    return {**typed, **left}


def caught_up(window: Window | None, found: Overtaken) -> Window | None:
    """The same window once it shows what was found: a second save from it goes through."""
    if window is None:
        return None
    return Window(window.key, window.loaded | Window.opened(found.theirs | found.now).loaded)


def told(theirs: str) -> str:
    """What to say at a field that another changed too. theirs: what stands there now."""
    if not theirs:
        return _(
            "Intussen maakte iemand anders dit veld leeg. Pas je tekst aan of laat staan, en bewaar nog eens."
        )
    return (
        _("Intussen schreef iemand anders hier: ‘%s’. Pas je tekst aan of laat staan, en bewaar nog eens.")
        % theirs
    )
