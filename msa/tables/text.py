"""From bytes to text: which encoding, and putting right letters that were mangled on the way."""

import codecs
import re
import unicodedata

from django.utils.translation import gettext as _

from msa.tables.types import TableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 (met BOM)"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_SINGLE_BYTE = (("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("cp850", "DOS (850)"))
_USUAL = set("éèëêïíìîöóòôüúùûäáàâçñÉÈËÏÖÜÁÀÄÇÑ€‘’“”–—…°²½´·§ß")
_UNDEFINED_IN_CP1252 = {0x81, 0x8D, 0x8F, 0x90, 0x9D}


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding. Raises TableError when it is not text."""
    for bom, codec, label in _BOMS:
        if data.startswith(bom):
            return _strict(data, codec), label
    wide = _wide_without_bom(data)
    if wide:
        return _strict(data, wide), "UTF-16"
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _decode_single_byte(data)


def is_wide(data: bytes) -> bool:
    """Whether the text takes two or four bytes for every character."""
    wide = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
    return data.startswith(wide) or bool(_wide_without_bom(data))


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        message = _("De letters in dit bestand zijn niet te lezen. Bewaar het opnieuw als CSV UTF-8.")
        raise TableError(message) from error


def _wide_without_bom(data: bytes) -> str:
    """UTF-16 without a BOM shows as a zero byte in (nearly) every other place."""
    sample = data[:2000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else ""


def _decode_single_byte(data: bytes) -> tuple[str, str]:
    if _mostly_utf8(data):
        lines = data.split(b"\n")
        return "\n".join(_utf8_or_cp1252(line) for line in lines), _("UTF-8 en Windows-1252 door elkaar")
    high = bytes(byte for byte in data if byte > 0x7F)
    codec, label = max(_SINGLE_BYTE, key=lambda pair: _plausibility(high, pair[0]))
    return data.decode(codec, "replace"), label


def _mostly_utf8(data: bytes) -> bool:
    """Whether most lines with special letters are good UTF-8: files glued together from two sources."""
    special = [line for line in data.split(b"\n") if not line.isascii()]
    return sum(_is_utf8(line) for line in special) > len(special) / 2


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _utf8_or_cp1252(line: bytes) -> str:
    return line.decode("utf-8") if _is_utf8(line) else line.decode("cp1252", "replace")


def _plausibility(high: bytes, codec: str) -> int:
    """How many of the special characters are ones that Dutch text uses."""
    return sum(char in _USUAL for char in high.decode(codec, "replace"))


# Mojibake: UTF-8 that was read as Windows-1252, so that 'é' became 'Ã©'.

_BYTE_OF = {bytes([b]).decode("cp1252"): b for b in range(0x80, 0x100) if b not in _UNDEFINED_IN_CP1252}
_BYTE_OF.update({chr(b): b for b in range(0x80, 0xA0)})
_TAIL = "[" + "".join(re.escape(char) for char, byte in _BYTE_OF.items() if byte < 0xC0) + "]"
# Only lead bytes that mangled Dutch text has: Latin letters, general punctuation, emoji.
_MANGLED = re.compile(f"[ÂÃÅ]{_TAIL}|Ë[œ†]|Æ’|[âï]{_TAIL}{{2}}|ð{_TAIL}{{3}}")


def repair(text: str) -> str:
    """Undo mojibake where it is certain: only sequences that form valid UTF-8 are replaced."""
    for _round in range(3):
        mended = _MANGLED.sub(_mend, text)
        if mended == text:
            break
        text = mended
    return text


def _mend(match: re.Match[str]) -> str:
    raw = bytes(_BYTE_OF[char] for char in match[0])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")


def clean_cell(text: str) -> str:
    """A cell as it is kept: composed letters, `\\n` as line ending, no control characters, trimmed."""
    if text.isascii() and text.isprintable():
        return text.strip().replace("_x000D_", "")
    text = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROL.sub("", text)).strip()
