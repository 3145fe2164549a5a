"""A table of influence to begin with; each project changes it to what holds there."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.models import Influence

DECIDE, THINK, KNOW, NONE = Influence.DECIDE, Influence.THINK, Influence.KNOW, Influence.NONE

# subject, level, reason
EXAMPLES: tuple[tuple[str | Promise, str, str | Promise], ...] = (
    (
        _("Activiteiten in de buurt"),
        DECIDE,
        _("Bewoners weten zelf het best wat werkt. Zij kiezen mee uit het budget."),
    ),
    (
        _("Keuken, badkamer en toilet"),
        DECIDE,
        _("Ieder huishouden kiest uit wat de aannemer kan leveren."),
    ),
    (
        _("De praatplaat"),
        DECIDE,
        _("De praatplaat gaat pas naar de buurt als de groep zich erin herkent."),
    ),
    (
        _("De planning van de werkzaamheden"),
        THINK,
        _("De volgorde van de blokken ligt vast. Over dagen, tijden en rust denkt de groep mee."),
    ),
    (
        _("Waar de materialen komen te staan"),
        THINK,
        _("De aannemer zoekt een veilige plek. De groep weet waar mensen langs moeten."),
    ),
    (
        _("De vragen in het gesprek aan huis"),
        THINK,
        _("De groep leest de vragen vooraf en zegt wat er mist of te dichtbij komt."),
    ),
    (
        _("Brieven, folder en nieuwsbrief"),
        THINK,
        _("De groep leest mee: is het duidelijk, en voor wie niet?"),
    ),
    (
        _("Het actieplan"),
        THINK,
        _("Het team maakt het plan samen met bewoners. De organisaties beslissen over hun geld en uren."),
    ),
    (
        _("Wie er op huisbezoek komt"),
        KNOW,
        _("De organisaties kiezen hun eigen mensen."),
    ),
    (
        _("De huur na de werkzaamheden"),
        NONE,
        _("De woningcorporatie stelt de huur vast. Daar gelden regels voor."),
    ),
    (
        _("Of de woningen worden opgeknapt"),
        NONE,
        _("Dat besluit is al genomen. Wij vragen er geen advies meer over."),
    ),
)
