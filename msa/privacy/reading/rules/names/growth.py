"""From a sign of a name to the whole name: 'piet' becomes 'Piet de Boer', 'roos en fatima' one passage."""

from msa.privacy.reading.rules.names.prefixes import core_after_prefixes, surname_with_prefix
from msa.privacy.reading.rules.names.setting import PREFIXES, Seed, Setting, acts, bare, is_given_or_family

_LONGEST = 6
_STREET_ENDS = ("straat", "plein", "plantsoen", "singel", "gracht", "kade", "steeg")


def grow(setting: Setting, seed: Seed) -> Seed:
    """The seed with everything that belongs to the same name."""
    last = seed.last
    while last - seed.first < _LONGEST and (following := _next_part(setting, last)) is not None:
        last = following
    first = seed.first if seed.lead else _reach_back(setting, seed.first)
    return Seed(first, last, seed.lead)


def _next_part(setting: Setting, last: int) -> int | None:
    """Last position of the next part of the name, None when the name ends here."""
    if setting.text(last + 1) == "en" and setting.joined(last + 1):
        return _second_of_a_pair(setting, last + 2)
    if not setting.joined(last + 1, (" ", "-", ". ")) or _is_possessive(setting, last):
        return None
    core = core_after_prefixes(setting, last + 1)
    word = setting.word(core)
    if (
        core > last + 1
        and word is not None
        and not word.capital
        and not _is_family_prefix(setting, last + 1, core)
    ):
        return None
    return core if _belongs(setting, core, core > last + 1) else None


def _is_family_prefix(setting: Setting, first: int, core: int) -> bool:
    """In lower case 'de boer' and 'van der berg' are family names, 'van de hoek' and 'op de hoek' are "
    "places."""
    return (
        setting.text(first) in ("de", "el", "al", "ben", "vd") or surname_with_prefix(setting, first) == core
    )


def _is_possessive(setting: Setting, position: int) -> bool:
    """After 'henks' or "fatima's" comes what is theirs."""
    text = setting.text(position)
    return not setting.known.is_strong(text) and setting.known.is_strong(bare(text)) and bare(text) != text


def _second_of_a_pair(setting: Setting, position: int) -> int | None:
    """'theo en riet': the second name counts even where it is an ordinary word otherwise."""
    word = setting.word(position)
    if word is None or word.gap != " " or position in setting.idiomatic:
        return None
    named = is_given_or_family(setting, word.text) or _is_weak_given(setting, word.text)
    return position if named else None


def _belongs(setting: Setting, position: int, prefixed: bool) -> bool:
    word, known = setting.word(position), setting.known
    if (
        word is None
        or word.gap not in (" ", "-", ". ")
        or position in setting.idiomatic
        or word.text in PREFIXES
    ):
        return False
    if is_given_or_family(setting, word.text) or _is_letter_of_a_name(setting, position):
        return True
    if prefixed and word.text.endswith(_STREET_ENDS) and not word.text.startswith(_STREET_ENDS):
        return False  # 'Kevin van de Stokerstraat' lives there
    if word.capital and not word.initial:
        return known.is_weak(word.text) or not known.is_ordinary(word.text)
    if word.text not in known.surnames_weak or word.initial:
        return False
    return prefixed or not known.stays_ordinary(word.text)


def _is_letter_of_a_name(setting: Setting, position: int) -> bool:
    """'rachid b.', 'marjan k heeft': one letter for the rest of the name."""
    word = setting.page.words[position]
    if len(word.text) != 1 or word.text in "eostnu":
        return False
    return setting.page.folded[word.end : word.end + 1] == "." or acts(setting, position + 1)


def _reach_back(setting: Setting, first: int) -> int:
    """Prefixes, initials and 'roos en' in front of the name."""
    current = first
    while (
        current > 0 and setting.joined(current, (" ", ".", ". ", "-", " '")) and _leads(setting, current - 1)
    ):
        current -= 1
    if _opens_with_name(setting, current - 1) and setting.joined(current):
        current -= 1
    if (
        setting.text(current - 1) == "en"
        and setting.joined(current)
        and _first_of_a_pair(setting, current - 2)
    ):
        current -= 2
    return current


def _leads(setting: Setting, position: int) -> bool:
    """A prefix with a capital, or one that joins a prefix chain ('van der'); a single letter with a stop."""
    word = setting.page.words[position]
    if len(word.text) == 1 and word.text.isalpha() and setting.page.folded[word.end : word.end + 1] == ".":
        return word.text not in ("o", "e", "a") or word.capital
    if word.text not in PREFIXES:
        return False
    return (word.capital and not word.initial) or word.text in ("der", "den", "el", "vd", "ter", "ten")


def _opens_with_name(setting: Setting, position: int) -> bool:
    """'Li Wei': a capital that opens the sentence belongs to the name that follows with a capital."""
    word = setting.word(position)
    following = setting.word(position + 1)
    if word is None or following is None or not (word.capital and word.initial and following.capital):
        return False
    return setting.known.is_weak(word.text) or not setting.known.is_ordinary(word.text)


def _first_of_a_pair(setting: Setting, position: int) -> bool:
    """'roos en fatima', but not 'een roos en fatima'."""
    if position < 0 or not setting.joined(position + 1) or setting.text(position - 1) in ("de", "een", "het"):
        return False
    return _is_weak_given(setting, setting.text(position))


def _is_weak_given(setting: Setting, text: str) -> bool:
    known = setting.known
    return (text in known.given_weak or text in known.given_medium) and not known.stays_ordinary(text)
