"""Tasks: whose they are, finishing and undoing, two windows, Vandaag, and what is erased."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from projects.models import Membership, Person, Role, Task
from projects.services.refusing import Refused
from projects.services.tasks import NewTask, add_tasks, erase_removed, give_tasks, remove_task, take_task
from tests.cast import Cast
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
OFFICER, LEADER = Role.HOUSING_OFFICER, Role.PROJECT_LEADER


def _make(cast: Cast, title: str, role: str = "", *, days: int | None = None, phase: int = 1) -> Task:
    due = timezone.localdate() + timedelta(days=days) if days is not None else None
    new = NewTask(phase=phase, title=title, owner=cast.members[role] if role else None, due_on=due)
    return add_tasks(project=cast.project, by=cast.person(LEADER), tasks=[new])[0]


def _page(cast: Cast, name: str, *arguments: object) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


def _shown(page: str) -> set[str]:
    known = ("Mijn taak", "Van een ander", "Van niemand", "Al klaar", "Te laat", "Fase twee")
    body = page.split('<ul class="task-list">', 1)[-1]
    return {title for title in known if f">{title}<" in body}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"Mijn taak", "Van een ander", "Van niemand", "Te laat", "Fase twee"}),
        ("?show=open", {"Mijn taak", "Van een ander", "Van niemand", "Te laat", "Fase twee"}),
        ("?show=mine", {"Mijn taak", "Te laat"}),
        ("?show=nobody", {"Van niemand", "Fase twee"}),
        ("?show=late", {"Te laat"}),
        ("?show=done", {"Al klaar"}),
        ("?phase=2", {"Fase twee"}),
        ("?show=mine&phase=2", set()),
    ],
)
def test_the_list_is_narrowed(cast: Cast, browser: Browser, query: str, expected: set[str]) -> None:
    _make(cast, "Mijn taak", OFFICER, days=3)
    _make(cast, "Van een ander", Role.COMMUNITY_WORKER)
    _make(cast, "Van niemand")
    _make(cast, "Te laat", OFFICER, days=-1)
    _make(cast, "Fase twee", phase=2)
    client, done = browser(cast.person(OFFICER)), _make(cast, "Al klaar", OFFICER)
    client.post(_page(cast, "task_finish", done.pk))
    client.get(_page(cast, "tasks"))  # shows the message
    assert _shown(client.get(_page(cast, "tasks") + query).content.decode()) == expected


@pytest.mark.parametrize("query", ["?show=x", "?phase=99", "?bladzijde=x"])
def test_nonsense_in_the_address_is_no_error(cast: Cast, browser: Browser, query: str) -> None:
    assert browser(cast.person(OFFICER)).get(_page(cast, "tasks") + query).status_code == 200


def test_finishing_takes_one_tap_and_can_be_undone(cast: Cast, browser: Browser) -> None:
    task, client = _make(cast, "Mijn taak", OFFICER), browser(cast.person(OFFICER))
    answer = client.post(_page(cast, "task_finish", task.pk), {"lijst": "show=mine"}, follow=True)
    assert answer.request["QUERY_STRING"] == "show=mine"
    assert _page(cast, "task_reopen", task.pk) in answer.content.decode()
    task.refresh_from_db()
    assert (task.done_on, task.done_by) == (timezone.localdate(), cast.person(OFFICER))
    client.post(_page(cast, "task_reopen", task.pk))
    task.refresh_from_db()
    assert task.done_on is None


@pytest.mark.parametrize("name", ["task_finish", "task_reopen", "task"])
def test_the_task_of_a_colleague_is_for_who_divides_them(cast: Cast, browser: Browser, name: str) -> None:
    task = _make(cast, "Van een ander", Role.COMMUNITY_WORKER)
    page = _page(cast, name, task.pk)
    assert browser(cast.person(OFFICER)).post(page).status_code == 403
    assert browser(cast.person(LEADER)).post(page).status_code in {200, 302}


def test_who_is_first_takes_up_a_task_of_nobody(cast: Cast, browser: Browser) -> None:
    task = _make(cast, "Van niemand")
    browser(cast.person(OFFICER)).post(_page(cast, "task_take", task.pk))
    task.refresh_from_db()
    assert task.owner == cast.members[OFFICER]
    with pytest.raises(Refused, match="was je net voor"):
        take_task(task=task, taker=cast.members[Role.COMMUNITY_WORKER])


def test_what_was_taken_up_by_mistake_is_given_back_from_the_same_place(cast: Cast, browser: Browser) -> None:
    task, client = _make(cast, "Van niemand"), browser(cast.person(OFFICER))
    taken = client.post(_page(cast, "task_take", task.pk), {"lijst": "show=open"})
    assert taken["Location"] == _page(cast, "tasks") + f"?show=open#taak-{task.pk}"
    page = client.get(taken["Location"]).content.decode()
    assert f'id="taak-{task.pk}"' in page
    assert page.count(_page(cast, "task_release", task.pk)) == 2, "in the message, and beside the task"
    client.post(_page(cast, "task_release", task.pk))
    task.refresh_from_db()
    assert task.owner is None


def test_nobody_gives_back_what_a_colleague_took_up(cast: Cast, browser: Browser) -> None:
    task = _make(cast, "Van een ander", Role.COMMUNITY_WORKER)
    assert browser(cast.person(OFFICER)).post(_page(cast, "task_release", task.pk)).status_code == 403
    browser(cast.person(LEADER)).post(_page(cast, "task_release", task.pk))
    task.refresh_from_db()
    assert task.owner == cast.members[Role.COMMUNITY_WORKER]


def test_a_team_member_passes_an_own_task_on_to_a_colleague(cast: Cast, browser: Browser) -> None:
    task, client = _make(cast, "Mijn taak", OFFICER), browser(cast.person(OFFICER))
    colleague = cast.members[Role.COMMUNITY_WORKER]
    page = client.get(_page(cast, "task", task.pk))
    assert colleague in page.context["form"].fields["owner"].queryset
    assert cast.members[Role.PARTNER] not in page.context["form"].fields["owner"].queryset
    window = page.context["form"].window
    typed = {"title": "Mijn taak", "phase": 1, "owner": colleague.pk, "window": window}
    assert client.post(_page(cast, "task", task.pk), typed).status_code == 302
    task.refresh_from_db()
    assert task.owner == colleague


def test_a_team_member_writes_down_a_task_for_nobody_but_oneself(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(OFFICER))
    typed = {"title": "Bel de school", "phase": 1, "owner": cast.members[OFFICER].pk}
    assert client.post(_page(cast, "task_new"), typed).status_code == 302
    assert Task.objects.get().owner == cast.members[OFFICER]
    page = client.post(_page(cast, "task_new"), typed | {"owner": cast.members[LEADER].pk}).content.decode()
    assert "Bel de school" in page
    assert Task.objects.count() == 1


@pytest.mark.parametrize(
    "typed",
    [
        {"title": ""},
        {"title": "a" * 161},
        {"due_on": "31-31"},
        {"phase": "9"},
        {"note": "a" * 1001},
        {"owner": "x"},
    ],
)
def test_bad_input_is_said_at_the_field_and_kept(cast: Cast, browser: Browser, typed: dict) -> None:
    data = {"title": "Bel de school", "phase": 1, "note": "Vraag naar de ouderavond"} | typed
    answer = browser(cast.person(LEADER)).post(_page(cast, "task_new"), data)
    assert answer.status_code == 200
    assert 'class="field__error"' in answer.content.decode()
    assert not Task.objects.exists()


def test_who_does_not_take_part_or_reads_no_tasks_gets_none(cast: Cast, browser: Browser) -> None:
    gone, partner = cast.members[OFFICER], cast.members[Role.PARTNER]
    Membership.objects.filter(pk=gone.pk).update(active=False)
    page = browser(cast.person(LEADER)).get(_page(cast, "task_new")).content.decode()
    assert cast.person(LEADER).name in page
    assert gone.person.name not in page
    assert partner.person.name not in page
    gone.refresh_from_db()
    for owner in (gone, partner):
        with pytest.raises(Refused, match="Kies iemand anders"):
            add_tasks(
                project=cast.project, by=cast.person(LEADER), tasks=[NewTask(1, "Bel de school", owner=owner)]
            )


def test_two_windows_lose_nothing(cast: Cast, browser: Browser) -> None:
    task, client = _make(cast, "Bel de school", OFFICER), browser(cast.person(LEADER))
    page = client.get(_page(cast, "task", task.pk)).content.decode()
    window = page.split('name="window" value="')[1].split('"')[0].replace("&quot;", '"')
    Task.objects.update(note="Vraag naar de ouderavond", due_on=timezone.localdate())
    typed = {"title": "Bel de basisschool", "phase": 1, "owner": cast.members[OFFICER].pk, "window": window}
    client.post(_page(cast, "task", task.pk), typed | {"note": "", "due_on": ""})
    task.refresh_from_db()
    assert (task.title, task.note) == ("Bel de basisschool", "Vraag naar de ouderavond")
    assert task.due_on == timezone.localdate()
    answer = client.post(_page(cast, "task", task.pk), typed | {"note": "Iets anders"})
    assert "Intussen schreef iemand anders hier" in answer.content.decode()
    task.refresh_from_db()
    assert task.note == "Vraag naar de ouderavond"


def test_removing_can_be_undone_until_it_is_erased(cast: Cast, browser: Browser) -> None:
    task, client = _make(cast, "Mijn taak"), browser(cast.person(LEADER))
    page = client.post(_page(cast, "task_remove", task.pk), follow=True).content.decode()
    undo = _page(cast, "task_restore", task.pk)
    assert undo in page
    assert client.get(_page(cast, "task", task.pk)).status_code == 404
    client.post(undo)
    assert client.get(_page(cast, "task", task.pk)).status_code == 200
    remove_task(task=Task.objects.get(), by=cast.person(LEADER))
    today = timezone.localdate()
    assert erase_removed(today + timedelta(days=30)) == []
    assert erase_removed(today + timedelta(days=31)) == ["1 removed tasks"]
    assert not Task.objects.exists()


def test_vandaag_tells_what_is_late_and_what_comes_and_the_leader_what_nobody_has(
    cast: Cast, browser: Browser
) -> None:
    _make(cast, "Te laat", OFFICER, days=-1)
    _make(cast, "Over zeven dagen", OFFICER, days=7)
    _make(cast, "Over acht dagen", OFFICER, days=8)
    _make(cast, "Van niemand", days=2)
    _make(cast, "Later van niemand", phase=4)
    officer = browser(cast.person(OFFICER)).get(reverse("today")).content.decode()
    assert "1 taak van jou is te laat" in officer
    assert "1 taak voor deze week" in officer
    assert "Over acht dagen" not in officer
    assert "Van niemand" not in officer
    leader = browser(cast.person(LEADER)).get(reverse("today")).content.decode()
    assert "1 taak heeft nog niemand" in leader
    assert "Later van niemand" not in leader
    assert "Te laat" not in browser(cast.person(Role.PARTNER)).get(reverse("today")).content.decode()


def test_a_handover_gives_open_tasks_only(cast: Cast) -> None:
    task, removed = _make(cast, "Mijn taak", OFFICER), _make(cast, "Van de lijst", OFFICER)
    remove_task(task=removed, by=cast.person(LEADER))
    given = give_tasks(
        giver=cast.members[OFFICER], taker=cast.members[LEADER], by=cast.person(Role.ADMINISTRATOR)
    )
    task.refresh_from_db()
    assert (given, task.owner) == (1, cast.members[LEADER])


def test_the_list_asks_as_much_for_one_as_for_two_hundred(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(LEADER))
    _make(cast, "Mijn taak", OFFICER)
    few = count_queries(client, _page(cast, "tasks"))
    tasks = [NewTask(1, f"Taak {n}", owner=cast.members[OFFICER]) for n in range(200)]
    add_tasks(project=cast.project, by=cast.person(LEADER), tasks=tasks)
    assert count_queries(client, _page(cast, "tasks")) == few
