"""The files of a picture as people choose them: by what they are for, with their size."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from neighbourhood.models import Document, DocumentKind

NAMES: dict[DocumentKind, tuple[str | Promise, str | Promise, str]] = {
    DocumentKind.POSTER_PDF: (_("Praatplaat om te printen"), _("PDF, A3"), "printer"),
    DocumentKind.POSTER_PNG: (_("Praatplaat als plaatje"), _("PNG"), "image"),
    DocumentKind.POSTER_HTML: (_("Praatplaat als webpagina"), _("opent ook zonder internet"), "file-text"),
    DocumentKind.POSTER_TEXT: (_("Praatplaat als tekst"), _("zonder plaatjes"), "type"),
    DocumentKind.REPORT_PDF: (_("Verslag met alle cijfers"), _("PDF"), "book-open"),
}


@dataclass(frozen=True)
class FileLink:
    """A file to take along: what it is, in which form and how large, and where."""

    kind: str
    name: str | Promise
    note: str
    icon: str
    url: str


def file_links(documents: Iterable[Document], url_of: Callable[[Document], str]) -> list[FileLink]:
    """The files that are there, in the order people want them. One that is gone from the disk is left out."""
    found = {DocumentKind(document.kind): document for document in documents}
    return [
        FileLink(
            kind.value, name, f"{form}, {filesizeformat(found[kind].file.size)}", icon, url_of(found[kind])
        )
        for kind, (name, form, icon) in NAMES.items()
        if kind in found and found[kind].file.storage.exists(str(found[kind].file.name))
    ]
