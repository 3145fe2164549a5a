"""Markdown to safe HTML and back. Two locks: the parser knows no HTML, and nh3 passes only what is listed."""

import re
from itertools import count
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdownify import ATX, BACKSLASH, MarkdownConverter

TAGS = {"h2", "h3", "p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a"}
# What an editor or a word processor hands over for the same things.
FOREIGN_TAGS = {"h1", "h4", "h5", "h6", "b", "i", "div"}
SCHEMES = {"https", "http", "mailto"}
ALLOWED_LINK = re.compile(r"(https?://|mailto:)[^\s]", re.IGNORECASE)
RULES = ["heading", "list", "blockquote", "emphasis", "link", "newline", "escape"]
IMAGE = re.compile(r"!\[[^\]]*\]\s*[\[(]|<img\b", re.IGNORECASE)
GAP = re.compile(r"\[nog invullen: [^\]<>\n]{1,200}\]")
LOWEST = 3  # the page has the h1; a text has h2 and h3


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name that markdown-it calls
        return bool(ALLOWED_LINK.match(url))


def _parser() -> MarkdownIt:
    parser = _Parser("zero", {"html": False, "linkify": False, "typographer": False, "maxNesting": 20})
    return parser.enable(RULES)


_PARSER = _parser()


def tokens_of(text: str) -> list[Token]:
    """The parsed Markdown, with headings on the levels that a text may have."""
    tokens = _PARSER.parse(text.replace("\x00", ""))
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(max(int(token.tag[1]), 2), LOWEST)}"
    return tokens


def to_html(text: str, *, gaps: bool = True) -> str:
    """`text` (Markdown) as safe HTML. gaps: mark each '[nog invullen: …]', with an anchor (plek-1)."""
    html = _PARSER.renderer.render(tokens_of(text), _PARSER.options, {})
    if gaps:
        numbers = count(1)
        html = GAP.sub(lambda found: f'<mark class="gap" id="plek-{next(numbers)}">{found[0]}</mark>', html)
    return nh3.clean(
        html,
        tags=TAGS | {"mark"},
        attributes={"*": set(), "a": {"href"}, "mark": {"class", "id"}, "ol": {"start"}},
        url_schemes=SCHEMES,
        url_relative="deny",
    )


def from_html(html: str) -> str:
    """HTML that an editor in a browser handed over, as Markdown. What is not allowed is left out."""
    cleaned = nh3.clean(
        html,
        tags=TAGS | FOREIGN_TAGS,
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        url_schemes=SCHEMES,
        url_relative="deny",
        link_rel=None,
    )
    # An editor ends a paragraph with two line breaks; a break at the end of a block says nothing.
    cleaned = re.sub(r"(<br>\s*){2,}", "</p><p>", cleaned)
    cleaned = re.sub(r"<br>\s*(?=</)", "", cleaned)
    cleaned = re.sub(r"(<(?:p|div|li|blockquote|h\d)>)\s*<br>", r"\1", cleaned)
    return tidy(_converted(cleaned))


def tidy(text: str) -> str:
    """The same text in the one way of writing that is kept, so that what did not change looks the same."""
    return _converted(to_html(text, gaps=False))


def has_image(text: str) -> bool:
    """Whether `text` (Markdown or HTML) holds an image. Those are refused: they would be fetched."""
    return bool(IMAGE.search(text))


class _Converter(MarkdownConverter):
    """Headings on two levels, whatever came in."""

    def convert_hN(self, n: int, el: Any, text: str, parent_tags: Any) -> str:  # noqa: N802
        level = min(max(n, 2), LOWEST)
        text = re.sub(r"(?<!\\)(#+\s*)$", r"\\\1", text)  # at the end it would only close the heading
        return str(super().convert_hN(level, el, text, parent_tags))  # type: ignore[misc]


def _converted(html: str) -> str:
    converter = _Converter(
        heading_style=ATX, bullets="-", newline_style=BACKSLASH, autolinks=False, strip_document="strip"
    )
    written = str(converter.convert(html)).replace("\xa0", " ")
    lines = "\n".join(line.rstrip() for line in written.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip()
