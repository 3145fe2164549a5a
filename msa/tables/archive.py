"""Whether an XLSX file can be unpacked without harm: zip bombs, XML bombs, hidden macros (P26)."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from django.utils.translation import gettext as _

from msa.tables.types import Limits, TableError

# Parts that are parsed as a whole and not row by row may not be large.
_MAX_PART = 8 * 1024 * 1024
_MAX_STRINGS = 60 * 1024 * 1024
_MAX_STRING_COUNT = 500_000
_SMALL = 1024 * 1024
_CHUNK = 256 * 1024
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_STRING = re.compile(rb"<(?:\w+:)?si[ >/]")


class _PrologueReadError(Exception):
    """The root element was reached: what follows can hold no document type any more."""


def check_archive(data: bytes, limits: Limits) -> bool:
    """Refuse what is dangerous to open, with TableError. Returns whether any sheet holds a formula."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive.infolist(), limits)
            return _check_parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise damaged() from error


def _check_sizes(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.max_entries:
        raise _too_much()
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise TableError(_("Op dit bestand zit een wachtwoord. Haal dat eraf en probeer het nog eens."))
    if sum(entry.file_size for entry in entries) > limits.max_unpacked:
        raise _too_much()
    for entry in entries:
        ratio = entry.file_size / max(1, entry.compress_size)
        if entry.file_size > _SMALL and ratio > limits.max_ratio:
            raise _too_much()


def damaged() -> TableError:
    """What to say of a file that is not what it says it is."""
    return TableError(_("Het bestand is beschadigd. Open het, bewaar het opnieuw en probeer het nog eens."))


def _too_much() -> TableError:
    return TableError(
        _(
            "Uitgepakt is dit bestand te groot. "
            "Kopieer alleen de gegevens naar een nieuwe werkmap, of bewaar het als CSV."
        )
    )


def _check_parts(archive: zipfile.ZipFile) -> bool:
    formulas = False
    for entry in archive.infolist():
        name = entry.filename.lower()
        if not name.endswith((".xml", ".rels")):
            continue
        _refuse_document_type(archive, entry)
        if name.startswith("xl/worksheets/"):
            formulas = formulas or any(_FORMULA.search(chunk) for chunk in _chunks(archive, entry))
        elif name.endswith("sharedstrings.xml"):
            _check_strings(archive, entry)
        elif entry.file_size > _MAX_PART:
            raise _too_much()
    return formulas


def _check_strings(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    count = sum(len(_STRING.findall(chunk)) for chunk in _chunks(archive, entry))
    if entry.file_size > _MAX_STRINGS or count > _MAX_STRING_COUNT:
        raise _too_much()


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked part in pieces that overlap a little, so that no tag falls between two of them."""
    tail = b""
    with archive.open(entry) as part:
        while piece := part.read(_CHUNK):
            yield tail + piece
            tail = piece[-8:]


def _refuse_document_type(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """No part of a workbook needs a document type; entities that expand, or fetch, begin with one."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _found_document_type
    parser.StartElementHandler = _found_root
    try:
        with archive.open(entry) as part:
            while piece := part.read(4096):
                parser.Parse(piece)
    except _PrologueReadError:
        return
    except expat.ExpatError as error:
        raise damaged() from error


def _found_document_type(*_args: object) -> None:
    raise TableError(_("Dit bestand is niet veilig te lezen. Bewaar het opnieuw als .xlsx of als CSV."))


def _found_root(*_args: object) -> None:
    raise _PrologueReadError
