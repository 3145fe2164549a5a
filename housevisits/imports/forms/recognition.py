"""What each column of an export seems to be."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext as _

from housevisits.imports.addresses.parsing import normal_postcode
from housevisits.imports.columns import Confidence
from housevisits.imports.forms import headers
from housevisits.imports.forms.types import TargetQuestion, ValueProposal
from housevisits.imports.forms.values import propose_values
from housevisits.imports.personal import personal_kind, reason, share
from msa.tables.dates import looks_like_dates, read_dates

# Questions that may be recognised by the name of the column alone, whatever stands in it.
_SURE_NAME = 0.75
_ENOUGH = 0.6
_NAME_LIKE = re.compile(r"[A-Z][^\W\d]*[.]?([ -](van|de|der|den|el|[A-Z])[^\W\d]*){0,3}")


@dataclass(frozen=True)
class Guess:
    """target, how sure, and a short Dutch reason."""

    target: str
    confidence: Confidence
    why: str


@dataclass(frozen=True)
class _Fit:
    """How well a column fits a question: by its name, by its values, and taken together."""

    column: str
    question: TargetQuestion
    score: float
    name: float
    values: float


def recognise(columns: Mapping[str, list[str]], questions: Sequence[TargetQuestion]) -> dict[str, Guess]:
    """A guess for every column (name -> cells). Every question gets at most one column."""
    guesses: dict[str, Guess] = {}
    for column, cells in columns.items():
        if guess := _by_content(column, cells):
            guesses[column] = guess
    _find_timestamp(columns, guesses)
    rest = {column: cells for column, cells in columns.items() if column not in guesses}
    guesses.update(_assign_questions(rest, questions))
    for column, cells in rest.items():
        if column not in guesses:
            guesses[column] = _by_name(column, cells)
    return {column: guesses[column] for column in columns}


def question_target(question: TargetQuestion) -> str:
    """The target of the column with the answers to a question."""
    return question.key if question.key in ("held_by", "block", "cards") else f"question:{question.key}"


def _by_content(column: str, cells: list[str]) -> Guess | None:
    """What can be seen in the cells themselves: e-mail, telephone, BSN, postcodes."""
    kind = personal_kind("", cells)
    if kind:
        return Guess("email" if kind == "email" else "personal", "sure", reason(kind))
    if headers.is_birth(column):
        return Guess("personal", "sure", reason("birth"))
    if share(cells, normal_postcode) >= 0.6 or headers.is_address(column):
        return Guess("personal", "sure", reason("address"))
    return None


def _find_timestamp(columns: Mapping[str, list[str]], guesses: dict[str, Guess]) -> None:
    """The column of dates whose name fits best; others are left out."""
    found = [
        column for column, cells in columns.items() if column not in guesses and _are_dates(column, cells)
    ]
    found.sort(key=headers.timestamp_score, reverse=True)
    for column in found[1:]:
        guesses[column] = Guess("ignore", "guess", _("Nog een datum; de maand komt uit de andere kolom."))
    if found:
        sure = headers.timestamp_score(found[0]) > 0.5
        guesses[found[0]] = Guess("timestamp", "sure" if sure else "guess", _("Er staan datums in."))


def _are_dates(column: str, cells: list[str]) -> bool:
    if looks_like_dates(cells):
        return True
    filled = [cell for cell in cells if cell][:200]
    readable = sum(day is not None for day in read_dates(filled).dates)
    return headers.timestamp_score(column) == 1.0 and bool(filled) and readable >= 0.5 * len(filled)


def _assign_questions(
    columns: Mapping[str, list[str]], questions: Sequence[TargetQuestion]
) -> dict[str, Guess]:
    stories = {column for column, cells in columns.items() if _is_story(cells)}
    fits = sorted(
        (
            _fit(column, sample, question, column in stories)
            for column, sample in ((column, _sample(cells)) for column, cells in columns.items())
            for question in questions
        ),
        key=lambda fit: fit.score,
        reverse=True,
    )
    guesses: dict[str, Guess] = {}
    taken: set[str] = set()
    for fit in fits:
        if fit.score < _ENOUGH or fit.column in guesses or fit.question.key in taken:
            continue
        guess = _question_guess(fit, columns[fit.column])
        guesses[fit.column] = guess
        if guess.target != "name":
            taken.add(fit.question.key)
    return guesses


def _fit(column: str, sample: list[str], question: TargetQuestion, is_story: bool) -> _Fit:
    name = headers.question_score(column, question)
    if is_story and not question.multiple:
        return _Fit(column, question, 0.0, name, 0.0)
    proposals = propose_values(sample, question)
    values = _value_fit(proposals)
    score = 0.55 * values + 0.45 * name
    if name >= _SURE_NAME and not (headers.says_sphere(column) or headers.signal_target(column)):
        score = max(score, _ENOUGH)
    if values >= 0.9 and (_is_telling(proposals) or _are_blocks(question, proposals)):
        score = max(score, _ENOUGH)
    return _Fit(column, question, score, name, values)


def _sample(cells: list[str]) -> list[str]:
    """Enough cells to see what kind of answers they are."""
    return list(islice(filter(None, cells), 150))


def _value_fit(proposals: Sequence[ValueProposal]) -> float:
    """Which part of the filled cells is an answer to the question; a guess counts for less."""
    worth = {"sure": 1.0, "guess": 0.7, "none": 0.0}
    total = sum(proposal.count for proposal in proposals)
    return sum(worth[p.confidence] * p.count for p in proposals) / total if total else 0.0


def _is_telling(proposals: Sequence[ValueProposal]) -> bool:
    """Three different answers in words say which question it is; numbers, 'ja' and 'nee' do not."""
    words = {p.option for p in proposals if p.how == "same" and len(p.value) > 4}
    return len(words) >= 3


def _are_blocks(question: TargetQuestion, proposals: Sequence[ValueProposal]) -> bool:
    """The names of the project's own blocks say it, however short they are."""
    named = {p.option for p in proposals if p.how == "same" and not p.value.strip().isdigit()}
    return question.key == "block" and len(named) >= 2


