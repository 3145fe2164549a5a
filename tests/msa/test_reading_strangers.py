"""Names that stand in no list: found because they are no Dutch; slips and dialect are not taken for names."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from msa.privacy.reading import Reader, dictionary
from msa.privacy.reading.vocabulary import vocabulary
from tests.corpus.score import LEXICON

READER = Reader(LEXICON)
# Invented; what makes them useful is that no list has them.
STRANGERS = [
    "tjebberina",
    "xhemiline",
    "ogechuma",
    "quvanbek",
    "wojslawka",
    "phairoj",
    "zerabrukti",
    "yilmazcan",
]
SENTENCES = [
    "gisteren bij {} geweest voor koffie",
    "mijn buurvrouw {} helpt met de was",
    "{} doet altijd de boodschappen",
    "het zoontje van {} is gevallen",
]
NO_NAMES = [
    "kheb savonds geen zin meer in visite hoor",
    "de bure hebbe weer lope klage over de kindere",
    "haha nouuuu dat was me wat",
    "ze hbeen de galerij geschidlerd",
    "hij is uitbehandelt en dat is zwaar",
    "ze organiseert een bloemschikcursus en een buurtbarbecue",
    "opstraat is het donker en inde kelder ook",
]


@pytest.mark.parametrize("name", STRANGERS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_name_that_stands_in_no_list_is_found(sentence: str, name: str) -> None:
    known = vocabulary()
    assert not known.is_strong(name)
    assert not known.is_weak(name)
    found = READER.blocking(sentence.format(name))
    assert any(finding.kind == "name" and name in finding.text for finding in found)


@pytest.mark.parametrize("text", NO_NAMES)
def test_slips_dialect_and_compounds_are_no_names(text: str) -> None:
    assert READER.blocking(text) == []


@pytest.fixture
def no_word_list(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setattr(dictionary, "WORD_LIST", tmp_path / "gone")
    dictionary._hashes.cache_clear()
    yield
    dictionary._hashes.cache_clear()


@pytest.mark.usefixtures("no_word_list")
def test_without_the_word_list_the_text_waits() -> None:
    result = READER.check("gisteren bij tjebberina geweest")
    assert not result.complete
    assert "names" in result.failed
    assert READER.blocking("gisteren bij tjebberina geweest", {f.key for f in result.findings})
