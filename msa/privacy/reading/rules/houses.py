"""House numbers and places in a block of flats: 'nummer 14', '12-3', 'driehoog', 'de buren van 31'."""

import re
from collections.abc import Iterator

from msa.privacy.reading.finding import Hit, Severity
from msa.privacy.reading.lexicon import ProjectIndex, compact_number
from msa.privacy.reading.numberwords import SMALL
from msa.privacy.reading.page import Page
from msa.privacy.reading.vocabulary import vocabulary

_WORDS = "|".join(sorted((word for word, value in SMALL.items() if value >= 2), key=len, reverse=True))
_DIGITS = (
    r"\d{1,4}(?:[ -]?[a-h](?![a-z])|-(?:\d{1,3}|i{1,3}|iv|v)(?![a-z0-9])| ?(?:hs|bis|zw)\b)?(?![\d]|[.,:]\d)"
)
NUMBER = rf"(?:{_DIGITS}|(?:{_WORDS})\b)"
_LABEL = (
    r"(?P<label>\bhuis ?(?:nummer|nmr|num|nr|no)s?\b\.?|\bnumm?e(?:rs?|ro)\b|\bn[mu]?[mr]s?(?:\b\.?|(?=\d))"
    r"|\bno\b\.?|(?<!\w)#)"
)
_LABELLED = re.compile(rf"{_LABEL}\s{{0,2}}(?P<n>{NUMBER})")
_LABEL_ONE = re.compile(
    r"(?:\bhuis ?(?:nummer|nr)|\b(?:woon\w{0,3}|wonen)\s(?:\w{1,10}\s){0,2}op nummer)\s{1,2}(?P<n>1|een)\b"
)
_HOUSE_NUMBER = r"\bhuis ?(?:nummer|nmr|num|nr|no)s?\b\.?"
_SAID = re.compile(
    rf"{_HOUSE_NUMBER}(?:\s?[:=]|(?:\s\w{{1,12}}){{0,4}}?\s(?:is|was|wordt|werd|blijft):?)\s{{0,2}}"
    rf"(?:(?:nu|nog|gewoon|dus|toen) )?(?:nummer |nr\.? ?)?(?P<n>{NUMBER})"
    rf"|(?<![\w.,])(?P<first>{NUMBER}) (?:is|was) (?:\w{{1,10}} )?{_HOUSE_NUMBER}"
)
_NOT_A_DOOR = re.compile(
    r"\b(?:(?:nieuws)?brief|bijlage|bijeenkomst|overleg|vergadering|agendapunt|besluit|taak|actie|stap|vraag"
    r"|versie|editie|les|training|ronde|werksessie|folder|bericht|thema|hoofdstuk|pagina"
    r"|als|lijn|tram|bus|kaart|lied|punt|trein|plaats|loket|kamer\w*|ticket|hit) $"
)
_FLOOR = re.compile(
    rf"\b(?:\d{{1,2}}|(?:een|{_WORDS})) ?-?hoog\b(?:[ -](?:achter|voor|links|rechts|midden)\b)?"
    r"|\b(?:\d{1,2}e|eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende)"
    r" (?:verdieping|etage|woonlaag)[ ,]{1,2}(?:links|rechts|achter|voor)\b"
)
_MEASURED = re.compile(
    r"\b(?:is|zijn|was|waren|telt|wordt|worden|minstens|wel|maar|stapels?|gestapeld|meters?) $"
)
_STACKED = re.compile(r" (?:gestapeld|opgestapeld|gestapelde|is de flat)")
_DWELLING = re.compile(
    r"\b(?:appartement|app?|woning|flat|flatje|huis|portiek|unit|deur|galerij|ingang|opgang|trapopgang"
    r"|box|kelderbox"
    rf"|kamer|complex|gang)\b\.?\s{{1,2}}(?P<n>{_DIGITS})"
)
_PEOPLE = (
    r"(?:(?:over|boven|onder|beneden|achter)?bu(?:ren|urman|urvrouw|urtjes|urmeisje|urjongen|ur)"
    r"|bewon(?:er|ers|ster)"
    r"|mensen|lui|familie|gezin|stel|stelletje|echtpaar|weduwe|weduwnaar|overkant|studenten|jongens"
    r"|meiden|huurders?"
    r"|hond|kat|feestjes?|muziek|lawaai)"
)
_ADULTS = r"(?:vrouw|man|mevrouw|meneer|meisje|jongen|oma|opa|dame|heer|kinderen|kind|die|dat)"
_BY_PEOPLE = re.compile(rf"\b{_PEOPLE}\s(?:van|op|uit|bij)\s(?P<n>{_DIGITS})")
_BY_ADULTS = re.compile(rf"\b(?:de|het|die|dat|deze)\s{_ADULTS}\s(?:van|op|uit)\s(?P<n>{_DIGITS})")
_LIVES = re.compile(
    r"\b(?:woon|woont|wonen|woonde|woonden|gewoond|zit|zitten|zat|verhuisd|verhuist|verhuisde|bel|belt"
    r"|klopt?|leeg)"
    rf"\s(?:\w{{1,12}}\s){{0,2}}(?:op|naar|aan|bij)\s(?P<n>{_DIGITS})"
)
_BY_THEM = re.compile(
    rf"\b(?:zij|hij|die|degene|iemand|wij|we|ons|jullie|gezinnen|huizen|woningen) (?:van|op) (?P<n>{_DIGITS})"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BESIDE = re.compile(rf"\b(?:naast|tegenover|hiernaast op|boven op)\s(?P<n>{_DIGITS})")
_BY_NAME = re.compile(rf"\b(?P<who>[a-z'-]{{2,20}})\s(?:van|op)\s(?P<n>{_DIGITS})")
COUNTED = re.compile(
    r"\s?(?:%|\+|:|€|,-|graden|jaar\b|jaren\b|jr\b|jarige|maand|we[e]?k|dag|uur|uren|min(?:uut|uten)?\b"
    r"|eur|procent|keer\b"
    r"|x\b|km\b|kilo|meter|m2|m3|cm\b|kind|klein|mensen|personen|man\b|vrouw|woning|huizen|hoog|adres"
    r"|huishoud|gezin"
    r"|kat|hond|verdieping|buren|bewoners|plus\b|en ouder|ste\b|e\b|de\b|januari|februari|maart|april"
    r"|mei\b|juni|juli"
    r"|augustus|september|oktober|november|december|stuks|soorten|nationaliteit|punten|kamers|sterren"
    r"|van de\b)"
)
_RANGE = re.compile(
    r"(?<![\w.,/:-])(?P<a>\d{1,4}) ?-(?P<b> ?\d{1,3}|[a-h]|hs|bis|i{1,3}|iv)(?![\w-]|[.,:/]\d)"
)
_SCORE = re.compile(
    r"\s(?:gewonnen|verloren|gewon|verloor|voor|achter|in de rust|gelijk|tegen|winst|verlies)"
)
_HOUR_BEFORE = re.compile(r"\b(?:van|tussen|groep|klas|uitslag|stand|met|score) $")
_SUFFIXED = re.compile(
    r"(?<![\w.,/-])\d{1,4} ?(?:hs|bis)\b|\b(?:op|van|naast|bij|tegenover|en) (?P<n>\d{1,3}[a-d])\b"
)
_BARE = re.compile(
    r"\b(?:op|van|bij|naast|boven|onder|tegenover|uit) (?!(?:16|18|21|65|67)\b)"
    r"(?P<n>\d{1,4}(?: ?[a-h]\b)?)(?=\s?[.,!?;)\n]|$)"
)
CHILD_BEFORE = re.compile(
    r"(?:zoon\w*|dochter\w*|kind\w*|jongen|meisje|tweeling|drieling|cijfer|een|oudste|jongste|staat"
    r"|kachel|thermostaat|verwarming|schaal|score|\d) $"
)


def find_house_numbers(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Numbers that stand where a front door is meant."""
    yield from _labelled(page)
    yield from _placed(page)
    yield from _floors(page)
    yield from _ranges(page)
    yield from _beside_names(page)
    yield from _known(page, index)


def _labelled(page: Page) -> Iterator[Hit]:
    for match in _LABELLED.finditer(page.folded):
        number = compact_number(match["n"])
        no_door = number in {"1", "112", "een"} and not match["label"].startswith("huis")
        if no_door or _NOT_A_DOOR.search(_before(page, match.start())):
            continue
        yield _door(match)
    for match in _LABEL_ONE.finditer(page.folded):
        yield _door(match)
    for match in _SAID.finditer(page.folded):
        number = "n" if match["n"] else "first"
        if not COUNTED.match(page.folded, match.end(number)):
            yield Hit(*match.span(number), "house_number", Severity.LIKELY)


def _placed(page: Page) -> Iterator[Hit]:
    for pattern, suggestion in (
        (_DWELLING, "home"),
        (_BY_PEOPLE, None),
        (_BY_ADULTS, None),
        (_BY_THEM, None),
        (_LIVES, None),
        (_BESIDE, None),
    ):
        for match in pattern.finditer(page.folded):
            if not COUNTED.match(page.folded, match.end()) and not _YEAR.fullmatch(match["n"]):
                start = match.start() if pattern is _DWELLING else match.start("n")
                yield Hit(start, match.end(), "house_number", Severity.LIKELY, suggestion)


def _floors(page: Page) -> Iterator[Hit]:
    if not any(word in page.folded for word in ("hoog", "verdieping", "etage", "woonlaag")):
        return
    for match in _FLOOR.finditer(page.folded):
        before = _before(page, match.start())
        if not _MEASURED.search(before) and not _STACKED.match(page.folded, match.end()):
            suggestion = "upstairs" if before.endswith((" op ", " van ", " naar ")) else "floor"
            yield Hit(*match.span(), "house_number", Severity.LIKELY, suggestion)


def _ranges(page: Page) -> Iterator[Hit]:
    """'12-3' is a door, '2-3 keer' is not: a door counts down or carries a letter."""
    for match in _RANGE.finditer(page.folded):
        first, second = match["a"], match["b"].strip()
        if second.isdigit() and (int(first) <= int(second) or (first, second) == ("24", "7")):
            continue
        if COUNTED.match(page.folded, match.end()) or _SCORE.match(page.folded, match.end()):
            continue
        if not _HOUR_BEFORE.search(_before(page, match.start())) or not second.isdigit():
            yield Hit(*match.span(), "house_number", Severity.LIKELY)
    for match in _SUFFIXED.finditer(page.folded):
        start = match.start("n") if match["n"] else match.start()
        yield Hit(start, match.end(), "house_number", Severity.LIKELY)


def _beside_names(page: Page) -> Iterator[Hit]:
    """'anja van 22'."""
    for match in _BY_NAME.finditer(page.folded):
        if vocabulary().is_strong(match["who"]) and not COUNTED.match(page.folded, match.end()):
            yield Hit(match.start("n"), match.end(), "house_number", Severity.LIKELY)


def _known(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """'op 31.' where the project has a door 31, and no child, mark or age limit ('onder 18') is meant."""
    doors = index.house_numbers
    for match in _BARE.finditer(page.folded):
        if compact_number(match["n"]) in doors and not CHILD_BEFORE.search(_before(page, match.start())):
            yield Hit(match.start("n"), match.end("n"), "house_number", Severity.LIKELY)


def _door(match: re.Match[str]) -> Hit:
    return Hit(*match.span(), "house_number", Severity.LIKELY)


def _before(page: Page, position: int) -> str:
    return page.folded[max(0, position - 24) : position]
