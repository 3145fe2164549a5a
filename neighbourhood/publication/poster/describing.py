"""The poster in words: an alternative for the picture, and the plain text version."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .content import Island, PosterContent
from .drawings.catalogue import description
from .lettering import clean

VALENCE_NAMES = {"opportunity": gettext_lazy("kans"), "barrier": gettext_lazy("zorg")}
CONDITION_NAMES = {
    "security": gettext_lazy("zekerheid"),
    "cohesion": gettext_lazy("samen"),
    "inclusion": gettext_lazy("erbij horen"),
    "empowerment": gettext_lazy("zelf kunnen"),
}
STREETS = {
    "terraced": gettext_lazy("een straat met bakstenen rijtjeshuizen en voortuinen"),
    "portico": gettext_lazy("een straat met portiekflats en balkons"),
    "maisonette": gettext_lazy("een straat met maisonnettes en galerijen"),
}


def address(url: str) -> str:
    """A public address as people type it."""
    return url.removeprefix("https://").removeprefix("http://").rstrip("/")


def picture_text(content: PosterContent) -> str:
    """What the picture shows, for who cannot see it."""
    parts = [_("Tekening van %(street)s.") % {"street": STREETS[content.street]}]
    if "railway" in content.landmarks:
        parts.append(_("Achter de huizen rijdt een trein."))
    if "caravan" in content.landmarks:
        parts.append(_("Voor op het gras staat een pipowagen waar mensen koffie drinken."))
    parts.append(_("Links is het ochtend: in een groene boom staat waar bewoners trots op zijn."))
    parts.append(_("Rechts wordt het avond: in een herfstboom staat waar bewoners zich zorgen over maken."))
    return " ".join(parts)


def figure_text(tens: int, text: str) -> str:
    """A figure as a sentence."""
    return f"{figure_words(tens)} {clean(text)}"


def figure_words(tens: int) -> str:
    """How many of ten, as people say it."""
    return _("%(tens)s van de 10") % {"tens": min(max(tens, 0), 10)}


def island_text(island: Island) -> list[str]:
    """One island as lines."""
    kind = f"{VALENCE_NAMES[island.valence]}, {CONDITION_NAMES[island.condition]}"
    lines = [f"* {clean(island.title)} ({kind})", f"  {clean(island.sentence)}"]
    if island.quote.strip():
        lines.append(f"  ‘{clean(island.quote)}’")
    lines.append("  " + _("Tekening: %(what)s.") % {"what": description(island.drawing)})
    return lines


def section(title: str, lines: list[str]) -> list[str]:
    """A titled part of the text, or nothing when there are no lines."""
    return [title, *lines, ""] if lines else []


def text(content: PosterContent) -> str:
    """The whole poster as plain text, nothing shortened."""
    figures = [f"- {figure_text(figure.tens, figure.text)}" for figure in content.figures[:3]]
    islands = [line for island in content.islands[:7] for line in island_text(island)]
    head = [clean(content.title), clean(content.neighbourhood), clean(content.subtitle)]
    state = [_("Dit is een concept. Klopt dit beeld?"), ""] if content.concept else []
    foot = [
        clean(part) for part in (content.reach, content.contact, content.url, content.date) if part.strip()
    ]
    openings = [f"- {clean(item)}" for item in content.open_balloons[:3] if item.strip()]
    return "\n".join([
        *(line for line in head if line), "", *state, picture_text(content), "",
        *section(_("Hier zijn we trots op"), [f"- {clean(item)}" for item in content.proud[:5]]),
        *section(_("Hier maken we ons zorgen over"), [f"- {clean(item)}" for item in content.worries[:5]]),
        *section(_("Wat bewoners vertelden"), islands),
        *section(_("In cijfers"), figures),
        *section(_("Vul samen aan"), openings),
        *foot, "",
    ])  # fmt: skip
