"""What people paste, made plain: one way to clean text for all forms."""

import re
import unicodedata

_NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Direction overrides and isolates can make a text read otherwise than it is stored; marks of direction are
# invisible. The joiner (U+200D) and the selectors of emoji stay, where an emoji needs them.
_DIRECTION = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ZERO_WIDTH = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u200b\u200c"
    "\u2060\u2061\u2062\u2063\u2064\ufeff\uffa0"
)
_DROPPED = re.compile(f"[{_DIRECTION}{_ZERO_WIDTH}]")
_JOINERS = re.compile("[\u200d\ufe0e\ufe0f]")
_JOINER = "\u200d"
_ODD_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_TRAILING = re.compile(r"[ \t]+(?=\n|$)")
_MANY_NEWLINES = re.compile(r"\n{3,}")
_MOST_MARKS = 4


def clean_text(raw: str, max_length: int | None = None) -> str:
    """Normalise pasted text: NFC, one kind of newline and of space, no control, direction or zero-width
    characters, no towers of accents; emoji and curly quotes stay.

    raw: as it came in. max_length: of the outcome, in characters, None for any; what is longer is cut at
    a whole letter, so a form that must not lose text checks the length first (see `too_long`).
    Raises ValueError when max_length is negative.
    """
    if max_length is not None and max_length < 0:
        raise ValueError("max_length must not be negative")
    text = _DROPPED.sub("", _NEWLINES.sub("\n", raw))
    text = _without_controls(_ODD_SPACES.sub(" ", text))
    text = unicodedata.normalize("NFC", _without_loose_joiners(text))
    text = _MANY_NEWLINES.sub("\n\n", _TRAILING.sub("", text)).strip()
    return text if max_length is None else _cut(text, max_length)


def too_long(raw: str, max_length: int) -> int:
    """By how many characters the cleaned text exceeds max_length; 0 when it fits."""
    return max(0, len(clean_text(raw)) - max_length)


def _without_controls(text: str) -> str:
    """Drop control, unassigned-surrogate, private-use and tag characters, and accents piled upon accents."""
    kept: list[str] = []
    marks = 0
    for char in text:
        if char in "\n\t" or (char.isascii() and char.isprintable()):
            marks = 0
        elif (category := unicodedata.category(char)) in ("Mn", "Me"):
            marks += 1
            if marks > _MOST_MARKS:
                continue
        elif category in ("Cc", "Cs", "Co") or (category == "Cf" and char != _JOINER):
            continue
        else:
            marks = 0
        kept.append(char)
    return "".join(kept)


def _without_loose_joiners(text: str) -> str:
    """Keep joiners and selectors between or behind emoji only; elsewhere they hide in words and numbers."""
    return _JOINERS.sub(lambda match: match[0] if _serves_emoji(text, match.start()) else "", text)


def _serves_emoji(text: str, position: int) -> bool:
    before = text[position - 1] if position else ""
    after = text[position + 1 : position + 2]
    if text[position] == _JOINER:
        return _is_pictorial(before) and _is_pictorial(after)
    return _is_pictorial(before) or after == "\u20e3"


def _is_pictorial(char: str) -> bool:
    """Symbols, skin tones and selectors: what a joined emoji is made of."""
    return bool(char) and (unicodedata.category(char) in ("So", "Sk") or char in "\ufe0e\ufe0f\u20e3♂♀")


def _cut(text: str, max_length: int) -> str:
    """Cut without tearing an accent or a joined emoji from what it belongs to."""
    if len(text) <= max_length:
        return text
    end = max_length
    while end > 0 and _hangs_on(text, end):
        end -= 1
    return text[:end].rstrip()


def _hangs_on(text: str, position: int) -> bool:
    """Whether the character at this position belongs to the one before it."""
    char = text[position]
    joined = char == _JOINER or text[position - 1] == _JOINER or char in "\ufe0e\ufe0f"
    return joined or unicodedata.category(char) in ("Mn", "Me") or "\U0001f3fb" <= char <= "\U0001f3ff"
