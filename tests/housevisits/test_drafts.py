"""Drafts: locked, one's own, and gone in time."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection

from housevisits import steps
from housevisits.models import Draft
from housevisits.services import drafts, questionsets
from msa.privacy import vault
from projects.models import Role
from tests.cast import Cast, make_cast
from tests.housevisits.writing import Writer
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def writer(cast: Cast) -> Writer:
    return Writer(cast)


def test_a_draft_is_one_box_of_one_size_that_shows_nothing(writer: Writer) -> None:
    empty = writer.begin()
    full = writer.write("Mist de markt op zaterdag. " * 150)
    boxes = [bytes(Draft.objects.get(pk=draft.pk).box) for draft in (empty, full)]
    assert len(boxes[0]) == len(boxes[1])
    assert not any(b"markt" in box for box in boxes)


def test_a_draft_knows_no_visit_and_no_address() -> None:
    assert {field.name for field in Draft._meta.get_fields()} == {
        "id",
        "person",
        "project",
        "box",
        "expires_on",
    }


def test_saving_keeps_what_other_steps_wrote(writer: Writer) -> None:
    draft = writer.begin()
    writer.fill(draft, "huishouden", age="75plus")
    writer.fill(draft, "schaalvragen", trend="worse")
    assert writer.content(draft).answers == {"age": "75plus", "trend": "worse"}


def test_only_the_writer_finds_it(cast: Cast, writer: Writer) -> None:
    draft = writer.begin()
    colleague = Writer(cast, Role.COMMUNITY_WORKER)
    assert colleague.client.get(colleague.url("step", draft.pk, "gesprek")).status_code == 404
    assert colleague.client.post(colleague.url("discard", draft.pk)).status_code == 404
    assert colleague.client.post(colleague.url("save", draft.pk, "gesprek"), {}).status_code == 404
    assert Draft.objects.count() == 1


def test_throwing_away_asks_first(writer: Writer) -> None:
    draft = writer.begin()
    page = writer.client.get(writer.url("discard", draft.pk)).content.decode()
    assert "vernietigd" in page
    assert Draft.objects.count() == 1
    writer.client.post(writer.url("discard", draft.pk))
    assert not Draft.objects.exists()


def test_a_draft_can_be_used_on_its_last_day_and_not_after(writer: Writer) -> None:
    with time_machine.travel(DAY):
        draft = writer.begin()
    for days, status in ((14, True), (15, False)):
        with time_machine.travel(DAY + timedelta(days=days)):
            found = drafts.own(writer.person, writer.cast.project).filter(pk=draft.pk).exists()
            assert found is status


def test_the_list_on_the_first_page_leads_back_to_the_step(writer: Writer) -> None:
    draft = writer.begin()
    writer.fill(draft, "kaarten", cards=["nature"])
    page = writer.client.get(writer.url("start")).content.decode()
    assert writer.url("step", draft.pk, "verhaal-1") in page


def test_a_change_of_a_draft_that_is_gone_is_told(writer: Writer) -> None:
    draft = writer.begin()
    drafts.discard(draft)
    with pytest.raises(Draft.DoesNotExist):
        drafts.change(draft, lambda content: None)
    assert drafts.discard(draft) is False


def test_what_does_not_fit_is_refused_and_what_was_there_stays(writer: Writer) -> None:
    draft = writer.begin()
    noise = "".join(chr(0x4E00 + (number * 7919) % 20000) for number in range(30000))
    with pytest.raises(vault.TooLarge):
        drafts.change(draft, lambda content: content.stories.update({"": {"important": noise}}))
    assert writer.content(draft).stories == {}


def test_a_new_version_of_the_questions_leaves_a_draft_on_its_own(cast: Cast, writer: Writer) -> None:
    draft = writer.begin()
    before = writer.content(draft).set_key
    questionsets.put_in_use(questionsets.build_default(cast.project))
    writer.fill(draft, "huishouden", age="75plus")
    assert writer.content(draft).set_key == before


def test_no_table_holds_the_text_of_a_draft(writer: Writer) -> None:
    writer.write("Mist de kanarievogel van vroeger.")
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            assert "kanarievogel" not in str(cursor.fetchall())


def test_a_draft_is_taken_up_again_where_its_writer_was(writer: Writer) -> None:
    draft = writer.begin()
    assert writer.content(draft).step == ""
    writer.fill(draft, "gesprek", block=writer.cast.blocks[0].key.hex, month=writer.content(draft).month)
    assert writer.content(draft).step == "huishouden"
    writer.client.post(writer.url("save", draft.pk, "huishouden"), {"age": "25to50"})
    assert writer.content(draft).step == "huishouden"
    writer.fill(draft, "huishouden", go="back")
    assert writer.content(draft).step == "gesprek"
    finished = writer.write()
    assert writer.content(finished).step == "nakijken"


def test_two_drafts_can_be_told_apart_in_the_list(writer: Writer) -> None:
    draft = writer.begin()
    writer.fill(draft, "gesprek", block=writer.cast.blocks[0].key.hex, month=writer.content(draft).month)
    finished = writer.write()
    page = writer.client.get(writer.url("start")).content.decode()
    assert page.count(writer.cast.blocks[0].name) == 2
    assert page.count("Erbij horen") == 1
    assert "Je was bij: Huishouden" in page
    assert "Je was bij: Nakijken" in page
    for one, step in ((draft, "huishouden"), (finished, "nakijken")):
        address = writer.url("step", one.pk, step)
        assert f'href="{address}"' in page
        assert writer.client.get(address).status_code == 200


def test_a_list_of_drafts_asks_the_same_number_of_queries_for_one_and_for_many(writer: Writer) -> None:
    writer.begin()
    one = count_queries(writer.client, writer.url("start"))
    for _number in range(12):
        writer.begin()
    assert count_queries(writer.client, writer.url("start")) == one


def test_a_step_of_a_card_that_is_not_chosen_any_more_leads_to_the_cards(writer: Writer) -> None:
    draft = writer.write()
    assert steps.beside("verhaal-3", writer.content(draft), 0) == "kaarten"
    assert writer.client.get(writer.url("step", draft.pk, "verhaal-3"))["Location"].endswith("/kaarten/")
