"""The five topics of the training, as the method names them, each described in our own words."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    """What can be learnt. The keys are stored; the labels are what people read."""

    OPENING = "opening", _("Het gesprek openen")
    CARDS = "cards", _("Werken met de kaarten")
    WRITING = "writing", _("Schrijven zonder namen")
    PROMISE = "promise", _("De belofte uitleggen")
    STIGMA = "stigma", _("Praten zonder stempel")


@dataclass(frozen=True)
class TopicCard:
    """How a topic is shown. slug: in the address of its page of material; icon: in the icon set."""

    topic: Topic
    slug: str
    about: str | Promise
    icon: str

    @property
    def label(self) -> str:
        """Its name in Dutch."""
        return str(self.topic.label)

    @property
    def template(self) -> str:
        """The text of its page of material."""
        return f"projects/training/material/{self.topic.value}.html"


CARDS = (
    TopicCard(
        Topic.OPENING,
        "openen",
        _("Aanbellen, zeggen waarvoor je komt, en vragen stellen waar geen ja of nee op past."),
        "door-open",
    ),
    TopicCard(
        Topic.CARDS,
        "kaarten",
        _("De bewoner kiest waarover het gaat. Jij vraagt door, naar de persoon en naar de omgeving."),
        "layers",
    ),
    TopicCard(
        Topic.WRITING,
        "schrijven",
        _("Opschrijven wat iemand zei, zo dat niemand kan zien wie het was."),
        "pencil",
    ),
    TopicCard(
        Topic.PROMISE,
        "belofte",
        _("In gewone woorden zeggen wat er met het verhaal gebeurt, en dat meedoen niet hoeft."),
        "shield-check",
    ),
    TopicCard(
        Topic.STIGMA,
        "stempel",
        _("Merken welke woorden een mens of een buurt vastzetten, en er andere voor vinden."),
        "tag",
    ),
)


def card_at(slug: str) -> TopicCard | None:
    """The topic whose page has this address, or None."""
    return next((card for card in CARDS if card.slug == slug), None)


def labels(topics: object) -> list[str]:
    """The names of `topics` (keys, in any order), in the order of the list."""
    chosen = set(topics)  # type: ignore[call-overload]
    return [str(topic.label) for topic in Topic if topic.value in chosen]
