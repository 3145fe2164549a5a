"""P18, P19: what is rare is pointed out and never blocks; the checker answers fast, keeps and tells nothing,
and lets nothing pass when a part of it is down."""

import gc
import logging
import socket
import sys
import time
from functools import cache
from types import ModuleType

import pytest

from msa.privacy.reading import Lexicon, Reader, Severity
from msa.privacy.reading.finding import UNREAD
from msa.privacy.reading.rules import RULES
from tests.corpus.score import LEXICON, TUNED, sentences

pytestmark = pytest.mark.attack

READER = Reader(LEXICON)
_CONTAINERS = (dict, list, tuple, set, frozenset)
RARE = [
    "Is de enige met een drieling.",
    "Heeft schizofrenie en slikt pillen.",
    "komt uit Eritrea en leert de taal",
    "Was vroeger burgemeester.",
    "ze is 93 jaar en doet alles zelf",
    "zat in de gevangenis",
    "heeft negen kinderen grootgebracht",
    "heeft MS",
    "stond in de krant met haar verzameling",
    "Heeft een zendinstallatie gebouwd en spreekt met mensen over de hele wereld.",
]


@pytest.mark.parametrize("text", RARE)
def test_what_is_rare_is_pointed_out_with_a_suggestion_and_never_blocks(text: str) -> None:
    findings = READER.read(text)
    assert any(f.severity is Severity.HINT and f.kind.startswith("rare_") and f.suggestion for f in findings)
    assert READER.blocking(text) == []


def _sample(length: int, clean: bool) -> str:
    chosen = [text for text, spans in sentences(TUNED) if bool(spans) is not clean]
    return (" ".join(chosen) * (length // 4000 + 1))[:length]


# The bounds on time below are those of the rule itself. Other work on the machine only adds to a time, so one
# good try of many proves that it can be done; what is slow by itself has none. The figures: `make bench`.


def _once(text: str) -> float:
    start = time.process_time()
    assert READER.check(text).complete
    return time.process_time() - start


@pytest.mark.parametrize("clean", [True, False])
def test_two_thousand_characters_are_read_within_20_milliseconds(clean: bool) -> None:
    text = _sample(2000, clean)
    assert any(_once(text) <= 0.020 for _try in range(50))


HOSTILE = [
    "a", "1", "1 ", "06 ", "0612345678 ", "@", "a@", "a.", "a-", "J.", "J. ", "a ", "van ", "van der ",
    "nl91 ", "nl91abna", "12-", "12 maart ", "een ", "een", "punt ", "a punt ", "Aa ", "Jan ", "Jan en ",
    "mevrouw ", "de heer ", "oma oma. ", "de enige ", "nummer ", "op ", "geboren ", "geboren 1-1-",
    "straat", "straat ", "Prins ", "1a", "(", "'", "\u200b", "e\u0301", "я", "٣", "negentien",
    "negentienhonderd ", "school De ", "Aa Lyceum ", "h e n k ", "+31 ", "+", "001 ", "€1 ", "https://",
    "www.", "wagenmeesterstraa ", " ", "\n", "klantnummer ", "buren van 3", "😀", "ﷺ",
    "op 12, ", "op 12 en 14 ", "van 3 zit ", "zbgniewovitsch ", "gekwxtterdheid", "Zbgniew komt ",
    "mw de V. ", "obs de ", "al iman moskee ", "sint ", "naast ons ", "deur is 5c ", "klindwegstraat ",
]  # fmt: skip


@cache
def _floor(length: int) -> float:
    """Processor time for ordinary stories of this length on this machine: what hostile input is held to."""
    return min(_once(_sample(length, clean=True)) for _ in range(5))


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_input_takes_time_in_proportion_to_its_length(unit: str) -> None:
    short, long = ((unit * length)[:length] for length in (5000, 20_000))

    def in_proportion() -> bool:
        taken = _once(long)
        return taken <= 20 * _floor(20_000) and taken <= 8 * max(_once(short), _floor(5000) / 8)

    assert any(in_proportion() for _try in range(10))


def test_the_reader_never_logs_and_prints_nothing(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    level = logging.getLogger().level
    for text, _spans in list(sentences(TUNED))[:100]:
        READER.check(text)
    _broken("names").check("Fatima, 0612345678")
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger().level == level


def test_the_reader_keeps_nothing_of_what_it_reads() -> None:
    canary = "zwxkanariepiet"
    reader = Reader(LEXICON)
    text = f"mevrouw {canary} woont op {canary}straat 7, mail {canary}@voorbeeld.nl, 0687654321"
    assert canary in " ".join(finding.text for finding in reader.check(text).findings)
    modules = [vars(module) for name, module in sys.modules.items() if name.startswith("msa.privacy.reading")]
    kept = _strings_within([reader, *modules])
    assert "fatima" in kept
    assert not [string for string in kept if canary in string or "0687654321" in string]


def _strings_within(roots: list[object]) -> set[str]:
    """Every string that can be reached from the reader and its modules, caches of functions included."""
    seen: set[int] = set()
    strings: set[str] = set()
    waiting = list(roots)
    while waiting:
        held = waiting.pop()
        if id(held) in seen or isinstance(held, ModuleType | type):
            continue
        seen.add(id(held))
        if isinstance(held, str):
            strings.add(held)
        elif isinstance(held, _CONTAINERS) or type(held).__module__.startswith(("msa.privacy", "functools")):
            waiting.extend(gc.get_referents(held))
    return strings


def test_the_reader_asks_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> None:
        raise AssertionError("the reader opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    reader = Reader(LEXICON)
    assert all(reader.check(text).complete for text, _spans in list(sentences(TUNED))[:50])


class _Broken(Lexicon):
    """A lexicon of which one part raises when it is read."""

    broken: str

    def __getattribute__(self, name: str) -> object:
        if name in ("streets", "institutions", "house_numbers"):
            if name == object.__getattribute__(self, "broken"):
                raise RuntimeError("the word list is not there")
            return frozenset()
        return object.__getattribute__(self, name)


def _broken(part: str) -> Reader:
    if part in ("streets", "institutions", "house_numbers"):
        lexicon = object.__new__(_Broken)
        object.__setattr__(lexicon, "broken", part)
        return Reader(lexicon)
    reader = Reader(LEXICON)
    reader._rules = {**RULES, part: (_raise,)}
    return reader


def _raise(*_given: object) -> list:
    raise MemoryError


@pytest.mark.parametrize("part", ["streets", "institutions", "house_numbers", *RULES])
@pytest.mark.parametrize("text", ["Een heel gewone zin over de tuin.", "Henk woont op nummer 14."])
def test_when_a_part_is_down_the_text_waits_and_cannot_be_waved_through(part: str, text: str) -> None:
    reader = _broken(part)
    result = reader.check(text)
    assert not result.complete
    assert result.failed
    waved = {finding.key for finding in result.findings}
    assert [(f.kind, f.start, f.end) for f in reader.blocking(text, waved)] == [(UNREAD, 0, len(text))]
