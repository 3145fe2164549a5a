"""Taking away what was published about advice: by whom, what is left, and what is really erased (V7)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from msa.models import AuditEntry
from projects.models import Advice, AdviceStep, Person, Role
from projects.services import residentgroup as services
from projects.services.refusing import Refused
from projects.services.residentgroup.correcting import KEPT_AFTER_REMOVAL, erase_removed
from tests.cast import Cast
from tests.projects.advicesteps import (
    LEADER,
    RESIDENT,
    SECRET,
    answered,
    brought_to,
    correct,
    fresh,
    given,
    page_of,
    read,
    seat_of,
    take_away,
    volunteered,
)
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


@pytest.mark.parametrize("role", [RESIDENT, LEADER])
def test_what_is_taken_away_is_read_by_nobody_and_comes_back_with_one_button(
    cast: Cast, browser: Browser, role: str
) -> None:
    step, client = given(cast), browser(cast.person(role))
    page = page_of(cast, "advice", step.advice_id)
    said = client.post(page_of(cast, "advice_step_remove", step.advice_id, step.pk), follow=True)
    back = page_of(cast, "advice_step_restore", step.advice_id, step.pk)
    assert back in said.content.decode()
    for other in (RESIDENT, LEADER, Role.PARTNER):
        shown = read(browser(cast.person(other)), page)
        assert SECRET not in shown
        assert "Weggehaald op" in shown
    for other in (RESIDENT, LEADER):
        assert (back in read(browser(cast.person(other)), page)) is (other == role)
    client.post(back)
    assert SECRET in read(client, page)


def test_only_who_took_it_away_puts_it_back(cast: Cast) -> None:
    step = given(cast)
    take_away(cast, step, LEADER)
    with pytest.raises(Refused, match="projectleider"):
        services.restore_step(step=step, by=cast.members[RESIDENT])
    services.restore_step(step=step, by=cast.members[LEADER])
    step.refresh_from_db()
    assert step.removed_at is None
    take_away(cast, step)
    with pytest.raises(Refused, match="groep"):
        services.restore_step(step=step, by=cast.members[LEADER])


# What stands on the way to each state, and where it goes back to when that step is taken away.
WAYS = {
    "asked": {"asked": "asked"},
    "given": {"asked": "given", "given": "asked"},
    "answered": {"asked": "answered", "given": "answered", "answered": "given"},
    "carried_out": {
        "asked": "carried_out",
        "given": "carried_out",
        "answered": "carried_out",
        "carried_out": "answered",
    },
    "withdrawn": {"asked": "withdrawn", "withdrawn": "asked"},
}


@pytest.mark.parametrize(
    ("start", "kind", "then"), [(start, kind, then) for start in WAYS for kind, then in WAYS[start].items()]
)
def test_the_state_follows_what_still_stands_and_comes_back_with_it(
    cast: Cast, start: str, kind: str, then: str
) -> None:
    advice = brought_to(cast, start)
    step = advice.steps.get(kind=kind)
    role = RESIDENT if step.of_group else LEADER
    take_away(cast, step, role)
    assert fresh(advice).state == then
    services.restore_step(step=step, by=cast.members[role])
    assert fresh(advice).state == start


def test_an_earlier_answer_counts_again_when_the_later_one_goes(cast: Cast) -> None:
    step = given(cast)
    answered(cast, step.advice, "partly")
    answered(cast, fresh(step.advice), "full")
    take_away(cast, AdviceStep.objects.filter(kind="answered").latest("pk"), LEADER)
    assert (fresh(step.advice).state, fresh(step.advice).answer) == ("answered", "partly")


def test_an_advice_of_which_nothing_is_left_stands_in_no_list(cast: Cast, browser: Browser) -> None:
    step, partner = volunteered(cast), browser(cast.person(Role.PARTNER))
    take_away(cast, step)
    for address in (page_of(cast, "advices"), page_of(cast, "group"), reverse("today")):
        for role in (Role.PARTNER, LEADER):
            assert "Lawaai" not in read(browser(cast.person(role)), address)
    assert partner.get(page_of(cast, "advice", step.advice_id)).status_code == 404
    mine = browser(cast.person(RESIDENT))
    back = page_of(cast, "advice_step_restore", step.advice_id, step.pk)
    assert back in read(mine, page_of(cast, "advices"))
    mine.post(back)
    assert "Lawaai" in read(partner, page_of(cast, "advices"))


@pytest.mark.parametrize(("days", "gone"), [(-1, False), (0, False), (1, True)])
def test_after_a_while_the_words_are_really_erased(
    cast: Cast, browser: Browser, days: int, gone: bool
) -> None:
    kept, own, asked = given(cast), volunteered(cast), given(cast)
    answered(cast, asked.advice, "not")
    answer = asked.advice.steps.get(kind="answered")
    take_away(cast, own)
    take_away(cast, asked)
    take_away(cast, answer, LEADER)
    assert AdviceStep.objects.filter(text=SECRET).count() == 3
    today = timezone.localdate() + KEPT_AFTER_REMOVAL + timedelta(days=days)
    said = erase_removed(today)
    assert bool(said) is gone
    assert AdviceStep.objects.filter(text=SECRET).count() == (1 if gone else 3)
    assert Advice.objects.filter(title="Lawaai").exists() is not gone
    assert AdviceStep.objects.get(pk=kept.pk).text == SECRET
    if gone:
        asked.refresh_from_db()
        assert (asked.erased, asked.text, AdviceStep.objects.get(pk=answer.pk).deed) == (True, "", "")
        page = read(browser(cast.person(RESIDENT)), page_of(cast, "advice", asked.advice_id))
        assert "Weggehaald op" in page
        assert "terug/" not in page
        with pytest.raises(Refused, match="gewist"):
            services.restore_step(step=asked, by=cast.members[RESIDENT])
        assert erase_removed(today) == []


def test_the_audit_trail_keeps_no_word_of_an_advice(cast: Cast) -> None:
    step = volunteered(cast)
    correct(cast, step, title="De buren van boven")
    step.refresh_from_db()
    take_away(cast, step)
    services.restore_step(step=step, by=cast.members[RESIDENT])
    told = "\n".join(f"{entry.act} {entry.subject}" for entry in AuditEntry.objects.all())
    for words in (SECRET, "Lawaai", "De buren van boven", "onrustig"):
        assert words not in told
    for act in ("advice given", "advice corrected", "advice removed", "advice restored"):
        assert act in told


def test_taking_away_twice_changes_nothing(cast: Cast) -> None:
    step = given(cast)
    take_away(cast, step)
    first = step.removed_at
    take_away(cast, step, LEADER)
    assert (step.removed_at, step.removed_by_team) == (first, False)


def test_what_is_taken_away_is_not_corrected(cast: Cast, browser: Browser) -> None:
    step = given(cast)
    take_away(cast, step)
    with pytest.raises(Refused, match="weggehaald"):
        correct(cast, step)
    address = page_of(cast, "advice_step", step.advice_id, step.pk)
    assert SECRET not in read(browser(cast.person(RESIDENT)), address)


def test_a_long_trail_asks_no_more_queries(cast: Cast, browser: Browser) -> None:
    seat = seat_of(cast, cast.members[RESIDENT])
    step, client = given(cast, seat=seat), browser(cast.person(RESIDENT))
    pages = [page_of(cast, "advice", step.advice_id), page_of(cast, "advices")]
    few = [count_queries(client, page) for page in pages]
    AdviceStep.objects.bulk_create(
        AdviceStep(advice=step.advice, kind="given", on=timezone.localdate(), text="Meer.", seat=seat)
        for _n in range(200)
    )
    assert [count_queries(client, page) for page in pages] == few
    own = Advice.objects.bulk_create(
        Advice(group=step.advice.group, title=f"Weg {n}", state="given") for n in range(200)
    )
    AdviceStep.objects.bulk_create(
        AdviceStep(advice=one, kind="given", on=timezone.localdate(), text="Weg.", removed_at=timezone.now())
        for one in own
    )
    assert [count_queries(client, page) for page in pages] == few


def test_before_taking_away_one_reads_what_becomes_of_it(cast: Cast, browser: Browser) -> None:
    step, resident = given(cast), browser(cast.person(RESIDENT))
    address = page_of(cast, "advice_step", step.advice_id, step.pk)
    page = read(resident, address)
    assert "Niemand kan hem" not in page
    assert "niet meer te lezen; u kunt de tekst nog 7 dagen terugzetten, daarna wordt" in page
    assert "Het team ziet" not in page
    answered(cast, fresh(step.advice))
    assert "Het team ziet dat de tekst weg is" in read(resident, address)


@pytest.mark.parametrize(
    ("with_answer", "role", "days", "shown"),
    [
        (True, RESIDENT, 0, True),
        (True, RESIDENT, 7, True),
        (True, RESIDENT, 8, False),
        (False, RESIDENT, 0, False),
        (True, LEADER, 0, False),
    ],
)
def test_who_leads_hears_that_an_answered_advice_was_taken_away(
    cast: Cast, browser: Browser, with_answer: bool, role: str, days: int, shown: bool
) -> None:
    step = given(cast)
    if with_answer:
        answered(cast, fresh(step.advice))
    take_away(cast, step, role)
    AdviceStep.objects.filter(pk=step.pk).update(removed_at=timezone.now() - timedelta(days=days))
    page = read(browser(cast.person(LEADER)), reverse("today"))
    assert ("De groep haalde een advies weg" in page) is shown
    assert SECRET not in page
    assert "haalde een advies weg" not in read(browser(cast.person(RESIDENT)), reverse("today"))


def test_what_is_put_back_is_no_longer_told(cast: Cast, browser: Browser) -> None:
    step = given(cast)
    answered(cast, fresh(step.advice))
    take_away(cast, step)
    services.restore_step(step=step, by=cast.members[RESIDENT])
    assert "haalde een advies weg" not in read(browser(cast.person(LEADER)), reverse("today"))
