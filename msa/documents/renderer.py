"""From finished HTML to a tagged PDF, here in this process. Heavy: for workers, and for the process below.

`python -m msa.documents.renderer` reads an `Order` as JSON and writes the PDF. It needs no Django and no
secret, so it is started with an environment that holds none (`msa.documents.pdf`).
"""

import base64
import json
import logging
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from weasyprint import HTML

from msa.documents.fetcher import BASE, PackagedOnly


def render_pdf(html: str, made: Mapping[str, bytes] | None = None) -> bytes:
    """A PDF/UA-1 file of a whole HTML page with a language and a title.

    made: drawings and pictures of this document, by the name under which the page refers to them
    (`made/age.svg`). Style sheets and fonts are named by their path below `static/`.
    """
    return render_first_that_fits([html], made)


def render_first_that_fits(
    pages: Sequence[str], made: Mapping[str, bytes] | None = None, *, most: int | None = None
) -> bytes:
    """The first of `pages` (one document, ever smaller) that takes `most` sheets or less; else the last.

    Raises ValueError when there is none.
    """
    if not pages:
        raise ValueError("nothing to render")
    for html in pages:
        laid_out = HTML(string=html, base_url=BASE, url_fetcher=PackagedOnly(made)).render(
            pdf_variant="pdf/ua-1"
        )
        if most is None or len(laid_out.pages) <= most:
            break
    return bytes(laid_out.write_pdf(pdf_variant="pdf/ua-1"))


def main() -> None:
    """Render what stands on standard input: `pages`, `made` (base64) and `most`."""
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    order: dict[str, Any] = json.load(sys.stdin)
    made = {name: base64.b64decode(body) for name, body in order["made"].items()}
    sys.stdout.buffer.write(render_first_that_fits(order["pages"], made, most=order["most"]))


if __name__ == "__main__":
    main()
