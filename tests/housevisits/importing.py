"""What tests of imports share: the demo's two files, handing in, going through with the proposal as it is."""

import csv
import io
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from housevisits.models import ImportSession
from housevisits.services.imports import sessions
from housevisits.services.imports.texts import Choice, Decision
from projects.models import Role
from tests.cast import Cast

DATA = Path(__file__).resolve().parents[2] / "housevisits" / "demo_data"
ADDRESSES = (DATA / "spoorbuurt-adressen.csv").read_bytes()
FORMS = (DATA / "spoorbuurt-google-forms.csv").read_bytes()
STORY = 13  # the place of the column with chances of a person


def signed_in(cast: Cast, role: str = Role.PROJECT_LEADER) -> Client:
    """A browser of who holds `role`."""
    client = Client()
    client.force_login(cast.person(role), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def hand_in(cast: Cast, kind: str, content: bytes, role: str = Role.PROJECT_LEADER) -> ImportSession:
    """A file that somebody handed in."""
    return sessions.start_import(
        project=cast.project,
        person=cast.person(role),
        kind=kind,
        file=io.BytesIO(content),
        name="bestand.csv",
    )


def read_along(session: ImportSession) -> sessions.Plan:
    """The columns taken as proposed, and the texts read."""
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    return sessions.find_pointing(session=session)


def through(cast: Cast, content: bytes, decide: Choice | None = None) -> dict[str, object]:
    """Import a forms export with the proposal as it is; `decide` is the choice about every pointing text."""
    session = hand_in(cast, "forms", content)
    plan = read_along(session)
    for text in plan.undecided() if decide else []:
        sessions.decide_text(session=session, place=text["place"], decision=Decision(decide))
    return sessions.store(session=session, person=session.person)


def upload(client: Client, kind: str, content: bytes, name: str = "lijst.csv") -> HttpResponse:
    """Hand a file in by screen."""
    file = SimpleUploadedFile(name, content, content_type="text/csv")
    return client.post(reverse("housevisits:imports", args=["spoorbuurt"]), {"kind": kind, "file": file})


def page_of(step: str, session: ImportSession) -> str:
    """The address of a page of an import: 'columns', 'texts', 'check', …"""
    return reverse(f"housevisits:import_{step}", args=["spoorbuurt", session.pk])


def rows_of(content: bytes) -> list[list[str]]:
    """The cells of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode())))


def as_file(rows: list[list[str]], **options: str) -> bytes:
    """Cells as a CSV file."""
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows)
    return out.getvalue().encode()
