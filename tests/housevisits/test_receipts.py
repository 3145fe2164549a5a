"""Receipt codes, and what a resident can do with one."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from housevisits.models import Conversation, Withdrawal
from housevisits.services import receipts
from housevisits.services.questionsets import ensure_default
from housevisits.services.registration import seal_registrations
from housevisits.services.release import release
from msa.privacy import receiptcodes
from projects.models import Project
from tests.cast import make_project
from tests.housevisits.registrations import make_registration, seal_many

PAGE, WITHDRAW = reverse("housevisits_public:receipt"), reverse("housevisits_public:receipt_withdraw")


@pytest.fixture(autouse=True)
def no_tries_yet() -> None:
    cache.clear()


@pytest.fixture
def project() -> Project:
    return make_project()


@pytest.fixture
def code(project: Project) -> str:
    """The code of a conversation that was released."""
    made = receiptcodes.new_code()
    registration = make_registration(
        ensure_default(project),
        project.blocks.all()[0],
        "Ik ken hier iedereen bij naam.",
        receipt_hash=receipts.code_hash(made),
    )
    seal_registrations(project, [registration])
    seal_many(project, 4)
    release(project.key)
    return made


def test_a_code_holds_at_least_eighty_random_bits() -> None:
    assert receiptcodes.RANDOM_CHARACTERS * 5 >= 80
    assert len({receiptcodes.new_code() for _ in range(1000)}) == 1000


def test_a_code_is_read_as_people_type_it() -> None:
    made = "".join(receiptcodes.new_code().split("-"))
    body = "0" + made[1:17]
    typed = receiptcodes.clean_code("1" + "0" * 16 + receiptcodes._check_character("1" + "0" * 16))
    assert (
        receiptcodes.clean_code(typed.lower().replace("-", " ").replace("0", "o").replace("1", "l")) == typed
    )
    assert len(body) == 17


@pytest.mark.parametrize("place", range(18))
def test_a_typing_error_is_noticed(place: int) -> None:
    code = receiptcodes.new_code().replace("-", "")
    wrong = "7" if code[place] != "7" else "8"
    with pytest.raises(receiptcodes.NotACode):
        receiptcodes.clean_code(code[:place] + wrong + code[place + 1 :])


@pytest.mark.parametrize("typed", ["", "kort", "😀" * 18, "U" * 18, "0" * 40])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(receiptcodes.NotACode):
        receiptcodes.clean_code(typed)


@pytest.mark.django_db
def test_a_resident_sees_the_own_registration_in_words(client: Client, code: str) -> None:
    page = client.post(PAGE, {"code": code.lower()}).content.decode()
    assert "Ik ken hier iedereen bij naam." in page
    assert "25 tot 50" in page
    assert "Verhaal 1" not in page


@pytest.mark.django_db
def test_the_page_is_not_kept_by_browser_or_proxy(client: Client, code: str) -> None:
    assert "no-store" in client.post(PAGE, {"code": code})["Cache-Control"]


@pytest.mark.django_db
def test_a_code_that_is_not_there_may_still_wait(client: Client, project: Project) -> None:
    page = client.post(PAGE, {"code": receiptcodes.new_code()}).content.decode()
    assert "wacht tot er vijf zijn die op elkaar lijken" in page


@pytest.mark.django_db
def test_a_wrong_code_gets_a_message_beside_the_field(client: Client) -> None:
    page = client.post(PAGE, {"code": "K7QM-2X9P"}).content.decode()
    assert "Deze code klopt niet" in page


@pytest.mark.django_db
def test_taking_back_says_first_what_it_destroys(client: Client, code: str) -> None:
    page = client.post(WITHDRAW, {"code": code}).content.decode()
    assert "Dit wordt vernietigd" in page
    assert Conversation.objects.count() == 5
    page = client.post(WITHDRAW, {"code": code, "sure": "yes"}).content.decode()
    assert "is vernietigd" in page
    assert Conversation.objects.count() == 4


@pytest.mark.django_db
def test_taking_back_what_waits_is_queued_once(client: Client, project: Project) -> None:
    code = receiptcodes.new_code()
    for _time in range(2):
        client.post(WITHDRAW, {"code": code, "sure": "yes"})
    assert Withdrawal.objects.count() == 1


@pytest.mark.django_db
def test_opening_the_page_to_take_back_asks_for_the_code(client: Client) -> None:
    assert client.get(WITHDRAW).status_code == client.get(PAGE).status_code == 200


@pytest.mark.django_db
def test_trying_ones_own_code_again_while_it_waits_is_no_guessing(client: Client, project: Project) -> None:
    code = receiptcodes.new_code()
    statuses = {client.post(PAGE, {"code": code}).status_code for _time in range(30)}
    assert statuses == {200}
