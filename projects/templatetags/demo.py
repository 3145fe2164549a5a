"""The accounts that everybody may try, on the sign-in page of the demo."""

from typing import Any

from django import template
from django.conf import settings

from projects.demo import ACCOUNTS, PASSWORD

register = template.Library()


@register.simple_tag
def demo_accounts() -> list[dict[str, Any]]:
    """Role, name, address and password of each account; empty outside the demo."""
    if not settings.DEMO:
        return []
    return [
        {"role": account.role.label, "name": account.name, "email": account.email, "password": PASSWORD}
        for account in ACCOUNTS
    ]
