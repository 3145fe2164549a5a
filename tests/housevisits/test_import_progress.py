"""Work on an import says how many rows are done, often enough to see it move and not oftener."""

import pytest
from django.urls import reverse

from housevisits.models import HeldRow, ImportSession, SealedRegistration
from housevisits.services.imports import sessions
from housevisits.services.imports.progress import MOST_REPORTS, reported
from housevisits.tasks import read_import, store_import
from msa import jobs
from msa.jobs import Progress
from msa.models import Job, JobState
from projects.models import Role
from tests.cast import Cast, make_cast
from tests.housevisits.importing import FORMS, as_file, hand_in, read_along, rows_of, signed_in

Said = list[tuple[int, int, str]]


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.mark.parametrize("total", [1, 3, 20, 21, 414, 20_000])
def test_at_most_twenty_reports_that_grow_and_end_with_all_rows(total: int) -> None:
    heard: list[tuple[int, int]] = []
    rows = list(reported(range(total), lambda done, of: heard.append((done, of))))
    assert rows == list(range(total))
    assert len(heard) == min(total, MOST_REPORTS)
    assert heard == sorted(set(heard))
    assert heard[-1] == (total, total)


def test_no_rows_make_no_report() -> None:
    heard: list[tuple[int, int]] = []
    assert list(reported([], lambda done, of: heard.append((done, of)))) == []
    assert heard == []


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    """Every step that a job reports, and how much of the import was stored by then."""
    steps: Said = []
    really = Progress.step

    def listen(self: Progress, number: int, of: int, message: str) -> None:
        really(self, number, of, message)
        steps.append((number, of, message))
        assert SealedRegistration.objects.count() == 0

    monkeypatch.setattr(Progress, "step", listen)
    return steps


def _job(cast: Cast) -> Job:
    person = cast.person(Role.PROJECT_LEADER)
    return jobs.start(read_import, kind="x", project=cast.project, person=person, message="Zo.")


@pytest.mark.django_db
def test_reading_along_counts_the_rows(cast: Cast, said: Said) -> None:
    session = hand_in(cast, "forms", FORMS)
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    job = _job(cast)
    read_import(str(job.key), str(session.pk))
    assert 10 < len(said) <= MOST_REPORTS + 1
    assert said[-1] == (414, 414, "De teksten worden nagelezen: 414 van 414 rijen.")
    assert Job.objects.get().state == JobState.DONE


@pytest.mark.django_db
def test_storing_counts_the_rows_before_all_go_in_at_once(cast: Cast, said: Said) -> None:
    session = hand_in(cast, "forms", FORMS)
    read_along(session)
    job = _job(cast)
    store_import(str(job.key), str(session.pk))
    assert 10 < len(said) <= MOST_REPORTS + 1
    assert said[-1][2] == "Alle 414 rijen staan klaar en worden in één keer opgeslagen."
    assert [number for number, _of, _message in said] == sorted(number for number, _of, _message in said)
    assert SealedRegistration.objects.count() + HeldRow.objects.count() == 414


@pytest.mark.django_db
def test_the_page_of_the_work_shows_how_far_it_is(cast: Cast) -> None:
    job = _job(cast)
    with jobs.running(job.key, done="Klaar.") as progress:
        assert progress is not None
        progress.step(207, 414, "De teksten worden nagelezen: 207 van 414 rijen.")
        body = signed_in(cast).get(reverse("job", args=[job.key])).content.decode()
    assert 'value="50"' in body
    assert "207 van 414 rijen" in body


@pytest.mark.django_db
def test_a_second_worker_on_the_same_import_stores_nothing_double(cast: Cast) -> None:
    """Preparing happens before the lock: what another one wrote in between is known by then."""
    content = as_file(rows_of(FORMS)[:31])
    session = hand_in(cast, "forms", content)
    read_along(session)
    overtaken = []

    def overtake(done: int, total: int) -> None:
        if not overtaken:
            overtaken.append(sessions.store(session=session, person=session.person))

    outcome = sessions.store(session=session, person=session.person, report=overtake)
    assert outcome == overtaken[0]
    assert SealedRegistration.objects.count() + HeldRow.objects.count() == 30
    assert ImportSession.objects.get().outcome["known"] == 0


@pytest.mark.django_db
def test_rows_that_came_in_by_another_file_meanwhile_are_known(cast: Cast) -> None:
    rows = rows_of(FORMS)
    slow, fast = hand_in(cast, "forms", as_file(rows[:31])), hand_in(cast, "forms", as_file(rows[:21]))
    for session in (slow, fast):
        read_along(session)

    def overtake(done: int, total: int) -> None:
        sessions.store(session=fast, person=fast.person)

    outcome = sessions.store(session=slow, person=slow.person, report=overtake)
    assert (outcome["known"], outcome["stored"] + outcome["held"]) == (20, 10)
    assert SealedRegistration.objects.count() + HeldRow.objects.count() == 30
