"""Nothing is built again without need, and nothing old is kept when an input changed."""

import pytest

from deploy import stamps


@pytest.fixture
def made(tmp_path):
    source = tmp_path / "source.txt"
    source.write_text("one")
    stamp = tmp_path / "stamp"
    stamps.write(stamp, [source])
    return source, stamp


def test_a_stamp_holds_while_its_inputs_stay_the_same(made):
    source, stamp = made
    assert stamps.matches(stamp, [source])


def test_a_stamp_lapses_when_an_input_changes(made):
    source, stamp = made
    source.write_text("two")
    assert not stamps.matches(stamp, [source])


def test_a_stamp_lapses_when_an_input_goes_away(made):
    source, stamp = made
    source.unlink()
    assert not stamps.matches(stamp, [source])


def test_a_stamp_lapses_when_an_input_that_was_absent_appears(tmp_path):
    absent, stamp = tmp_path / "list.txt", tmp_path / "stamp"
    stamps.write(stamp, [absent])
    assert stamps.matches(stamp, [absent])
    absent.write_text("house")
    assert not stamps.matches(stamp, [absent])


def test_without_a_stamp_nothing_is_fresh(tmp_path):
    assert not stamps.matches(tmp_path / "stamp", [])
