"""Knowing a row again in a later export, without a link to what became of it."""

from collections.abc import Mapping

from msa.tables import Table


def fingerprint(cells: Mapping[str, str], key: bytes, nth: int = 1) -> bytes:
    """HMAC-SHA256 over one row (column name -> raw cell), 32 bytes."""
    raise NotImplementedError


def fingerprints(table: Table, key: bytes) -> tuple[bytes, ...]:
    """The fingerprint of every row, in the order of `table.rows`."""
    raise NotImplementedError
