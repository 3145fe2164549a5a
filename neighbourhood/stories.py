"""Text blocks for a work session: shuffled, narrowed by one thing at a time, without identifiers (P15)."""

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from housevisits.models import Sphere, StoryBlock, Valence
from neighbourhood.models import ThemeEvidence
from projects.models import Project

# Sets of fewer conversations than this are never shown apart (P15).
SMALLEST_SET = 10
_SECRET = "_stories_secret"
TOKEN = re.compile("[0-9a-f]{24}")

# The four fields, and what a resident said matters about a card, which is neither kans nor belemmering.
MATTERS = ("", "")
FIELDS = (*((str(sphere), str(valence)) for sphere in Sphere for valence in Valence), MATTERS)


@dataclass(frozen=True)
class Narrowing:
    """What a reader asked for: a field, and within it at most one card or one block."""

    sphere: str
    valence: str
    card: str = ""
    block: UUID | None = None


@dataclass(frozen=True)
class Story:
    """One text as it is shown. `token` stands for it in this session only; themes: titles of those that rest
    on it."""

    token: str
    text: str
    card: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stories:
    """What is shown, and in Dutch why it is more than was asked for, if so."""

    stories: tuple[Story, ...]
    narrowing: Narrowing
    widened: str = ""

    @property
    def unused(self) -> int:
        """How many no theme rests on."""
        return sum(not story.themes for story in self.stories)


def session_secret(session: SessionBase) -> bytes:
    """The secret of one session from which tokens and their order are made."""
    if _SECRET not in session:
        session[_SECRET] = get_random_string(40)
    return str(session[_SECRET]).encode()


def token_of(secret: bytes, block: UUID) -> str:
    """What stands for a block in one session: nobody can compare it with another session's."""
    return hmac.new(secret, block.bytes, hashlib.sha256).hexdigest()[:24]


def stories(*, project: Project, asked: Narrowing, secret: bytes) -> Stories:
    """The texts of one field, shuffled per session.

    A card or block under ten conversations merges into the whole field; a field under ten conversations
    stays closed. Three queries at most.
    """
    rows = _rows(project, asked)
    if _enough(rows):
        return Stories(_shuffled(rows, secret, _theme_titles(project)), asked)
    field = Narrowing(asked.sphere, asked.valence)
    rows = _rows(project, field) if asked != field else rows
    if _enough(rows):
        return Stories(
            _shuffled(rows, secret, _theme_titles(project)),
            field,
            _("Te weinig gesprekken om apart te laten zien. Je ziet alles bij elkaar."),
        )
    return Stories(
        (), field, _("Er zijn nog te weinig gesprekken om teksten te laten zien. Vanaf tien kan het.")
    )


def blocks_behind(*, project: Project, tokens: set[str], secret: bytes) -> list[UUID]:
    """The blocks that `tokens` of this session stand for; unknown tokens are left out."""
    keys = StoryBlock.objects.filter(conversation__project_key=project.key).values_list("pk", flat=True)
    return [key for key in keys if token_of(secret, key) in tokens]


def theme_stories(*, theme: object, secret: bytes) -> tuple[Story, ...]:
    """The texts a theme rests on, shuffled per session."""
    rows = StoryBlock.objects.filter(pk__in=theme.evidence.values("block"))  # type: ignore[attr-defined]
    return _shuffled(list(rows.values_list("pk", "conversation_id", "text", "card")), secret)


Row = tuple[UUID, UUID, str, str]
Titles = Mapping[UUID, tuple[str, ...]]
NO_TITLES: Titles = {}


def _rows(project: Project, asked: Narrowing) -> list[Row]:
    found = StoryBlock.objects.filter(
        conversation__project_key=project.key, sphere=asked.sphere, valence=asked.valence
    )
    if asked.card:
        found = found.filter(conversation__cards__icontains=f'"{asked.card}"')
    if asked.block:
        found = found.filter(conversation__block_key=asked.block)
    return list(found.values_list("pk", "conversation_id", "text", "card"))


def _enough(rows: list[Row]) -> bool:
    return len({conversation for _key, conversation, _text, _card in rows}) >= SMALLEST_SET


def _theme_titles(project: Project) -> Titles:
    """By block the titles of the themes that rest on it. One query."""
    evidence = ThemeEvidence.objects.filter(theme__project=project).order_by("theme__title", "theme")
    titles: dict[UUID, tuple[str, ...]] = {}
    for block, title in evidence.values_list("block", "theme__title"):
        titles[block] = (*titles.get(block, ()), title)
    return titles


def _shuffled(rows: list[Row], secret: bytes, titles: Titles = NO_TITLES) -> tuple[Story, ...]:
    made = (
        Story(token_of(secret, key), text, card, titles.get(key, ()))
        for key, _conversation, text, card in rows
    )
    return tuple(sorted(made, key=lambda story: story.token))
