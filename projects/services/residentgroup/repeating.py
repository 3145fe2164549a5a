"""What stands there already is not written a second time.

After a form was sent, 'back' in the browser shows it again with its words, and sending it once more is easy.
"""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from projects.models import Advice, AdviceStep, ResidentGroup, Seat, StepKind
from projects.services.refusing import Refused

# So long the same advice that nobody asked for is taken for a form that was sent twice.
SAME_WITHIN = timedelta(days=1)


def refuse_same_words(advice: Advice, text: str, seat: Seat | None) -> None:
    """Raise Refused where the group said `text` from this seat already. Another seat may think the same."""
    number = seat.pk if seat else None
    said = (step.text for step in advice.live if step.of_group and step.seat_id == number)
    _refuse(text, said)


def refuse_same_advice(group: ResidentGroup, title: str, text: str, seat: Seat | None) -> None:
    """Raise Refused for advice of today or yesterday with this title and text, from the same seat."""
    ResidentGroup.objects.select_for_update().get(pk=group.pk)  # two windows, one after the other
    since = timezone.localdate() - SAME_WITHIN
    steps = AdviceStep.objects.filter(
        advice__group=group, kind=StepKind.GIVEN, removed_at=None, on__gte=since
    )
    _refuse(text, steps.filter(advice__title=title, seat=seat).values_list("text", flat=True))


def refuse_same_answer(advice: Advice, kind: str, words: dict[str, Any]) -> None:
    """Raise Refused where what the team said last is the same in everything."""
    last = next((step for step in reversed(advice.live) if not step.of_group), None)
    if last and last.kind == kind and all(getattr(last, name) == word for name, word in words.items()):
        raise Refused(_("Dit staat er al. Nog eens bewaren hoeft niet."))


def _refuse(text: str, said: Any) -> None:
    if any(_plain(text) == _plain(one) for one in said):
        raise Refused(_("Dit advies staat er al. Nog eens versturen hoeft niet."))


def _plain(text: str) -> str:
    """Without what a browser may change in white space."""
    return " ".join(text.split())
