"""P26: very large files are refused early, in bounded memory and computing."""

import io
import resource
import subprocess
import sys

import pytest

from msa.tables import Limits, TableError
from tests.attacks.uploads import MAIN, ROWS, SHEET
from tests.msa.spreadsheets import as_xlsx, repacked

pytestmark = pytest.mark.attack


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


# Very much data: refused early, in bounded memory. Read in a process of its own, which the system ends when
# it goes on computing.

MEASURE = """
import io, resource, sys
import django
from django.conf import settings
settings.configure(USE_I18N=False, USE_TZ=True, TIME_ZONE="Europe/Amsterdam")
django.setup()
from msa.tables import TableError, read_table
data = sys.stdin.buffer.read()
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    table = read_table(io.BytesIO(data))
    outcome = f"{len(table.rows)} rows"
except TableError as error:
    outcome = str(error)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024, outcome)
"""


def measured(data: bytes) -> tuple[int, str]:
    """(extra megabytes, what came of it) of reading a file in a fresh process."""
    done = subprocess.run([sys.executable, "-c", MEASURE], input=data, capture_output=True, check=True)
    megabytes, outcome = done.stdout.decode().split(maxsplit=1)
    return int(megabytes), outcome


def sheet_of(rows: str) -> bytes:
    xml = f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return repacked(as_xlsx(ROWS), {SHEET: xml.encode()})


def text_row(number: int, cells: int = 3) -> str:
    inside = "".join(f'<c t="inlineStr"><is><t>v{number}x{i}</t></is></c>' for i in range(cells))
    return f'<row r="{number}">{inside}</row>'


def test_the_largest_file_that_is_accepted_is_read_whole():
    rows = range(1, 19_999)
    assert "19998 rows" in measured(b"straat,nr\n" + b"pad,1\n" * len(rows))[1]
    assert "19997 rows" in measured(sheet_of("".join(map(text_row, rows))))[1]


def test_a_text_file_of_a_million_rows_is_refused_early():
    megabytes, outcome = measured(b"straat,nr\n" + b"pad,1\n" * 1_000_000)
    assert "meer dan 20.000 rijen" in outcome
    assert megabytes < 120


def test_a_workbook_of_many_rows_is_refused_early():
    megabytes, outcome = measured(sheet_of("".join(map(text_row, range(1, 100_000)))))
    assert "meer dan 20.000 rijen" in outcome
    assert megabytes < 200


def test_a_workbook_with_its_last_row_filled_is_read_in_bounded_time():
    megabytes, outcome = measured(sheet_of(text_row(1) + text_row(2) + text_row(1_048_576)))
    assert "2 rows" in outcome
    assert megabytes < 100


def test_a_workbook_of_a_million_formatted_empty_rows_is_read_or_refused_in_bounded_time():
    empty = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(3, 1_000_000))
    megabytes, outcome = measured(sheet_of(text_row(1) + text_row(2) + empty))
    assert "1 rows" in outcome or "te groot" in outcome
    assert megabytes < 150


def test_a_workbook_as_wide_as_can_be_is_refused_early():
    for rows, words in [(3, "meer dan 200 kolommen"), (200, "te groot")]:
        wide = "".join(text_row(n, 16_384) for n in range(1, rows + 1))
        megabytes, outcome = measured(sheet_of(wide))
        assert words in outcome
        assert megabytes < 150


def test_this_machine_reports_memory_in_kilobytes():
    """The limits above rest on it."""
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 10_000
