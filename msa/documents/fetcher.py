"""What the document renderer may fetch: packaged files of `static/`, and parts handed to it (P24).

Everything has an address under BASE, a host that cannot exist. Any other address is refused before
anything is opened: no file, no network, no data address.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

HOST = "packaged.invalid"  # .invalid never resolves (RFC 2606)
# Without Django's settings: the process that renders has none.
STATIC = (Path(__file__).resolve().parents[2] / "static").resolve()
BASE = f"https://{HOST}/"
KINDS = {
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
}


class RefusedAddressError(ValueError):
    """A document asked for something that is not packaged."""


class PackagedOnly(URLFetcher):
    """Serves BASE + a path below `static/`, and BASE + the name of a part in `made`."""

    def __init__(self, made: Mapping[str, bytes] | None = None) -> None:
        super().__init__(allowed_protocols=("https",), allow_redirects=False)
        self.made = made or {}

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
        """The packaged file or part. Raises RefusedAddressError for everything else."""
        parts = urlsplit(url)
        if (parts.scheme, parts.netloc) != ("https", HOST):
            raise RefusedAddressError("only packaged files are read")
        name = unquote(parts.path).lstrip("/")
        body = self.made[name] if name in self.made else packaged_file(name).read_bytes()
        return URLFetcherResponse(url, body, {"Content-Type": KINDS[Path(name).suffix]})


def packaged_file(name: str) -> Path:
    """Where a packaged file lies. Raises RefusedAddressError when outside `static/` or of another kind."""
    file = (STATIC / name).resolve()
    if not file.is_relative_to(STATIC) or file.suffix not in KINDS or not file.is_file():
        raise RefusedAddressError("only packaged files are read")
    return file


packaged_only = PackagedOnly()
