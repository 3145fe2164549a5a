"""Where a text may have been left behind: what somebody who gets hold of everything would search (T5)."""

import base64
import pickle
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import redis
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache.backends.filebased import FileBasedCache
from django.db import connection


def traces(text: str, *, logs: str = "", folders: tuple[Path, ...] = ()) -> set[str]:
    """The names of all places that hold `text`, as it is or in a common disguise."""
    wanted = _disguises(text)
    return {name for name, content in _places(logs, folders) if any(form in content for form in wanted)}


def _disguises(text: str) -> tuple[bytes, ...]:
    plain = text.encode()
    start = base64.b64encode(plain[: len(plain) // 3 * 3])
    return plain, text.encode("utf-16-le"), plain.hex().encode(), start, repr(text)[1:-1].encode()


def _places(logs: str, folders: tuple[Path, ...]) -> Iterator[tuple[str, bytes]]:
    yield from tables()
    yield from database_files()
    yield from _sessions()
    yield from _redis()
    for folder in (settings.DATA_DIR / "queue", settings.DATA_DIR / "cache", settings.FILES_DIR, *folders):
        yield from _files(folder)
    yield "mail", "\n".join(str(message.message()) for message in mail.outbox).encode()
    yield "log", logs.encode()


def tables() -> Iterator[tuple[str, bytes]]:
    """Every row of every table, as a dump has it; binary columns as they are."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            yield f"table {table}", b"\n".join(_cell(cell) for row in cursor.fetchall() for cell in row)


def _cell(cell: Any) -> bytes:
    return bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()


def database_files() -> Iterator[tuple[str, bytes]]:
    """The files of SQLite with their free pages and log; of PostgreSQL the tables above have to do."""
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        for path in (Path(name), Path(f"{name}-wal"), Path(f"{name}-journal")):
            if path.exists():
                yield f"file{path.name.removeprefix(Path(name).name) or ' database'}", path.read_bytes()


def _sessions() -> Iterator[tuple[str, bytes]]:
    for session in Session.objects.all():
        yield "session", str(session.get_decoded()).encode()


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*") if folder.exists() else ():
        if path.is_file():
            yield f"folder {folder.name}", path.read_bytes()
            if path.suffix == FileBasedCache.cache_suffix:
                yield f"folder {folder.name}", _cached(path)


def _cached(path: Path) -> bytes:
    """What a cache file holds: an expiry time, then a compressed value."""
    with path.open("rb") as file:
        pickle.load(file)
        return zlib.decompress(file.read())


def _redis() -> Iterator[tuple[str, bytes]]:
    if not settings.REDIS_URL:
        return
    server = redis.Redis.from_url(settings.REDIS_URL)
    readers: dict[Any, Callable[[Any], Any]] = {
        b"string": server.get,
        b"list": lambda key: server.lrange(key, 0, -1),
        b"hash": server.hgetall,
        b"set": server.smembers,
        b"zset": lambda key: server.zrange(key, 0, -1),
    }
    for key in server.scan_iter():
        yield "redis", key + b"\n" + _flat(readers[server.type(key)](key))


def _flat(value: Any) -> bytes:
    if isinstance(value, dict):
        value = [part for pair in value.items() for part in pair]
    return value if isinstance(value, bytes) else b"\n".join(value or [])
