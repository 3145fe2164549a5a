"""Context figures (V9): reading the office's table, choosing what is ours, showing it apart from our own."""

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from msa.jobs import Refused as JobRefused
from msa.models import AuditEntry, Job, JobState
from projects.demo import surroundings as demo
from projects.models import ContextFigure, ContextTable, ContextUpload, Person, Role
from projects.services import context as services
from projects.tasks import read_context
from tests.cast import Cast
from tests.projects.context_helpers import BOTH, WORKBOOK, leader_of, stored_table, upload_file
from tests.queries import count_queries

Browser = Callable[[Person], Client]


def _page(cast: Cast, name: str = "surroundings", *arguments: object) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


@pytest.mark.django_db
def test_a_file_waits_locked_and_is_readable_nowhere(cast: Cast) -> None:
    canary = b"Naam;Straat\nCanarie van de Perronstraat;1\n"
    upload = services.hand_in(project=cast.project, by=leader_of(cast), file=io.BytesIO(canary), name="x.csv")
    assert b"Canarie" not in bytes(upload.file or b"")
    with pytest.raises(JobRefused, match="lijkt niet op de tabel"):
        services.read_upload(upload=upload, report=lambda rows: None)
    assert not ContextUpload.objects.exists()


@pytest.mark.django_db
def test_a_file_that_was_replaced_while_it_was_read_says_so(cast: Cast) -> None:
    upload = services.hand_in(
        project=cast.project, by=leader_of(cast), file=io.BytesIO(WORKBOOK), name="x.xlsx"
    )
    upload_file(cast)
    with pytest.raises(JobRefused, match="ander bestand"):
        services.read_upload(upload=upload, report=lambda rows: None)


@pytest.mark.django_db
def test_a_table_goes_through_the_screens(
    cast: Cast, browser: Browser, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    client = browser(leader_of(cast))
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
    client = browser(leader_of(cast))
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
    upload = upload_file(cast)
    answer = browser(leader_of(cast)).post(_page(cast, "context_choose", upload.pk), data | {"search": ""})
    assert sentence in answer.content.decode()
    assert not ContextTable.objects.exists()


@pytest.mark.django_db
def test_the_file_of_somebody_else_is_not_there(cast: Cast, browser: Browser) -> None:
    upload = upload_file(cast)
    client = browser(cast.person(Role.ADMINISTRATOR))
    assert client.get(_page(cast, "context_choose", upload.pk)).status_code == 404


@pytest.mark.django_db
def test_a_file_that_lies_too_long_goes(cast: Cast) -> None:
    upload = upload_file(cast)
    today = timezone.localdate()
    assert not services.old_uploads(today + timedelta(days=1))
    assert services.old_uploads(today + timedelta(days=400))
    assert not ContextUpload.objects.filter(pk=upload.pk).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.RESIDENT_GROUP, Role.PARTNER])
def test_everybody_reads_the_public_figures(cast: Cast, browser: Browser, role: str) -> None:
    table = stored_table(cast)
    page = browser(cast.person(role)).get(_page(cast)).content.decode()
    assert "Bron: CBS, Kerncijfers wijken en buurten 2023." in page
    assert _page(cast, "context_remove", table.pk) not in page


@pytest.mark.django_db
def test_removing_a_table_is_written_down_without_a_number(cast: Cast, browser: Browser) -> None:
    table = stored_table(cast)
    browser(leader_of(cast)).post(_page(cast, "context_remove", table.pk))
    assert not ContextFigure.objects.exists()
    subjects = AuditEntry.objects.filter(act__startswith="context").values_list("subject", flat=True)
    assert set(subjects) == {"CBS, Kerncijfers wijken en buurten 2023"}


@pytest.mark.django_db
def test_the_demo_says_that_its_figures_are_invented(cast: Cast, browser: Browser) -> None:
    demo.load(lambda text: None)
    demo.load(lambda text: None)
    assert ContextTable.objects.count() == 1
    page = browser(leader_of(cast)).get(_page(cast)).content.decode()
    assert "verzonnen voor de demo" in page


def test_the_classes_of_the_demo_add_up() -> None:
    for place in range(4):
        ages = [demo.FIGURES[key] for key in demo.FIGURES if key.startswith("age_")]
        homes = [demo.FIGURES[key] for key in ("single", "no_children", "children")]
        assert sum(int(row[place]) for row in ages) == int(demo.FIGURES["residents"][place])
        assert sum(int(row[place]) for row in homes) == int(demo.FIGURES["households"][place])


@pytest.mark.django_db
def test_the_page_asks_as_much_for_many_figures_as_for_few(cast: Cast, browser: Browser) -> None:
    client = browser(leader_of(cast))
    stored_table(cast, ["BU99990101"])
    before = count_queries(client, _page(cast))
    for year in range(2010, 2020):
        stored_table(cast, BOTH, year)
    assert count_queries(client, _page(cast)) == before
