"""The mail backend of the demo: keeps mails in a table, so that the demo can show them on screen."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class DemoOutbox(BaseEmailBackend):
    """Stores what would have been sent; keeps the last hundred."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Store each message once per recipient. Returns the number of messages."""
        from msa.models import DemoMail

        DemoMail.objects.bulk_create(
            DemoMail(to=address.lower(), subject=message.subject[:200], body=str(message.body))
            for message in email_messages
            for address in message.to
        )
        kept = DemoMail.objects.values_list("pk", flat=True)[:100]
        DemoMail.objects.exclude(pk__in=list(kept)).delete()
        return len(email_messages)
