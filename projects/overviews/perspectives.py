"""Perspectives that a neighbourhood may hold, and how to reach each group.

They are about groups: what a seat brings to the table, never what somebody is. The method asks for
differences in age, money, schooling, gender, background and way of living, and for those who are
hard to reach.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from msa.sharing import Shared
from projects.models import Project
from projects.overviews.blocks import blocks_in

FLATS = _("Loop het trappenhuis door op een avond dat mensen thuis zijn. Vraag elke portiek iemand.")
STREETS = _("Maak een praatje aan de voortuin of op de stoep, bij mooi weer.")

# Key, label and how of each group: first what people are to each other, then how they live.
GROUPS: tuple[tuple[str, str | Promise, str | Promise], ...] = (
    ("young", _("jongeren"), _("Ga langs bij het jongerenwerk of het sportveld. Maak het kort.")),
    (
        "parents",
        _("ouders met jonge kinderen"),
        _("Sta bij het schoolplein. Regel oppas, of kom overdag."),
    ),
    (
        "single",
        _("ouders die er alleen voor staan"),
        _("Regel oppas en eten. Kies een tijd na het werk."),
    ),
    ("elderly", _("ouderen"), _("Vraag het bij de koffieochtend. Haal mensen op als dat nodig is.")),
    ("women", _("vrouwen"), _("Vraag het bij een vrouwengroep. Kom daar eerst een keer luisteren.")),
    ("men", _("mannen"), _("Vraag het bij de sportclub, de moskee, de kerk of het klussen.")),
    (
        "migration",
        _("mensen met een migratieachtergrond"),
        _("Werk samen met iemand die de gemeenschap kent en vertrouwd wordt."),
    ),
    (
        "language",
        _("mensen die Nederlands leren"),
        _("Vraag het bij de taalles. Zorg voor iemand die vertaalt, ook tijdens de bijeenkomst."),
    ),
    (
        "reading",
        _("mensen die liever praten dan lezen"),
        _("Nodig uit met een gesprek, niet met een brief. Stuur geen stukken vooraf."),
    ),
    ("working", _("mensen die overdag werken"), _("Bel ’s avonds aan. Kies de avond of de zaterdag.")),
    (
        "money",
        _("mensen die weinig te besteden hebben"),
        _("Vraag het via de voedselbank of de formulierenhulp. Betaal kosten meteen terug."),
    ),
    (
        "limitation",
        _("mensen met een beperking of ziekte"),
        _("Kies een plek zonder drempels. Laat iemand ook van huis uit meedoen."),
    ),
    (
        "carers",
        _("mantelzorgers"),
        _("Vraag het bij het steunpunt. Spreek ruim op tijd een vast moment af."),
    ),
    ("alone", _("mensen die alleen wonen"), _("Ga persoonlijk langs. Zorg dat er tijd is voor koffie.")),
    ("new", _("mensen die hier pas wonen"), _("Geef de uitnodiging mee bij de sleutel.")),
    (
        "long",
        _("mensen die hier al lang wonen"),
        _("Vraag wie de straat nog van vroeger kent, en ga daarheen."),
    ),
    ("portico", _("bewoners van een portiekflat"), FLATS),
    ("gallery", _("bewoners van een galerijflat"), FLATS),
    ("maisonette", _("bewoners van een maisonnette"), FLATS),
    ("terraced", _("bewoners van een rijtjeshuis"), STREETS),
    ("owners", _("huiseigenaren tussen de huurders"), STREETS),
)


@dataclass(frozen=True)
class Perspective:
    """key: how it is stored. label: as a Dutch phrase for a group. how: where one meets them."""

    key: str
    label: str
    how: str


def perspectives_of(project: Project, shared: Shared | None = None) -> list[Perspective]:
    """All perspectives one can choose in `project`, its blocks at the end. One query.

    shared: what the page looked up already, where it shows more than these.
    """
    shared = shared or Shared()
    how = gettext("Hang een briefje in dit blok en bel op een avond aan. Vraag iemand die er al jaren woont.")
    blocks = [
        Perspective(f"block:{block.key}", gettext("bewoners van %(block)s") % {"block": block.name}, how)
        for block in shared.get(blocks_in, project)
    ]
    return [Perspective(key, str(label), str(how)) for key, label, how in GROUPS] + blocks
