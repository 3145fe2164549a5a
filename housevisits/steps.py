"""The steps of registering a conversation, in order, and the fields of a story. Pure data."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from housevisits.models import Sphere, Valence
from housevisits.services.drafts import DraftContent

CONVERSATION, HOUSEHOLD, SCALES = "gesprek", "huishouden", "schaalvragen"
CARDS, STORY, REVIEW = "kaarten", "verhaal", "nakijken"
MOST_CARDS = 3
MOST_CHARACTERS = 5000


@dataclass(frozen=True)
class StoryField:
    """One field of a story. sphere and valence are empty for what comes before the four fields."""

    name: str
    sphere: str
    valence: str
    label: str | Promise
    help_text: str | Promise


STORY_FIELDS = (
    StoryField("important", "", "", _("Wat is hierin belangrijk?"), _("Waarom koos de bewoner dit?")),
    StoryField(
        "person_opportunity",
        Sphere.PERSON,
        Valence.OPPORTUNITY,
        _("Persoon: kans"),
        _("Wat helpt u? Wat kunt of wilt u zelf?"),
    ),
    StoryField(
        "person_barrier",
        Sphere.PERSON,
        Valence.BARRIER,
        _("Persoon: belemmering"),
        _("Wat maakt het voor u moeilijk?"),
    ),
    StoryField(
        "environment_opportunity",
        Sphere.ENVIRONMENT,
        Valence.OPPORTUNITY,
        _("Omgeving: kans"),
        _("Wat in de buurt helpt? Mensen, plekken, regels, voorzieningen."),
    ),
    StoryField(
        "environment_barrier",
        Sphere.ENVIRONMENT,
        Valence.BARRIER,
        _("Omgeving: belemmering"),
        _("Wat in de buurt zit in de weg?"),
    ),
)

# What the bar of steps shows; the cards and the stories are one of them.
BAR: tuple[tuple[str, str | Promise], ...] = (
    (CONVERSATION, _("Gesprek")),
    (HOUSEHOLD, _("Huishouden")),
    (SCALES, _("Schaalvragen")),
    (CARDS, _("Verhaal")),
    (REVIEW, _("Nakijken")),
    ("klaar", _("Klaar")),
)


def sequence(content: DraftContent) -> list[str]:
    """The steps of this registration: as many stories as cards were chosen, one without any card."""
    stories = [story_step(number) for number in range(1, len(content.told()) + 1)]
    return [CONVERSATION, HOUSEHOLD, SCALES, CARDS, *stories, REVIEW]


def fillable(content: DraftContent) -> list[str]:
    """The steps with a form of their own: all but the review."""
    return sequence(content)[:-1]


def story_step(number: int) -> str:
    """The step of the story with this number, from 1."""
    return f"{STORY}-{number}"


def card_of(step: str, content: DraftContent) -> str:
    """The key of the card that a story step is about."""
    return content.told()[int(step.removeprefix(f"{STORY}-")) - 1]


def beside(step: str, content: DraftContent, places: int) -> str:
    """The step `places` further on (or back), within the sequence. Of a card that is gone: the cards."""
    known = sequence(content)
    if step not in known:
        return CARDS
    return known[min(max(known.index(step) + places, 0), len(known) - 1)]


def bar_step(step: str) -> str:
    """Under which part of the bar a step falls."""
    return CARDS if step.startswith(STORY) else step
