"""The forms of the sign-in library with labels that our users know, and what setting up the app proves."""

from typing import Any

from allauth.account import forms as account
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.base import forms as base
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.mfa.totp import forms as totp
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

DIGITS = {"inputmode": "numeric", "autocomplete": "one-time-code", "placeholder": ""}


class SaysWhenTheyDiffer:
    """For forms that ask a new password twice: the library addresses everybody with 'je'."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()  # type: ignore[misc]
        if "password1" in cleaned and self["password2"].data and "password2" in self.errors:  # type: ignore[index,attr-defined]
            said = [_("De twee wachtwoorden zijn niet gelijk.")]
            self.errors["password2"] = self.error_class(said)  # type: ignore[attr-defined]
        return cleaned


class SetPasswordForm(SaysWhenTheyDiffer, account.SetPasswordForm):
    """A first password."""


class ChangePasswordForm(SaysWhenTheyDiffer, account.ChangePasswordForm):
    """Another password."""


class ResetPasswordKeyForm(SaysWhenTheyDiffer, account.ResetPasswordKeyForm):
    """A new password by a link in a mail."""


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
