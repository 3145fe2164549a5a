"""Where a name begins to show: every sign of it, one after the other."""

from collections.abc import Callable

from msa.privacy.reading.rules.names import leads, signs, strangers
from msa.privacy.reading.rules.names.setting import Seed, Setting, is_abbreviation

_TESTS: tuple[Callable[[Setting, int], Seed | None], ...] = (
    leads.after_title,
    leads.after_kin,
    leads.named,
    signs.prefixed,
    signs.initials,
    signs.strong,
    signs.medium,
    signs.capital,
    signs.sentence_opens,
    signs.unknown_who_acts,
    strangers.stranger,
)


def seed_at(setting: Setting, position: int) -> Seed | None:
    """The first sign of a name at this word, None when there is none."""
    word = setting.page.words[position]
    if position in setting.idiomatic or (not word.capital and word.text in setting.inert):
        return None
    if word.text in setting.known.capitals and is_abbreviation(setting, word):
        return None
    for test in _TESTS:
        seed = test(setting, position)
        if seed is not None:
            return seed
    return None
