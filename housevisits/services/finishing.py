"""The end of a registration: what is still wrong with it, and handing it in (H3, H4)."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from housevisits import steps
from housevisits.models import Draft
from housevisits.services import drafts, receipts
from housevisits.services.drafts import WHOLE, DraftContent
from housevisits.services.registration import Registration, StoryText, seal_registrations
from housevisits.tasks import release_soon
from msa.privacy import receiptcodes
from msa.privacy.reading import Finding, Reader
from projects.models import Project


class AlreadyGone(Exception):
    """The draft was handed in or thrown away by another request."""


class CodeTaken(Exception):
    """The receipt code already belongs to a conversation in the register."""


@dataclass(frozen=True)
class Problem:
    """What keeps a registration from being handed in: at which step, and what to do."""

    step: str
    message: str


@dataclass(frozen=True)
class TextPlace:
    """Where a text stands in a draft: of which card, in which field."""

    card: str
    field: steps.StoryField

    @property
    def name(self) -> str:
        """The name of its field in the review form."""
        return f"text-{self.card}-{self.field.name}"

    def text_in(self, content: DraftContent) -> str:
        return content.stories.get(self.card, {}).get(self.field.name, "")

    def put_in(self, content: DraftContent, text: str) -> None:
        content.stories.setdefault(self.card, {})[self.field.name] = text


@dataclass(frozen=True)
class ReadText:
    """One text of a story after reading along. blocking: findings that are not settled yet.

    complete: False when a part of the check was down; then the text waits for a person (P19).
    """

    place: TextPlace
    text: str
    findings: tuple[Finding, ...]
    blocking: tuple[Finding, ...]
    complete: bool

    @property
    def passes(self) -> bool:
        return self.complete and not self.blocking and not too_long(self.text)


def places(content: DraftContent) -> list[TextPlace]:
    """Every place for a text in the stories that count."""
    return [TextPlace(card, field) for card in content.told() for field in steps.STORY_FIELDS]


def read_along(content: DraftContent, reader: Reader) -> list[ReadText]:
    """All texts that would go in, read along with what the writer said is no name."""
    return [_read(place, content, reader) for place in places(content) if place.text_in(content).strip()]


def _read(place: TextPlace, content: DraftContent, reader: Reader) -> ReadText:
    text = place.text_in(content)
    result = reader.check(text)
    blocking = tuple(result.blocking(content.waved))
    return ReadText(place, text, result.findings, blocking, result.complete)


def problems(content: DraftContent) -> list[Problem]:
    """What is missing or too much, apart from the reading along and the receipt code."""
    found = []
    if not content.block:
        found.append(Problem(steps.CONVERSATION, _("Kies een blok, of ‘weet ik niet’.")))
    if not content.month or content.month > f"{timezone.localdate():%Y-%m}":
        found.append(Problem(steps.CONVERSATION, _("Kies de maand van het gesprek.")))
    if not content.answers and not any(any(_texts(content, card)) for card in content.told()):
        found.append(Problem(steps.HOUSEHOLD, _("Er is nog niets ingevuld: geen antwoord en geen verhaal.")))
    for number, card in enumerate(content.told(), start=1):
        messages = (too_long(text) for text in _texts(content, card))
        found += [Problem(steps.story_step(number), message) for message in messages if message]
    return found


def _texts(content: DraftContent, card: str) -> list[str]:
    return list(content.stories.get(card, {}).values())


def too_long(text: str) -> str:
    """What to say about a text that is too long; empty when it is not."""
    over = len(text) - steps.MOST_CHARACTERS
    if over <= 0:
        return ""
    message = ngettext(
        "Deze tekst is %(over)s teken te lang. Er passen er %(most)s. Wat je typte, staat er nog.",
        "Deze tekst is %(over)s tekens te lang. Er passen er %(most)s. Wat je typte, staat er nog.",
        over,
    )
    return message % {
        "over": f"{over:,}".replace(",", "."),
        "most": f"{steps.MOST_CHARACTERS:,}".replace(",", "."),
    }


def receipt_code(content: DraftContent) -> str | None:
    """The code the resident gets, or None. Raises `receiptcodes.NotACode` for a card typed wrongly."""
    if content.code_choice == "none":
        return None
    return receiptcodes.clean_code(content.typed_code if content.code_choice == "card" else content.code)


def submit(*, project: Project, draft: Draft, content: DraftContent) -> None:
    """Seal the registration and remove its draft, in one transaction; then ask for a release.

    The caller has seen to it that nothing is wrong. Raises CodeTaken, AlreadyGone, `vault.TooLarge`.
    """
    code = receipt_code(content)
    digest = receipts.code_hash(code) if code else None
    with transaction.atomic():
        known = _standing(content, digest)
        if known.taken:
            raise CodeTaken
        if not drafts.discard(draft):
            raise AlreadyGone
        seal_registrations(project, [_registration(content, digest, known.withdrawal)])
        release_soon(project)


def _standing(content: DraftContent, digest: bytes | None) -> receipts.Standing:
    """What is known of the code. Of a card only: a code made for this draft was never given before, and who
    withdraws it before it is handed in wants it gone."""
    if digest is None or content.code_choice != "card":
        return receipts.Standing()
    return receipts.standing(digest)


def _registration(content: DraftContent, digest: bytes | None, outlives: UUID | None) -> Registration:
    texts = (
        StoryText(place.field.sphere, place.field.valence, place.card, text)
        for place in places(content)
        if (text := place.text_in(content).strip())
    )
    return Registration(
        set_key=UUID(content.set_key),
        block_key=None if content.block == WHOLE else UUID(content.block),
        month=content.month,
        held_by=content.held_by,
        answers=content.answers,
        cards=tuple(content.cards),
        texts=tuple(texts),
        receipt_hash=digest,
        outlives=outlives,
    )
