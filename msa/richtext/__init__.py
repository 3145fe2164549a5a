"""Text with a little markup that people write themselves: kept as Markdown, shown as safe HTML, PDF or Word.

What is allowed is small on purpose: two levels of headings, paragraphs, bold, italic, lists, quotes and links
to a web page or a mail address. Everything else (raw HTML, images, tables, code) stays text or is refused.
"""

from msa.richtext.blocks import Block, Span, blocks_of
from msa.richtext.difference import Difference, compare
from msa.richtext.markup import from_html, has_image, tidy, to_html

__all__ = [
    "Block",
    "Difference",
    "Span",
    "blocks_of",
    "compare",
    "from_html",
    "has_image",
    "tidy",
    "to_html",
]
