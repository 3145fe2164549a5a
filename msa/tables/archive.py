"""Whether an XLSX file can be unpacked and parsed without harm: zip bombs, XML bombs (P26).

Nothing here trusts the names of parts: a workbook may call its sheets as it likes.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from django.utils.translation import gettext as _

from msa.tables.types import Limits, TableError

# Sheets and shared strings are parsed piece by piece; every other part as a whole, so it may not be large.
_STREAMED = ("worksheet", "sst")
_MAX_PART = 8 * 1024 * 1024
_SMALL = 1024 * 1024
_CHUNK = 256 * 1024
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_CELL = re.compile(rb"<(?:\w+:)?(?:c|row|si)[ >/]")


class _RootReachedError(Exception):
    """Stops the parser: after the root element begins no document type can follow."""


@dataclass
class _Tally:
    """What was counted in all parts so far."""

    tags: int = 0
    cells: int = 0
    formulas: bool = False


def check_archive(data: bytes, limits: Limits) -> bool:
    """Refuse what is dangerous to open, with TableError. Returns whether any part holds a formula."""
    tally = _Tally()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive.infolist(), limits)
            for entry in archive.infolist():
                _check_part(archive, entry, tally, limits)
    except TableError:
        raise
    except Exception as error:  # a damaged archive fails in many ways
        raise damaged() from error
    return tally.formulas


def damaged() -> TableError:
    """What to say of a file that is not what it says it is."""
    return TableError(_("Het bestand is beschadigd. Open het, bewaar het opnieuw en probeer het nog eens."))


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


def _too_much() -> TableError:
    return TableError(
        _(
            "Uitgepakt is dit bestand te groot. "
            "Kopieer alleen de gegevens naar een nieuwe werkmap, of bewaar het als CSV."
        )
    )


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, tally: _Tally, limits: Limits) -> None:
    root = _root_of(archive, entry)
    if entry.file_size > _MAX_PART and root not in _STREAMED:
        raise _too_much()
    if root is None:
        return  # no XML: a picture, the settings of a printer
    for chunk in _chunks(archive, entry):
        tally.tags += chunk.count(b"<")
        tally.cells += len(_CELL.findall(chunk))
        tally.formulas = tally.formulas or bool(_FORMULA.search(chunk))
        if tally.tags > limits.max_tags or tally.cells > limits.max_cells:
            raise _too_much()


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked part in pieces that overlap a little, so that no tag falls between two of them."""
    tail = b""
    with archive.open(entry) as part:
        while piece := part.read(_CHUNK):
            yield tail + piece
            tail = piece[-8:]


def _root_of(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str | None:
    """The name of the root element without its prefix; None when the part is no XML.

    Raises TableError at a document type: no workbook needs one, and entities that expand or fetch do.
    """
    found: list[str] = []

    def begin(name: str, _attributes: object) -> None:
        found.append(name.rpartition(":")[2])
        raise _RootReachedError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.StartElementHandler = begin
    try:
        with archive.open(entry) as part:
            while piece := part.read(4096):
                parser.Parse(piece)
    except _RootReachedError:
        return found[0]
    except expat.ExpatError:
        return None
    return None


def _refuse_document_type(*_args: object) -> None:
    raise TableError(_("Dit bestand is niet veilig te lezen. Bewaar het opnieuw als .xlsx of als CSV."))
