"""Sealing and opening: what is written may wait or rest, and be read only by who holds the key.

- `seal`/`open_sealed`: a public-key box for registrations that wait for release (P2). The web process
  has the public key only.
- `lock`/`unlock`: a secret-key box for drafts and for import rows that wait for a person (P3).
- `keyed_hash`: for receipt codes (P5) and fingerprints of imported rows.

Every box has one fixed size, so that its length says nothing about the story in it.
"""

import hashlib
import hmac
import zlib
from functools import cache

from django.conf import settings
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox

from msa.privacy.keyfiles import read_secret, write_secret

# One size for all (P2). Dutch text of 60,000 characters fits after compression.
BOX_BYTES = 32 * 1024
_LENGTH_BYTES = 4


class TooLarge(ValueError):
    """The content does not fit the fixed size of a box."""


class Unreadable(ValueError):
    """A box that cannot be opened with this key, or that was changed."""


def make_keys() -> list[str]:
    """Make every key file that is not there yet. Returns the names of the files that were made."""
    private = PrivateKey.generate()
    if not (settings.WORKER_KEYS_DIR / "seal-private.key").exists():
        write_secret(settings.WORKER_KEYS_DIR / "seal-private.key", bytes(private))
        write_secret(settings.KEYS_DIR / "seal-public.key", bytes(private.public_key))
        made = ["seal-private.key", "seal-public.key"]
    else:
        made = []
    for name in ("content", "receipt", "fingerprint"):
        path = settings.KEYS_DIR / f"{name}.key"
        if not path.exists():
            write_secret(path, PrivateKey.generate().encode())
            made.append(path.name)
    forget_keys()
    return made


def forget_keys() -> None:
    """Drop keys that were read before; needed after making new ones."""
    _public_key.cache_clear()
    _private_key.cache_clear()
    _secret.cache_clear()


@cache
def _public_key() -> PublicKey:
    return PublicKey(read_secret(settings.KEYS_DIR / "seal-public.key"))


@cache
def _private_key() -> PrivateKey:
    return PrivateKey(read_secret(settings.WORKER_KEYS_DIR / "seal-private.key"))


@cache
def _secret(name: str) -> bytes:
    return read_secret(settings.KEYS_DIR / f"{name}.key")


def pad(content: bytes) -> bytes:
    """`content` compressed and filled up to BOX_BYTES. Raises TooLarge when it does not fit."""
    packed = zlib.compress(content, 6)
    if len(packed) > BOX_BYTES - _LENGTH_BYTES:
        raise TooLarge(len(packed))
    filled = len(packed).to_bytes(_LENGTH_BYTES) + packed
    return filled + bytes(BOX_BYTES - len(filled))


def unpad(filled: bytes) -> bytes:
    """The content that `pad` filled up."""
    length = int.from_bytes(filled[:_LENGTH_BYTES])
    return zlib.decompress(filled[_LENGTH_BYTES : _LENGTH_BYTES + length])


def seal(content: bytes) -> bytes:
    """A box that only the worker can open. Raises TooLarge."""
    return bytes(SealedBox(_public_key()).encrypt(pad(content)))


def open_sealed(box: bytes) -> bytes:
    """The content of a sealed box; worker only. Raises Unreadable, or MissingKey in the web process."""
    try:
        return unpad(SealedBox(_private_key()).decrypt(bytes(box)))
    except CryptoError as error:
        raise Unreadable("sealed box") from error


def lock(content: bytes) -> bytes:
    """A box for what its writer comes back to. Raises TooLarge."""
    return bytes(SecretBox(_secret("content")).encrypt(pad(content)))


def unlock(box: bytes) -> bytes:
    """The content of a locked box. Raises Unreadable."""
    try:
        return unpad(SecretBox(_secret("content")).decrypt(bytes(box)))
    except CryptoError as error:
        raise Unreadable("locked box") from error


def lock_file(content: bytes) -> bytes:
    """A box for an uploaded file that waits between two screens; not padded, since a file is no story."""
    return bytes(SecretBox(_secret("content")).encrypt(zlib.compress(content, 6)))


def unlock_file(box: bytes) -> bytes:
    """The content of `lock_file`. Raises Unreadable."""
    try:
        return zlib.decompress(SecretBox(_secret("content")).decrypt(bytes(box)))
    except CryptoError as error:
        raise Unreadable("file box") from error


def keyed_hash(purpose: str, content: bytes) -> bytes:
    """32 bytes that only who has the key of `purpose` ('receipt', 'fingerprint') can make again."""
    return hmac.new(_secret(purpose), content, hashlib.sha256).digest()


def secret(purpose: str) -> bytes:
    """The key of `purpose`, for code that hashes itself."""
    return _secret(purpose)
