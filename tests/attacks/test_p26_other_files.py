"""P26: a file of another kind is known by its content; one message says what it is and what to do."""

import random

import pytest

from msa.tables import TableError
from tests.attacks.uploads import ROWS, zipped
from tests.msa.spreadsheets import as_csv, as_xlsx, read, repacked

pytestmark = pytest.mark.attack

TYPES = b"<Types/>"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
ASK = "Vraag om dezelfde gegevens als Excel-werkmap (.xlsx) of als CSV."
SAVE = "Open het in Excel of LibreOffice en bewaar het als Excel-werkmap (.xlsx) of als CSV."
COPY = "Staat er een tabel in? Kopieer die naar een leeg rekenblad en bewaar dat als .xlsx of CSV."
UNPACK = "Pak het uit en kies het bestand dat erin zit."
WRONG = {
    "empty": (b"", "leeg", ""),
    "blank": (b" \r\n\t\n ", "leeg", ""),
    "only a byte order mark": (b"\xef\xbb\xbf", "leeg", ""),
    "old excel": (OLD, ".xls", SAVE),
    "old word": (OLD + "WordDocument".encode("utf-16-le"), "Word-document (.doc)", COPY),
    "old slides": (OLD + "PowerPoint Document".encode("utf-16-le"), "presentatie", COPY),
    "with a password": (OLD + "EncryptedPackage".encode("utf-16-le"), "wachtwoord", "Haal dat eraf"),
    "pdf": (b"%PDF-1.7\n1 0 obj<<>>endobj\n", "PDF", ASK),
    "png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "afbeelding", ASK),
    "jpeg": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "afbeelding", ASK),
    "webp": (b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(30), "afbeelding", ASK),
    "photo of a phone": (b"\x00\x00\x00\x24ftypheic\x00\x00" + bytes(40), "afbeelding", ASK),
    "bitmap": (b"BM\x36\x00\x00\x00\x00\x00\x00\x00\x36\x00" + bytes(40), "afbeelding", ASK),
    "tiff": (b"II*\x00\x08\x00\x00\x00" + bytes(40), "afbeelding", ASK),
    "svg": (b'<?xml version="1.0"?>\n<svg xmlns="x"/>', "afbeelding", ASK),
    "rtf": (rb"{\rtf1\ansi hallo}", "RTF", ASK),
    "html": (b"\n <!DOCTYPE html><table><tr><td>Straat</td></tr></table>", "webpagina", SAVE),
    "html table": (b"<table><tr><td>1</td></tr></table>", "webpagina", SAVE),
    "xml": (b'<?xml version="1.0"?><Workbook/>', "XML", SAVE),
    "json": (b'[{"straat": "Pad"}]', "JSON", ASK),
    "json object": (b'{"straat": "Pad"}', "JSON", ASK),
    "gzip": (b"\x1f\x8b\x08\x00" + bytes(50), "ingepakt", UNPACK),
    "noise": (random.Random(1).randbytes(5000), "geen tekst", ASK),
    "program": (b"\x7fELF\x02\x01\x01" + bytes(200), "geen tekst", ASK),
    "word": (zipped({"[Content_Types].xml": TYPES, "word/document.xml": b"<a/>"}), "Word", COPY),
    "slides": (zipped({"[Content_Types].xml": TYPES, "ppt/presentation.xml": b"<a/>"}), "presentatie", COPY),
    "ods": (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), ".ods", SAVE),
    "odt": (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "LibreOffice", COPY),
    "numbers": (zipped({"Index/Document.iwa": b"x"}), "Numbers", "Exporteer het als Excel (.xlsx)"),
    "zip": (zipped({"adressen.csv": b"a,b\n1,2\n"}), "zip", UNPACK),
    "binary workbook": (zipped({"[Content_Types].xml": TYPES, "xl/workbook.bin": b""}), ".xlsb", SAVE),
    "macros": (repacked(as_xlsx(ROWS), {"xl/vbaProject.bin": b"x"}), "macro", SAVE),
    "workbook without parts": (zipped({"[Content_Types].xml": TYPES, "xl/a": b""}), "beschadigd", ""),
    "half a workbook": (as_xlsx(ROWS)[:1000], "beschadigd", ""),
}


@pytest.mark.parametrize("name", ["adressen.csv", "adressen.xlsx", "foto.png", ""])
@pytest.mark.parametrize("kind", WRONG)
def test_a_file_of_another_kind_is_refused_by_its_content_in_plain_dutch(kind, name):
    data, word, advice = WRONG[kind]
    with pytest.raises(TableError) as caught:
        read(data, name=name)
    (problem,) = caught.value.problems
    assert word in problem.message
    assert advice in problem.message


@pytest.mark.parametrize("name", ["lijst.xlsx", "Lijst.XLS", "lijst.ods", "lijst.docx", "lijst.pdf"])
def test_plain_text_that_is_called_otherwise_is_named_as_such(name):
    with pytest.raises(TableError) as caught:
        read(b"Beste mensen,\n\nHierbij de lijst.\nGroeten\n", name=name)
    (problem,) = caught.value.problems
    ending = name.rpartition(".")[2].lower()
    assert f"Dit bestand heet .{ending}, maar er staat gewone tekst in, geen tabel." in problem.message
    assert ASK in problem.message


def test_csv_that_is_called_xlsx_is_read_and_that_is_said():
    table = read(as_csv(ROWS), name="lijst.xlsx")
    assert len(table.rows) == 2
    assert "Het bestand heet .xlsx, maar is tekst (CSV)." in table.notes


@pytest.mark.parametrize("name", ["lijst.csv", "lijst.txt", "lijst", "adressen 12.3"])
def test_a_list_of_one_column_is_a_table(name):
    assert len(read(b"Adres\nSpoorpad 1\nSpoorpad 2\n", name=name).rows) == 2


@pytest.mark.parametrize("start", ["BM", "RIFF", "II", "GIF"])
def test_a_text_that_begins_as_a_picture_might_is_read(start):
    assert len(read(f"{start} huis,Nr\nSpoorpad,1\n".encode()).rows) == 1
