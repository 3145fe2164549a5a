"""Names that follow a title, a family word or 'she is called'."""

from msa.privacy.reading.page import Word
from msa.privacy.reading.rules.names.prefixes import core_after_prefixes
from msa.privacy.reading.rules.names.setting import (
    NAMING,
    Seed,
    Setting,
    acts,
    is_given_or_family,
    looks_ordinary,
)

_TITLE_GAPS = (" ", ". ", ".", "  ")
_KIN_GAPS = (" ", ", ", " (", ": ", " '", ' "', ", '", " - ")
_NEIGHBOURS = ("buur", "boven", "onder", "beneden", "over")


def after_title(setting: Setting, position: int) -> Seed | None:
    """'mevrouw de vries', 'dhr. bakker', 'mevrouw B.', 'oma Annie'."""
    if setting.text(position) not in setting.known.titles:
        return None
    last = _last_title(setting, position)
    title = setting.text(last)
    if not setting.joined(last + 1, _TITLE_GAPS) or (title == "heer" and setting.text(last - 1) != "de"):
        return None
    first = position - 1 if setting.text(position) == "heer" else position
    core = core_after_prefixes(setting, last + 1)
    if _is_initial(setting, core) or (core > last + 1 and len(setting.text(core)) == 1):
        return Seed(first, core, title)
    word = setting.word(core)
    if word is None or not _fits_after_title(setting, core, word, bare_title=core == last + 1):
        return None
    return Seed(first, core, title)


def _last_title(setting: Setting, position: int) -> int:
    """'huisarts dokter Peeters': the last of at most three titles in a row."""
    last = position
    while last < position + 2 and setting.text(last + 1) in setting.known.titles:
        if not setting.joined(last + 1, _TITLE_GAPS):
            break
        last += 1
    return last


def _is_initial(setting: Setting, position: int) -> bool:
    word = setting.word(position)
    if word is None or len(word.text) != 1 or word.text in ("u", "t", "n"):
        return False
    return word.capital or setting.page.folded[word.end : word.end + 1] == "."


def _fits_after_title(setting: Setting, position: int, word: Word, bare_title: bool) -> bool:
    known = setting.known
    if is_given_or_family(setting, word.text):
        return True
    if word.initial:  # 'bij de dokter. Verzamelt foto's': a new sentence, of which a capital says nothing
        return False
    if word.capital and word.text not in known.common:
        return True
    if known.is_weak(word.text):
        return word.capital or (word.text not in known.adverbish)
    if not bare_title and word.gap != " ":
        return False
    return not looks_ordinary(setting, word.text) and word.gap in (*_TITLE_GAPS, "/")


def after_kin(setting: Setting, position: int) -> Seed | None:
    """'mijn buurvrouw roos', 'haar dochter, Petra', 'zijn vriendin priscilla'."""
    kin = setting.text(position)
    if kin not in setting.known.kin or not setting.joined(position + 1, _KIN_GAPS):
        return None
    word = setting.word(position + 1)
    if (
        word is None
        or position + 1 in setting.idiomatic
        or not _fits_after_kin(setting, position + 1, word, kin)
    ):
        return None
    return Seed(position, position + 1, kin)


def _fits_after_kin(setting: Setting, position: int, word: Word, kin: str) -> bool:
    known = setting.known
    if is_given_or_family(setting, word.text):
        return True
    if word.capital:
        return known.is_weak(word.text) or not known.is_ordinary(word.text)
    if word.gap != " ":
        return False
    if word.text in known.given_medium or word.text in known.given_weak:
        return not known.stays_ordinary(word.text) or acts(setting, position + 1)
    if word.text in known.surnames_weak:
        return kin.startswith(_NEIGHBOURS) and not known.stays_ordinary(word.text)
    return len(word.text) > 2 and not looks_ordinary(setting, word.text)


def named(setting: Setting, position: int) -> Seed | None:
    """'ze heet jolanda', 'genaamd ...'."""
    if setting.text(position) not in NAMING or not setting.joined(position + 1, (" ", ": ", " '", ' "')):
        return None
    word = setting.word(position + 1)
    if word is None:
        return None
    weak = setting.known.is_weak(word.text) and not setting.known.stays_ordinary(word.text)
    unknown = not looks_ordinary(setting, word.text)
    capital = word.capital and not setting.known.is_ordinary(word.text)
    if is_given_or_family(setting, word.text) or weak or unknown or capital:
        return Seed(position + 1, position + 1)
    return None
