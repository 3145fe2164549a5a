"""P26: type by content, size and row limits, bombs refused, a message with row and column, nothing half."""

import io
import random
import resource
import subprocess
import sys
import time
import zipfile
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from msa.tables import Limits, Table, TableError
from tests.msa.spreadsheets import as_csv, as_xlsx, part, read, repacked

pytestmark = pytest.mark.attack

ROWS = [["Straat", "Nr", "Blok"], ["Pad", "1", "Noord"], ["Weg", "2", "Zuid"]]
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


CONTENT_TYPES = b"<Types/>"
WRONG = {
    "empty": (b"", "leeg"),
    "blank": (b" \r\n\t\n ", "leeg"),
    "only a byte order mark": (b"\xef\xbb\xbf", "leeg"),
    "old excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), ".xls"),
    "pdf": (b"%PDF-1.7\n1 0 obj<<>>endobj\n", "PDF"),
    "png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "afbeelding"),
    "jpeg": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "afbeelding"),
    "rtf": (rb"{\rtf1\ansi hallo}", "RTF"),
    "html": (b"\n <!DOCTYPE html><table><tr><td>Straat</td></tr></table>", "webpagina"),
    "html table": (b"<table><tr><td>1</td></tr></table>", "webpagina"),
    "xml": (b'<?xml version="1.0"?><Workbook/>', "XML"),
    "json": (b'[{"straat": "Pad"}]', "JSON"),
    "json object": (b'{"straat": "Pad"}', "JSON"),
    "gzip": (b"\x1f\x8b\x08\x00" + bytes(50), "ingepakt"),
    "noise": (random.Random(1).randbytes(5000), "geen tekst"),
    "program": (b"\x7fELF\x02\x01\x01" + bytes(200), "geen tekst"),
    "word": (zipped({"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": b"<a/>"}), "Word"),
    "slides": (
        zipped({"[Content_Types].xml": CONTENT_TYPES, "ppt/presentation.xml": b"<a/>"}),
        "presentatie",
    ),
    "ods": (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), ".ods"),
    "zip": (zipped({"adressen.csv": b"a,b\n1,2\n"}), "zip"),
    "binary workbook": (zipped({"[Content_Types].xml": CONTENT_TYPES, "xl/workbook.bin": b""}), ".xlsb"),
    "macros": (repacked(as_xlsx(ROWS), {"xl/vbaProject.bin": b"x"}), "macro"),
    "workbook without parts": (zipped({"[Content_Types].xml": CONTENT_TYPES, "xl/a": b""}), "beschadigd"),
    "half a workbook": (as_xlsx(ROWS)[:1000], "beschadigd"),
}


@pytest.mark.parametrize("name", ["adressen.csv", "adressen.xlsx", "foto.png", ""])
@pytest.mark.parametrize("kind", WRONG)
def test_a_file_of_another_kind_is_refused_by_its_content_in_plain_dutch(kind, name):
    data, word = WRONG[kind]
    with pytest.raises(TableError) as caught:
        read(data, name=name)
    assert word in str(caught.value)


def test_a_file_that_is_too_large_is_not_read_to_its_end():
    class Endless(io.RawIOBase):
        taken = 0

        def read(self, size: int = -1) -> bytes:
            assert size >= 0, "asked for everything"
            self.taken += size
            return b"a,b\n" * (size // 4 + 1)

    source = Endless()
    with pytest.raises(TableError, match="groter dan 10 MB"):
        read_endless(source)
    assert source.taken <= Limits().max_bytes + 1


def read_endless(source):
    from msa.tables import read_table

    return read_table(source)


# Bombs


def laughs(root: bytes) -> bytes:
    entities = b'<!ENTITY a0 "ha">' + b"".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">'.encode() for i in range(1, 10)
    )
    return b'<?xml version="1.0"?><!DOCTYPE x [' + entities + b"]>" + root


