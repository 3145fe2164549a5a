"""The way from the waiting room into the register."""

import logging
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from housevisits.models import Conversation, ReleaseBatch, SealedRegistration, StoryBlock, Withdrawal
from housevisits.services import receipts, release
from housevisits.services.questionsets import ensure_default
from housevisits.services.registration import Registration, seal_registrations
from msa.privacy import receiptcodes, vault
from msa.privacy.keyfiles import MissingKey
from projects.models import Project
from tests.cast import make_project
from tests.housevisits.registrations import MONTH, make_registration, seal_many

pytestmark = pytest.mark.django_db
IN_MARCH = date(2026, 3, 20)


@pytest.fixture
def project() -> Project:
    return make_project()


def test_four_wait_and_the_fifth_lets_all_five_in(project: Project) -> None:
    seal_many(project, 4)
    release.release(project.key)
    assert (Conversation.objects.count(), release.waiting_count(project)) == (0, 4)
    seal_many(project, 1)
    release.release(project.key)
    assert (Conversation.objects.count(), release.waiting_count(project)) == (5, 0)
    assert ReleaseBatch.objects.get().size == 5


def test_what_was_told_arrives_whole(project: Project) -> None:
    made = seal_many(project, 5)
    release.release(project.key)
    found = Conversation.objects.all()
    assert {one.answers["liveability"] for one in found} == {"7"}
    assert all(one.cards == ["belonging"] and one.month == MONTH for one in found)
    assert all(one.block_key == project.blocks.all()[0].key for one in found)
    texts = {text.text for one in made for text in one.texts}
    assert set(StoryBlock.objects.values_list("text", flat=True)) == texts


def test_a_second_run_changes_nothing(project: Project) -> None:
    seal_many(project, 7)
    release.release(project.key)
    before = set(Conversation.objects.values_list("pk", flat=True))
    release.release(project.key)
    assert set(Conversation.objects.values_list("pk", flat=True)) == before
    assert ReleaseBatch.objects.count() == 1


@time_machine.travel(date(2026, 3, 20))
def test_projects_never_share_a_batch(project: Project) -> None:
    other = make_project("vaartbuurt")
    seal_many(project, 3)
    seal_many(other, 4)
    release.release_everywhere()
    assert Conversation.objects.count() == 0


def test_a_block_that_was_removed_counts_as_the_whole_neighbourhood(project: Project) -> None:
    seal_many(project, 5)
    project.blocks.all()[0].delete()
    release.release(project.key)
    assert set(Conversation.objects.values_list("block_key", flat=True)) == {None}


