"""From finished HTML to a tagged PDF."""

from collections.abc import Mapping

from weasyprint import HTML

from msa.documents.fetcher import BASE, PackagedOnly


def write_pdf(html: str, made: Mapping[str, bytes] | None = None) -> bytes:
    """A PDF/UA-1 file of a whole HTML page with a language and a title.

    made: drawings and pictures of this document, by the name under which the page refers to them
    (`made/age.svg`). Style sheets and fonts are named by their path below `static/`.
    """
    page = HTML(string=html, base_url=BASE, url_fetcher=PackagedOnly(made))
    written = page.write_pdf(pdf_variant="pdf/ua-1")
    return bytes(written)
