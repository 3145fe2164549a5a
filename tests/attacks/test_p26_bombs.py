"""P26: files that grow when they are opened, or fetch something, are refused before they are parsed."""

import random

import pytest

from msa.tables import TableError
from tests.attacks.uploads import MAIN, ROWS, SHEET, STRINGS
from tests.msa.spreadsheets import as_xlsx, part, read, repacked

pytestmark = pytest.mark.attack


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
    with pytest.raises(TableError, match="niet veilig"):
        read(repacked(as_xlsx(ROWS), {name: content}))


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
