"""Practising a registration (V6): the real forms and check on an invented case, and feedback at the end."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from housevisits.forms.practice import FIELDS, typed
from housevisits.practice.case import EXAMPLE, SCRIPT, TRAPS
from housevisits.practice.feedback import Outcome, Verdict, feedback
from housevisits.reading import practice_reader, reader_for
from projects.models import Practice, Role
from tests.cast import Cast, make_cast
from tests.housevisits.practising import STORY, Practiser

pytestmark = pytest.mark.django_db
POINTING = "Truus Dekkers van Seinhuisstraat 14 was juf op De Klimtoren. Bel 06 12345678."


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def practiser(cast: Cast) -> Practiser:
    Practice.objects.all().delete()
    return Practiser(cast)


def _outcomes(verdicts: list[Verdict]) -> dict[str, Outcome]:
    return {one.trap.key: one.outcome for one in verdicts}


def test_the_whole_practice_ends_with_feedback_and_the_day(practiser: Practiser) -> None:
    answer = practiser.ends(person_opportunity=STORY)
    page = answer.content.decode()
    assert "Je hebt geoefend" in page
    assert "Mooi gedaan" in page
    assert Practice.objects.get().on == timezone.localdate()
    assert Practice.objects.get().membership == practiser.cast.members[Role.HOUSING_OFFICER]


@pytest.mark.parametrize("step", ["", "lezen", "vragen", "verhaal", "nakijken"])
def test_every_page_says_that_it_is_a_practice(practiser: Practiser, step: str) -> None:
    page = practiser.page(step)
    assert page.count("Oefenen") >= 2  # in the title and in the page
    assert "practice__mark" in page


def test_what_points_at_somebody_stops_the_practice_as_it_would_in_earnest(practiser: Practiser) -> None:
    answer = practiser.ends(person_opportunity=POINTING)
    page = answer.content.decode()
    assert "Nog even dit" in page
    assert "Herschrijf dit" in page
    assert not Practice.objects.exists()


def test_an_empty_story_is_no_practice(practiser: Practiser) -> None:
    assert "nog geen verhaal" in practiser.ends().content.decode()
    assert not Practice.objects.exists()


@pytest.mark.parametrize("text", ["x", "Zou graag voorlezen aan kinderen.", "a - b, c. d! e f g h i"])
def test_a_story_of_a_few_words_gets_no_praise(practiser: Practiser, text: str) -> None:
    page = practiser.ends(person_opportunity=text).content.decode()
    assert "Schrijf iets meer" in page
    assert "Mooi gedaan" not in page
    assert not Practice.objects.exists()


JUDGED = "Mevrouw is een zeurpiet, zielig en asociaal. Die buitenlanders in de straat zijn allemaal tuig."


def test_words_that_judge_are_pointed_out_and_it_counts_when_they_are_gone(practiser: Practiser) -> None:
    page = practiser.ends(person_barrier=JUDGED).content.decode()
    assert "Dit zet een stempel" in page
    assert "<q>zeurpiet</q>" in page
    assert "Mooi gedaan" not in page and "Je hebt geoefend" not in page
    assert "telt nog niet als geoefend" in page
    assert not Practice.objects.exists()
    better = "Mevrouw belt vaak over het lawaai en zou graag meer rust in de straat willen."
    page = practiser.ends(person_barrier=better).content.decode()
    assert "Je hebt geoefend" in page
    assert Practice.objects.exists()


def test_a_practice_in_which_a_trap_is_left_does_not_count_yet(practiser: Practiser) -> None:
    page = practiser.ends(person_opportunity=f"{STORY} Was vroeger juf.").content.decode()
    assert "telt nog niet als geoefend" in page
    assert f"{practiser.url('practice')}?stap=verhaal" in page
    assert not Practice.objects.exists()
    again = practiser.client.get(f"{practiser.url('practice')}?stap=verhaal").content.decode()
    assert "Was vroeger juf." in again


@pytest.mark.parametrize(
    ("age", "says"),
    [
        ("75plus", "jij koos ‘75 jaar of ouder’. Dat past bij dit gesprek."),
        ("under25", "jij koos ‘jonger dan 25’. Bij dit gesprek past ‘75 jaar of ouder’ beter."),
        ("", "jij koos niets. Bij dit gesprek past ‘75 jaar of ouder’."),
    ],
)
def test_the_end_says_what_one_chose_and_what_fits(practiser: Practiser, age: str, says: str) -> None:
    page = practiser.ends(person_opportunity=STORY, age=age, members="alone").content.decode()
    assert f"<strong>Leeftijd</strong>: {says}" in page


def test_a_text_that_is_too_long_is_said_at_its_field_and_stays(practiser: Practiser) -> None:
    answer = practiser.send("verhaal", important="a b " * 1300)
    page = answer.content.decode()
    assert "te lang" in page
    assert "a b a b" in page


def test_a_click_replaces_one_finding(practiser: Practiser) -> None:
    text = "Buurvrouw Samira brengt soep."
    place = "text-belonging-environment_opportunity"
    page = practiser.send("verhaal", environment_opportunity=text).content.decode()
    key = page.split(f'value="{place} ')[1].split('"')[0]
    again = practiser.send(
        "nakijken", go="look", environment_opportunity=text, replace=f"{place} {key}", **{place: text}
    )
    page = again.content.decode()
    assert "Herschrijf dit" not in page
    assert "buurvrouw brengt soep." in page.lower()


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Ze heeft parkinson en durft niet meer naar buiten.", "heeft gezondheidsproblemen en durft"),
        ("Buurvrouw Samira brengt soep.", "uurvrouw brengt soep."),
    ],
)
def test_the_button_of_the_page_puts_other_words_in(practiser: Practiser, text: str, new: str) -> None:
    """A browser sends the button that was pressed and no other: no 'go' beside 'replace'."""
    page = practiser.send("verhaal", important=text).content.decode()
    (button,) = re.findall(r'name="replace" value="([^"]+)"', page)
    sent = {"step": "nakijken", "important": text, "replace": button}
    if "Herschrijf dit" in page:  # what does not pass has a field to write in
        sent["text-belonging-important"] = text
    answer = practiser.client.post(practiser.url("practice"), sent, follow=True)
    assert answer["Content-Type"].startswith("text/html")
    page = answer.content.decode()
    assert f'name="important" value="{text}"' not in page
    assert new in page


def test_the_way_back_keeps_what_was_typed(practiser: Practiser) -> None:
    answer = practiser.send("nakijken", go="back", important="Samen zijn.", age="75plus")
    assert "Samen zijn." in answer.content.decode()
    first = practiser.send("verhaal", go="back", important="Samen zijn.", age="75plus")
    assert 'value="75plus" ' in first.content.decode()
    assert 'name="important" value="Samen zijn."' in first.content.decode()


@pytest.mark.parametrize("step", ["terugblik", "klaar", "../gesprekken", "nakijken' --"])
def test_a_step_that_cannot_be_sent_leads_to_the_first_page(practiser: Practiser, step: str) -> None:
    answer = practiser.send(step, important="Iets.")
    assert answer.status_code == 200
    assert not Practice.objects.exists()


def test_junk_is_no_error(practiser: Practiser) -> None:
    for step in ("vragen", "verhaal", "nakijken"):
        junk = {"age": "999", "waved": ["x"] * 600, "first-important": "\x00", "replace": "x y z", "go": "zz"}
        assert practiser.send(step, **junk).status_code == 200


@pytest.mark.parametrize("role", [Role.PROJECT_LEADER, Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER])
def test_who_may_register_may_practise(cast: Cast, role: str) -> None:
    assert "Oefen met een gesprek" in Practiser(cast, role).page("")


# --- the case and its feedback -----------------------------------------------------------------------------


def test_the_script_holds_every_trap(cast: Cast) -> None:
    script = " ".join(str(line.text) for line in SCRIPT).lower()
    assert all(trap.pattern.search(script) for trap in TRAPS)


def test_the_example_points_at_nobody(cast: Cast) -> None:
    reader = practice_reader(cast.project)
    assert set(EXAMPLE) == set(FIELDS)
    assert [reader.read(str(text)) for text in EXAMPLE.values()] == [[]] * len(EXAMPLE)
    assert not any(trap.pattern.search(str(text).lower()) for trap in TRAPS for text in EXAMPLE.values())


FIRST = "Truus woont op nummer 14. Ze heeft parkinson en was juf. Ze is 78."
LAST = "Een buurtgenoot heeft parkinson en was juf."


def test_feedback_tells_what_was_found_stopped_and_missed(cast: Cast) -> None:
    practiser = Practiser(cast)
    kept = typed(practiser.data(important=LAST))
    told = feedback(kept.content, {"important": FIRST}, practice_reader(cast.project))
    outcomes = _outcomes(told.verdicts)
    assert outcomes["name"] is Outcome.STOPPED
    assert outcomes["address"] is Outcome.STOPPED
    assert outcomes["illness"] is Outcome.KEPT
    assert outcomes["job"] is Outcome.MISSED
    assert outcomes["age"] is Outcome.OWN_EYES
    assert outcomes["phone"] is Outcome.AVOIDED
    assert {one.trap.key for one in told.left} == {"illness", "job"}
    assert (told.found, told.stopped) == (3, 2)
    assert [(one.first.text, one.last) for one in told.rewritten] == [(FIRST, LAST)]


def test_a_name_that_was_waved_through_is_told(cast: Cast) -> None:
    reader = practice_reader(cast.project)
    told = feedback(typed(Practiser(cast).data(important="Truus kookt.")).content, {}, reader)
    assert _outcomes(told.verdicts)["name"] is Outcome.WAVED


@pytest.mark.parametrize(
    ("left", "praise"),
    [
        ("", "Mooi gedaan"),
        ("Was juf.", "Goed gewerkt"),
        ("Was juf, 78, parkinson, Pools.", "Goed dat je oefent"),
    ],
)
def test_everybody_is_praised(cast: Cast, left: str, praise: str) -> None:
    told = feedback(typed(Practiser(cast).data(important=left)).content, {}, practice_reader(cast.project))
    assert told.praise.startswith(praise)


def test_other_words_that_point_are_shown_too(cast: Cast) -> None:
    text = "Heeft diabetes en parkinson."
    told = feedback(typed(Practiser(cast).data(important=text)).content, {}, practice_reader(cast.project))
    assert [finding.text for finding in told.others] == ["diabetes"]


@pytest.mark.parametrize(("age", "right"), [("75plus", True), ("under25", False), ("", False)])
def test_the_answers_are_compared_with_the_case(cast: Cast, age: str, right: bool) -> None:
    content = typed(Practiser(cast).data(age=age)).content
    told = feedback(content, {}, practice_reader(cast.project))
    assert (told.answers[0].label, told.answers[0].fits) == ("Leeftijd", "75 jaar of ouder")
    assert told.answers[0].right == right


def test_reading_along_knows_the_words_of_the_case(practiser: Practiser) -> None:
    found = practiser.reads("Ze was juf op De Klimtoren.")
    assert [one["text"] for one in found] == ["De Klimtoren"]


def test_a_project_does_not_learn_the_words_of_the_case(cast: Cast) -> None:
    assert not reader_for(cast.project).read("Gaat naar de klimtoren.")


def test_a_stranger_finds_no_practice(cast: Cast) -> None:
    make_cast("lankforst")
    address = reverse("housevisits:practice", args=["lankforst"])
    assert Practiser(cast).client.get(address).status_code == 404
    assert Client().get(address).status_code == 302
