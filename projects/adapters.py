"""How allauth behaves here: nobody makes an account alone, and secrets do not lie open in the database."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from nacl.secret import SecretBox

from msa.models.mail import DEMO_MAIL_TO
from msa.privacy.vault import secret

REAUTHENTICATION = {
    "reauthenticate": _("met het wachtwoord"),
    "mfa_reauthenticate": _("met een code uit de app"),
}


class AccountAdapter(DefaultAccountAdapter):
    """Closed sign-up, plain Dutch, and in the demo a note of where a mail of this session went."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("Dit e-mailadres en wachtwoord horen niet bij elkaar."),
        "too_many_login_attempts": _("Te vaak geprobeerd. Wacht een paar minuten en probeer het opnieuw."),
        "incorrect_code": _("Deze code klopt niet. Gebruik de code uit de laatste mail."),
        "invalid_password_reset": _("Deze link is al gebruikt of verlopen."),
        "enter_current_password": _("Typ het wachtwoord van nu."),
        "unverified_primary_email": _("Bevestig het adres eerst via de link in de mail."),
        "cannot_remove_primary_email": _("Dit adres kan niet weg: ermee wordt ingelogd."),
        "max_email_addresses": _("Meer dan %d e-mailadressen gaat niet."),
        "rate_limited": _("Even rustig aan: dit is in korte tijd te vaak geprobeerd."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The other ways to prove who one is, in words that suit residents and staff alike."""
        methods = super().get_reauthentication_methods(user)
        return [way | {"description": REAUTHENTICATION.get(way["id"], way["description"])} for way in methods]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send, and in the demo remember the address, so that this session can read the mail."""
        if settings.DEMO and self.request is not None:
            self.request.session[DEMO_MAIL_TO] = email.lower()
        super().send_mail(template_prefix, email, context)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of second factors in boxes; the key lies outside the database."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Deze code klopt niet. De app geeft elke halve minuut een nieuwe."),
        "cannot_delete_authenticator": _("De tweede controle kan niet uit."),
        "cannot_generate_recovery_codes": _("Herstelcodes horen bij de tweede controle; zet die eerst aan."),
        "unverified_email": _("Log eerst een keer in met een code per mail, dan is dit adres zeker."),
    }

    def encrypt(self, text: str) -> str:
        return base64.b64encode(_box().encrypt(text.encode())).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(base64.b64decode(encrypted_text)).decode()


def _box() -> SecretBox:
    key = hashlib.blake2b(secret("content"), digest_size=SecretBox.KEY_SIZE, person=b"second factor")
    return SecretBox(key.digest())
