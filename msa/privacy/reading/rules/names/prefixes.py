"""Family names with a prefix: 'van der Heijden', 'de Vries', 'El Amrani'."""

from msa.privacy.reading.rules.names.setting import PREFIXES, Setting, looks_ordinary

_MOST_PREFIXES = 3
# 'van der', 'van den', 'v.d.' hardly occur in prose outside names.
_SURE_PAIRS = frozenset(
    {("van", "der"), ("van", "den"), ("v", "d"), ("van", "t"), ("van", "'t"), ("op", "den"), ("op", "der")}
)
_SURE_SINGLES = frozenset({"vd", "vander", "vanden", "el", "ould", "ait"})
_IN_DEN = frozenset("beginne brede lande vreemde regel bosch haag helder dolder treure".split())
_AFTER_DE_SURE = frozenset(
    "vries jong groot wit bruin bruijn ruijter kleijn goeij graaff nooijer wolff leeuw rooij".split()
)
_AFTER_VAN = frozenset(
    "dijk dam beek loon leeuwen vliet rijn veen dongen gelder gent hout houten hoorn kampen laar leer "
    "lier loenen meurs nes os oort "
    "rooij rossum schaik steen straten tol tuijl wijk wijngaarden zanten zon santen baalen beers bommel "
    "dalen dalfsen driel duijn "
    "duin eck eijk elk erp ginkel hal ham heerde hees hoof hulst kessel lent lieshout luijk maanen "
    "mierlo nistelrooij persie praag "
    "putten ree riel rijswijk rooijen ruiten rijckevorsel soest staveren teeffelen velzen veldhoven vugt "
    "vuuren weel wel zijl zwieten "
    "basten bronckhorst hanegem hooijdonk marwijk".split()
)
_AFTER_VAN_SHORT = frozenset(
    "os elk ham hal leer nes ree wel zon lent steen hout houten wijk straten putten kampen duin".split()
)
_TEN_CORES = frozenset(
    "horst braak hove brugge velde steege haar hoeve hagen broek cate brink have kate wolde".split()
)


def core_after_prefixes(setting: Setting, position: int) -> int:
    """Position of the word after up to three prefixes; `position` itself when there are none."""
    current = position
    while (
        current < position + _MOST_PREFIXES
        and setting.text(current) in PREFIXES
        and setting.word(current + 1)
        and (setting.text(current) != "v" or setting.text(current + 1) == "d")
    ):
        if not setting.joined(current + 1, (" ", ". ", ".", "-", " '", "/")):
            break
        current += 1
    return current


def surname_with_prefix(setting: Setting, position: int) -> int | None:
    """Last word of a family name that begins with a prefix at this word, None when there is none."""
    first, second = setting.text(position), setting.text(position + 1)
    sure_pair = (first, second) in _SURE_PAIRS
    if first not in PREFIXES and first not in _SURE_SINGLES and not sure_pair:
        return None
    if sure_pair and setting.joined(position + 1, (" ", ".", ". ", " '", "/")):
        return _core(setting, position + 2, _IN_DEN)
    if first in _SURE_SINGLES:
        return _core(setting, position + 1, frozenset())
    return _by_list(setting, position, first, second)


def _core(setting: Setting, position: int, exceptions: frozenset[str]) -> int | None:
    word = setting.word(position)
    if word is None or word.gap not in (" ", ".", ". ", "-") or word.text in exceptions or len(word.text) < 3:
        return None
    if word.capital or setting.known.is_weak(word.text) or not setting.known.is_ordinary(word.text):
        return position
    return None


def _by_list(setting: Setting, position: int, first: str, second: str) -> int | None:
    if not setting.joined(position + 1, (" ", "-")):
        return None
    capital = setting.page.words[position + 1].capital
    surname = second in setting.known.surnames or setting.known.is_weak(second)
    listed = (
        (first == "de" and second in _AFTER_DE_SURE and not _is_adjective_use(setting, position + 1))
        or (first == "van" and second in _AFTER_VAN and (capital or second not in _AFTER_VAN_SHORT))
        or (
            first in ("ter", "ten")
            and (second in _TEN_CORES and (capital or _is_surname_slot(setting, position)))
        )
        or (first in ("al", "ben", "abu", "abou", "bin") and second in setting.known.surnames)
        or (capital and surname and not setting.page.words[position + 1].initial)
    )
    return position + 1 if listed else None


def _is_adjective_use(setting: Setting, position: int) -> bool:
    """'de wit geverfde muur', 'de groot uitgevallen tuin': the word belongs to what follows."""
    return setting.text(position) in ("wit", "bruin", "groot", "jong", "leeuw") and (
        looks_ordinary(setting, setting.text(position + 1))
        and setting.text(position + 1) not in setting.known.finite
    )


def _is_surname_slot(setting: Setting, position: int) -> bool:
    before = setting.text(position - 1)
    return before in setting.known.given or before in setting.known.titles or before in setting.known.kin
