"""A text as a plain list of blocks, for what is not HTML: a Word file, and comparing two versions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from msa.richtext.markup import tokens_of

LISTS = {"bullet_list_open": "bullet", "ordered_list_open": "number"}


@dataclass(frozen=True)
class Span:
    """A piece of running text. link: an address with https, http or mailto; empty for none."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph or one line of a list.

    kind: 'h2', 'h3', 'p', 'bullet', 'number' or 'quote'. depth: of a list, 1 for the outermost; else 0.
    number: of a numbered line; else 0.
    """

    kind: str
    spans: tuple[Span, ...]
    depth: int = 0
    number: int = 0

    @property
    def text(self) -> str:
        """The words without their markup."""
        return "".join(span.text for span in self.spans)


def blocks_of(text: str) -> list[Block]:
    """The blocks of a Markdown text, in order."""
    return list(_Walk().blocks(tokens_of(text)))


class _Walk:
    """Goes through the tokens and remembers in which lists and quotes it stands."""

    def __init__(self) -> None:
        self.lists: list[str] = []
        self.numbers: list[int] = []
        self.quotes = 0
        self.heading = ""

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        for token in tokens:
            if token.type == "inline":
                yield self._block(tuple(_spans(token.children or [])))
            else:
                self._step(token)

    def _step(self, token: Token) -> None:
        if token.type in LISTS:
            self.lists.append(LISTS[token.type])
            self.numbers.append(int(token.attrs.get("start", 1)) - 1)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self.lists.pop()
            self.numbers.pop()
        elif token.type == "list_item_open":
            self.numbers[-1] += 1
        elif token.type.startswith("blockquote"):
            self.quotes += token.nesting
        elif token.type.startswith("heading"):
            self.heading = token.tag if token.nesting == 1 else ""

    def _block(self, spans: tuple[Span, ...]) -> Block:
        if self.heading:
            return Block(self.heading, spans)
        if self.lists:
            number = self.numbers[-1] if self.lists[-1] == "number" else 0
            return Block(self.lists[-1], spans, len(self.lists), number)
        return Block("quote" if self.quotes else "p", spans)


def _spans(tokens: Sequence[Token]) -> Iterator[Span]:
    bold, italic, link = 0, 0, ""
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            yield Span("\n" if token.type == "hardbreak" else " ")
        elif token.type.startswith("strong"):
            bold += token.nesting
        elif token.type.startswith("em_"):
            italic += token.nesting
        elif token.type.startswith("link"):
            link = str(token.attrs.get("href", "")) if token.nesting == 1 else ""
        elif token.content:
            yield Span(token.content, bold > 0, italic > 0, link)
