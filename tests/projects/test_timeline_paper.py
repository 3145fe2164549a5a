"""The time line on paper: the first sheet holds the drawing, however high it is and its title."""

from datetime import date

import pypdfium2
import pytest

from projects.documents.timeline import timeline_pdf
from projects.models import Role
from projects.models.timeline import Heaviness, Kind
from projects.overviews.timeline import timeline_for
from tests.cast import Cast, make_works
from tests.projects.timelines import social_step

pytestmark = pytest.mark.django_db
TODAY = date(2030, 3, 1)
LONG = (
    "Spoorbuurt met de Wachterswoningen en het Stationskwartier aan de overkant van het oude emplacement en "
)
DRAWN = 60  # marks on a sheet with a drawing; an empty one has its title and its foot


def _fill(cast: Cast, number: int, *, spread: bool) -> None:
    for place in range(number):
        title = f"Vervangen van keuken, badkamer en toilet met alle leidingen, deel {place}"
        block = cast.blocks[place % len(cast.blocks) if spread else 0]
        make_works(cast, block=block, title=title, heaviness=Heaviness.HEAVY)
        social_step(cast, block=None, kind=Kind.PRESENCE, title=f"Koffie in de straat, week {place}")


def _sheets(cast: Cast, role: Role) -> list[int]:
    """How many marks stand on each page."""
    made = pypdfium2.PdfDocument(timeline_pdf(timeline_for(cast.members[role], TODAY)))
    return [len(list(page.get_objects(max_depth=2))) for page in made]


@pytest.mark.parametrize("number", [1, 26])
@pytest.mark.parametrize("role", [Role.PROJECT_LEADER, Role.HOUSING_OFFICER, Role.RESIDENT_GROUP])
def test_for_every_role_the_first_page_holds_the_drawing(cast: Cast, role: Role, number: int) -> None:
    _fill(cast, number, spread=True)
    assert min(_sheets(cast, role)[:-1]) > DRAWN


@pytest.mark.parametrize("length", [60, 120])
def test_under_a_title_of_more_lines_the_drawing_is_smaller(cast: Cast, length: int) -> None:
    cast.project.name = (LONG + LONG)[:length]
    _fill(cast, 13, spread=False)
    assert _sheets(cast, Role.RESIDENT_GROUP)[0] > DRAWN


@pytest.mark.parametrize("number", [26])
def test_one_block_that_is_higher_than_the_sheet_still_stands_on_it(cast: Cast, number: int) -> None:
    _fill(cast, number, spread=False)
    assert _sheets(cast, Role.PROJECT_LEADER)[0] > DRAWN
