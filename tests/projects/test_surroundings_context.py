"""Context figures (V9): reading the office's table, choosing what is ours, showing it apart from our own."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from msa.jobs import Refused as JobRefused
from msa.models import AuditEntry, Job, JobState
from msa.tables import TableError
from projects.context import reading
from projects.context.indicators import find, stem, year_in
from projects.context.reading import LIMITS, Regions, read_regions, value_of
from projects.demo import surroundings as demo
from projects.models import ContextFigure, ContextTable, ContextUpload, Person, Project, Role, Scope
from projects.overviews.context import TOGETHER, Context, context_of
from projects.services import context as services
from projects.services.refusing import Refused
from projects.tasks import read_context
from tests.attacks.uploads import SHEET
from tests.cast import Cast
from tests.msa.spreadsheets import part, repacked
from tests.projects.context_tables import CODES, as_csv, as_xlsx, statline_rows, viewer_rows, workbook_rows
from tests.queries import count_queries

Browser = Callable[[Person], Client]
BOTH = ["BU99990101", "BU99990102"]
WORKBOOK = as_xlsx(workbook_rows())
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


def _page(cast: Cast, name: str = "surroundings", *arguments: object) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


def _leader(cast: Cast) -> Person:
    return cast.person(Role.PROJECT_LEADER)


def _upload(cast: Cast, data: bytes = WORKBOOK, name: str = "kwb-2023.xlsx") -> ContextUpload:
    upload = services.hand_in(project=cast.project, by=_leader(cast), file=io.BytesIO(data), name=name)
    services.read_upload(upload=upload, report=lambda rows: None)
    return upload


def _stored(cast: Cast, own: list[str] | None = None, year: int = 2023) -> ContextTable:
    return services.store_table(upload=_upload(cast), by=_leader(cast), own=own or BOTH, year=year)


def _context(project: Project) -> Context:
    found = context_of(project)
    assert found is not None
    return found


def _line(context: Context, theme: str, label: str) -> dict[str, str]:
    lines = next(one for one in context.themes if one.key == theme).lines
    line = next(one for one in lines if one.label == label)
    return {cell.place.code: cell.shown for cell in line.cells}


@pytest.mark.parametrize("name", FILES)
def test_every_form_of_the_table_says_the_same(name: str) -> None:
    regions = _read(FILES[name])
    assert [region.code for region in regions.rows] == list(CODES)
    found = _values(regions, "BU99990101")
    wanted = {"residents": "615", "age_0": "75", "households": "295", "homes": "300", "social": "74"}
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
        (b"Straat;Huisnummer\nSeinstraat;1\n", "lijkt niet op de tabel"),
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


@pytest.mark.django_db
def test_a_file_waits_locked_and_is_readable_nowhere(cast: Cast) -> None:
    canary = b"Naam;Straat\nCanarie van de Perronstraat;1\n"
    upload = services.hand_in(project=cast.project, by=_leader(cast), file=io.BytesIO(canary), name="x.csv")
    assert b"Canarie" not in bytes(upload.file or b"")
    with pytest.raises(JobRefused, match="lijkt niet op de tabel"):
        services.read_upload(upload=upload, report=lambda rows: None)
    assert not ContextUpload.objects.exists()


@pytest.mark.django_db
def test_a_file_that_was_replaced_while_it_was_read_says_so(cast: Cast) -> None:
    upload = services.hand_in(
        project=cast.project, by=_leader(cast), file=io.BytesIO(WORKBOOK), name="x.xlsx"
    )
    _upload(cast)
    with pytest.raises(JobRefused, match="ander bestand"):
        services.read_upload(upload=upload, report=lambda rows: None)


def test_only_the_columns_that_are_shown_are_kept() -> None:
    regions = _read(FILES["statline 2023"])
    assert not [heading for _key, heading in regions.columns if "Marokko" in heading]
    assert Regions.unpacked(regions.packed()) == regions


@pytest.mark.django_db
def test_the_chosen_rows_come_with_municipality_and_country(cast: Cast) -> None:
    table = _stored(cast, ["BU99990101"])
    scopes = dict(table.figures.values_list("region_code", "scope"))
    assert scopes == {"BU99990101": Scope.OWN, "GM9999": Scope.MUNICIPALITY, "NL00": Scope.COUNTRY}
    one = table.figures.get(code="age_0", region_code="BU99990101")
    assert (one.column, one.value, one.region_name) == ("a_00_14", Decimal(75), "Spoorbuurt-Noord")
    assert not ContextUpload.objects.exists()


@pytest.mark.django_db
def test_shares_come_from_counts_of_the_same_table(cast: Cast) -> None:
    _stored(cast)
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
    _stored(cast)
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
    _stored(cast)
    themes = {theme.key: theme for theme in _context(cast.project).themes}
    drawn = [cell.place.code for cell in themes["age"].lines[0].bars]
    assert drawn == [TOGETHER, "GM9999", "NL00"]
    assert [cell.place.code for cell in themes["homes"].lines[0].bars] == [*BOTH, "GM9999", "NL00"]
    assert "5,2%" in {cell.shown for line in themes["income"].lines for cell in line.cells}


@pytest.mark.django_db
def test_a_sum_with_an_unknown_part_is_unknown(cast: Cast) -> None:
    table = _stored(cast)
    table.figures.filter(code="age_0", region_code="BU99990102").update(value=None)
    assert _line(_context(cast.project), "age", "0 tot 15 jaar")[TOGETHER] == ""


@pytest.mark.django_db
def test_a_single_neighbourhood_has_no_sum(cast: Cast) -> None:
    _stored(cast, ["BU99990101"])
    assert [place.code for place in _context(cast.project).places] == ["BU99990101", "GM9999", "NL00"]


@pytest.mark.django_db
@pytest.mark.parametrize("own", [[], ["BU00000000"], ["GM9999"], ["NL00"]])
def test_something_else_than_a_neighbourhood_is_refused(cast: Cast, own: list[str]) -> None:
    with pytest.raises(Refused):
        services.store_table(upload=_upload(cast), by=_leader(cast), own=own, year=2023)
    assert not ContextTable.objects.exists()


@pytest.mark.django_db
def test_a_table_of_the_same_year_takes_the_place_of_the_one_before(cast: Cast) -> None:
    _stored(cast)
    _stored(cast, ["BU99990102"])
    _stored(cast, year=2021)
    assert list(cast.project.context_tables.values_list("year", flat=True)) == [2023, 2021]
    assert len(_context(cast.project).own) == 1


@pytest.mark.django_db
def test_a_table_goes_through_the_screens(
    cast: Cast, browser: Browser, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    client = browser(_leader(cast))
    file = SimpleUploadedFile("kwb-2023.xlsx", WORKBOOK)
    client.post(_page(cast, "context_upload"), {"file": file})
    job, upload = Job.objects.get(), ContextUpload.objects.get()
    read_context(str(job.key), str(upload.pk))
    job.refresh_from_db()
    page = _page(cast, "context_choose", upload.pk)
    assert (job.state, job.result_url) == (JobState.DONE, page)
    shown = client.get(page).content.decode()
    assert "Spoorbuurt-Noord" in shown
    assert "p_wcorpw" in shown
    assert 'value="2023"' in shown
    found = client.post(page, {"find": "1", "search": "zuid", "own": ["BU99990101"], "year": "2023"})
    assert [one.code for one in found.context["form"].found] == BOTH
    assert "Dit klopt nog niet" not in found.content.decode()
    answer = client.post(page, {"own": BOTH, "year": "2023", "search": ""}, follow=True)
    text = answer.content.decode()
    assert "Bron: CBS, Kerncijfers wijken en buurten 2023." in text
    assert "zelf uitgerekend, uit aantallen in dezelfde tabel" in text
    assert "onbekend of geheim" in text
    assert "niet op te tellen" in text


@pytest.mark.django_db
def test_a_file_that_cannot_be_read_says_why_and_leaves_nothing(cast: Cast, browser: Browser) -> None:
    client = browser(_leader(cast))
    client.post(_page(cast, "context_upload"), {"file": SimpleUploadedFile("x.csv", b"Straat;Nummer\nA;1\n")})
    job = Job.objects.get()
    read_context(str(job.key), str(ContextUpload.objects.get().pk))
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert "lijkt niet op de tabel" in job.message
    assert job.result_url == _page(cast, "context_upload")
    assert not ContextUpload.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"own": [], "year": "2023"}, "Vink minstens één buurt aan"),
        ({"own": ["BU00000000"], "year": "2023"}, "staat niet in dit bestand"),
        ({"own": ["GM9999"], "year": "2023"}, "staat niet in dit bestand"),
        ({"own": BOTH, "year": "2999"}, "Dat jaar is er nog niet"),
        ({"own": BOTH, "year": "1850"}, "vanaf 2003"),
        ({"own": BOTH, "year": "vorig"}, "zoals 2023"),
        ({"own": BOTH, "year": ""}, "Vul een getal in."),
    ],
)
def test_a_choice_that_cannot_be_says_why(
    cast: Cast, browser: Browser, data: dict[str, object], sentence: str
) -> None:
    upload = _upload(cast)
    answer = browser(_leader(cast)).post(_page(cast, "context_choose", upload.pk), data | {"search": ""})
    assert sentence in answer.content.decode()
    assert not ContextTable.objects.exists()


@pytest.mark.django_db
def test_the_file_of_somebody_else_is_not_there(cast: Cast, browser: Browser) -> None:
    upload = _upload(cast)
    client = browser(cast.person(Role.ADMINISTRATOR))
    assert client.get(_page(cast, "context_choose", upload.pk)).status_code == 404


@pytest.mark.django_db
def test_a_file_that_lies_too_long_goes(cast: Cast) -> None:
    upload = _upload(cast)
    today = timezone.localdate()
    assert not services.old_uploads(today + timedelta(days=1))
    assert services.old_uploads(today + timedelta(days=400))
    assert not ContextUpload.objects.filter(pk=upload.pk).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.RESIDENT_GROUP, Role.PARTNER])
def test_everybody_reads_the_public_figures(cast: Cast, browser: Browser, role: str) -> None:
    table = _stored(cast)
    page = browser(cast.person(role)).get(_page(cast)).content.decode()
    assert "Bron: CBS, Kerncijfers wijken en buurten 2023." in page
    assert _page(cast, "context_remove", table.pk) not in page


@pytest.mark.django_db
def test_removing_a_table_is_written_down_without_a_number(cast: Cast, browser: Browser) -> None:
    table = _stored(cast)
    browser(_leader(cast)).post(_page(cast, "context_remove", table.pk))
    assert not ContextFigure.objects.exists()
    subjects = AuditEntry.objects.filter(act__startswith="context").values_list("subject", flat=True)
    assert set(subjects) == {"CBS, Kerncijfers wijken en buurten 2023"}


@pytest.mark.django_db
def test_the_demo_says_that_its_figures_are_invented(cast: Cast, browser: Browser) -> None:
    demo.load(lambda text: None)
    demo.load(lambda text: None)
    assert ContextTable.objects.count() == 1
    page = browser(_leader(cast)).get(_page(cast)).content.decode()
    assert "verzonnen voor de demo" in page


def test_the_classes_of_the_demo_add_up() -> None:
    for place in range(4):
        ages = [demo.FIGURES[key] for key in demo.FIGURES if key.startswith("age_")]
        homes = [demo.FIGURES[key] for key in ("single", "no_children", "children")]
        assert sum(int(row[place]) for row in ages) == int(demo.FIGURES["residents"][place])
        assert sum(int(row[place]) for row in homes) == int(demo.FIGURES["households"][place])


@pytest.mark.django_db
def test_the_page_asks_as_much_for_many_figures_as_for_few(cast: Cast, browser: Browser) -> None:
    client = browser(_leader(cast))
    _stored(cast, ["BU99990101"])
    before = count_queries(client, _page(cast))
    for year in range(2010, 2020):
        _stored(cast, BOTH, year)
    assert count_queries(client, _page(cast)) == before
