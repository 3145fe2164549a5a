"""Where a published picture can be seen."""

from django.conf import settings
from django.urls import reverse

from neighbourhood.models import Picture


def public_url(picture: Picture) -> str:
    """The address of a picture without an account, as the QR code has it."""
    return f"{settings.SITE_URL}{reverse('neighbourhood_public:poster', args=[picture.token])}"
