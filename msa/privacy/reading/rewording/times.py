"""Dates made coarse, with the word in front that would not fit any more."""

import re

from django.utils.translation import gettext as _

from msa.privacy.reading.rewording.passage import Passage, Rewording

_SINCE = re.compile(r"\b(?:al )?(?:sinds|vanaf) $")
_ON = re.compile(r"\b(?:op|rond|omstreeks|per|in) $")


def reword_date(passage: Passage) -> Rewording:
    """'sinds 12 maart 2021' becomes 'al enige tijd', 'op 12 maart 2021' becomes 'een tijd geleden'."""
    if since := _SINCE.search(passage.before):
        return passage.replaced(_("al enige tijd"), passage.start - len(since[0]))
    if on := _ON.search(passage.before):
        return passage.replaced(passage.suggestion, passage.start - len(on[0]))
    return passage.replaced(passage.suggestion)
