"""Small helpers of the pages about the training."""

from collections.abc import Collection

from django import template

from projects.models import Presence, TrainingSession
from projects.training.topics import labels

register = template.Library()


@register.filter
def topic_labels(topics: Collection[str]) -> list[str]:
    """The Dutch names of topics, by their keys."""
    return labels(topics)


@register.filter
def present_count(session: TrainingSession) -> int:
    """How many were there, from attendances that were read already."""
    return sum(one.presence == Presence.PRESENT for one in session.attendances.all())
