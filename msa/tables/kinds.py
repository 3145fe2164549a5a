"""What a file is, by its content. The name and the content type that a browser sends are not believed."""

import io
import re
import zipfile

from django.utils.translation import gettext as _

from msa.tables.archive import damaged
from msa.tables.text import is_wide
from msa.tables.types import Kind, TableError

_TEXT_CONTROL = bytes(range(0x09)) + bytes(range(0x0E, 0x1A)) + bytes(range(0x1C, 0x20))


def recognise(data: bytes) -> Kind:
    """'csv' or 'xlsx'. Raises TableError that says what the file is and what to do instead."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\x1a"):
        raise TableError(_("Het bestand is leeg."))
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _recognise_archive(data)
    _refuse_known(data)
    _refuse_binary(data)
    return "csv"


def _refuse_known(data: bytes) -> None:
    for start, what in _no_tables():
        if data.startswith(start):
            raise TableError(f"{what} {_ask_for_table()}")
    for start, what in _packed():
        if data.startswith(start):
            raise TableError(f"{what} {_instead()}")
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if re.match(rb"<!doctype html|<html|<head|<body|<table", head):
        raise TableError(f"{_('Dit is een webpagina (HTML), hoe het bestand ook heet.')} {_instead()}")
    if head.startswith((b"<?xml", b"<")):
        raise TableError(f"{_('Dit is een XML-bestand.')} {_instead()}")
    if head.startswith(b"{") or re.match(rb'\[\s*[\[{"]', head):
        raise TableError(f"{_('Dit is een JSON-bestand.')} {_instead()}")


def _no_tables() -> tuple[tuple[bytes, str], ...]:
    return (
        (b"%PDF", _("Dit is een PDF.")),
        (b"\x89PNG", _("Dit is een afbeelding.")),
        (b"\xff\xd8\xff", _("Dit is een afbeelding.")),
        (b"GIF8", _("Dit is een afbeelding.")),
        (b"{\\rtf", _("Dit is een tekstdocument (RTF).")),
    )


def _packed() -> tuple[tuple[bytes, str], ...]:
    return (
        (b"\xd0\xcf\x11\xe0", _("Dit is een oud Excel-bestand (.xls) of een bestand met een wachtwoord.")),
        (b"\x1f\x8b", _("Dit is een ingepakt bestand.")),
        (b"7z\xbc\xaf", _("Dit is een ingepakt bestand.")),
        (b"Rar!", _("Dit is een ingepakt bestand.")),
        (b"SQLite format 3", _("Dit is een database.")),
    )


def _ask_for_table() -> str:
    return _("Vraag om dezelfde gegevens als Excel-werkmap (.xlsx) of als CSV.")


def _instead() -> str:
    return _("Open het in je rekenprogramma en bewaar het als Excel-werkmap (.xlsx), of als CSV.")


def _refuse_binary(data: bytes) -> None:
    sample = data[:8192]
    if is_wide(data):
        return
    strange = len(sample) - len(sample.translate(None, _TEXT_CONTROL))
    if strange > max(2, len(sample) // 50):
        raise TableError(f"{_('Dit is geen tekst en geen Excel-werkmap.')} {_instead()}")


def _recognise_archive(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _archive_kind(archive, set(archive.namelist()))
    except TableError:
        raise
    except Exception as error:  # a damaged archive fails in many ways
        raise damaged() from error


def _archive_kind(archive: zipfile.ZipFile, names: set[str]) -> Kind:
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise TableError(_("Dit is een werkmap met macro's. Bewaar hem als gewone .xlsx of als CSV."))
    if "xl/workbook.bin" in names:
        raise TableError(f"{_('Dit is een binaire Excel-werkmap (.xlsb).')} {_instead()}")
    if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
        return "xlsx"
    raise TableError(f"{_other_archive(archive, names)} {_instead()}")


def _other_archive(archive: zipfile.ZipFile, names: set[str]) -> str:
    if any(name.startswith("word/") for name in names):
        return _("Dit is een Word-document.")
    if any(name.startswith("ppt/") for name in names):
        return _("Dit is een presentatie.")
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        if b"opendocument.spreadsheet" in archive.read("mimetype"):
            return _("Dit is een LibreOffice-rekenblad (.ods).")
        return _("Dit is een LibreOffice-document.")
    if any(name.endswith(".numbers") or name.startswith("Index/") for name in names):
        return _("Dit is een Numbers-bestand.")
    return _("Dit is een ingepakt bestand (zip). Pak het eerst uit.")
