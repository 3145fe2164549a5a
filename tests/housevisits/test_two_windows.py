"""One draft open in two windows: nothing that was written in one is lost to the other."""

import html
import re

import pytest

from housevisits.models import Draft
from tests.cast import Cast, make_cast
from tests.housevisits.writing import Writer

pytestmark = pytest.mark.django_db
STORY = "verhaal-1"


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def writer(cast: Cast) -> Writer:
    return Writer(cast)


class Page:
    """A step that stands open, with what its form holds."""

    def __init__(self, writer: Writer, draft: Draft, step: str) -> None:
        self.writer, self.draft, self.step = writer, draft, step
        shown = writer.client.get(writer.url("step", draft.pk, step)).content.decode()
        found = re.search(r'name="window" value="([^"]*)"', shown)
        assert found
        self.fields: dict[str, object] = {"window": html.unescape(found[1])}

    def type(self, **fields: object) -> "Page":
        self.fields |= fields
        return self

    def saves_itself(self):  # type: ignore[no-untyped-def]
        return self.writer.client.post(
            self.writer.url("save", self.draft.pk, self.step), {"person_opportunity": "", **self.fields}
        )

    def goes_on(self) -> str:
        return self.writer.fill(self.draft, self.step, **self.fields)


def _texts(writer: Writer, draft: Draft) -> dict[str, str]:
    return {name: text for name, text in writer.content(draft).stories["belonging"].items() if text}


@pytest.fixture
def draft(writer: Writer) -> Draft:
    draft = writer.begin()
    writer.fill(draft, "kaarten", cards=["belonging"])
    return draft


def test_each_window_writes_its_own_field(writer: Writer, draft: Draft) -> None:
    first, second = Page(writer, draft, STORY), Page(writer, draft, STORY)
    assert first.type(person_opportunity="Kookt graag.").saves_itself().status_code == 200
    assert second.type(environment_barrier="Het is donker.").saves_itself().status_code == 200
    second.goes_on()
    assert _texts(writer, draft) == {
        "person_opportunity": "Kookt graag.",
        "environment_barrier": "Het is donker.",
    }


def test_a_window_may_change_its_mind_while_it_saves_itself(writer: Writer, draft: Draft) -> None:
    page = Page(writer, draft, STORY)
    for text in ("Kookt graag.", "Kookt graag voor anderen.", "Kookt.", ""):
        assert page.type(person_opportunity=text).saves_itself().status_code == 200
        assert _texts(writer, draft).get("person_opportunity", "") == text


def test_going_on_while_a_save_is_on_its_way_joins_nothing(writer: Writer, draft: Draft) -> None:
    page = Page(writer, draft, STORY)
    page.type(person_opportunity="Kookt gr").saves_itself()
    assert page.type(person_opportunity="Kookt graag.").goes_on() == "nakijken"
    assert _texts(writer, draft) == {"person_opportunity": "Kookt graag."}


def test_one_field_written_in_both_is_told_and_then_joined(writer: Writer, draft: Draft) -> None:
    first, second = Page(writer, draft, STORY), Page(writer, draft, STORY)
    first.type(person_opportunity="Kookt graag.").saves_itself()
    answer = second.type(person_opportunity="Zingt in een koor.").saves_itself()
    assert answer.status_code == 409 and "ander venster" in answer.json()["message"]
    assert _texts(writer, draft) == {"person_opportunity": "Kookt graag."}
    assert second.goes_on() == STORY
    shown = writer.client.get(writer.url("step", draft.pk, STORY)).content.decode()
    assert "Beide teksten staan nu onder elkaar" in shown
    assert _texts(writer, draft) == {"person_opportunity": "Kookt graag.\n\nZingt in een koor."}


def test_an_empty_field_never_takes_away_what_another_window_wrote(writer: Writer, draft: Draft) -> None:
    Page(writer, draft, STORY).type(person_opportunity="Kookt graag.").goes_on()
    second = Page(writer, draft, STORY)
    Page(writer, draft, STORY).type(person_opportunity="Kookt graag voor de straat.").goes_on()
    second.type(person_opportunity="").goes_on()
    assert _texts(writer, draft) == {"person_opportunity": "Kookt graag voor de straat."}


def test_answers_and_cards_that_were_not_touched_stay_as_the_other_window_left_them(
    writer: Writer, draft: Draft
) -> None:
    first, second = Page(writer, draft, "huishouden"), Page(writer, draft, "huishouden")
    first.type(age="75plus").goes_on()
    second.type(household="alone").goes_on()
    assert writer.content(draft).answers == {"age": "75plus", "household": "alone"}
    third, fourth = Page(writer, draft, "kaarten"), Page(writer, draft, "kaarten")
    third.type(cards=["nature", "life"]).goes_on()
    fourth.type(cards=["belonging"]).goes_on()
    assert writer.content(draft).cards == ["nature", "life"]


def test_an_answer_can_be_put_back_in_the_window_that_changed_it(writer: Writer, draft: Draft) -> None:
    Page(writer, draft, "huishouden").type(age="75plus").goes_on()
    page = Page(writer, draft, "huishouden")
    for age in ("50to65", "75plus"):
        page.type(age=age).saves_itself()
    assert writer.content(draft).answers["age"] == "75plus"


@pytest.mark.parametrize("sent", ["", "{", "[]", "[1,2]", '["a",3]', "[" * 100_000, '{"a":1}'])
def test_a_window_that_cannot_be_read_only_saves(writer: Writer, draft: Draft, sent: str) -> None:
    page = Page(writer, draft, STORY).type(person_opportunity="Kookt graag.")
    page.fields["window"] = sent
    assert page.saves_itself().status_code == 200
    assert _texts(writer, draft) == {"person_opportunity": "Kookt graag."}


def test_a_rewriting_on_the_last_page_takes_along_what_was_written_since(writer: Writer) -> None:
    draft = writer.write("Bel 0612345678 maar.")
    shown = writer.client.get(writer.url("review", draft.pk)).content.decode()
    found = re.search(r'name="window" value="([^"]*)"', shown)
    assert found
    Page(writer, draft, STORY).type(person_opportunity="Belt graag met vrienden.").goes_on()
    name = "text-belonging-person_opportunity"
    page = writer.kept(draft, **{"window": html.unescape(found[1]), name: "Bel haar maar.", "go": "save"})
    assert "Beide teksten staan nu onder elkaar" in page
    assert _texts(writer, draft) == {"person_opportunity": "Belt graag met vrienden.\n\nBel haar maar."}
