"""What the pages of the resident group show: perspectives, who is missing, and what waits for whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from msa.sharing import Shared
from projects.models import (
    Advice,
    AdviceState,
    AdviceStep,
    AgendaPoint,
    Influence,
    InfluenceSubject,
    MeetingState,
    Project,
    ResidentGroup,
    ResidentMeeting,
    Seat,
    Task,
)
from projects.overviews.perspectives import Perspective, perspectives_of

ENOUGH_SEATS = 3  # fewer residents than this are a few people, not a group
OPEN_FIRST = (AdviceState.ASKED, AdviceState.GIVEN, AdviceState.ANSWERED, AdviceState.CARRIED_OUT)


@dataclass(frozen=True)
class Place:
    """A seat with the perspectives it brings, as people read them."""

    seat: Seat
    voices: tuple[Perspective, ...]

    @property
    def heard(self) -> str:
        """The perspectives in a row. Apart: 'parents of young children and women' reads as one group."""
        return " · ".join(voice.label for voice in self.voices)


@dataclass(frozen=True)
class Table:
    """The table of a group.

    missing: perspectives that live here without a seat; waiting: with vacant seats only.
    """

    places: tuple[Place, ...]
    living: tuple[Perspective, ...]
    missing: tuple[Perspective, ...]
    waiting: tuple[Perspective, ...]

    @property
    def taken(self) -> int:
        """How many seats somebody sits on."""
        return sum(place.seat.taken for place in self.places)

    @property
    def vacant(self) -> int:
        """How many seats are free."""
        return len(self.places) - self.taken

    @property
    def left(self) -> list[Seat]:
        """Seats whose account takes part no longer."""
        return [place.seat for place in self.places if place.seat.left]


def group_of(project: Project) -> ResidentGroup:
    """The group, or an empty one that is not stored: reading changes nothing. One query."""
    found = ResidentGroup.objects.filter(project=project).first()
    return found or ResidentGroup(project=project)


def seats_of(project: Project) -> "QuerySet[Seat]":
    """The seats at the table with who sits there; not those that were taken away. One query when read."""
    return Seat.objects.filter(group__project=project, gone=False).select_related("member__person")


def table_of(project: Project, group: ResidentGroup | None = None, shared: Shared | None = None) -> Table:
    """Seats, and who lives here without one. Three queries, however many seats.

    shared: what the page looked up already, where it shows more than the table.
    """
    group, shared = group or group_of(project), shared or Shared()
    known = {one.key: one for one in perspectives_of(project, shared)}
    places = tuple(Place(seat, _named(seat.voices, known)) for seat in shared.get(seats_of, project))
    living = _named(group.living, known)
    seated = {key for place in places for key in place.seat.voices}
    heard = {key for place in places if place.seat.taken for key in place.seat.voices}
    return Table(
        places,
        living,
        missing=tuple(one for one in living if one.key not in seated),
        waiting=tuple(one for one in living if one.key in seated and one.key not in heard),
    )


def _named(keys: Iterable[str], known: dict[str, Perspective]) -> tuple[Perspective, ...]:
    """Perspectives in the order of the list; a block that is no longer there is left out."""
    wanted = set(keys)
    return tuple(one for key, one in known.items() if key in wanted)


def meetings_of(project: Project) -> "QuerySet[ResidentMeeting]":
    """All meetings, the last one first."""
    return ResidentMeeting.objects.filter(group__project=project)


def next_meeting(project: Project, today: date) -> ResidentMeeting | None:
    """The first one that is planned for `today` or later, with its points. Two queries."""
    planned = meetings_of(project).filter(state=MeetingState.PLANNED, on__gte=today)
    return planned.prefetch_related("points").order_by("on", "at", "pk").first()


@dataclass(frozen=True)
class PointLine:
    """A point of the agenda with the tasks that came from it."""

    point: AgendaPoint
    tasks: tuple[Task, ...]


def points_of(meeting: ResidentMeeting, project: Project) -> list[PointLine]:
    """The agenda, and who takes up what. Two queries."""
    found = project.tasks.filter(origin__startswith=f"meeting:{meeting.pk}:").select_related("owner__person")
    tasks: dict[str, list[Task]] = {}
    for task in found:
        tasks.setdefault(task.origin, []).append(task)
    return [PointLine(point, tuple(tasks.get(point.origin, ()))) for point in meeting.points.all()]


def all_advices_of(project: Project) -> "QuerySet[Advice]":
    """All advice with its trail, also where everything was taken away. Three queries, however many."""
    found = Advice.objects.filter(group__project=project).select_related("subject", "meeting")
    return found.prefetch_related("steps__seat")


def standing(advices: "QuerySet[Advice]") -> "QuerySet[Advice]":
    """Without the advice of which everything was taken away."""
    return advices.filter(Exists(AdviceStep.objects.filter(advice=OuterRef("pk"), removed_at=None)))


def advices_of(project: Project) -> "QuerySet[Advice]":
    """The advice that can be read, with its trail. Three queries, however many there are."""
    return standing(all_advices_of(project))


def by_state(advices: Iterable[Advice]) -> list[tuple[AdviceState, list[Advice]]]:
    """Advice under its state: what is asked first, what is done last; withdrawn questions at the end."""
    sorted_in: dict[str, list[Advice]] = {}
    for advice in advices:
        sorted_in.setdefault(advice.state, []).append(advice)
    order = (*OPEN_FIRST, AdviceState.WITHDRAWN)
    return [(state, sorted_in[state]) for state in order if state in sorted_in]


@dataclass(frozen=True)
class Level:
    """One level of influence with its subjects."""

    level: Influence
    about: str
    icon: str
    subjects: tuple[InfluenceSubject, ...]


def influence_of(project: Project) -> list[Level]:
    """The subjects by level, from most influence to none. One query."""
    subjects = list(InfluenceSubject.objects.filter(group__project=project))
    meaning = {
        Influence.DECIDE: (_("Zonder de bewoners gebeurt het niet. Zij kiezen mee."), "vote"),
        Influence.THINK: (
            _("De groep geeft advies. Het team beslist en zegt wat het met het advies doet."),
            "lightbulb",
        ),
        Influence.KNOW: (_("Bewoners horen op tijd wat er gebeurt. Er valt niets meer te kiezen."), "ear"),
        Influence.NONE: (_("Hier kunnen bewoners niets aan veranderen. Wij zeggen dat eerlijk."), "ban"),
    }
    return [
        Level(level, *meaning[level], tuple(one for one in subjects if one.level == level))
        for level in Influence
    ]
