"""A time of day as people read it here: '19.30 uur'."""

from datetime import datetime, time

from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

FORMAT = "H.i"


def o_clock(at: datetime | time | None) -> str:
    """'19.30 uur', a moment in the time zone of the installation; empty without a time."""
    if at is None:
        return ""
    if isinstance(at, datetime) and timezone.is_aware(at):
        at = timezone.localtime(at)
    return _("%(time)s uur") % {"time": time_format(at, FORMAT)}
