"""P26: whatever arrives gives a table or a message, never another error, and nothing half."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from msa.tables import Table, TableError
from tests.attacks.uploads import ROWS, SHEET
from tests.msa.spreadsheets import as_csv, as_xlsx, part, read, repacked

pytestmark = pytest.mark.attack


def attempt(data: bytes) -> Table | None:
    try:
        return read(data)
    except TableError as error:
        assert error.problems
        assert str(error).strip()
        return None


@pytest.mark.parametrize("seed", range(150))
def test_a_workbook_with_damaged_bytes_gives_a_table_or_a_message(seed):
    chance = random.Random(seed)
    data = bytearray(as_xlsx(ROWS))
    for _time in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    attempt(bytes(data))
    attempt(bytes(data[: chance.randrange(len(data))]))


PARTS = [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"]


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("seed", range(30))
def test_a_workbook_with_damaged_xml_gives_a_table_or_a_message(name, seed):
    chance = random.Random(seed)
    data = as_xlsx(ROWS)
    xml = bytearray(part(data, name))
    for _time in range(chance.randint(1, 8)):
        xml[chance.randrange(len(xml))] = chance.choice(b"<>/\"'=&; 09az\x00\xff")
    attempt(repacked(data, {name: bytes(xml)}))
    attempt(repacked(data, {}, drop=[name]))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400))
def test_any_bytes_give_a_table_or_a_message(data):
    attempt(data)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_text_gives_a_table_or_a_message(text, encoding):
    attempt(text.encode(encoding, "surrogatepass"))


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=10))
def test_any_cells_written_as_csv_are_a_table_of_three_columns_or_a_message(cells):
    table = attempt(as_csv([("Eerste", "Tweede", "Derde"), *cells]))
    assert table is None or len(table.columns) == 3


def test_nothing_comes_back_when_one_row_is_wrong():
    rows = [["a", "b"], *[["1", "2"]] * 100, ["1", "2", "3"]]
    assert attempt(as_csv(rows[:-1])) is not None
    assert attempt(as_csv(rows)) is None
