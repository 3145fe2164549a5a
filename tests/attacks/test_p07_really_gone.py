"""P7: what is deleted is gone from tables, files, free pages and log, on the day that was promised."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.utils import timezone

from housevisits.models import Conversation, Draft, Household, ImportSession, StoryBlock, Visit
from housevisits.services import receipts, retention
from housevisits.services.release import release
from housevisits.services.visits import note_outcome, plan_visit
from msa.models import AuditEntry
from msa.privacy import receiptcodes
from msa.tasks import apply_retention
from projects.models import Phase, Role
from tests.attacks.searching import traces
from tests.cast import Cast, make_cast, make_project
from tests.housevisits.registrations import seal_many
from tests.housevisits.writing import Writer

pytestmark = [pytest.mark.attack, pytest.mark.django_db(transaction=True)]
CANARY = "Mist de paarse kanarievogel van het bordes."
DAY = date(2026, 3, 10)


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def release_canary(cast: Cast) -> bytes:
    """Five released stories of which one is the canary, told at some length; returns the hash of its code."""
    digest = receipts.code_hash(receiptcodes.new_code())
    text = [("person", "barrier", "", CANARY + " En dat al jaren. " * 40)]
    seal_many(cast.project, 1, receipt_hash=digest, texts=text)
    seal_many(cast.project, 5)
    release(cast.project.key)
    assert traces(CANARY) >= {"table housevisits_storyblock"}
    return digest


def test_erased_stories_are_gone_from_every_file(cast: Cast) -> None:
    release_canary(cast)
    other = make_project("vaartbuurt")
    seal_many(other, 5)
    release(other.key)
    assert retention.erase_stories(cast.project) == 6
    assert traces(CANARY) == set()
    assert Conversation.objects.filter(project_key=cast.project.key).count() == 6
    assert StoryBlock.objects.count() == 5


def test_a_withdrawn_story_is_gone_from_every_file(cast: Cast) -> None:
    digest = release_canary(cast)
    assert receipts.withdraw(digest)
    assert traces(CANARY) == set()
    assert StoryBlock.objects.count() == 5


def test_without_care_the_text_stays_in_the_free_pages(tmp_path: Path) -> None:
    """The naive way, on a database of its own: deleted, and still in the file."""
    path = tmp_path / "naive.sqlite3"
    with sqlite3.connect(path) as naive:
        naive.execute("PRAGMA secure_delete=OFF")
        naive.execute("CREATE TABLE story (text TEXT)")
        naive.executemany("INSERT INTO story VALUES (?)", [(CANARY + " " * 3000,)] * 20)
        naive.commit()
        naive.execute("DELETE FROM story")
        naive.commit()
    naive.close()
    assert CANARY.encode() in path.read_bytes()


def test_the_database_overwrites_what_it_deletes() -> None:
    if connection.vendor != "sqlite":
        return  # PostgreSQL rewrites the table instead: see the two tests above
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone()[0] == 1


def run_retention_on(day: date) -> None:
    with time_machine.travel(day):
        apply_retention()


def days(name: str) -> timedelta:
    return timedelta(days=settings.RETENTION[name])


def test_a_draft_goes_after_its_last_day(cast: Cast) -> None:
    with time_machine.travel(DAY):
        Writer(cast).write()
        Writer(cast, Role.COMMUNITY_WORKER).write()
    run_retention_on(DAY + days("draft_days"))
    assert Draft.objects.count() == 2
    run_retention_on(DAY + days("draft_days") + timedelta(days=1))
    assert not Draft.objects.exists()
    assert "2 drafts" in AuditEntry.objects.filter(act="retention").values_list("subject", flat=True)


def test_an_import_goes_after_a_week(cast: Cast) -> None:
    with time_machine.travel(DAY):
        ImportSession.objects.create(
            project=cast.project, person=cast.person(Role.PROJECT_LEADER), kind="forms", box=b"x"
        )
    run_retention_on(DAY + days("import_days"))
    assert ImportSession.objects.count() == 1
    run_retention_on(DAY + days("import_days") + timedelta(days=1))
    assert not ImportSession.objects.exists()


def visits_on(cast: Cast, day: date) -> Visit:
    """A visit with an outcome, as the team notes it down."""
    by = cast.members[Role.HOUSING_OFFICER]
    with time_machine.travel(day):
        visit = plan_visit(household=cast.homes[0], by=by, on=day)
        return note_outcome(visit=visit, by=by, outcome="conversation")


def test_visit_dates_go_when_the_visits_are_complete(cast: Cast) -> None:
    visit = visits_on(cast, DAY)
    long_after = DAY + timedelta(days=200)
    run_retention_on(long_after)
    visit.refresh_from_db()
    assert visit.on == DAY  # the visits still go on

    cast.project.phase = Phase.PICTURE
    cast.project.save()
    run_retention_on(DAY + days("visit_date_days"))
    visit.refresh_from_db()
    assert visit.on == DAY
    run_retention_on(DAY + days("visit_date_days") + timedelta(days=1))
    assert Visit.objects.filter(on=None, at=None, outcome="conversation").count() == 1


def test_the_trail_of_a_visit_loses_address_and_day_with_it(cast: Cast) -> None:
    visits_on(cast, DAY)
    cast.project.phase = Phase.PICTURE
    cast.project.save()
    assert AuditEntry.objects.filter(subject__contains="10-03-2026").count() == 2
    run_retention_on(DAY + days("visit_date_days") + timedelta(days=1))
    assert not AuditEntry.objects.filter(subject__contains="10-03-2026").exists()
    assert AuditEntry.objects.filter(act__startswith="visit").count() == 2


@pytest.mark.parametrize(
    ("ends_on", "last_day"),
    [(date(2026, 3, 10), date(2026, 6, 10)), (date(2026, 11, 30), date(2027, 2, 28))],
)
def test_the_address_list_goes_three_months_after_the_project(
    cast: Cast, ends_on: date, last_day: date
) -> None:
    visits_on(cast, DAY)
    kept = make_cast("vaartbuurt")
    cast.project.ends_on = ends_on
    cast.project.save()
    run_retention_on(last_day)
    assert Household.objects.filter(project=cast.project).count() == 3
    run_retention_on(last_day + timedelta(days=1))
    assert not Household.objects.filter(project=cast.project).exists()
    assert not Visit.objects.exists()
    assert not AuditEntry.objects.filter(subject__contains="Seinhuisstraat").exists()
    assert Household.objects.filter(project=kept.project).count() == 3


def test_an_address_is_gone_from_every_file(cast: Cast) -> None:
    for home in cast.homes:
        home.street = "Verdwijnpad"
        home.save()
    assert traces("Verdwijnpad")
    cast.project.ends_on = timezone.localdate() - timedelta(days=120)
    cast.project.save()
    apply_retention()
    assert traces("Verdwijnpad") == set()
