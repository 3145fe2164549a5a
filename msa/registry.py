"""What every app contributes to: Vandaag, the phase path, the demo project, retention and what is said of it.

The kernel keeps the lists; the apps fill them in `ready()`. So a page in the kernel can show what all
phases have to say without knowing one of them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Contribution:
    """One thing that an app adds to a list. Lower `order` comes first."""

    order: int
    name: str
    call: Callable[..., Any]


class Registry:
    """An ordered list of contributions, unique by name."""

    def __init__(self, purpose: str) -> None:
        self.purpose = purpose
        self._items: dict[str, Contribution] = {}

    def add(self, name: str, call: Callable[..., Any], *, order: int = 100) -> None:
        """Add or replace the contribution `name`."""
        self._items[name] = Contribution(order, name, call)

    def __iter__(self) -> Iterator[Contribution]:
        return iter(sorted(self._items.values(), key=lambda item: (item.order, item.name)))


@dataclass(frozen=True)
class TodayItem:
    """One thing to do now. `weight` decides the order, highest first; the first three are shown large."""

    title: str
    text: str
    url: str
    action: str
    icon: str
    weight: int = 0


@dataclass(frozen=True)
class StateLine:
    """One line about where the project stands, with a number people can read."""

    label: str
    value: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class Requirement:
    """One rule of the phase board: what has to stand before phase `phase` (1 to 5) begins.

    key: the rule, unique. title: how it reads once it stands ('De adreslijst is ingelezen'). todo: the same
    as what is to be done ('de adreslijst inlezen'). met: whether it stands now. blocks: whether the phase
    cannot begin without; else it is advice. reason: what lacks and why that matters; empty when met. roles:
    who can do something about it. url: the page where that is done. overridable: whether the leader may begin
    all the same, with a written reason; what protects residents never is.
    """

    phase: int
    key: str
    title: str
    met: bool
    url: str
    roles: frozenset[str]
    blocks: bool = True
    reason: str = ""
    overridable: bool = False
    todo: str = ""

    @property
    def wording(self) -> str:
        """How the rule reads as it stands: done, or with what is still to be done."""
        if self.met:
            return self.title
        if not self.todo:
            return _("Nog niet: %(title)s") % {"title": self.title}
        text = _("Nog nodig: %(todo)s") if self.blocks else _("Verstandig: %(todo)s")
        return text % {"todo": self.todo}


@dataclass(frozen=True)
class OpenWork:
    """Work of one kind that somebody holds, or still held when the membership ended.

    key: the kind, by the name it is registered under. label: in words, with its number ('3
    doorverwijsroutes'). url: where it is seen. roles: who can take it over; empty for what nobody else can
    finish. give: call(taker: membership, by: person) hands all of it over, in the transaction of who calls;
    it is not called for 'nobody', so the work stays with the membership that ended and can be asked for
    again. note: what to know before choosing. fits: call(membership), whether this one can take it, beside
    the role. reminds: whether Vandaag says by itself that nobody holds it. holds: the roles in which its
    holder can go on with it, where those are others than who can take it over.
    """

    key: str
    label: str
    count: int
    url: str
    roles: frozenset[str]
    give: Callable[[Any, Any], Any]
    note: str = ""
    fits: Callable[[Any], bool] = lambda membership: True
    reminds: bool = False
    holds: frozenset[str] = frozenset()

    @property
    def movable(self) -> bool:
        """Whether somebody else can take it over."""
        return bool(self.roles)


@dataclass(frozen=True)
class MemberFact:
    """Something that is known of one member, for the page of the team: in words, with an icon.

    asks: whether something still has to be done about it.
    """

    text: str
    icon: str
    asks: bool = False


@dataclass(frozen=True)
class SetupPart:
    """One part of a project's set-up that another project can start from. Register it with `setup`.

    label, comes, never: in Dutch, what it is, what comes along and what never does. Strings or lazy strings.
    holds: call(project) -> what there is of it, in words with its number; "" for nothing. A part is offered
    when the source holds something and the target nothing yet, so that nothing is ever overwritten.
    copy: call(source, target, by) -> what was taken over, in words; "" for nothing. In the transaction of who
    calls. Name the fields that are copied, so that one that is added later stays behind.
    replaces: the target always holds something, and this part takes its place; it is not ticked beforehand.
    waits: call(source, target) -> why it cannot come yet, in Dutch without a full stop; "" when it can.
    """

    label: Any
    comes: Any
    never: Any
    holds: Callable[[Any], str]
    copy: Callable[[Any, Any, Any], str]
    replaces: bool = False
    waits: Callable[[Any, Any], str] = lambda source, target: ""

    def __call__(self, source: Any, target: Any, by: Any) -> str:
        return self.copy(source, target, by)


@dataclass(frozen=True)
class BlockUse:
    """What one kind of thing hangs on the blocks of a project.

    model: label of the model that points at a block ('housevisits.Household'), empty where nothing does.
    counts: how many there are, by the number (pk) of the block. words: call(n) -> that many, in words.
    move: call(source: block, target: block) hangs all of one block on the other, in the transaction of who
    calls. locked: call() -> why no block can be merged any more; empty while it can. homes: whether each of
    these is a home.
    """

    model: str
    counts: Mapping[int, int]
    words: Callable[[int], str]
    move: Callable[[Any, Any], None]
    locked: Callable[[], str] = str
    homes: bool = False


@dataclass(frozen=True)
class KeptLine:
    """How long something is kept (P7), in words for everybody in a project, residents too."""

    what: str
    how_long: str


# call(membership, shared: msa.sharing.Shared, made for the page) -> Iterable[TodayItem]
today = Registry("things to do now, for one membership")
# call(membership, shared) -> Iterable[StateLine]
state = Registry("where the project stands, for one membership")
# call(membership) -> Iterable[NavItem]
navigation = Registry("pages of a project that a role may open")
# call(report: Callable[[str], None]) -> None
demo = Registry("parts of the demo project, loaded in order")
# call(project, shared) -> Iterable[Requirement]
requirements = Registry("what has to stand before a project can enter a phase")
# call(membership) -> Iterable[OpenWork]
handover = Registry("open work that one membership holds, to be given to somebody else")
# call(project) -> Mapping[membership pk, MemberFact], such as who was trained
team = Registry("what is known of each member of a project")
# a SetupPart
setup = Registry("set-up that a new project takes over from another one, never its data")
# call(project) -> Iterable[BlockUse]
blocks = Registry("what hangs on the blocks of a project, counted and moved when two blocks become one")
# call(today: date) -> list[str], what was removed
retention = Registry("data that has to go after a deadline")
# call() -> str, what work whose kind begins with this name makes
work = Registry("what is made in the background, as the heading of the page that shows it")
# call(project) -> Iterable[str], names of streets as they are written there
streets = Registry("streets of a project, for reading along with its free texts")
# call(project) -> Iterable[KeptLine]
kept = Registry("how long what is kept, for who asks")


@dataclass(frozen=True)
class NavItem:
    """A page in the menu of a project. `phase` is 0 for what belongs to none, else 1 to 5."""

    label: str
    url: str
    icon: str
    phase: int = 0
