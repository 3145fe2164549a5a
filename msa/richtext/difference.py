"""What changed between two versions of a text, word by word, in the running text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa.richtext.blocks import Block, Span, blocks_of

FOLDED = 4  # so many paragraphs in a row without a change are folded away
ALIKE = 0.4  # share of equal words from which two paragraphs are one paragraph that was changed
AHEAD = 40  # so many old paragraphs are looked at for the one that a new one comes from
# Headings on one level: with parts folded away, a reader would miss one in between.
TAGS = {"h2": "h2", "h3": "h2", "bullet": "p", "number": "p", "quote": "blockquote", "p": "p"}
WORD = re.compile(r"\S+\s*|\s+")
Words = Sequence[Span]


@dataclass(frozen=True)
class Difference:
    """html: the new text with what came (ins) and went (del). added, removed: words. blocks: changed ones."""

    html: SafeString
    added: int
    removed: int
    blocks: int

    @property
    def same(self) -> bool:
        """Whether nothing changed that a reader sees."""
        return not self.added and not self.removed

    @property
    def summary(self) -> str:
        """The change in numbers, a Dutch sentence."""
        if self.same:
            return _("De tekst is hetzelfde gebleven.")
        words = {
            "added": ngettext("%d woord erbij", "%d woorden erbij", self.added) % self.added,
            "removed": ngettext("%d woord eruit", "%d woorden eruit", self.removed) % self.removed,
            "blocks": ngettext("%d alinea", "%d alinea’s", self.blocks) % self.blocks,
        }
        return _("%(added)s en %(removed)s, in %(blocks)s.") % words


@dataclass(frozen=True)
class _Piece:
    """A run of words that stayed (''), came ('ins') or went ('del')."""

    change: str
    words: tuple[Span, ...]


_Row = tuple[Block, list[_Piece]]


def compare(old: str, new: str) -> Difference:
    """The difference between two Markdown texts."""
    rows: list[_Row] = [(block, _pieces(before, after)) for block, before, after in _paired(old, new)]
    return Difference(
        html=_folded(rows),
        added=sum(_count(pieces, "ins") for _block, pieces in rows),
        removed=sum(_count(pieces, "del") for _block, pieces in rows),
        blocks=sum(any(piece.change for piece in pieces) for _block, pieces in rows),
    )


def _folded(rows: Sequence[_Row]) -> SafeString:
    """The rows in order; a long run without a change is folded away, up to the heading before the next."""
    runs = [(changed, list(found)) for changed, found in groupby(rows, key=_has_change)]
    if len(runs) == 1:
        return _rows(rows)
    shown = []
    for place, (changed, run) in enumerate(runs):
        last = place == len(runs) - 1
        keep = 0 if changed or last else _heading_at_end(run)
        away, rest = (run[: len(run) - keep], run[len(run) - keep :]) if not changed else ([], run)
        shown += [_fold(away) if len(away) >= FOLDED else _rows(away), _rows(rest)]
    return format_html_join("\n", "{}", ((part,) for part in shown))


def _has_change(row: _Row) -> bool:
    return any(piece.change for piece in row[1])


def _heading_at_end(run: Sequence[_Row]) -> int:
    """How many of the last rows stay in view: those from the last heading on, when that is near."""
    near = range(1, min(len(run), FOLDED) + 1)
    return next((n for n in near if run[-n][0].kind in {"h2", "h3"}), 1)


def _fold(rows: Sequence[_Row]) -> SafeString:
    label = ngettext("%d alinea zonder verandering", "%d alinea’s zonder verandering", len(rows)) % len(rows)
    return format_html('<details class="fold"><summary>{}</summary>{}</details>', label, _rows(rows))


def _rows(rows: Sequence[_Row]) -> SafeString:
    return format_html_join("\n", "{}", ((_shown(block, pieces),) for block, pieces in rows))


def _paired(old: str, new: str) -> Iterator[tuple[Block, Words, Words]]:
    """Each block with its words before and after; one side is empty for a block that came or went."""
    before, after = blocks_of(old), blocks_of(new)
    keys = [[(block.kind, block.text) for block in side] for side in (before, after)]
    for tag, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if tag == "equal":
            same = zip(before[a:b], after[c:d], strict=True)
            yield from ((new_block, _words(old_block), _words(new_block)) for old_block, new_block in same)
        else:
            yield from _changed(before[a:b], after[c:d])


def _changed(before: Sequence[Block], after: Sequence[Block]) -> Iterator[tuple[Block, Words, Words]]:
    """Pairs a new block with the first old one that is like it; what lies in between went."""
    start = 0
    for block in after:
        near = range(start, min(start + AHEAD, len(before)))
        place = next((n for n in near if _alike(before[n], block)), None)
        if place is None:
            yield block, [], _words(block)
            continue
        yield from ((gone, _words(gone), []) for gone in before[start:place])
        yield block, _words(before[place]), _words(block)
        start = place + 1
    yield from ((gone, _words(gone), []) for gone in before[start:])


def _alike(old: Block, new: Block) -> bool:
    return SequenceMatcher(None, old.text.split(), new.text.split(), autojunk=False).ratio() >= ALIKE


def _words(block: Block) -> list[Span]:
    return [
        Span(word, span.bold, span.italic, span.link)
        for span in block.spans
        for word in WORD.findall(span.text)
    ]


def _pieces(before: Words, after: Words) -> list[_Piece]:
    found: list[_Piece] = []
    bare = [[_bare(word) for word in side] for side in (before, after)]
    for tag, a, b, c, d in SequenceMatcher(None, bare[0], bare[1], autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(_Piece("", tuple(after[c:d])))
            continue
        if b > a:
            found.append(_Piece("del", tuple(before[a:b])))
        if d > c:
            found.append(_Piece("ins", tuple(after[c:d])))
    return found


def _bare(word: Span) -> tuple[str, bool, bool, str]:
    return word.text.strip(), word.bold, word.italic, word.link


def _count(pieces: Sequence[_Piece], change: str) -> int:
    return sum(bool(word.text.strip()) for piece in pieces if piece.change == change for word in piece.words)


def _shown(block: Block, pieces: Sequence[_Piece]) -> SafeString:
    content = format_html_join("", "{}", ((_marked(piece),) for piece in pieces))
    sign = f"{block.number}. " if block.kind == "number" else "• " if block.kind == "bullet" else ""
    tag = mark_safe(TAGS[block.kind])  # from our own table
    return format_html('<{} class="diff__{}">{}{}</{}>', tag, block.kind, sign, content, tag)


def _marked(piece: _Piece) -> SafeString:
    words = format_html_join("", "{}", ((_styled(word),) for word in piece.words))
    if not piece.change:
        return words
    said = _("toegevoegd: ") if piece.change == "ins" else _("weggehaald: ")
    hidden = format_html('<span class="visually-hidden">[{}</span>', said)
    end = mark_safe('<span class="visually-hidden">] </span>')
    tag = mark_safe(piece.change)
    return format_html("<{}>{}{}{}</{}>", tag, hidden, words, end, tag)


def _styled(word: Span) -> SafeString:
    if word.bold:
        return format_html("<strong>{}</strong>", word.text)
    return format_html("<em>{}</em>", word.text) if word.italic else format_html("{}", word.text)
