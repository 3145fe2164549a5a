"""Reading a table of figures: its headings, its year, what is unknown, and what is refused."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest

from msa.tables import TableError
from projects.context import reading
from projects.context.indicators import find, stem, year_in
from projects.context.reading import LIMITS, Regions, read_regions, value_of
from tests.attacks.uploads import SHEET
from tests.msa.spreadsheets import part, repacked
from tests.projects.context_helpers import WORKBOOK
from tests.projects.context_tables import CODES, as_csv, statline_rows, viewer_rows, workbook_rows

FILES = {
    "statline 2018": as_csv(statline_rows(2018)),
    "statline 2023": as_csv(statline_rows(2023)),
    "statline, commas": as_csv(statline_rows(2023), ","),
    "viewer, latin": as_csv(viewer_rows(), ";", "latin-1"),
    "viewer, utf-8 with mark": as_csv(viewer_rows(), ";", "utf-8-sig"),
    "workbook": WORKBOOK,
    "workbook as csv": as_csv(workbook_rows()),
}


def _read(data: bytes) -> Regions:
    return read_regions(io.BytesIO(data))


def _values(regions: Regions, code: str) -> dict[str, str]:
    region = next(one for one in regions.rows if one.code == code)
    return dict(zip([key for key, _heading in regions.columns], region.values, strict=True))


@pytest.mark.parametrize("name", FILES)
def test_every_form_of_the_table_says_the_same(name: str) -> None:
    regions = _read(FILES[name])
    assert [region.code for region in regions.rows] == list(CODES)
    found = _values(regions, "BU99990101")
    wanted = {"residents": "615", "age_0": "75", "households": "295", "homes": "300", "social": "79"}
    assert {key: str(int(float(found[key]))) for key in wanted} == wanted
    assert value_of(found["income"]) == Decimal("24.3")
    assert value_of(_values(regions, "BU99990102")["income"]) is None


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("k_0Tot15Jaar_8", "0tot15jaar"),
        ("k_65JaarOfOuder_12", "65jaarofouder"),
        ("Bevolking/Leeftijdsgroepen/0 tot 15 jaar (aantal)", "0tot15jaar"),
        ("GemiddeldInkomenPerInwoner_73", "gemiddeldinkomenperinwoner"),
        ("Gemiddelde WOZ-waarde van woningen (x 1 000 euro)", "gemiddeldewozwaardevanwoningen"),
        ("a_00_14", "a00"),
        ("Koopwoningen_47", "koopwoningen"),
        ("", ""),
    ],
)
def test_a_heading_is_known_by_its_stem(heading: str, said: str) -> None:
    assert stem(heading) == said


def test_the_age_classes_of_the_workbook_are_told_apart() -> None:
    headings = ["a_inw", "a_00_14", "a_15_24", "a_25_44"]
    assert [find(headings, (heading,)) for heading in headings] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("kwb-2023.xlsx", 2023),
        ("85618NED_UntypedDataSet_22112025.csv", 2023),
        ("84286ned.csv", 2018),
        ("Kerncijfers_wijken_en_buurten_2021_22112023_162519.csv", 2021),
        ("tabel.csv", None),
        ("12023.csv", None),
    ],
)
def test_the_year_is_proposed_from_the_name_of_the_file(name: str, year: int | None) -> None:
    assert year_in(name) == year


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("615", Decimal(615)),
        ("24,3", Decimal("24.3")),
        ("2.3333333333333335", Decimal("2.333")),
        ("24.3", Decimal("24.3")),
        ("-2", Decimal(-2)),
        (".", None),
        ("", None),
        ("-", None),
        ("x", None),
        ("1e9", None),
        ("NaN", None),
        ("9" * 30, None),
    ],
)
def test_what_the_office_leaves_open_is_unknown_and_never_zero(text: str, value: Decimal | None) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "leeg"),
        (b"Straat;Huisnummer\nSeinstraat;1\n", "lijkt niet op de tabel.*Geen enkele kolom is herkend"),
        (as_csv([workbook_rows()[0], ["x"] * 30]), "code, zoals BU02680101"),
        (b"%PDF-1.7 iets", "PDF"),
        (WORKBOOK[:900], "beschadigd"),
    ],
)
def test_another_file_is_refused_in_words(data: bytes, sentence: str) -> None:
    with pytest.raises(TableError, match=sentence):
        _read(data)


def test_too_many_rows_are_refused_before_they_are_kept() -> None:
    rows = statline_rows()
    data = as_csv([*rows, *([rows[-1]] * LIMITS.max_rows)])
    with pytest.raises(TableError, match=r"meer dan 40\.000 rijen"):
        _read(data)


def test_a_workbook_that_declares_entities_is_refused() -> None:
    sheet = part(WORKBOOK, SHEET)
    at = sheet.index(b"<worksheet")
    bomb = sheet[:at] + b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + sheet[at:]
    with pytest.raises(TableError, match="niet veilig"):
        _read(repacked(WORKBOOK, {SHEET: bomb}))


def test_a_workbook_with_too_many_cells_is_refused_unparsed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "LIMITS", replace(LIMITS, max_cells=50))
    with pytest.raises(TableError, match="te groot"):
        _read(WORKBOOK)


def test_only_the_columns_that_are_shown_are_kept() -> None:
    regions = _read(FILES["statline 2023"])
    assert not [heading for _key, heading in regions.columns if "Marokko" in heading]
    assert Regions.unpacked(regions.packed()) == regions
