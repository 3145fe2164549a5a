"""P4: direct actions live on the household side only; no signal stands verbatim on both sides."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection

from housevisits.models import Conversation, DirectAction, StoryBlock
from housevisits.services.release import release
from projects.models import Role
from tests.attacks.searching import tables
from tests.cast import Cast, make_action, make_cast, make_home
from tests.housevisits.writing import Writer

pytestmark = [pytest.mark.attack, pytest.mark.django_db(transaction=True)]
# What five homes each told about one subject, and what was agreed with them. Invented.
SUBJECTS = {
    "packing": ("Ziet op tegen het inpakken en de drukte.", "Helpt met dozen en inpakken op woensdag."),
    "limitation": ("Traplopen gaat niet meer zo goed.", "Vraagt een beugel bij de trap."),
    "valuables": ("Maakt zich zorgen over de piano.", "Laat de piano apart vervoeren."),
    "other": ("Vindt de badkamer te koud.", "Kijkt naar de verwarming in de badkamer."),
}
HOMES_EACH = 5


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def hold_conversations(cast: Cast) -> dict[int, str]:
    """Visits with an action and a story each, one after the other; {action: the story told there}."""
    writer = Writer(cast, Role.COMMUNITY_WORKER)
    truth = {}
    for number in range(HOMES_EACH * len(SUBJECTS)):
        topic = list(SUBJECTS)[number % len(SUBJECTS)]
        story, agreement = SUBJECTS[topic]
        action = make_action(
            cast, topic=topic, agreement=agreement, household=make_home(cast.project, 100 + number)
        )
        told = story + " " + "Verder gaat het goed. " * (number // len(SUBJECTS))
        assert writer.hands_in(writer.write(told), code_choice="none")
        truth[action.pk] = told.strip()  # type: ignore[attr-defined]
        release(cast.project.key)
    return truth


def words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) > 3}


def matched(truth: dict[int, str], key: Callable[[str], object]) -> float:
    """The share of actions that an attacker ties to the right story: most words in common, then `key`."""
    stories = sorted(StoryBlock.objects.values_list("text", flat=True), key=key)  # type: ignore[arg-type]
    hits = 0
    for action in DirectAction.objects.order_by("pk"):
        best = max(len(words(action.agreement) & words(story)) for story in stories)
        likely = [story for story in stories if len(words(action.agreement) & words(story)) == best]
        guess = likely[0] if likely else ""
        hits += guess == truth[action.pk]
        stories.remove(guess)
    return hits / len(truth)


def test_joining_the_sides_by_content_finds_at_most_one_in_five(cast: Cast) -> None:
    truth = hold_conversations(cast)
    assert Conversation.objects.count() == len(truth) == 20
    by_key = list(StoryBlock.objects.order_by("pk").values_list("text", flat=True))
    guesses = [matched(truth, by_key.index), matched(truth, lambda text: -by_key.index(text))]
    # A shuffle matches one of five on average; 4.5 standard deviations of twenty homes.
    spread = 4.5 * (len(truth) / HOMES_EACH) ** 0.5 / len(truth)
    assert sum(guesses) / len(guesses) <= 1 / HOMES_EACH + spread


def test_a_naive_version_that_writes_the_signal_on_both_sides_is_joined_at_once(cast: Cast) -> None:
    truth = {}
    for number in range(10):
        signal = f"Vraagt hulp met kast {number}, die van oma was en te zwaar is."
        action = make_action(cast, agreement=signal)
        conversation = Conversation.objects.create(project_key=cast.project.key, set_key=cast.project.key)
        StoryBlock.objects.create(conversation=conversation, text=signal)
        truth[action.pk] = signal  # type: ignore[attr-defined]
    assert matched(truth, len) == 1


def test_registering_writes_nothing_on_the_household_side(cast: Cast) -> None:
    writer = Writer(cast)
    before = dict(tables())
    writer.review(writer.write())
    changed = {name for name, content in tables() if content != before.get(name)}
    allowed = {"housevisits_sealedregistration", "django_session"}
    questions = {"questionset", "question", "answeroption", "conversationcard"}
    assert changed <= {f"table {name}" for name in allowed} | {
        f"table housevisits_{name}" for name in questions
    } | {"table sqlite_sequence"}


def test_an_action_writes_nothing_on_the_conversation_side(cast: Cast) -> None:
    register = ("conversation", "storyblock", "sealedregistration", "releasebatch", "withdrawal", "draft")
    make_action(cast, due_on=date(2030, 1, 1))
    found = dict(tables())
    assert not any(found[f"table housevisits_{name}"] for name in register)


def test_no_column_is_shared_by_both_sides_but_that_of_the_project() -> None:
    def columns(table: str) -> set[str]:
        with connection.cursor() as cursor:
            return {column.name for column in connection.introspection.get_table_description(cursor, table)}

    ours = columns("housevisits_conversation") | columns("housevisits_storyblock")
    theirs = columns("housevisits_directaction") | columns("housevisits_visit")
    assert ours & theirs == {"id"}
