"""Words that judge a person or put a stamp on a group are pointed out, softly (V6)."""

import pytest

from msa.privacy.reading import Finding, Reader, Severity
from msa.privacy.reading.rewording import reword
from tests.corpus.score import HELD_OUT, LEXICON, TUNED, sentences


def _judged(text: str, reader: Reader | None = None) -> list[Finding]:
    return [one for one in (reader or Reader()).read(text) if one.kind.startswith("judging")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mevrouw is een zeurpiet, zielig en asociaal.", ["zeurpiet", "zielig", "asociaal"]),
        ("Die buitenlanders zijn tuig.", ["buitenlanders", "tuig"]),
        ("Hij is gewoon lui.", ["lui"]),
        ("Dat soort mensen wil niets.", ["Dat soort mensen"]),
        ("ZE IS ZIELIG", ["ZIELIG"]),
    ],
)
def test_a_judgement_is_pointed_out_and_never_blocks(text: str, words: list[str]) -> None:
    found = _judged(text)
    assert [one.text for one in found] == words
    assert {one.severity for one in found} == {Severity.HINT}
    assert not [one for one in Reader().blocking(text) if one.kind.startswith("judging")]


@pytest.mark.parametrize(
    "text",
    [
        "Ze vindt het gek dat de lift zo lang stuk is.",
        "Dat is een dom plan van de gemeente.",
        "Gaat graag met andere mensen wandelen.",
        "Het portiek is vies en donker.",
        "Hij heeft een tuigje voor de hond.",
        "De luier past niet.",
    ],
)
def test_what_is_said_of_things_is_no_judgement(text: str) -> None:
    assert _judged(text) == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Die buitenlanders helpen elkaar.", "Die mensen helpen elkaar."),
        ("Probleemjongeren staan in de hal.", "Jongeren staan in de hal."),
        ("Een probleemgezin woont hier.", "Een gezin woont hier."),
    ],
)
def test_a_word_with_a_plainer_one_gets_it_offered(text: str, better: str) -> None:
    (found,) = _judged(text)
    other = reword(text, found)
    assert other is not None
    assert text[: other.start] + other.new + text[other.end :] == better


def test_no_clean_sentence_of_the_corpora_is_pointed_at() -> None:
    reader = Reader(LEXICON)
    clean = [text for path in (TUNED, HELD_OUT) for text, spans in sentences(path) if not spans]
    assert len(clean) > 500
    assert [text for text in clean if _judged(text, reader)] == []
