"""Hard words of a page, explained for residents."""

from typing import Any

from django import template

from projects.models import Membership, Role
from projects.plainwords import explained

register = template.Library()


@register.inclusion_tag("projects/_hard_words.html", takes_context=True)
def hard_words(context: dict[str, Any], *texts: Any) -> dict[str, Any]:
    """What the hard words in `texts` mean, for who reads along as a resident; nothing for the team."""
    member: Membership | None = context.get("membership")
    resident = member is not None and member.role == Role.RESIDENT_GROUP
    return {"words": explained(" ".join(str(text or "") for text in texts)) if resident else []}
