"""What our pages are built with: icons, badges, numbers in Dutch. See templates/components/README.md."""

from typing import Any

from django import template
from django.conf import settings
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from msa.models import DemoMail
from msa.models.mail import DEMO_MAIL_TO
from msa.ui.conditions import CONDITIONS, TO_RESIDENTS, VALENCES
from msa.ui.icons import icon_svg
from msa.ui.sentences import one_stop as tidied
from msa.ui.times import o_clock
from msa.ui.undoing import beside, undo_url

register = template.Library()
register.filter("o_clock", o_clock)
WORDS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


@register.simple_tag
def icon(name: str, extra_class: str = "") -> SafeString:
    """The icon `name`; `extra_class` for another size ('icon--large'). KeyError for an unknown name."""
    # Both come from templates or from our own code, never from a visitor.
    return mark_safe(icon_svg(name, str(conditional_escape(extra_class))))


@register.filter
def nl_number(value: Any) -> str:
    """12345.6 as '12.345,6'; whole numbers without decimals."""
    text = f"{value:,}" if isinstance(value, int) else f"{float(value):,.1f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".").removesuffix(",0")


@register.filter
def one_stop(value: Any) -> str:
    """The sentence without a second full stop ('Klaar: Bellen?.'); markup that is safe stays so."""
    text = tidied(str(value))
    return mark_safe(text) if isinstance(value, SafeString) else text  # nothing is added, only a stop removed


@register.simple_tag
def nl_count(number: int, one: str, many: str) -> str:
    """'geen huizen', 'één huis', 'twaalf' from the figures on: '12 huizen'. `number` at least 0."""
    word = WORDS[number] if number < len(WORDS) else nl_number(number)
    return f"{word} {one if number == 1 else many}"


@register.simple_tag
def out_of_ten(part: float, whole: float) -> str:
    """The share as people say it: '6 van de 10'. Empty string when `whole` is 0."""
    if not whole:
        return ""
    return _("%(part)s van de 10") % {"part": round(10 * part / whole)}


@register.inclusion_tag("components/condition.html")
def condition(key: str) -> dict[str, Any]:
    """The badge of one of the four conditions, by its key. KeyError for an unknown one."""
    return {"look": CONDITIONS[str(key)]}


@register.inclusion_tag("components/valence.html")
def valence(key: str, residents: bool = False) -> dict[str, Any]:
    """The sign of a kans or a belemmering, by key 'opportunity' or 'barrier'. residents: in their words."""
    look = VALENCES[str(key)]
    return {"look": look, "label": TO_RESIDENTS.get(look.key, look.label) if residents else look.label}


@register.filter
def undo_address(message: Any) -> str:
    """Where a message offers to undo what it says, or an empty string."""
    return undo_url(message.extra_tags)


@register.filter
def beside_place(message: Any) -> str:
    """The id of the place where a message stands, or an empty string for the top of the page."""
    return beside(message.extra_tags)


@register.filter
def current_in(url: str, path: str) -> bool:
    """Whether the page `path` lies at or under `url`."""
    return path == url or path.startswith(url.rstrip("/") + "/")


@register.simple_tag(takes_context=True)
def mail_of_this_session(context: dict[str, Any]) -> DemoMail | None:
    """In the demo the latest mail that this session asked for, else None."""
    request = context["request"]
    address = request.session.get(DEMO_MAIL_TO) if settings.DEMO else None
    return DemoMail.objects.filter(to=address).first() if address else None
