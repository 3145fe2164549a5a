"""What the attacks of P26 share: a small workbook, the names of its parts, a zip of anything."""

import io
import zipfile

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
