"""Making sure that what was deleted is gone from the files of the database as well (P7)."""

import logging
from functools import partial

from django.db import connection, transaction

log = logging.getLogger(__name__)


def scrub(*tables: str) -> None:
    """Remove what deleted rows of `tables` left behind in the files, once the current transaction is in.

    SQLite: `secure_delete` has overwritten the rows, the write-ahead log is emptied here. PostgreSQL:
    the tables are rewritten without their dead rows. What fails is logged; the release on the clock
    calls this again.
    """
    transaction.on_commit(partial(_scrub, tables), robust=True)


def _scrub(tables: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if cursor.fetchone()[0]:
                log.warning("The write-ahead log is being read and could not be emptied just now.")
        else:
            for table in tables:
                cursor.execute(f"VACUUM FULL {connection.ops.quote_name(table)}")
