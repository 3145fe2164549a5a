"""The forms of the sign-in library with labels that our users know, and what setting up the app proves."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.base import forms as base
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.mfa.totp import forms as totp
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

DIGITS = {"inputmode": "numeric", "autocomplete": "one-time-code", "placeholder": ""}


class ActivateTOTPForm(totp.ActivateTOTPForm):
    """The first code of the app, as proof that it works."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("De zes cijfers uit de app")
        self.fields["code"].widget.attrs |= DIGITS


class AuthenticateForm(base.AuthenticateForm):
    """A code of the app or a recovery code; the latter holds no digits only, so any keyboard."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code uit de app, of een herstelcode")


class ReauthenticateForm(base.ReauthenticateForm):
    """The same, for a step that asks for it again."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code uit de app")


@receiver(authenticator_added)
def count_as_proof(request: HttpRequest, user: Any, authenticator: Authenticator, **kwargs: Any) -> None:
    """Who just typed the first code of the app need not type another to see the recovery codes."""
    if authenticator.type == Authenticator.Type.TOTP:
        record_authentication(request, user, method="mfa", type=authenticator.type, reauthenticated=True)
