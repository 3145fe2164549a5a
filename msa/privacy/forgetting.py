"""Making sure that what was deleted is gone from the files of the database as well (P7)."""

from django.db import connection


def scrub(*tables: str) -> bool:
    """Remove what deleted rows of `tables` left behind in the files. Call it outside a transaction.

    SQLite: `secure_delete` has overwritten the rows, the write-ahead log is emptied here. PostgreSQL:
    the tables are rewritten without their dead rows. Returns False where a reader kept SQLite from
    emptying the log just now; the release on the clock tries again.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return bool(cursor.fetchone()[0] == 0)
        for table in tables:
            cursor.execute(f"VACUUM FULL {connection.ops.quote_name(table)}")
    return True