BOMBS = {
    "strings": (STRINGS, laughs(f'<sst xmlns="{MAIN}"><si><t>&a9;</t></si></sst>'.encode())),
    "sheet": (SHEET, laughs(f'<worksheet xmlns="{MAIN}"><sheetData>&a9;</sheetData></worksheet>'.encode())),
    "workbook": ("xl/workbook.xml", laughs(f'<workbook xmlns="{MAIN}">&a9;</workbook>'.encode())),
    "types": ("[Content_Types].xml", laughs(b"<Types>&a9;</Types>")),
    "relations": ("_rels/.rels", laughs(b"<Relationships>&a9;</Relationships>")),
    "styles": ("xl/styles.xml", laughs(f'<styleSheet xmlns="{MAIN}">&a9;</styleSheet>'.encode())),
    "in utf-16": (STRINGS, laughs(b"<sst>&a9;</sst>").decode().encode("utf-16")),
    "a file of the server": (
        STRINGS,
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst><si><t>&e;</t></si></sst>',
    ),
    "a document type elsewhere": (STRINGS, b'<!DOCTYPE x SYSTEM "http://x.invalid/x.dtd"><sst/>'),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_xml_that_expands_or_fetches_is_refused_before_it_is_parsed(bomb):
    name, content = BOMBS[bomb]
    began = time.monotonic()
    with pytest.raises(TableError, match="niet veilig"):
        read(repacked(as_xlsx(ROWS), {name: content}))
    assert time.monotonic() - began < 2


def test_a_part_that_unpacks_to_very_much_is_refused():
    data = repacked(as_xlsx(ROWS), {"xl/media/picture.bin": bytes(300 * 1024 * 1024)})
    assert len(data) < 1024 * 1024
    with pytest.raises(TableError, match="te groot"):
        read(data)


def test_a_part_of_suspicious_ratio_is_refused_also_when_it_is_not_so_large():
    with pytest.raises(TableError, match="te groot"):
        read(repacked(as_xlsx(ROWS), {"xl/media/picture.bin": bytes(5 * 1024 * 1024)}))


def test_a_zip_with_very_many_parts_is_refused():
    with pytest.raises(TableError, match="te groot"):
        read(repacked(as_xlsx(ROWS), {f"xl/media/{i}.bin": b"" for i in range(2000)}))


def test_a_part_that_lies_about_its_size_is_refused():
    data = bytearray(repacked(as_xlsx(ROWS), {STRINGS: b"<sst>" + b" " * 900_000 + b"</sst>"}))
    size = (900_000 + 11).to_bytes(4, "little")
    assert data.count(size) == 2
    lying = bytes(data).replace(size, (2000).to_bytes(4, "little"))
    with pytest.raises(TableError):
        read(lying)


def test_large_styles_are_refused_because_they_would_be_parsed_as_a_whole():
    noise = random.Random(2).randbytes(6_000_000).hex().encode()
    with pytest.raises(TableError, match="te groot"):
        read(repacked(as_xlsx(ROWS), {"xl/styles.xml": b"<styleSheet>" + noise + b"</styleSheet>"}))


def test_a_link_to_another_workbook_is_not_followed():
    relations = "xl/_rels/workbook.xml.rels"
    data = as_xlsx(ROWS)
    linked = part(data, relations).replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'externalLink" Target="http://192.0.2.1/secret.xlsx" TargetMode="External"/></Relationships>',
    )
    assert len(read(repacked(data, {relations: linked})).rows) == 2


# Very much data: refused early, in little time and memory. Measured in a process of its own.

MEASURE = """
import io, resource, sys, time
import django
from django.conf import settings
settings.configure(USE_I18N=False, USE_TZ=True, TIME_ZONE="Europe/Amsterdam")
django.setup()
from msa.tables import TableError, read_table
data = sys.stdin.buffer.read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began = time.process_time()
try:
    table = read_table(io.BytesIO(data))
    outcome = f"{len(table.rows)} rows"
except TableError as error:
    outcome = str(error)
seconds = time.process_time() - began
print(seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024, outcome)
"""


def measured(data: bytes) -> tuple[float, int, str]:
    """(seconds of processor time, extra megabytes, what came of it) of reading a file in a fresh process."""
    done = subprocess.run([sys.executable, "-c", MEASURE], input=data, capture_output=True, check=True)
    seconds, megabytes, outcome = done.stdout.decode().split(maxsplit=2)
    return float(seconds), int(megabytes), outcome


def sheet_of(rows: str) -> bytes:
    xml = f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return repacked(as_xlsx(ROWS), {SHEET: xml.encode()})


def text_row(number: int, cells: int = 3) -> str:
    inside = "".join(f'<c t="inlineStr"><is><t>v{number}x{i}</t></is></c>' for i in range(cells))
    return f'<row r="{number}">{inside}</row>'


@cache
def largest_allowed(kind: str) -> float:
    """Seconds of processor time for the largest file that is accepted: the floor of what follows."""
    rows = range(1, 19_999)
    data = (
        b"straat,nr\n" + b"pad,1\n" * len(rows) if kind == "csv" else sheet_of("".join(map(text_row, rows)))
    )
    seconds, _megabytes, outcome = measured(data)
    assert "rows" in outcome
    return seconds


def test_a_text_file_of_a_million_rows_is_refused_early():
    seconds, megabytes, outcome = measured(b"straat,nr\n" + b"pad,1\n" * 1_000_000)
    assert "meer dan 20000 rijen" in outcome
    assert seconds < 2 * largest_allowed("csv")
    assert megabytes < 120


def test_a_workbook_of_many_rows_is_refused_early():
    seconds, megabytes, outcome = measured(sheet_of("".join(map(text_row, range(1, 100_000)))))
    assert "meer dan 20000 rijen" in outcome
    assert seconds < 4 * largest_allowed("xlsx")
    assert megabytes < 200


def test_a_workbook_with_its_last_row_filled_is_read_in_bounded_time():
    seconds, megabytes, outcome = measured(sheet_of(text_row(1) + text_row(2) + text_row(1_048_576)))
    assert "2 rows" in outcome
    assert seconds < 2 * largest_allowed("xlsx")
    assert megabytes < 100


def test_a_workbook_of_a_million_formatted_empty_rows_is_read_or_refused_in_bounded_time():
    empty = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(3, 1_000_000))
    seconds, megabytes, outcome = measured(sheet_of(text_row(1) + text_row(2) + empty))
    assert "1 rows" in outcome or "te groot" in outcome
    assert seconds < 10 * largest_allowed("xlsx")
    assert megabytes < 150


def test_a_workbook_as_wide_as_can_be_is_refused_early():
    for rows, words in [(3, "meer dan 200 kolommen"), (200, "te groot")]:
        wide = "".join(text_row(n, 16_384) for n in range(1, rows + 1))
        seconds, megabytes, outcome = measured(sheet_of(wide))
        assert words in outcome
        assert seconds < 8 * largest_allowed("xlsx")
        assert megabytes < 150


# Whatever arrives: a table or a message, never another error.


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


def test_this_machine_reports_memory_in_kilobytes():
    """The limits above rest on it."""
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 10_000
