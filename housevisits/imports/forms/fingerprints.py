"""Knowing a row again in a later export, without a link to what became of it.

A fingerprint is keyed (HMAC-SHA256), so that nobody without the key can test whether a row that he
guesses is in the set. It does not depend on the order of the columns, on columns that are empty in this
row, on the notation of dates and numbers, or on line endings, so that the same export as CSV and as XLSX,
and an export of a form that got a question more, give the same.
"""

import hashlib
import hmac
import json
from collections import Counter
from collections.abc import Iterable, Mapping

from msa.tables import Table
from msa.tables.dates import canonical_moment
from msa.tables.numbers import parse_number
from msa.tables.text import clean_cell, repair
from msa.tables.words import normalise


def fingerprint(cells: Mapping[str, str], key: bytes, nth: int = 1) -> bytes:
    """HMAC-SHA256 over one row (column name -> raw cell), 32 bytes.

    nth: 2 for the second row in a file with exactly these cells, and so on. Raises ValueError for a
    key of less than 16 bytes.
    """
    pairs = ((normalise(column), cell) for column, cell in cells.items())
    return _sign(_canonical_row(pairs, {}), key, nth)


def fingerprints(table: Table, key: bytes) -> tuple[bytes, ...]:
    """The fingerprint of every row, in the order of `table.rows`; equal rows get different ones."""
    seen: Counter[str] = Counter()
    prints = []
    names = [normalise(column) for column in table.columns]
    known: dict[str, str] = {}
    for row in table.rows:
        canonical = _canonical_row(zip(names, row, strict=True), known)
        seen[canonical] += 1
        prints.append(_sign(canonical, key, seen[canonical]))
    return tuple(prints)


def _sign(canonical: str, key: bytes, nth: int) -> bytes:
    if len(key) < 16:
        raise ValueError("a key has at least 16 bytes")
    return hmac.new(key, f"{nth}\n{canonical}".encode(), hashlib.sha256).digest()


def _canonical_row(cells: Iterable[tuple[str, str]], known: dict[str, str]) -> str:
    """One spelling of a row; `known` saves work on cells that occur more often."""
    pairs = []
    for name, cell in cells:
        if not cell.strip():
            continue
        if cell not in known:
            known[cell] = _canonical(cell)
        pairs.append((name, known[cell]))
    return json.dumps(sorted(pairs), ensure_ascii=True, separators=(",", ":"))


def _canonical(cell: str) -> str:
    text = " ".join(repair(clean_cell(cell)).split())
    if len(text) > 40:
        return text
    moment = canonical_moment(text)
    if moment:
        return moment
    number = parse_number(text) if text[:1].isdigit() else None
    return format(number.normalize(), "f") if number is not None else text
