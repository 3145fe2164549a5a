"""What collides in a time line: each rule as data with its sentence, what to do about it, and its test.

Facts come from the handreiking: the technical survey is the occasion of the visit, households get a letter,
visitors are trained first, residents know what happens to their home before somebody comes, they hear back
soon, and in the middle of heavy works there is little room for meeting.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.models import TimelineItem
from projects.timeline import looking
from projects.timeline.looking import Found
from projects.timeline.plan import Plan


@dataclass(frozen=True)
class Rule:
    """One way in which a time line can go wrong.

    key: unique. short: beside the bar. sentence: what is wrong, with the values that `test` found. advice:
    what to do. test: the items of each collision, the one to move first, with values for the sentence.
    lasting: whether something can still be done about it when that item is over.
    """

    key: str
    short: str | Promise
    sentence: str | Promise
    advice: str | Promise
    test: Callable[[Plan], Iterable[Found]]
    lasting: bool = False


@dataclass(frozen=True)
class Collision:
    """One rule that some items break. items: the one to move first."""

    rule: Rule
    items: tuple[TimelineItem, ...]
    values: dict[str, Any]

    @property
    def key(self) -> str:
        """Known again as long as it is about the same items."""
        return ":".join([self.rule.key, *(str(item.pk) for item in self.items)])[:120]

    @property
    def days(self) -> str:
        """A digest of the dates it is about; when they change it is another matter."""
        dates = " ".join(f"{item.starts_on}/{item.ends_on}" for item in self.items)
        return sha256(dates.encode()).hexdigest()[:40]

    @property
    def subject(self) -> TimelineItem:
        """The item to move."""
        return self.items[0]

    @property
    def short(self) -> str:
        """A few words beside the bar."""
        return str(self.rule.short)

    @property
    def sentence(self) -> str:
        """What is wrong, as a Dutch sentence."""
        return str(self.rule.sentence) % self.values

    @property
    def advice(self) -> str:
        """What to do."""
        return str(self.rule.advice) % self.values


def collisions(plan: Plan) -> list[Collision]:
    """What collides and can still be changed: the item to move has not ended on the day of the plan."""
    found = [
        Collision(rule, items, {"what": items[0].title, "place": plan.place(items[0]), **values})
        for rule in RULES
        for items, values in rule.test(plan)
        if rule.lasting or items[0].ends_on >= plan.day
    ]
    return sorted(found, key=lambda one: (one.subject.starts_on, one.key))


RULES = (
    Rule(
        "visits-in-heavy-works",
        _("tijdens zwaar werk"),
        _("‘%(what)s’ (%(place)s) valt samen met zwaar werk: %(works)s, %(days)s."),
        _("Kom langs voordat het zware werk begint. Midden in stof en herrie lukt een rustig gesprek niet."),
        looking.visits_in_heavy,
    ),
    Rule(
        "visits-after-works-began",
        _("werk is al begonnen"),
        _("‘%(what)s’ (%(place)s) begint als het werk daar al loopt: %(works)s, %(days)s."),
        _("Zet de huisbezoeken ruim voor het werk. Dan weet je op tijd wie er hulp bij nodig heeft."),
        looking.visits_after_start,
    ),
    Rule(
        "meeting-in-heavy-works",
        _("tijdens zwaar werk"),
        _("‘%(what)s’ valt in %(place)s midden in zwaar werk: %(works)s."),
        _(
            "Wie midden in een verbouwing zit, heeft minder ruimte. Kies een week ervoor of erna, "
            "of zoek een plek waar het rustig is."
        ),
        looking.meeting_in_heavy,
    ),
    Rule(
        "meeting-beside-heavy-blocks",
        _("meer blokken in zwaar werk"),
        _("‘%(what)s’ is voor de hele buurt, terwijl er zwaar werk is in %(blocks)s."),
        _(
            "Een deel van de buurt kan er dan moeilijk bij zijn. Schuif het op tot hooguit één "
            "blok in zwaar werk zit."
        ),
        looking.meeting_beside_heavy_blocks,
    ),
    Rule(
        "survey-without-visits",
        _("opname zonder bezoek"),
        _("Bij ‘%(what)s’ (%(place)s) staat binnen %(weeks)s weken geen ronde huisbezoeken."),
        _("De opname is de aanleiding om samen binnen te komen. Plan de huisbezoeken in dezelfde weken."),
        looking.survey_alone,
    ),
    Rule(
        "visits-without-survey",
        _("bezoek zonder opname"),
        _("‘%(what)s’ (%(place)s) ligt meer dan %(weeks)s weken van de technische opname."),
        _("Leg opname en gesprek naast elkaar, dan hoeft een bewoner maar één keer open te doen."),
        looking.visits_alone,
    ),
    Rule(
        "feedback-late",
        _("terugkoppeling te laat"),
        _("%(late)s Na ‘%(what)s’ horen bewoners zo niet binnen %(weeks)s weken wat er is opgehaald."),
        _("Laat snel iets horen, hoe klein ook: een brief, een kop koffie, een eerste tekening."),
        looking.feedback_late,
        lasting=True,
    ),
    Rule(
        "in-holidays",
        _("in de vakantie"),
        _("‘%(what)s’ (%(place)s) valt voor de helft of meer in de vakantieweken (%(holiday)s)."),
        _("Veel bewoners zijn dan weg of hebben visite. Kies een week ervoor of erna."),
        looking.in_holidays,
    ),
    Rule(
        "away-at-christmas",
        _("uit huis met kerst"),
        _("Bij ‘%(what)s’ (%(place)s) zijn bewoners met kerst niet in hun eigen huis."),
        _(
            "Begin eerder of wacht tot januari. Kan het niet anders, spreek dan met elke bewoner "
            "af waar die de feestdagen doorbrengt."
        ),
        looking.away_at_christmas,
    ),
    Rule(
        "visits-before-training",
        _("training nog niet klaar"),
        _("‘%(what)s’ (%(place)s) begint voordat het team is getraind."),
        _(
            "Zet de training af voor het eerste bezoek: zonder naam opschrijven en over privacy "
            "vertellen leer je eerst."
        ),
        looking.before_training,
    ),
    Rule(
        "visits-before-routes",
        _("doorverwijsroutes ontbreken"),
        _("‘%(what)s’ (%(place)s) staat gepland, maar nog niet elke doorverwijsroute staat."),
        _("Maak eerst de routes af. We bellen pas aan als we weten waar een zorg heen kan."),
        looking.before_routes,
    ),
    Rule(
        "visits-without-letter",
        _("niet aangekondigd"),
        _("Voor ‘%(what)s’ (%(place)s) staat in de %(weeks)s weken ervoor geen aankondiging aan bewoners."),
        _(
            "Zet een brief op het tijdspad. Bewoners willen weten wie er komt, waarvoor, en dat "
            "het gesprek vrijwillig is."
        ),
        looking.without_letter,
    ),
    Rule(
        "nothing-between",
        _("geen stap ertussen"),
        _("Tussen ‘%(visits)s’ en ‘%(what)s’ (%(place)s) staat geen enkele stap met bewoners."),
        _(
            "Laat tussen bezoek en werk iets van je horen: een terugkoppeling, een gesprek of "
            "koffie in de straat."
        ),
        looking.nothing_between,
    ),
)
