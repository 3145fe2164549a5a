"""What has to be done on a visit and who does it: the proposal that a project starts from (V3).

Pure Python without database. Who does something is a role of the project team, or one of the words below,
which `overviews.duties` translates into roles.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.models.membership import Role

LEADS, OTHER, BOTH, VISITOR, OPEN = "leads", "other", "both", "visitor", ""
LEADING = "lead"  # the duty of who leads the conversation
MOST_OWN = 4  # duties that a project adds itself

_ROLES: dict[str, str | Promise] = {
    Role.HOUSING_OFFICER: Role.HOUSING_OFFICER.label,
    Role.COMMUNITY_WORKER: Role.COMMUNITY_WORKER.label,
    Role.CONTRACTOR_SOCIAL: Role.CONTRACTOR_SOCIAL.label,
    Role.CONTRACTOR_TECHNICAL: Role.CONTRACTOR_TECHNICAL.label,
    Role.PROJECT_LEADER: Role.PROJECT_LEADER.label,
}
# Who can do something on a visit by two, and on a visit alone.
IN_A_PAIR: dict[str, str | Promise] = {
    OPEN: _("nog af te spreken"),
    LEADS: _("wie het gesprek leidt"),
    OTHER: _("wie het gesprek niet leidt"),
    BOTH: _("allebei"),
    **_ROLES,
}
ALONE: dict[str, str | Promise] = {OPEN: _("nog af te spreken"), VISITOR: _("wie op bezoek gaat"), **_ROLES}
# Somebody cannot lead by being the one who leads.
LEADING_IN_A_PAIR = {key: label for key, label in IN_A_PAIR.items() if key not in (LEADS, OTHER)}


@dataclass(frozen=True)
class Duty:
    """Something that has to be done on a visit. hint: how, as the proposal has it. pair, alone: who."""

    key: str
    title: str | Promise
    hint: str | Promise
    pair: str
    alone: str


PROPOSAL = (
    Duty(
        "welcome",
        _("Aanbellen en jullie voorstellen"),
        _("Zeg wie je bent en waarvoor je komt, en dat het gesprek mag en niet moet."),
        Role.HOUSING_OFFICER,
        VISITOR,
    ),
    Duty(
        "privacy",
        _("De privacybelofte uitleggen"),
        _("Wat je opschrijft, dat naam en adres er niet bij komen, en wie het leest. Laat de folder achter."),
        LEADS,
        VISITOR,
    ),
    Duty(
        LEADING,
        _("Het gesprek leiden"),
        _("De bewoner kiest de kaarten. Vraag open, vraag door, vul niets in."),
        Role.COMMUNITY_WORKER,
        VISITOR,
    ),
    Duty(
        "listen",
        _("Meeluisteren en samenvatten"),
        _("Let op wat niet kan wachten. Herhaal aan het eind wat is afgesproken."),
        OTHER,
        VISITOR,
    ),
    Duty(
        "survey",
        _("De technische opname"),
        _("Loopt de woning na. Vraag de bewoner of de uitvoerder bij het gesprek blijft of erna langskomt."),
        Role.CONTRACTOR_TECHNICAL,
        Role.CONTRACTOR_TECHNICAL,
    ),
    Duty(
        "register",
        _("Het gesprek registreren"),
        _("Meteen erna, ongeveer tien minuten. Met z’n tweeën: de een typt, de ander vult aan."),
        LEADS,
        VISITOR,
    ),
    Duty(
        "follow_home",
        _("Afspraken over woning en werkzaamheden opvolgen"),
        _("Zet de directe actie op de lijst, regelt het met de aannemer en belt de bewoner terug."),
        Role.HOUSING_OFFICER,
        Role.HOUSING_OFFICER,
    ),
    Duty(
        "follow_social",
        _("Zorg, welzijn en kansen opvolgen"),
        _("Zet de directe actie op de lijst, volgt de doorverwijsroute en vraagt na of het is opgelost."),
        Role.COMMUNITY_WORKER,
        Role.COMMUNITY_WORKER,
    ),
)
DUTIES = {duty.key: duty for duty in PROPOSAL}
OWN_KEYS = tuple(f"own{number}" for number in range(1, MOST_OWN + 1))