def _question_guess(fit: _Fit, cells: list[str]) -> Guess:
    if fit.question.key == "held_by" and fit.values < 0.3 and share(cells, _NAME_LIKE.fullmatch) > 0.7:
        return Guess("name", "guess", _("Er lijken namen in te staan. Namen worden niet bewaard."))
    target = question_target(fit.question)
    if fit.values >= 0.9 and fit.name >= 0.5:
        return Guess(target, "sure", _("Naam en antwoorden passen."))
    if fit.values >= 0.5:
        return Guess(target, "guess", _("De antwoorden passen."))
    return Guess(target, "guess", _("De naam van de kolom past."))


def _by_name(column: str, cells: list[str]) -> Guess:
    text, signal = headers.text_target(column), headers.signal_target(column)
    if signal and not (text and headers.says_sphere(column)):
        return Guess(signal, "sure", _("Een signaal: wordt alleen geteld."))
    if text:
        return Guess(text, "sure", _("Naam van de kolom."))
    kind = personal_kind(column, cells)
    if kind:
        target = kind if kind in ("email", "name") else "personal"
        return Guess(target, "sure", reason(kind))
    if headers.question_score(column, TargetQuestion("block", "", ())) >= _SURE_NAME:
        return Guess("block", "guess", _("De naam van de kolom past."))
    if _is_story(cells):
        if story := headers.story_target(column):
            return Guess(story, "guess", _("Open tekst, en de naam van de kolom past."))
        return Guess("ignore", "none", _("Open tekst: kies een veld, of laat de kolom weg."))
    return Guess("ignore", "none", _("Niet herkend."))


def _is_story(cells: list[str]) -> bool:
    """Whether the cells hold sentences: long, and hardly any twice."""
    counts = Counter(cell for cell in cells if cell)
    if not counts:
        return False
    length = sum(map(len, counts)) / len(counts)
    return length > 40 and len(counts) > 0.2 * counts.total()
