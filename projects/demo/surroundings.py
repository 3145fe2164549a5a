"""Context figures of the demo. All of them are invented, and so are the codes of the regions."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from projects.context.indicators import INDICATORS
from projects.context.reading import Region
from projects.demo import story
from projects.demo.people import SLUG
from projects.models import ContextTable, Membership, Project, Role, Scope
from projects.services.context import Row, write_figures

SOURCE = "verzonnen voor de demo (Gemeente Spoordam), in de vorm van CBS Kerncijfers wijken en buurten"
MIDDLE_OF_YEAR = "2023-07-01"  # of the figures, in the story
# By figure: the two halves of the neighbourhood, the municipality, the country. '.' is what the office writes
# where it says nothing. The age classes of a region add up to its residents, as do the households.
FIGURES = {
    "residents": ("615", "540", "84210", "17654000"),
    "households": ("295", "285", "39870", "8213000"),
    "homes": ("300", "290", "40150", "8102000"),
    "age_0": ("75", "55", "12350", "2684000"),
    "age_15": ("65", "50", "11020", "2166000"),
    "age_25": ("180", "125", "23470", "4437000"),
    "age_45": ("165", "150", "21160", "4748000"),
    "age_65": ("130", "160", "16210", "3619000"),
    "single": ("130", "145", "16350", "3196000"),
    "no_children": ("70", "70", "10370", "2325000"),
    "children": ("95", "70", "13150", "2692000"),
    "household_size": ("2.1", "1.9", "2.1", "2.1"),
    "owned": ("16", "6", "49", "57"),
    "rented": ("84", "94", "51", "43"),
    "social": ("79", "91", "37", "28"),
    "private": ("5", "3", "14", "15"),
    "flats": ("18", "64", "41", "36"),
    "value": ("214", "187", "301", "369"),
    "income": ("24.3", ".", "29.1", "32.7"),
    "low_households": ("58", "66", "43", "40"),
    "minimum": ("11", ".", "8", "6"),
    "poverty": ("5.2", ".", "3.9", "3.1"),
    "assistance": ("45", "55", "2940", "398000"),
}
REGIONS = (
    (Scope.OWN, "BU99990101", "Spoorbuurt-Noord"),
    (Scope.OWN, "BU99990102", "Spoorbuurt-Zuid"),
    (Scope.MUNICIPALITY, "GM9999", "Gemeente Spoordam"),
    (Scope.COUNTRY, "NL99", "Nederland (verzonnen)"),
)


@transaction.atomic
def load(report: Callable[[str], None]) -> None:
    """Give the demo project its invented table, once."""
    project = Project.objects.get(slug=SLUG)
    if project.context_tables.exists():
        return
    year = story.on(MIDDLE_OF_YEAR).year
    table = ContextTable.objects.create(
        project=project,
        source=SOURCE,
        year=year,
        file_name=f"verzonnen-buurtcijfers-spoordam-{year}.csv",
        uploaded_by=Membership.objects.get(project=project, role=Role.PROJECT_LEADER).person,
        is_invented=True,
    )
    indicators = [(one, one.names[0]) for one in INDICATORS]
    write_figures(table, indicators, list(FIGURES), _rows())
    report(_("buurtcijfers: %(n)d verzonnen, van %(year)d") % {"n": table.figures.count(), "year": year})


def _rows() -> list[Row]:
    return [
        Row(Region(code, name, "Spoordam", tuple(values[place] for values in FIGURES.values())), scope)
        for place, (scope, code, name) in enumerate(REGIONS)
    ]
