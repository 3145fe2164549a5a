"""The figures that are kept and shown: shares, sums, and what stays unknown."""

from decimal import Decimal

import pytest

from projects.models import ContextTable, ContextUpload, Project, Scope
from projects.overviews.context import TOGETHER, Context, context_of
from projects.services import context as services
from projects.services.refusing import Refused
from tests.cast import Cast
from tests.projects.context_helpers import BOTH, leader_of, stored_table, upload_file


def _context(project: Project) -> Context:
    found = context_of(project)
    assert found is not None
    return found


def _line(context: Context, theme: str, label: str) -> dict[str, str]:
    lines = next(one for one in context.themes if one.key == theme).lines
    line = next(one for one in lines if one.label == label)
    return {cell.place.code: cell.shown for cell in line.cells}


@pytest.mark.django_db
def test_the_chosen_rows_come_with_municipality_and_country(cast: Cast) -> None:
    table = stored_table(cast, ["BU99990101"])
    scopes = dict(table.figures.values_list("region_code", "scope"))
    assert scopes == {"BU99990101": Scope.OWN, "GM9999": Scope.MUNICIPALITY, "NL00": Scope.COUNTRY}
    one = table.figures.get(code="age_0", region_code="BU99990101")
    assert (one.column, one.value, one.region_name) == ("a_00_14", Decimal(75), "Spoorbuurt-Noord")
    assert not ContextUpload.objects.exists()


@pytest.mark.django_db
def test_shares_come_from_counts_of_the_same_table(cast: Cast) -> None:
    stored_table(cast)
    shares = _line(_context(cast.project), "age", "0 tot 15 jaar")
    assert shares == {
        "BU99990101": "12%",
        "BU99990102": "10%",
        TOGETHER: "11%",
        "GM9999": "15%",
        "NL00": "15%",
    }


@pytest.mark.django_db
def test_only_counts_are_added_up(cast: Cast) -> None:
    stored_table(cast)
    context = _context(cast.project)
    assert _line(context, "size", "inwoners")[TOGETHER] == "1.155"
    assert _line(context, "homes", "koopwoning")[TOGETHER] == ""
    assert _line(context, "income", "inkomen per inwoner in een jaar, gemiddeld") == {
        "BU99990101": "€\N{NO-BREAK SPACE}24.300",
        "BU99990102": "",
        TOGETHER: "",
        "GM9999": "€\N{NO-BREAK SPACE}29.100",
        "NL00": "€\N{NO-BREAK SPACE}32.700",
    }


@pytest.mark.django_db
def test_parts_of_a_neighbourhood_are_drawn_together_only_where_they_may_be_added(cast: Cast) -> None:
    stored_table(cast)
    themes = {theme.key: theme for theme in _context(cast.project).themes}
    drawn = [cell.place.code for cell in themes["age"].lines[0].bars]
    assert drawn == [TOGETHER, "GM9999", "NL00"]
    assert [cell.place.code for cell in themes["homes"].lines[0].bars] == [*BOTH, "GM9999", "NL00"]
    assert "5,2%" in {cell.shown for line in themes["income"].lines for cell in line.cells}


@pytest.mark.django_db
def test_a_sum_with_an_unknown_part_is_unknown(cast: Cast) -> None:
    table = stored_table(cast)
    table.figures.filter(code="age_0", region_code="BU99990102").update(value=None)
    assert _line(_context(cast.project), "age", "0 tot 15 jaar")[TOGETHER] == ""


@pytest.mark.django_db
def test_a_single_neighbourhood_has_no_sum(cast: Cast) -> None:
    stored_table(cast, ["BU99990101"])
    assert [place.code for place in _context(cast.project).places] == ["BU99990101", "GM9999", "NL00"]


@pytest.mark.django_db
@pytest.mark.parametrize("own", [[], ["BU00000000"], ["GM9999"], ["NL00"]])
def test_something_else_than_a_neighbourhood_is_refused(cast: Cast, own: list[str]) -> None:
    with pytest.raises(Refused):
        services.store_table(upload=upload_file(cast), by=leader_of(cast), own=own, year=2023)
    assert not ContextTable.objects.exists()


@pytest.mark.django_db
def test_a_table_of_the_same_year_takes_the_place_of_the_one_before(cast: Cast) -> None:
    stored_table(cast)
    stored_table(cast, ["BU99990102"])
    stored_table(cast, year=2021)
    assert list(cast.project.context_tables.values_list("year", flat=True)) == [2023, 2021]
    assert len(_context(cast.project).own) == 1
