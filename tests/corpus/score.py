"""How well the reader does on a golden corpus: one JSON object a line, `text` and `spans` (start, end, kind).

A sentence without spans is clean. Spans of kind `rare` are hints (P18) and are scored apart. All people,
numbers and addresses in the corpora are invented.

Held out: 163 sentences written beside the first rules and 182 of a later round, by the hand that wrote the
rules. Nobody tunes on what is missed in them; whoever does writes new ones and moves the old ones to the
tuned corpus. Figures, also of each batch when it first met the rules: docs/decisions/0009-reading-along.md.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from msa.privacy.reading import Finding, Lexicon, Reader, Severity

FOLDER = Path(__file__).parent
TUNED = FOLDER / "reading.jsonl"
HELD_OUT = FOLDER / "reading_heldout.jsonl"
CERTAIN_KINDS = frozenset({"bsn", "iban", "phone", "email", "postcode"})

# The project of the corpora: its streets, places and doors.
LEXICON = Lexicon(
    streets=frozenset(
        "Wagenmeesterstraat Stokerstraat Dwarsliggerpad Ketelmakerstraat Tenderstraat Seinhuisstraat "
        "Rangeerplein".split()
    ),
    institutions=frozenset(
        {
            "Basisschool De Lanteren", "Buurthuis De Wissel", "Bakkerij Jansen", "Verzorgingshuis Het Perron",
            "Speeltuin De Locomotief", "Moskee Al Nour",
        }
    ),
    house_numbers=frozenset(str(number) for number in range(1, 90)),
)  # fmt: skip


@dataclass
class Scores:
    """Counts over one corpus.

    direct, direct_found: spans that identify directly, and those that blocking findings cover as a whole.
    certain, certain_found: those among them that must not be waved through, and found as such.
    clean, clean_flagged: clean sentences, and those with a blocking finding. rare, rare_found: hints.
    missed, false_alarms: the sentences themselves, to look at.
    """

    direct: int = 0
    direct_found: int = 0
    certain: int = 0
    certain_found: int = 0
    clean: int = 0
    clean_flagged: int = 0
    rare: int = 0
    rare_found: int = 0
    stray: int = 0
    by_kind: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    false_alarms: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of direct identifiers found, 0 to 1."""
        return self.direct_found / self.direct

    @property
    def flagged_share(self) -> float:
        """Share of clean sentences with a blocking finding, 0 to 1."""
        return self.clean_flagged / self.clean

    @property
    def rare_recall(self) -> float:
        """Share of rare things pointed at, 0 to 1."""
        return self.rare_found / self.rare if self.rare else 1.0


def sentences(path: Path) -> Iterator[tuple[str, list[dict]]]:
    """The sentences of a corpus with their spans."""
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        yield entry["text"], entry["spans"]


def score(path: Path, reader: Reader | None = None) -> Scores:
    """Read a whole corpus and count."""
    reader = reader or Reader(LEXICON)
    scores = Scores()
    for text, spans in sentences(path):
        findings = reader.read(text)
        if spans:
            _score_marked(scores, text, spans, findings)
        else:
            _score_clean(scores, text, findings)
    return scores


def _score_clean(scores: Scores, text: str, findings: list[Finding]) -> None:
    scores.clean += 1
    blocking = [finding for finding in findings if finding.severity >= Severity.LIKELY]
    if blocking:
        scores.clean_flagged += 1
        scores.false_alarms.append(f"{text}  <- {[(f.kind, f.text) for f in blocking]}")


def _score_marked(scores: Scores, text: str, spans: list[dict], findings: list[Finding]) -> None:
    for span in spans:
        if span["kind"] == "rare":
            scores.rare += 1
            scores.rare_found += _touched(span, findings)
            continue
        scores.direct += 1
        found = _covered(text, span, findings, Severity.LIKELY)
        scores.direct_found += found
        if not found:
            scores.by_kind[span["kind"]] += 1
            scores.missed.append(f"{text}  <- {span['kind']} {text[span['start'] : span['end']]!r}")
        if span["kind"] in CERTAIN_KINDS:
            scores.certain += 1
            scores.certain_found += _covered(text, span, findings, Severity.CERTAIN)
    scores.stray += sum(
        finding.severity >= Severity.LIKELY
        and not any(span["start"] < finding.end and finding.start < span["end"] for span in spans)
        for finding in findings
    )


def _covered(text: str, span: dict, findings: list[Finding], least: Severity) -> bool:
    """Whether every letter and digit of the span lies in a finding of at least this severity."""
    inside = {
        position for f in findings if f.severity >= least for position in range(f.start, f.end)
    }  # fmt: skip
    return all(p in inside for p in range(span["start"], span["end"]) if text[p].isalnum())


def _touched(span: dict, findings: list[Finding]) -> bool:
    return any(f.start < span["end"] and span["start"] < f.end for f in findings)
