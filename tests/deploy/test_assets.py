"""What the asset build leaves in static/build/ is complete and usable."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from deploy.build_assets import chosen_names
from deploy.font_files import FACES

BUILD = Path(__file__).resolve().parents[2] / "static" / "build"
DUTCH = "aAzZ0189 éëïóöüáèêç€–—’‘“”…·×½²IJij"


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.document_file)
def test_a_font_for_documents_has_every_letter_that_dutch_needs(face):
    letters = TTFont(BUILD / "fonts" / face.document_file).getBestCmap()
    assert [letter for letter in DUTCH if ord(letter) not in letters] == []


def test_the_font_for_reading_has_names_from_turkey_and_poland():
    letters = TTFont(BUILD / "fonts" / "atkinson-hyperlegible-next-400-normal.ttf").getBestCmap()
    assert [letter for letter in "şğıİłżśčřőū" if ord(letter) not in letters] == []


@pytest.mark.parametrize("sheet", ["fonts.css", "print.css"])
def test_a_style_sheet_names_only_fonts_that_are_there(sheet):
    text = (BUILD / "fonts" / sheet).read_text()
    files = [part.partition('"')[0] for part in text.split('url("')[1:]]
    assert len(files) >= len(FACES)
    assert [name for name in files if not (BUILD / "fonts" / name).exists()] == []


def test_the_sprite_of_icons_is_well_formed_and_its_names_are_unique():
    names = [symbol.get("id") for symbol in etree.parse(BUILD / "icons.svg").getroot()]
    assert len(names) == len(set(names)) > 20
    assert "house" in names


def test_the_licences_of_everything_that_is_served_are_named():
    text = (BUILD / "LICENSES.txt").read_text()
    for package in ("bootstrap 5", "htmx.org 2", "lucide-static", "atkinson-hyperlegible-next"):
        assert package in text


def test_a_list_narrows_what_is_built_and_may_hold_comments(tmp_path):
    chosen = tmp_path / "icons.txt"
    chosen.write_text("# navigation\nhouse\n\nuser  # account\n")
    assert chosen_names(chosen, {"house", "user", "tree"}) == ["house", "user"]


def test_without_a_list_everything_is_built(tmp_path):
    assert chosen_names(tmp_path / "absent.txt", {"b", "a"}) == ["a", "b"]


def test_a_name_that_does_not_exist_stops_the_build_and_is_named(tmp_path):
    chosen = tmp_path / "icons.txt"
    chosen.write_text("hoose\n")
    with pytest.raises(ValueError, match=r"icons\.txt.*hoose"):
        chosen_names(chosen, {"house"})
