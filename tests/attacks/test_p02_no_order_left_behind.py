"""P2: who has the visit schedule and the database cannot say which visit said what."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
import time_machine
from django.db import connection

from housevisits.models import Conversation, SealedRegistration, StoryBlock, Visit
from housevisits.services.questionsets import ensure_default
from housevisits.services.registration import seal_registrations
from housevisits.services.release import release
from projects.models import Project
from tests.cast import make_home, make_project
from tests.housevisits.registrations import make_registration

pytestmark = [pytest.mark.attack, pytest.mark.django_db(transaction=True)]
VISITS = 50
PROJECTS = 4
FIRST_DAY = date(2026, 3, 1)
Order = dict[str, list[str]]


def told(number: int) -> str:
    """What was said at a visit: longer at each next one, so that lengths would tell as well."""
    return f"Verhaal {number:03d} " + "wat er verder speelt. " * number


def visit_and_register(project: Project, number: int, keep: Callable[[Project, int], None]) -> None:
    home = make_home(project, 100 + number)
    on = FIRST_DAY + timedelta(days=number // 3)
    Visit.objects.create(household=home, on=on, outcome="conversation")
    with time_machine.travel(on):
        keep(project, number)


def through_the_waiting_room(project: Project, number: int) -> None:
    made = make_registration(ensure_default(project), project.blocks.all()[0], told(number))
    seal_registrations(project, [made])
    release(project.key)


def straight_into_the_register(project: Project, number: int) -> None:
    """The naive way: stored as it comes in."""
    conversation = Conversation.objects.create(
        project_key=project.key, set_key=UUID(int=0), month="2026-03", held_by="housing_officer"
    )
    StoryBlock.objects.create(
        conversation=conversation, sphere="person", valence="barrier", text=told(number)
    )


def orders(project: Project) -> Order:
    """Every order in which somebody with the database can put the stories of a project."""
    blocks = StoryBlock.objects.filter(conversation__project_key=project.key)
    found = {
        "key of the text": list(blocks.order_by("pk").values_list("text", flat=True)),
        "key of the conversation": list(blocks.order_by("conversation").values_list("text", flat=True)),
        "as the table gives them": list(blocks.order_by().values_list("text", flat=True)),
    }
    for name, expression in _storage_orders().items():
        found[name] = _ordered_by(project, expression)
    if connection.vendor == "sqlite":
        found["place in the file"] = _by_place_in_file(found["key of the text"])
    return found


def _storage_orders() -> dict[str, str]:
    if connection.vendor == "sqlite":
        return {"rowid of the text": "b.rowid", "rowid of the conversation": "c.rowid"}
    return {
        "xmin, then ctid of the text": "b.xmin::text::bigint, b.ctid",
        "xmin, then ctid of the conversation": "c.xmin::text::bigint, c.ctid",
        "ctid of the text": "b.ctid",
    }


def _ordered_by(project: Project, expression: str) -> list[str]:
    key = project.key.hex if connection.vendor == "sqlite" else str(project.key)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT b.text FROM housevisits_storyblock b"
            " JOIN housevisits_conversation c ON b.conversation_id = c.id"
            f" WHERE c.project_key = %s ORDER BY {expression}",
            [key],
        )
        return [text for (text,) in cursor.fetchall()]


def _by_place_in_file(texts: list[str]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = Path(str(connection.settings_dict["NAME"])).read_bytes()
    return sorted(texts, key=lambda text: content.find(text[:12].encode()))


def share_matched(projects: list[Project]) -> dict[str, float]:
    """Per order, forwards and backwards: the share of visits that are matched with what was told there."""
    hits: Counter[str] = Counter()
    for project in projects:
        for name, texts in orders(project).items():
            for direction, ranked in (("", texts), (", backwards", texts[::-1])):
                hits[name + direction] += sum(text == told(number) for number, text in enumerate(ranked))
    return {name: count / (VISITS * len(projects)) for name, count in hits.items()}


def test_no_order_matches_visits_better_than_one_in_five() -> None:
    projects = [make_project(f"buurt-{number}") for number in range(PROJECTS)]
    for project in projects:
        for number in range(VISITS):
            visit_and_register(project, number, through_the_waiting_room)
    assert Conversation.objects.count() == VISITS * PROJECTS
    # In batches of five a shuffle matches one of five on average; 4.5 standard deviations of 200 visits.
    spread = 4.5 * (VISITS * PROJECTS / 5) ** 0.5 / (VISITS * PROJECTS)
    shares = share_matched(projects)
    assert max(shares.values()) <= 0.2 + spread, shares


def test_the_same_attack_reads_a_naive_register_like_a_book() -> None:
    project = make_project()
    for number in range(VISITS):
        visit_and_register(project, number, straight_into_the_register)
    assert max(share_matched([project]).values()) > 0.9


def test_two_backups_around_one_visit_differ_by_none_or_by_at_least_five_stories() -> None:
    project = make_project()
    before: set[str] = set()
    for number in range(23):
        visit_and_register(project, number, through_the_waiting_room)
        after = set(StoryBlock.objects.values_list("text", flat=True))
        assert len(after ^ before) == 0 or len(after ^ before) >= 5
        before = after
    assert len(before) == 20


def test_what_is_known_of_a_visit_leaves_at_least_five_stories() -> None:
    project = make_project()
    question_set = ensure_default(project)
    blocks = list(project.blocks.all())
    held = ("housing_officer", "community_worker", "together")
    for number in range(60):
        made = make_registration(
            question_set,
            blocks[number % 7 % 3],
            told(number),
            held_by=held[number % 11 % 3],
            month=f"2026-0{1 + number % 5 % 3}",
        )
        with time_machine.travel(FIRST_DAY):
            seal_registrations(project, [made])
            release(project.key)
    with time_machine.travel(date(2026, 6, 1)):
        release(project.key)
    shared = Counter(Conversation.objects.values_list("block_key", "month", "held_by"))
    assert sum(shared.values()) + SealedRegistration.objects.count() == 60
    assert min(shared.values()) >= 5
    assert SealedRegistration.objects.count() < 5


def test_boxes_are_of_one_size_and_show_nothing() -> None:
    project = make_project()
    question_set = ensure_default(project)
    for number in (0, 200):
        seal_registrations(project, [make_registration(question_set, None, told(number))])
    boxes = [bytes(box) for box in SealedRegistration.objects.values_list("box", flat=True)]
    assert len({len(box) for box in boxes}) == 1
    assert not any(b"Verhaal" in box for box in boxes)
