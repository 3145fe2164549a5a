"""What every template knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from msa import registry


def interface(request: HttpRequest) -> dict[str, Any]:
    """Whether this is the demo, and the menu of the project that the page belongs to."""
    membership = getattr(request, "membership", None)
    return {
        "is_demo": settings.DEMO,
        "project": getattr(request, "project", None),
        "membership": membership,
        "menu": _menu(membership),
    }


def _menu(membership: Any) -> list[registry.NavItem]:
    if membership is None:
        return []
    return [item for part in registry.navigation for item in part.call(membership)]