def test_a_box_that_cannot_be_opened_stays_and_is_reported_without_its_content(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    broken = SealedRegistration.objects.create(project_key=project.key, box=b"geheim" * 100)
    seal_registrations(project, [])
    SealedRegistration.objects.create(project_key=project.key, box=vault.seal(b"[]"))
    seal_many(project, 5)
    with caplog.at_level(logging.ERROR):
        assert release.release(project.key) == 2
    assert Conversation.objects.count() == 5
    assert SealedRegistration.objects.filter(pk=broken.pk).exists()
    assert "2 waiting boxes" in caplog.text
    assert "geheim" not in caplog.text


def test_the_web_process_cannot_release(
    project: Project, settings: object, tmp_path: object, request: pytest.FixtureRequest
) -> None:
    seal_many(project, 5)
    settings.WORKER_KEYS_DIR = tmp_path  # type: ignore[attr-defined]
    request.addfinalizer(vault.forget_keys)
    vault.forget_keys()
    with pytest.raises(MissingKey):
        release.release(project.key)
    assert release.waiting_count(project) == 5


def test_an_error_halfway_leaves_everything_as_it_was(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal_many(project, 6)
    boxes = set(SealedRegistration.objects.values_list("pk", flat=True))

    def fail(**fields: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as context:
        context.setattr(ReleaseBatch.objects, "create", fail)
        with pytest.raises(RuntimeError), transaction.atomic():
            release.release(project.key)
    assert set(SealedRegistration.objects.values_list("pk", flat=True)) == boxes
    assert Conversation.objects.count() == StoryBlock.objects.count() == 0
    release.release(project.key)
    assert Conversation.objects.count() == 6


KILLED_HALFWAY = """
import os, signal, sys
import django
django.setup()
from housevisits.models import ReleaseBatch
from housevisits.services.release import release
ReleaseBatch.objects.create = lambda **fields: os.kill(os.getpid(), signal.SIGKILL)
release(sys.argv[1])
"""


def database_url() -> str:
    known = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{known['NAME']}"
    who = f"{known['USER']}:{known['PASSWORD']}" if known["PASSWORD"] else known["USER"]
    return f"postgres://{who}@{known['HOST']}:{known['PORT']}/{known['NAME']}"


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_killed_halfway_loses_and_doubles_nothing(project: Project) -> None:
    seal_many(project, 8)
    environment = os.environ | {"DATABASE_URL": database_url()}
    command = [sys.executable, "-c", KILLED_HALFWAY, str(project.key)]
    ended = subprocess.run(command, env=environment, check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert (release.waiting_count(project), Conversation.objects.count()) == (8, 0)
    release.release(project.key)
    assert (release.waiting_count(project), Conversation.objects.count()) == (0, 8)


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_at_once_none_doubles(project: Project) -> None:
    seal_many(project, 40)

    def work(_number: int) -> int:
        try:
            return release.release(project.key)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as workers:
        assert list(workers.map(work, range(3))) == [0, 0, 0]
    assert Conversation.objects.count() == StoryBlock.objects.count() == 40
    assert release.waiting_count(project) == 0


def test_the_number_of_queries_grows_no_faster_than_the_number_released(project: Project) -> None:
    asked = {}
    for count in (500, 1500):
        seal_many(project, count)
        with CaptureQueriesContext(connection) as queries:
            release.release(project.key)
        asked[count] = len(queries)
    assert Conversation.objects.count() == 2000
    assert asked[1500] <= 3 * asked[500]


# --- withdrawals and codes ------------------------------------------------------------------------------


def with_code(project: Project, digest: bytes, **fields: Any) -> Registration:
    return make_registration(ensure_default(project), project.blocks.all()[0], receipt_hash=digest, **fields)


@pytest.fixture
def digest() -> bytes:
    return receipts.code_hash(receiptcodes.new_code())


@time_machine.travel(IN_MARCH)
def test_a_withdrawal_of_one_that_waits_is_carried_out_and_four_do_not_go(
    project: Project, digest: bytes
) -> None:
    seal_registrations(project, [with_code(project, digest)])
    seal_many(project, 4)
    assert receipts.withdraw(digest) is False
    release.release_everywhere()
    assert (release.waiting_count(project), Conversation.objects.count()) == (4, 0)
    assert not Withdrawal.objects.exists()


def test_a_withdrawal_takes_the_one_that_was_released_at_once(project: Project, digest: bytes) -> None:
    seal_registrations(project, [with_code(project, digest)])
    seal_many(project, 5)
    release.release(project.key)
    assert receipts.withdraw(digest) is True
    assert Conversation.objects.count() == StoryBlock.objects.count() == 5
    assert receipts.find(digest) is None


@time_machine.travel(IN_MARCH)
def test_a_correction_under_the_same_code_outlives_its_withdrawal(project: Project, digest: bytes) -> None:
    seal_registrations(project, [with_code(project, digest, answers={"age": "25to50"})])
    receipts.withdraw(digest)
    queued = receipts.standing(digest).withdrawal
    seal_registrations(project, [with_code(project, digest, answers={"age": "75plus"}, outlives=queued)])
    seal_many(project, 4)
    release.release_everywhere()
    found = receipts.find(digest)
    assert found is not None
    assert found.answers == {"age": "75plus"}
    assert Conversation.objects.count() == 5
    release.release_everywhere()
    assert receipts.find(digest) == found


@time_machine.travel(IN_MARCH)
def test_a_correction_can_be_withdrawn_as_well(project: Project, digest: bytes) -> None:
    receipts.withdraw(digest)
    first = receipts.standing(digest).withdrawal
    seal_registrations(project, [with_code(project, digest, outlives=first)])
    receipts.withdraw(digest)
    seal_many(project, 4)
    release.release_everywhere()
    assert (Conversation.objects.count(), release.waiting_count(project)) == (0, 4)


def test_of_two_with_one_code_nothing_is_lost_and_one_keeps_it(project: Project, digest: bytes) -> None:
    seal_registrations(project, [with_code(project, digest), with_code(project, digest)])
    seal_many(project, 3)
    release.release(project.key)
    seal_registrations(project, [with_code(project, digest)])
    seal_many(project, 4)
    release.release(project.key)
    assert Conversation.objects.count() == 10
    assert Conversation.objects.filter(receipt_hash=digest).count() == 1


@time_machine.travel(IN_MARCH)
def test_a_withdrawal_waits_as_long_as_a_box_cannot_be_opened(project: Project, digest: bytes) -> None:
    SealedRegistration.objects.create(project_key=project.key, box=b"stuk")
    receipts.withdraw(digest)
    release.release_everywhere()
    assert Withdrawal.objects.count() == 1
