"""P5: guessing codes gets 429; a dump holds no code and nothing that ties a waiting box to a released row."""

import hashlib
import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from housevisits.models import Conversation, SealedRegistration, StoryBlock
from housevisits.services import receipts
from housevisits.services.release import release
from housevisits.views.receipts import WRONG_BY_ADDRESS, WRONG_IN_ALL
from msa.privacy import receiptcodes
from tests.attacks.searching import tables, traces
from tests.cast import Cast, make_cast
from tests.housevisits.registrations import seal_many
from tests.housevisits.writing import Writer

pytestmark = [pytest.mark.attack, pytest.mark.django_db(transaction=True), pytest.mark.services]
PAGE, WITHDRAW = reverse("housevisits_public:receipt"), reverse("housevisits_public:receipt_withdraw")


@pytest.fixture(autouse=True)
def no_tries_yet() -> None:
    cache.clear()


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def hand_in(cast: Cast) -> str:
    """A conversation with a code; returns the code."""
    writer = Writer(cast)
    draft = writer.write()
    code = writer.content(draft).code
    assert writer.hands_in(draft)
    return code


def test_a_thousand_guesses_from_one_address_get_429() -> None:
    client = Client()
    statuses = [client.post(PAGE, {"code": receiptcodes.new_code()}).status_code for _guess in range(1000)]
    assert statuses[: WRONG_BY_ADDRESS.most] == [200] * WRONG_BY_ADDRESS.most
    assert set(statuses[WRONG_BY_ADDRESS.most :]) == {429}


def test_guessing_by_the_page_that_takes_back_is_counted_as_well() -> None:
    client = Client()
    statuses = [client.post(WITHDRAW, {"code": receiptcodes.new_code()}).status_code for _ in range(20)]
    assert statuses[-1] == 429
    assert client.post(PAGE, {"code": receiptcodes.new_code()}).status_code == 429


def test_guessing_from_many_addresses_gets_429_in_the_end() -> None:
    client = Client()
    for _guess in range(WRONG_IN_ALL.most - 20):
        WRONG_IN_ALL.hit("all")  # as the page does, without drawing it
    for number in range(20):
        answer = client.post(PAGE, {"code": f"wrong {number}"}, REMOTE_ADDR=f"10.0.0.{number}")
        assert answer.status_code == 200
    assert client.post(PAGE, {"code": "wrong"}, REMOTE_ADDR="192.0.2.1").status_code == 429


def test_a_forged_forwarding_header_gives_no_new_tries() -> None:
    client = Client()
    for number in range(30):
        answer = client.post(
            PAGE, {"code": f"wrong {number}"}, headers={"x-forwarded-for": f"192.0.2.{number}"}
        )
    assert answer.status_code == 429


def test_one_household_on_ipv6_is_one_address() -> None:
    client = Client()
    for number in range(30):
        answer = client.post(PAGE, {"code": f"wrong {number}"}, REMOTE_ADDR=f"2001:db8:1:2::{number:x}")
    assert answer.status_code == 429
    assert client.post(PAGE, {"code": "wrong"}, REMOTE_ADDR="2001:db8:1:3::1").status_code == 200


def test_addresses_of_callers_are_nowhere_in_readable_form() -> None:
    Client().post(PAGE, {"code": "wrong"}, REMOTE_ADDR="198.51.100.77")
    assert traces("198.51.100.77") == set()


def test_a_dump_holds_no_code_in_any_form(cast: Cast) -> None:
    code = hand_in(cast)
    seal_many(cast.project, 4, month=writer_month(cast))
    waiting = traces(code) | traces(code.replace("-", ""))
    release(cast.project.key)
    assert Conversation.objects.exclude(receipt_hash=None).count() == 1
    assert waiting | traces(code) | traces(code.replace("-", "")) == set()
    everything = b"".join(content for _name, content in tables())
    for form in (code, code.replace("-", ""), code.lower()):
        for digest in (hashlib.sha256, hashlib.sha1, hashlib.md5, hashlib.blake2b):
            assert digest(form.encode()).digest() not in everything
            assert digest(form.encode()).hexdigest().encode() not in everything


def writer_month(cast: Cast) -> str:
    writer = Writer(cast)
    return writer.content(writer.begin()).month


def test_nothing_ties_a_waiting_box_to_a_released_row(cast: Cast) -> None:
    codes = [hand_in(cast) for _ in range(5)]
    boxes = {pk.bytes: bytes(box) for pk, box in SealedRegistration.objects.values_list("pk", "box")}
    release(cast.project.key)
    released = [
        conversation.pk.bytes + bytes(conversation.receipt_hash or b"")
        for conversation in Conversation.objects.all()
    ]
    texts = [block.pk.bytes for block in StoryBlock.objects.all()]
    assert len(boxes) == len(released) == 5
    before = b"".join([*boxes, *boxes.values()])
    for row in [*released, *texts]:
        for start in range(len(row) - 7):
            assert row[start : start + 8] not in before
    assert all(receipts.find(receipts.code_hash(code)) for code in codes)


def test_a_code_opens_only_its_own_registration(cast: Cast) -> None:
    codes = [hand_in(cast) for _ in range(5)]
    release(cast.project.key)
    found = {receipts.find(receipts.code_hash(code)) for code in codes}
    assert len(found) == 5
    page = Client().post(PAGE, {"code": codes[0]}).content.decode()
    assert len(re.findall("Groet de buren", page)) == 1
