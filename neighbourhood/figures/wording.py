"""The Dutch words around figures, and how a number is said aloud."""

from django.utils.translation import gettext as _

from neighbourhood.figures.types import Band, Cell


def count_text(count: int, band: Band) -> str:
    """What a reader sees for one count: the band's words, or the rounded number that says so."""
    if band == "few":
        return _("geen of enkele")
    if band == "most":
        return _("(bijna) iedereen")
    return _("afgerond %(count)d") % {"count": count}


def n_text(n: int) -> str:
    """The line under a chart for a rounded n: 'n = 415 (afgerond)'."""
    return _("n = %(n)d (afgerond)") % {"n": n}


def too_few() -> str:
    """Why there is nothing to see."""
    return _("te weinig antwoorden om te tonen")


def no_answer() -> str:
    """The label of item non-response."""
    return _("geen antwoord")


def whole() -> str:
    """The label of everybody together."""
    return _("Heel de buurt")


def not_known() -> str:
    """The label of the background class of who would not say, where it is large enough to stand alone."""
    return _("niet bekend")


def group_label(labels: list[str], joined_unknown: bool, numbered: bool) -> str:
    """The name of a merged group: 'Alleen of anders', 'Noord en Midden', '50 tot 65 (of niet bekend)'.

    numbered: for classes in order and for blocks, which are joined by 'en'; household types by 'of'.
    """
    word = _("en") if numbered else _("of")
    rest = labels[1:] if numbered else [_lower_first(label) for label in labels[1:]]
    names = [labels[0], *rest]
    name = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"
    return _("%(name)s (of niet bekend)") % {"name": name} if joined_unknown else name


def in_ten(share: float) -> int:
    """How many out of ten a share is, 0 to 10, a half rounded up. Raises ValueError outside 0.0 to 1.0."""
    if not 0.0 <= share <= 1.0:
        raise ValueError("a share lies between 0 and 1")
    return int(share * 10 + 0.5)


def in_ten_text(shown: Cell) -> str:
    """A cell as a poster says it: '6 van de 10', or the words of its end band."""
    tens = in_ten(shown.share)
    if shown.band != "none":
        return shown.text
    if tens == 0:
        return _("minder dan 1 van de 10")
    return _("%(tens)d van de 10") % {"tens": tens}


def _lower_first(label: str) -> str:
    return label[:1].lower() + label[1:]
