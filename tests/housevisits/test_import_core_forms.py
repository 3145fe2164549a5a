"""The real export of Google Forms (H11), in every coat it may come in."""

from dataclasses import replace
from datetime import datetime

import pytest

from housevisits.imports.forms import check, fingerprints, propose_mapping
from tests.housevisits.form_exports import DEFAULT, KEY, REAL
from tests.msa.spreadsheets import as_csv, as_xlsx, read


@pytest.fixture(scope="module")
def real():
    return read(REAL.read_bytes())


def test_the_real_file_goes_through_without_a_correction(real):
    proposal = propose_mapping(real, DEFAULT)
    assert list(proposal.mapping.columns.values()) == [
        "timestamp", "held_by", "block", "question:age", "question:household", "question:tenure",
        "question:liveability", "question:trend", "question:unsafe", "question:at_home",
        "question:neighbours", "question:contribute", "cards", "text:person:opportunity",
        "text:person:barrier", "text:environment:opportunity", "text:environment:barrier", "signal:care",
        "signal:home", "signal:opportunity",
    ]  # fmt: skip
    assert {column.confidence for column in proposal.columns} == {"sure"}
    assert proposal.undecided == 0
    result = check(real, proposal.mapping, DEFAULT)
    assert result.complete
    assert len(result.rows) == result.total == 414


def test_the_real_file_gives_the_counts_that_stand_in_it(real):
    result = check(real, propose_mapping(real, DEFAULT).mapping, DEFAULT)
    assert result.signal_counts == {"care": 35, "home": 57, "opportunity": 93}
    assert sum(row.block == "key-Noord" for row in result.rows) == 142
    assert sum("liveability" not in row.answers for row in result.rows) == 20
    assert sum(row.answers.get("at_home") == "neutral" for row in result.rows) == 74
    assert sum(len(row.texts) for row in result.rows) == 321 + 226 + 314 + 286
    assert sorted({row.month for row in result.rows})[0] == "2026-03"
    assert {card for row in result.rows for card in row.cards} == {o.key for o in DEFAULT[-1].options}


def test_the_real_file_keeps_no_day_time_or_signal_text(real):
    result = check(real, propose_mapping(real, DEFAULT).mapping, DEFAULT)
    stored = repr(result.rows)
    for trace in (
        "2026/03",
        "a.m.",
        "13:52",
        "Geldzorgen, wil hulp",
        "Hulp bij inpakken",
        "Wil iets doen voor de buurt",
    ):
        assert any(trace in cell for row in real.rows for cell in row)
        assert trace not in stored
    dropped = dict(result.dropped_columns)
    assert "maand" in dropped["Tijdstempel"]
    assert "geteld" in dropped["Zorgsignaal of welzijnsvraag?"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_the_real_file_gives_the_same_in_every_coat(real, separator, encoding):
    expected = check(real, propose_mapping(real, DEFAULT).mapping, DEFAULT).rows
    again = read(as_csv([real.columns, *real.rows], separator, encoding))
    assert check(again, propose_mapping(again, DEFAULT).mapping, DEFAULT).rows == expected


def test_the_real_file_gives_the_same_with_its_columns_the_other_way_round_and_as_a_workbook(real):
    expected = check(real, propose_mapping(real, DEFAULT).mapping, DEFAULT).rows
    turned = read(as_xlsx([real.columns[::-1], *[row[::-1] for row in real.rows]]))
    for one, other in zip(
        check(turned, propose_mapping(turned, DEFAULT).mapping, DEFAULT).rows, expected, strict=True
    ):
        assert (one.month, one.block, one.answers, one.cards) == (
            other.month,
            other.block,
            other.answers,
            other.cards,
        )
        assert set(one.texts) == set(other.texts)


def test_the_real_file_mangled_on_the_way_gives_the_same(real):
    expected = check(real, propose_mapping(real, DEFAULT).mapping, DEFAULT).rows
    mangled = read(REAL.read_bytes().decode("cp1252", "surrogateescape").encode("utf-8", "surrogateescape"))
    assert check(mangled, propose_mapping(mangled, DEFAULT).mapping, DEFAULT).rows == expected


def test_the_real_file_with_typed_dates_and_numbers_below_a_title_gives_the_same(real):
    expected = check(real, propose_mapping(real, DEFAULT).mapping, DEFAULT).rows
    stamps = [datetime.fromisoformat(moment) for moment in _moments(real)]
    typed = [
        [stamp, *[int(cell) if cell.isdigit() else cell for cell in row[1:]]]
        for stamp, row in zip(stamps, real.rows, strict=True)
    ]
    again = read(as_xlsx([["Export van het formulier"], [], list(real.columns), *typed]))
    rows = check(again, propose_mapping(again, DEFAULT).mapping, DEFAULT).rows
    assert [replace(row, row_number=row.row_number - 2) for row in rows] == list(expected)
    assert fingerprints(again, KEY) == fingerprints(real, KEY)


def test_the_real_file_with_the_month_first_gives_the_same(real):
    expected = check(real, propose_mapping(real, DEFAULT).mapping, DEFAULT).rows
    american = [f"{m[5:7]}/{m[8:10]}/{m[:4]} {m[11:]}" for m in _moments(real)]
    again = read(as_csv([real.columns, *[[s, *row[1:]] for s, row in zip(american, real.rows, strict=True)]]))
    proposal = propose_mapping(again, DEFAULT)
    assert any("maand vóór de dag" in note for note in proposal.notes)
    assert check(again, proposal.mapping, DEFAULT).rows == expected
    assert fingerprints(again, KEY) == fingerprints(real, KEY)


def _moments(table):
    """The time stamps as '2026-03-01 09:00:00'."""
    cells = [cell.split() for cell in table.values("Tijdstempel")]
    return [f"{day.replace('/', '-')} {clock.zfill(8)}" for day, clock, *_rest in cells]


def test_twenty_thousand_conversations_go_in_at_once(real):
    rows = [list(row) for row in real.rows]
    many = [
        [f"2026/03/01 {i // 3600 % 24}:{i // 60 % 60:02d}:{i % 60:02d}", *rows[i % 414][1:]]
        for i in range(20_000)
    ]
    data = as_csv([real.columns, *many])
    assert len(data) > 5_000_000
    table = read(data)
    assert len(check(table, propose_mapping(table, DEFAULT).mapping, DEFAULT).rows) == 20_000
