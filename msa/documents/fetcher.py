"""What a document may fetch while it is rendered: packaged files, and nothing else (P24).

Texts of people end up in documents. Whatever they contain, the renderer must not read a file of the
server, reach the network or follow a redirect. Only files under `static/` (which holds the built assets
too) and small pictures that the document itself carries are given.
"""

import mimetypes
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from weasyprint.urls import URLFetcher, URLFetcherResponse


class NotPackagedError(ValueError):
    """The document asked for something that is not packaged with the product."""


def roots() -> tuple[Path, ...]:
    """The folders whose files may be used."""
    return ((Path(settings.BASE_DIR) / "static").resolve(),)


def packaged_path(url: str) -> Path:
    """The packaged file behind a file URL.

    Raises NotPackagedError for another scheme, a host, a query, a file outside the folders (also through a
    symbolic link or '..'), and a file that does not exist.
    """
    parts = urlsplit(url)
    if parts.scheme != "file" or parts.netloc or parts.query:
        raise NotPackagedError(f"not a packaged file: {parts.scheme}")
    path = Path(unquote(parts.path)).resolve()
    if not any(path.is_relative_to(root) for root in roots()) or not path.is_file():
        raise NotPackagedError("not a packaged file")
    return path


class PackagedOnly(URLFetcher):  # type: ignore[misc]
    """A fetcher for WeasyPrint that knows packaged files only; it has no way to the network at all."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The file behind the URL, or NotPackagedError."""
        if url.startswith("data:image/"):
            return super().fetch(url, headers)
        path = packaged_path(url)
        return URLFetcherResponse(url, path.read_bytes(), content_type(path))


def content_type(path: Path) -> EmailMessage:
    """The type of a packaged file, by its name."""
    message = EmailMessage()
    message["Content-Type"] = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return message


packaged_only = PackagedOnly()
