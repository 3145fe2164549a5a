"""Secrets live in files outside the database and outside its backup, one per purpose (P2, P3, P5)."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


class MissingKey(RuntimeError):
    """A key file is not there. Raised instead of making one up: a new key would silently lose data."""


def write_secret(path: Path, content: bytes) -> None:
    """Write `content` to `path`, readable by the owner only. An existing file is never overwritten."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)


def read_secret(path: Path) -> bytes:
    """The bytes of a key file. Raises MissingKey with the name of the file and how to make it."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise MissingKey(f"No key in {path.name}; run 'python manage.py make_keys' first.") from error


def secret_from_file(path: Path) -> str:
    """A text secret that is made at first use. For the demo only, where one machine holds everything."""
    with suppress(FileExistsError):
        write_secret(path, secrets.token_urlsafe(50).encode())
    return path.read_text()
