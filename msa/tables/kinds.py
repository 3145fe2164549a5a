"""What a file is, by its content. The name and the content type that a browser sends are not believed."""

import io
import re
import zipfile

from django.utils.translation import gettext as _

from msa.tables.advice import ask_for_table, copy_table, is_image, save_as_table
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
    _refuse_markup(data)
    _refuse_binary(data)
    return "csv"


def _refuse_known(data: bytes) -> None:
    if is_image(data):
        raise TableError(f"{_('Dit is een afbeelding.')} {ask_for_table()}")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise TableError(_old_office(data))
    if data.startswith((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")):
        raise TableError(_("Dit is een ingepakt bestand. Pak het uit en kies het bestand dat erin zit."))
    for start, what in _no_tables():
        if data.startswith(start):
            raise TableError(f"{what} {ask_for_table()}")


def _refuse_markup(data: bytes) -> None:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if re.match(rb"<!doctype html|<html|<head|<body|<table", head):
        raise TableError(f"{_('Dit is een webpagina (HTML), hoe het bestand ook heet.')} {save_as_table()}")
    if b"<svg" in head:
        raise TableError(f"{_('Dit is een afbeelding.')} {ask_for_table()}")
    if head.startswith((b"<?xml", b"<")):
        raise TableError(f"{_('Dit is een XML-bestand.')} {save_as_table()}")
    if head.startswith(b"{") or re.match(rb'\[\s*[\[{"]', head):
        raise TableError(f"{_('Dit is een JSON-bestand.')} {ask_for_table()}")


def _no_tables() -> tuple[tuple[bytes, str], ...]:
    return (
        (b"%PDF", _("Dit is een PDF.")),
        (b"{\\rtf", _("Dit is een tekstdocument (RTF).")),
        (b"SQLite format 3", _("Dit is een database.")),
    )


def _old_office(data: bytes) -> str:
    """What to say of a file in the format of Office before 2007; its parts have names in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _("Op dit bestand zit een wachtwoord. Haal dat eraf en probeer het nog eens.")
    if "WordDocument".encode("utf-16-le") in data:
        return f"{_('Dit is een Word-document (.doc).')} {copy_table()}"
    if "PowerPoint Document".encode("utf-16-le") in data:
        return f"{_('Dit is een presentatie.')} {copy_table()}"
    return f"{_('Dit is een oud Excel-bestand (.xls).')} {save_as_table()}"


def _refuse_binary(data: bytes) -> None:
    sample = data[:8192]
    if is_wide(data):
        return
    strange = len(sample) - len(sample.translate(None, _TEXT_CONTROL))
    if strange > max(2, len(sample) // 50):
        raise TableError(f"{_('Dit is geen tekst en geen Excel-werkmap.')} {ask_for_table()}")


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
        raise TableError(f"{_('Dit is een werkmap met macro’s.')} {save_as_table()}")
    if "xl/workbook.bin" in names:
        raise TableError(f"{_('Dit is een binaire Excel-werkmap (.xlsb).')} {save_as_table()}")
    if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
        return "xlsx"
    raise TableError(_other_archive(archive, names))


def _other_archive(archive: zipfile.ZipFile, names: set[str]) -> str:
    if any(name.startswith("word/") for name in names):
        return f"{_('Dit is een Word-document (.docx).')} {copy_table()}"
    if any(name.startswith("ppt/") for name in names):
        return f"{_('Dit is een presentatie.')} {copy_table()}"
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        if b"opendocument.spreadsheet" in archive.read("mimetype"):
            return f"{_('Dit is een LibreOffice-rekenblad (.ods).')} {save_as_table()}"
        return f"{_('Dit is een LibreOffice-document.')} {copy_table()}"
    if any(name.endswith(".numbers") or name.startswith("Index/") for name in names):
        return _("Dit is een Numbers-bestand. Exporteer het als Excel (.xlsx) of CSV en kies dat bestand.")
    return _("Dit is een ingepakt bestand (zip). Pak het uit en kies het bestand dat erin zit.")
