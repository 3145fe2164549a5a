"""Who stands where: the triangle of corporatie, welzijn and aannemer, and the wider circle round it (V2).

The page, the drawing, the document and Vandaag all read the one `Circle` made here. An organisation that has
members in the project but was never written down as a partner is in it too, as a proposal.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa.sharing import Shared
from projects.models import Membership, Organisation, OrganisationKind, Partnership, PartnershipState, Project
from projects.models.partner import TRIANGLE, ContactGap, Term
from projects.overviews.members import active_members
from projects.overviews.referral import routes_of


@dataclass(frozen=True)
class Place:
    """One organisation in the circle.

    partnership: None for a proposal. colleagues: its people who take part now. term: Term or empty, on the
    day of the circle. routes: how many kinds of concern are referred to it.
    """

    organisation: Organisation
    partnership: Partnership | None
    colleagues: tuple[Membership, ...] = ()
    term: str = ""
    routes: int = 0

    @property
    def name(self) -> str:
        """What the organisation is called."""
        return self.organisation.name

    @property
    def kind(self) -> str:
        """What kind of organisation it is, in Dutch."""
        return str(self.organisation.get_kind_display())

    @property
    def stopped(self) -> bool:
        """Whether it took part and stopped."""
        return self.partnership is not None and self.partnership.stopped

    @property
    def joined(self) -> bool:
        """Whether it said yes."""
        return self.partnership is not None and self.partnership.state == PartnershipState.JOINED

    @property
    def gap(self) -> str:
        """Why nobody can be called (ContactGap), or empty; nobody needs to be where it is all over."""
        return self.partnership.contact_gap if self.partnership and not self.stopped else ""

    @property
    def gap_text(self) -> str:
        """The same as a Dutch sentence."""
        name = self.partnership.contact_person if self.partnership else ""
        sentences = {
            ContactGap.MISSING.value: _("Er is nog geen vaste contactpersoon."),
            ContactGap.LEFT.value: _("%(name)s doet niet meer mee in dit project.") % {"name": name},
            ContactGap.MOVED.value: _("%(name)s werkt niet meer voor deze organisatie.") % {"name": name},
        }
        return sentences.get(self.gap, "")

    @property
    def hanging(self) -> list[str]:
        """What hung on a contact person who is gone: short Dutch phrases, the agreement first."""
        gone = self.gap in {ContactGap.LEFT, ContactGap.MOVED}
        return _hanging(self.partnership, self) if self.partnership and gone else []

    @property
    def loss(self) -> str:
        """Why nobody can be called and what hung on it, as Dutch sentences; empty when there is somebody."""
        if not self.hanging:
            return self.gap_text
        return _("%(who)s Daaraan hangt: %(what)s.") % {"who": self.gap_text, "what": listed(self.hanging)}

    @property
    def term_mark(self) -> str:
        """The end of the agreement in a few words; empty while it runs."""
        marks = {Term.ENDED.value: _("afspraak afgelopen"), Term.ENDING.value: _("afspraak loopt af")}
        return marks.get(self.term, "")

    @property
    def term_text(self) -> str:
        """The end of the agreement as a Dutch sentence; empty while it runs."""
        if not self.term or self.partnership is None:
            return ""
        day = _day(self.partnership.until)
        if self.term == Term.ENDED:
            return _("De afspraak liep tot en met %(day)s.") % {"day": day}
        return _("De afspraak loopt af op %(day)s.") % {"day": day}


@dataclass(frozen=True)
class Corner:
    """One of the three corners of the triangle, with who stands there; nobody when it is still empty."""

    kind: OrganisationKind
    places: tuple[Place, ...]

    @property
    def label(self) -> str:
        """Its name in Dutch."""
        return str(self.kind.label)

    @property
    def joined(self) -> bool:
        """Whether an organisation takes part here."""
        return any(place.joined for place in self.places)


@dataclass(frozen=True)
class Circle:
    """All places of one project, by kind and then by name."""

    places: tuple[Place, ...]

    @property
    def partners(self) -> list[Place]:
        """Who was asked or takes part."""
        return [place for place in self.places if place.partnership and not place.stopped]

    @property
    def proposals(self) -> list[Place]:
        """Who has people in the project, while nothing was written down yet."""
        return [place for place in self.places if place.partnership is None]

    @property
    def stopped(self) -> list[Place]:
        """Who took part and stopped."""
        return [place for place in self.places if place.stopped]

    @property
    def triangle(self) -> list[Corner]:
        """The three corners."""
        return [Corner(kind, tuple(self._standing(kind))) for kind in TRIANGLE]

    @property
    def wider(self) -> list[Place]:
        """Everybody round the triangle."""
        kinds = [kind for kind in OrganisationKind if kind not in TRIANGLE]
        return [place for kind in kinds for place in self._standing(kind)]

    @property
    def missing(self) -> list[OrganisationKind]:
        """Corners where no organisation takes part yet; the words for it are in `triangle`."""
        return [corner.kind for corner in self.triangle if not corner.joined]

    def _standing(self, kind: OrganisationKind) -> list[Place]:
        return [place for place in self.places if place.organisation.kind == kind and not place.stopped]


def listed(words: list[str]) -> str:
    """Words in a row, the last two with 'en' between them."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s en %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def circle_of(project: Project, shared: Shared | None = None) -> Circle:
    """The circle of `project` today. Three queries, however many partners.

    shared: what the page looked up already, where it shows more than the partners.
    """
    shared, day = shared or Shared(), timezone.localdate()
    partnerships = project.partnerships.select_related("organisation", "contact__person")
    colleagues = _colleagues(shared.get(active_members, project))
    routes = Counter(route.organisation_id for route in shared.get(routes_of, project).values())
    places = [
        Place(
            one.organisation,
            one,
            tuple(colleagues.pop(one.organisation_id, ())),
            one.term_on(day),
            routes[one.organisation_id],
        )
        for one in partnerships
    ]
    places += [
        Place(members[0].organisation, None, tuple(members))
        for members in colleagues.values()
        if members[0].organisation
    ]
    order = list(OrganisationKind.values)
    return Circle(tuple(sorted(places, key=lambda place: (order.index(place.organisation.kind), place.name))))


def _colleagues(members: Iterable[Membership]) -> dict[int, list[Membership]]:
    """Who takes part now, by the organisation they work for."""
    colleagues: dict[int, list[Membership]] = {}
    for held in members:
        if held.organisation_id is not None:
            colleagues.setdefault(held.organisation_id, []).append(held)
    return colleagues


def _hanging(partnership: Partnership, place: Place) -> list[str]:
    said = []
    if partnership.agreed and partnership.until:
        said.append(_("de afspraak tot en met %(day)s") % {"day": _day(partnership.until)})
    elif partnership.agreed:
        said.append(_("de afspraak"))
    if partnership.brings:
        said.append(_("wat de organisatie inbrengt"))
    if place.routes:
        routes = ngettext("%(n)s doorverwijsroute", "%(n)s doorverwijsroutes", place.routes)
        said.append(routes % {"n": place.routes})
    if place.colleagues:
        count = len(place.colleagues)
        said.append(
            ngettext("%(n)s collega in het project", "%(n)s collega’s in het project", count) % {"n": count}
        )
    return said


def _day(day: date | None) -> str:
    """A date as people write it."""
    return date_format(day, "j F Y") if day else ""
