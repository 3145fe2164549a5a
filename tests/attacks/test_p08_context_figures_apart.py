"""P8, P13, P14: public context figures stay apart: none enters a snapshot, an audit or a channel.

Attack: read in a table whose numbers occur nowhere else, then look for them in everything that is published.
"""

import io
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from msa.models import AuditEntry
from neighbourhood.figures.serialising import figures_from_json
from neighbourhood.models import Picture
from neighbourhood.publication.exports import figures_csv
from neighbourhood.publication.poster import svg
from neighbourhood.publication.report.rendering import report_html
from neighbourhood.services.composing import poster_content
from neighbourhood.services.reporting import report_content
from projects.models import ContextTable, Membership, Organisation, OrganisationKind, Person, Role
from projects.services import context as services
from tests.neighbourhood.stored import picture_of
from tests.projects.context_tables import as_xlsx, workbook_rows

pytestmark = [pytest.mark.attack, pytest.mark.django_db]
ROOT = Path(__file__).resolve().parents[2]
CANARY = 771_933  # residents of the own neighbourhood; stands nowhere else


def _canary_table() -> bytes:
    rows = workbook_rows()
    at = rows[0].index("a_inw")
    for row in rows[1:]:
        row[at] = CANARY
    return as_xlsx(rows)


def _leader(picture: Picture) -> Person:
    person = Person.objects.create_user("leider@voorbeeld.example", name="Leider")
    organisation = Organisation.objects.create(name="Corporatie", kind=OrganisationKind.HOUSING)
    Membership.objects.create(
        person=person, project=picture.project, role=Role.PROJECT_LEADER, organisation=organisation
    )
    return person


@pytest.fixture
def picture() -> Picture:
    """A picture of a project that a table was read in for before."""
    picture = picture_of(73)
    leader = _leader(picture)
    file = io.BytesIO(_canary_table())
    upload = services.hand_in(project=picture.project, by=leader, file=file, name="kwb-2023.xlsx")
    services.read_upload(upload=upload, report=lambda rows: None)
    services.store_table(upload=upload, by=leader, own=["BU99990101"], year=2023)
    return picture


def _written(picture: Picture) -> dict[str, str]:
    figures = figures_from_json(picture.snapshot.figures)
    snapshot = picture.snapshot
    return {
        "figures": str(snapshot.figures),
        "context": str(snapshot.context),
        "audit": str(snapshot.audit),
        "csv": figures_csv(figures).decode("utf-8-sig"),
        "poster": svg(poster_content(picture)),
        "report": report_html(report_content(picture)),
        "trail": " ".join(AuditEntry.objects.values_list("subject", flat=True)),
    }


def test_no_number_of_the_office_is_in_anything_published(picture: Picture) -> None:
    shown = {f"{CANARY}", f"{CANARY:,}".replace(",", ".")}
    assert ContextTable.objects.get().figures.filter(value=CANARY).exists()
    found = [name for name, text in _written(picture).items() for number in shown if number in text]
    assert not found


def test_nothing_that_makes_or_publishes_figures_knows_the_context() -> None:
    """Only the view of the figures page may show them, outside of what a snapshot holds."""
    names = ("projects.context", "overviews.context", "services.context", "ContextTable", "ContextFigure")
    guilty = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "neighbourhood").rglob("*.py"))
        if any(name in path.read_text("utf-8") for name in (*names, "context_tables"))
    ]
    assert guilty == ["neighbourhood/views/figures.py"]


def test_the_figures_page_keeps_them_apart_and_says_so(picture: Picture) -> None:
    client = Client()
    client.force_login(
        Person.objects.get(email="leider@voorbeeld.example"),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    page = client.get(reverse("neighbourhood:figures", args=[picture.project.slug])).content.decode()
    ours, apart = page.split('<aside class="panel panel--plain context-apart"')
    assert "CBS" not in ours
    assert "Trek ze dus niet van elkaar af" in apart
    assert "Bron: CBS, Kerncijfers wijken en buurten 2023." in apart
    assert "inkomen" not in apart.split("</aside>")[0].lower()
    assert "gesprekken</dd>" not in apart


def test_our_own_figures_are_the_same_with_and_without_the_table(picture: Picture) -> None:
    before = _written(picture)
    ContextTable.objects.all().delete()
    assert {name: text for name, text in _written(picture).items() if name != "trail"} == {
        name: text for name, text in before.items() if name != "trail"
    }
