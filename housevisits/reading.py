"""Reading along with the words of one project: its streets, house numbers and institutions (P17)."""

from functools import lru_cache

from django.db.models import Count, Max, Sum

from housevisits.models import Household
from housevisits.practice.case import WORDS
from msa.privacy.reading import Lexicon, Reader
from projects.models import Project

# A reader per project and address list; a process serves a handful of projects.
_READERS_KEPT = 32
NOTHING_MORE = Lexicon()
_Version = tuple[int | None, int | None, int | None]


def reader_for(project: Project, extra: Lexicon = NOTHING_MORE) -> Reader:
    """A reader that knows the names of this project. One query, two when the address list changed."""
    addresses = Household.objects.filter(project=project).order_by()
    counted = addresses.aggregate(count=Count("pk"), last=Max("pk"), numbers=Sum("number"))
    version = (counted["count"], counted["last"], counted["numbers"])
    return _reader(project.pk, version, project.institutions, extra)


def streets_of(project: Project) -> list[str]:
    """The streets of the address list, for reading along elsewhere. One query."""
    found = Household.objects.filter(project=project).order_by("street")
    return list(found.values_list("street", flat=True).distinct())


def practice_reader(project: Project) -> Reader:
    """The same reader for a practice: it also knows the street and the school of the invented case."""
    return reader_for(project, WORDS)


@lru_cache(maxsize=_READERS_KEPT)
def _reader(project_pk: int, version: _Version, institutions: str, extra: Lexicon) -> Reader:
    rows = Household.objects.filter(project=project_pk).order_by().values_list("street", "number", "addition")
    addresses = list(rows)
    return Reader(
        Lexicon(
            streets=extra.streets.union(street for street, _number, _addition in addresses),
            institutions=extra.institutions.union(
                name for line in institutions.splitlines() if (name := line.strip())
            ),
            house_numbers=extra.house_numbers.union(
                f"{number}{addition}" for _street, number, addition in addresses
            ),
        )
    )
