"""Perspectives that a neighbourhood may hold, and how to reach each group.

They are about groups: what a seat brings to the table, never what somebody is. The method asks for
differences in age, money, schooling, gender, background and way of living, and for those who are
hard to reach.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from msa.sharing import Shared
from projects.models import Project
from projects.overviews.blocks import blocks_in


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
    how = _("Hang een briefje in dit blok en bel op een avond aan. Vraag iemand die er al jaren woont.")
    blocks = [
        Perspective(f"block:{block.key}", _("bewoners van %(block)s") % {"block": block.name}, how)
        for block in shared.get(blocks_in, project)
    ]
    return _people() + _homes() + blocks


def _people() -> list[Perspective]:
    return [
        Perspective(
            "young", _("jongeren"), _("Ga langs bij het jongerenwerk of het sportveld. Maak het kort.")
        ),
        Perspective(
            "parents",
            _("ouders met jonge kinderen"),
            _("Sta bij het schoolplein. Regel oppas, of kom overdag."),
        ),
        Perspective(
            "single",
            _("ouders die er alleen voor staan"),
            _("Regel oppas en eten. Kies een tijd na het werk."),
        ),
        Perspective(
            "elderly", _("ouderen"), _("Vraag het bij de koffieochtend. Haal mensen op als dat nodig is.")
        ),
        Perspective(
            "women", _("vrouwen"), _("Vraag het bij een vrouwengroep. Kom daar eerst een keer luisteren.")
        ),
        Perspective("men", _("mannen"), _("Vraag het bij de sportclub, de moskee, de kerk of het klussen.")),
        Perspective(
            "migration",
            _("mensen met een migratieachtergrond"),
            _("Werk samen met iemand die de gemeenschap kent en vertrouwd wordt."),
        ),
        Perspective(
            "language",
            _("mensen die Nederlands leren"),
            _("Vraag het bij de taalles. Zorg voor iemand die vertaalt, ook tijdens de bijeenkomst."),
        ),
        Perspective(
            "reading",
            _("mensen die liever praten dan lezen"),
            _("Nodig uit met een gesprek, niet met een brief. Stuur geen stukken vooraf."),
        ),
        Perspective(
            "working", _("mensen die overdag werken"), _("Bel ’s avonds aan. Kies de avond of de zaterdag.")
        ),
        Perspective(
            "money",
            _("mensen die weinig te besteden hebben"),
            _("Vraag het via de voedselbank of de formulierenhulp. Betaal kosten meteen terug."),
        ),
        Perspective(
            "limitation",
            _("mensen met een beperking of ziekte"),
            _("Kies een plek zonder drempels. Laat iemand ook van huis uit meedoen."),
        ),
        Perspective(
            "carers",
            _("mantelzorgers"),
            _("Vraag het bij het steunpunt. Spreek ruim op tijd een vast moment af."),
        ),
        Perspective(
            "alone", _("mensen die alleen wonen"), _("Ga persoonlijk langs. Zorg dat er tijd is voor koffie.")
        ),
        Perspective("new", _("mensen die hier pas wonen"), _("Geef de uitnodiging mee bij de sleutel.")),
        Perspective(
            "long",
            _("mensen die hier al lang wonen"),
            _("Vraag wie de straat nog van vroeger kent, en ga daarheen."),
        ),
    ]


def _homes() -> list[Perspective]:
    flats = _("Loop het trappenhuis door op een avond dat mensen thuis zijn. Vraag elke portiek iemand.")
    streets = _("Maak een praatje aan de voortuin of op de stoep, bij mooi weer.")
    return [
        Perspective("portico", _("bewoners van een portiekflat"), flats),
        Perspective("gallery", _("bewoners van een galerijflat"), flats),
        Perspective("maisonette", _("bewoners van een maisonnette"), flats),
        Perspective("terraced", _("bewoners van een rijtjeshuis"), streets),
        Perspective("owners", _("huiseigenaren tussen de huurders"), streets),
    ]
