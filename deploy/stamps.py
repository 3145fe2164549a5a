"""Stamp files: say from which inputs a thing was made, so that it is not made again without need.

Only the standard library: this also runs before the virtual environment exists, as
`python3 deploy/stamps.py check STAMP INPUT...` (exit status 0 when fresh) and `... write STAMP INPUT...`.
"""

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path


def fingerprint(inputs: Iterable[Path]) -> str:
    """SHA-256 (hex) over names and contents of the inputs and the Python version; a file may be missing."""
    digest = hashlib.sha256(repr(sys.version_info[:3]).encode())
    for path in sorted(inputs):
        content = path.read_bytes() if path.is_file() else b"absent"
        digest.update(f"{path.parent.name}/{path.name}\0".encode() + hashlib.sha256(content).digest())
    return digest.hexdigest()


def matches(stamp: Path, inputs: Iterable[Path]) -> bool:
    """Whether `stamp` was written for exactly these inputs."""
    return stamp.is_file() and stamp.read_text("ascii").strip() == fingerprint(inputs)


def write(stamp: Path, inputs: Iterable[Path]) -> None:
    """Record that the thing beside `stamp` was made from these inputs."""
    stamp.write_text(fingerprint(inputs) + "\n", "ascii")


def main(arguments: list[str]) -> int:
    """Command line of this module; returns the exit status."""
    action, stamp, *inputs = arguments
    paths = [Path(name) for name in inputs]
    if action == "write":
        write(Path(stamp), paths)
        return 0
    return 0 if matches(Path(stamp), paths) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
