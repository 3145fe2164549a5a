"""A share as people say it: 'zes van de tien' is understood by more readers than '58%'.

Source of the rule: whole numbers out of one fixed whole ('natural frequencies') are read better than
percentages (U. Hoffrage, S. Lindsey, R. Hertwig and G. Gigerenzer, 'Communicating statistical information',
Science 290, 2000), and plain Dutch at level B1 asks for them. One whole, ten, for all that is compared; the
percentage stands behind it, because ten is coarse.
"""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _


def of_ten(percent: Decimal | None, people: str) -> str:
    """`percent` (0 to 100) in words: '6 van de 10 huishoudens'. people: the whole, in the plural.

    Nobody and everybody are said only where that is so. Empty for an unknown share.
    """
    if percent is None:
        return ""
    if percent <= 0:
        return _("geen %(people)s") % {"people": people}
    if percent >= 100:
        return _("alle %(people)s") % {"people": people}
    tenths = int((percent / 10).quantize(Decimal(1), ROUND_HALF_UP))
    if tenths == 0:
        return _("minder dan 1 van de 10 %(people)s") % {"people": people}
    if tenths == 10:
        return _("bijna alle %(people)s") % {"people": people}
    return _("%(tenths)d van de 10 %(people)s") % {"tenths": tenths, "people": people}
