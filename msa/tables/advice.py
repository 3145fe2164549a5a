"""What to do with a file that is no table, in Dutch; and what a picture looks like from inside."""

from django.utils.translation import gettext as _

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_PHOTO_BRANDS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")


def is_image(data: bytes) -> bool:
    """Whether a file begins as PNG, JPEG, GIF, TIFF, WebP, BMP, HEIC or AVIF does."""
    if data.startswith(_IMAGES) or data[4:12] in _PHOTO_BRANDS:
        return True
    # Text may begin with these letters as well; in a picture zero bytes follow.
    is_bitmap = data.startswith(b"BM") and data[6:10] == bytes(4)
    return is_bitmap or (data.startswith(b"RIFF") and data[8:12] == b"WEBP")


def ask_for_table() -> str:
    """For what holds no cells: somebody else has the table."""
    return _("Vraag om dezelfde gegevens als Excel-werkmap (.xlsx) of als CSV.")


def save_as_table() -> str:
    """For a table in another format."""
    return _("Open het in Excel of LibreOffice en bewaar het als Excel-werkmap (.xlsx) of als CSV.")


def copy_table() -> str:
    """For a document that may have a table in it."""
    return _("Staat er een tabel in? Kopieer die naar een leeg rekenblad en bewaar dat als .xlsx of CSV.")
