"""P3: before release a story is readable nowhere, after it only in the register's text."""

import logging
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.db import connection

from housevisits.models import StoryBlock
from housevisits.services import finishing
from housevisits.services.release import release
from msa.models import AuditEntry
from tests.attacks.searching import traces
from tests.cast import Cast, make_cast
from tests.housevisits.registrations import seal_many
from tests.housevisits.writing import Writer

pytestmark = [pytest.mark.attack, pytest.mark.django_db(transaction=True), pytest.mark.services]
CANARY = "Mist de paarse kanarievogel van het bordes."
POINTING = CANARY + " Bel 06-12345678."


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this process puts temporary files, so that they can be searched."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def logs(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG)
    return caplog


def write_everywhere(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that can happen to a story: saved, read along, refused, an error page, rewritten, handed in."""
    draft = writer.write(POINTING)
    writer.client.post(writer.url("save", draft.pk, "verhaal-1"), {"person_opportunity": POINTING})
    writer.client.post(writer.url("reading"), {"text": POINTING})
    assert writer.kept(draft)
    rewritten = {"text-belonging-person_opportunity": CANARY}
    with monkeypatch.context() as broken:
        broken.setattr(finishing, "submit", fail)
        writer.client.raise_request_exception = False
        assert writer.review(draft, **rewritten).status_code == 500
    assert writer.hands_in(draft, **rewritten)


def fail(**_given: object) -> None:
    raise RuntimeError("the database is full")


def test_a_canary_is_found_nowhere_before_release_and_only_in_the_register_after(
    cast: Cast,
    temporary: Path,
    logs: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    settings: object,
    capfd: pytest.CaptureFixture[str],
) -> None:
    settings.ADMINS = [("Beheer", "beheer@voorbeeld.example")]  # type: ignore[attr-defined]
    writer = Writer(cast)
    month = writer.content(writer.begin()).month
    write_everywhere(writer, monkeypatch)
    assert any("Internal Server Error" in message.subject for message in mail.outbox)
    printed = "".join(capfd.readouterr())
    assert traces(CANARY, logs=logs.text + printed, folders=(temporary,)) == set()

    seal_many(cast.project, 4, month=month)
    release(cast.project.key)
    assert StoryBlock.objects.filter(text=CANARY).count() == 1
    found = traces(CANARY, logs=logs.text + "".join(capfd.readouterr()), folders=(temporary,))
    assert found - {"file database"} == {"table housevisits_storyblock"}


def test_the_search_finds_a_canary_in_every_place_where_a_naive_version_leaves_it(
    cast: Cast, temporary: Path, logs: pytest.LogCaptureFixture
) -> None:
    writer = Writer(cast)
    session = writer.client.session
    session["draft"] = CANARY
    session.save()
    cache.set("last-read", [CANARY])
    task = settings.DATA_DIR / "queue" / "messages" / "task"
    task.parent.mkdir(parents=True, exist_ok=True)
    task.write_text(f'{{"args": ["{CANARY}"]}}')
    (temporary / "upload").write_text(CANARY)
    logging.getLogger("naive").info("checked %s", CANARY)
    mail.mail_admins("error", CANARY)
    mail.send_mail("copy", CANARY, None, ["a@voorbeeld.example"])
    AuditEntry.objects.create(act="registered", subject=CANARY)
    found = traces(CANARY, logs=logs.text, folders=(temporary,))
    task.unlink()
    cache.clear()
    expected = {"session", "folder queue", "log", "mail", "table msa_auditentry", f"folder {temporary.name}"}
    assert found >= expected | ({"redis"} if settings.REDIS_URL else {"folder cache"})
    if connection.vendor == "sqlite":
        assert {name for name in found if name.startswith("file")}


def test_an_audit_entry_never_says_that_somebody_registered(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_everywhere(Writer(cast), monkeypatch)
    assert not AuditEntry.objects.exists()


def test_a_task_gets_the_key_of_the_project_only(cast: Cast) -> None:
    from housevisits import tasks

    sent = []
    writer = Writer(cast)
    draft = writer.write()
    original = tasks.release.delay
    tasks.release.delay = lambda *given: sent.append(given)
    try:
        writer.review(draft)
    finally:
        tasks.release.delay = original
    assert sent == [(str(cast.project.key),)]
