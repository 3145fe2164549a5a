"""The praatplaat: from `PosterContent` to PDF, picture, web page and text (B8).

`context` → `html` → `pdf` → `png` make the paper; `web` and `standalone_html` the screen; `svg` the live
preview; `text` the version in words. All of them show the same `Scene`.
"""

from .content import Island, PosterContent, PosterFigure
from .describing import text
from .document import context, html, pdf, png
from .vector import svg
from .web import standalone_html, web, web_context

__all__ = [
    "Island",
    "PosterContent",
    "PosterFigure",
    "context",
    "html",
    "pdf",
    "png",
    "standalone_html",
    "svg",
    "text",
    "web",
    "web_context",
]
