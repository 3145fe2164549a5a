"""Whom to call, in one tap, on the pages where somebody comes from a front door."""

from typing import Any

from django import template
from django.urls import reverse

from projects.access import roles_for

register = template.Library()


@register.inclusion_tag("projects/referral/_calling.html", takes_context=True)
def whom_to_call(context: dict[str, Any]) -> dict[str, Any]:
    """112, and the way to the referral routes for who may read them; nothing for anybody else. No query."""
    membership = getattr(context.get("request"), "membership", None)
    if membership is None or membership.role not in roles_for("projects.view_referral_routes"):
        return {}
    return {"routes_url": reverse("projects:referral_routes", args=[membership.project.slug])}
