"""P3: what somebody types in a practice is kept nowhere, and never becomes a registration."""

import base64
import logging
import tempfile
import uuid
import zlib
from pathlib import Path

import pytest
from django.core import mail
from django.db import connection
from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter

from housevisits.models import Conversation, Draft, SealedRegistration, StoryBlock
from housevisits.practice import carrying, feedback
from housevisits.views import practice as views
from msa.models import AuditEntry
from projects.models import Practice
from tests.attacks.searching import traces
from tests.cast import Cast, make_cast
from tests.housevisits.practising import Practiser
from tests.housevisits.writing import Writer

pytestmark = [pytest.mark.attack, pytest.mark.django_db(transaction=True), pytest.mark.services]
CANARY = "Mist de paarse kanarievogel van het bordes, en wil graag meer buiten zijn."
POINTING = CANARY + " Bel 06-12345678."
CONVERSATION_SIDE = (Draft, SealedRegistration, Conversation, StoryBlock)


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this process puts temporary files, so that they can be searched."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def practise_everything(practiser: Practiser, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that can happen in a practice: read along, refused, back, an error page, rewritten, finished."""
    practiser.reads(POINTING)
    practiser.ends(important=POINTING, age="75plus")
    practiser.send("nakijken", go="back", important=POINTING)
    with monkeypatch.context() as broken:
        broken.setattr(views, "feedback", fail)
        practiser.client.raise_request_exception = False
        assert practiser.ends(important=CANARY).status_code == 500
    answer = practiser.ends(important=CANARY, **{"first-important": POINTING})
    assert "Je hebt geoefend" in answer.content.decode()
    assert CANARY in answer.content.decode()  # the writer sees it once more, so the search below is not empty


def fail(*_given: object) -> None:
    raise RuntimeError("the feedback broke")


def test_a_canary_typed_in_a_practice_is_found_nowhere(
    cast: Cast,
    temporary: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    settings: object,
) -> None:
    caplog.set_level(logging.DEBUG)
    settings.ADMINS = [("Beheer", "beheer@voorbeeld.example")]  # type: ignore[attr-defined]
    practiser = Practiser(cast)
    Practice.objects.all().delete()
    practise_everything(practiser, monkeypatch)
    assert any("Internal Server Error" in message.subject for message in mail.outbox)
    logs = caplog.text + "".join(capfd.readouterr())
    assert traces(CANARY, logs=logs, folders=(temporary,)) == set()
    assert practiser.client.session.get("draft") is None


def rows() -> dict[str, int]:
    """How many rows each table holds."""
    with connection.cursor() as cursor:
        counted = {}
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
            counted[table] = cursor.fetchone()[0]
    return counted


def test_a_practice_adds_one_row_the_day_and_nothing_on_the_side_of_the_conversations(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    practiser = Practiser(cast)
    Practice.objects.all().delete()
    before = rows()
    practise_everything(practiser, monkeypatch)
    after = rows()
    assert {name: after[name] - before[name] for name in after if after[name] != before[name]} == {
        "projects_practice": 1
    }
    assert not any(model.objects.exists() for model in CONVERSATION_SIDE)
    assert not AuditEntry.objects.exists()


def test_what_is_kept_of_a_practice_is_a_day_without_a_clock() -> None:
    names = {field.name for field in Practice._meta.get_fields()}
    assert names == {"id", "membership", "on", "source"}
    assert Practice._meta.get_field("on").get_internal_type() == "DateField"


@pytest.mark.parametrize("name", ["new", "start", "done"])
def test_sending_a_practice_to_another_address_brings_no_word_of_it(cast: Cast, name: str) -> None:
    writer = Writer(cast)
    typed = {"step": "nakijken", "go": "submit", "important": CANARY, "age": "75plus", "code_choice": "none"}
    writer.client.post(writer.url(name), typed)
    assert not SealedRegistration.objects.exists()
    for draft in Draft.objects.all():  # 'new' makes an empty one, as it does without a practice
        assert CANARY not in str(writer.content(draft))
        assert not writer.content(draft).stories


@pytest.mark.parametrize("name", ["step", "save", "review", "discard"])
def test_a_practice_has_no_draft_that_could_be_handed_in(cast: Cast, name: str) -> None:
    writer = Writer(cast)
    place = [uuid.uuid4()] if name in {"review", "discard"} else [uuid.uuid4(), "verhaal-1"]
    answer = writer.client.post(writer.url(name, *place), {"go": "submit", "person_opportunity": CANARY})
    assert answer.status_code == 404
    assert not SealedRegistration.objects.exists()


def test_what_the_browser_keeps_of_a_practice_cannot_be_read_there(cast: Cast) -> None:
    """The cookie is the only place: locked, out of reach of scripts, and left out of error reports."""
    practiser = Practiser(cast)
    practiser.ends(important=POINTING, age="75plus")
    cookie = practiser.client.cookies[carrying.COOKIE]
    box = base64.urlsafe_b64decode(cookie.value)
    for seen in (box, cookie.value.encode()):
        assert CANARY.encode() not in seen
        assert b"75plus" not in seen
    with pytest.raises(zlib.error):
        zlib.decompress(box)
    assert cookie["httponly"]
    hidden = SafeExceptionReporterFilter().get_safe_cookies(_with(cookie.value))
    assert cookie.value not in hidden.values()


def _with(value: str) -> HttpRequest:
    request = HttpRequest()
    request.COOKIES[carrying.COOKIE] = value
    return request


def test_the_code_of_a_practice_knows_no_way_to_keep_anything() -> None:
    """No module of the practice may import what makes a draft, a box or a registration."""
    banned = ("drafts.start", "drafts.change", "seal_registrations", "finishing.submit", "vault", ".session")
    kept = ("drafts.start", "drafts.change", "seal_registrations", "finishing.submit", ".session", ".objects")
    source = Path(str(carrying.__file__)).read_text("utf-8")
    assert [word for word in kept if word in source] == []
    for module in (views, feedback):
        source = Path(str(module.__file__)).read_text("utf-8")
        assert [word for word in banned if word in source] == []
