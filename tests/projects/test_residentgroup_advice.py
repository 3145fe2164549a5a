"""Advice of the resident group (V7): asked, given, answered, carried out, and 'dit klopt niet'."""

from collections.abc import Callable
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from projects.models import (
    Advice,
    AdviceState,
    AdviceStep,
    Answer,
    Membership,
    Person,
    Role,
    Seat,
    StepKind,
)
from projects.models.residentgroup.advice import ADVICE_MOVES, ANSWER_WITHIN
from projects.services import residentgroup as services
from projects.services.refusing import Refused
from projects.services.residentgroup.advice import Words
from tests.cast import Cast
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
WORDS = Words("Omdat het kan.", "full", "Wij passen het aan.")


def _page(cast: Cast, name: str, *arguments: Any) -> str:
    return reverse(f"projects:resident_{name}", args=[cast.project.slug, *arguments])


def _ask(cast: Cast, **fields: Any) -> Advice:
    values = {"title": "De folder", "subject": None, "meeting": None, "due_on": None} | fields
    leader = cast.person(Role.PROJECT_LEADER)
    return services.ask_advice(project=cast.project, by=leader, fields=values, question="Is het duidelijk?")


def _give(cast: Cast, advice: Advice, **more: Any) -> None:
    member = cast.members[Role.RESIDENT_GROUP]
    services.give_advice(advice=advice, by=member, **{"text": "Maak hem korter."} | more)
    advice.refresh_from_db()


def _move(cast: Cast, advice: Advice, to: str, words: Words = WORDS) -> None:
    services.move_advice(advice=advice, by=cast.person(Role.PROJECT_LEADER), to=to, words=words)
    advice.refresh_from_db()


def _answered(cast: Cast) -> Advice:
    advice = _ask(cast)
    _give(cast, advice)
    _move(cast, advice, AdviceState.ANSWERED)
    return advice


def _seat(cast: Cast, member: Membership | None = None) -> Seat:
    fields = {"perspective": "ouder", "voices": [], "filled": True, "member": member}
    return services.write_seat(project=cast.project, by=cast.person(Role.PROJECT_LEADER), fields=fields)


def _read(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def _kinds(advice: Advice) -> list[str]:
    return list(AdviceStep.objects.filter(advice=advice).values_list("kind", flat=True))


@pytest.mark.parametrize(("start", "to"), list(product(AdviceState, AdviceState)))
def test_every_pair_of_states_goes_as_the_table_says(cast: Cast, start: str, to: str) -> None:
    advice = _ask(cast)
    Advice.objects.filter(pk=advice.pk).update(state=start)
    allowed = to in ADVICE_MOVES[start]
    if allowed:
        _move(cast, advice, to)
    else:
        with pytest.raises(Refused, match="Dat kan nu niet"):
            _move(cast, advice, to)
    advice.refresh_from_db()
    assert advice.state == (to if allowed else start)
    assert len(_kinds(advice)) == (2 if allowed else 1)


def test_the_whole_way_stays_readable_for_the_group(cast: Cast, browser: Browser) -> None:
    advice = _answered(cast)
    _move(cast, advice, AdviceState.CARRIED_OUT, Words("De nieuwe folder is rond."))
    assert _kinds(advice) == ["asked", "given", "answered", "carried_out"]
    page = _read(browser(cast.person(Role.RESIDENT_GROUP)), _page(cast, "advice", advice.pk))
    for words in (
        "Is het duidelijk?",
        "Maak hem korter.",
        "Wij passen het aan.",
        "De nieuwe folder is rond.",
    ):
        assert words in page


@pytest.mark.parametrize("answer", [Answer.PARTLY, Answer.NOT])
def test_what_is_not_wholly_taken_over_says_why(cast: Cast, browser: Browser, answer: str) -> None:
    advice = _ask(cast)
    _give(cast, advice)
    with pytest.raises(Refused, match="waarom niet alles"):
        _move(cast, advice, AdviceState.ANSWERED, Words("", answer, "Iets anders."))
    data = {"answer": answer, "deed": "Iets anders."}
    client = browser(cast.person(Role.PROJECT_LEADER))
    page = client.post(_page(cast, "advice_answer", advice.pk), data)
    assert "waarom niet alles" in page.content.decode()
    assert "Iets anders." in page.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        AdviceStep.objects.create(advice=advice, kind="answered", on=timezone.localdate(), answer=answer)
    client.post(_page(cast, "advice_answer", advice.pk), data | {"text": "Het past niet."})
    advice.refresh_from_db()
    assert (advice.state, advice.answer) == (AdviceState.ANSWERED, answer)


def test_what_is_taken_over_says_what_is_done(cast: Cast) -> None:
    advice = _ask(cast)
    _give(cast, advice)
    with pytest.raises(Refused, match="wat jullie ermee doen"):
        _move(cast, advice, AdviceState.ANSWERED, Words("Goed idee.", "full"))
    with pytest.raises(Refused, match="Kies of het advies"):
        _move(cast, advice, AdviceState.ANSWERED, Words("Goed idee.", "maybe"))


def test_a_second_answer_does_not_write_over_the_first(cast: Cast) -> None:
    advice = _answered(cast)
    _move(cast, advice, AdviceState.ANSWERED, Words("Toch niet.", "not"))
    steps = AdviceStep.objects.filter(advice=advice, kind=StepKind.ANSWERED)
    assert [(step.answer, step.text) for step in steps] == [
        ("full", "Omdat het kan."),
        ("not", "Toch niet."),
    ]
    assert advice.answer == "not"


def test_a_remark_back_waits_until_the_team_comes_back_to_it(cast: Cast, browser: Browser) -> None:
    advice, resident = _answered(cast), browser(cast.person(Role.RESIDENT_GROUP))
    leader = browser(cast.person(Role.PROJECT_LEADER))
    resident.post(_page(cast, "advice_remark", advice.pk), {"text": "Er is nog niets veranderd."})
    assert Advice.objects.get().remarked
    assert "De groep zegt: dit klopt niet" in _read(leader, reverse("today"))
    leader.post(_page(cast, "advice_reply", advice.pk), {"text": "U heeft gelijk, volgende week."})
    assert not Advice.objects.get().remarked
    assert "U heeft gelijk" in _read(resident, _page(cast, "advice", advice.pk))
    assert "De groep zegt: dit klopt niet" not in _read(leader, reverse("today"))


def test_there_is_nothing_to_remark_or_reply_to_before_its_time(cast: Cast) -> None:
    advice = _ask(cast)
    with pytest.raises(Refused, match="nog geen antwoord"):
        services.remark(advice=advice, by=cast.members[Role.RESIDENT_GROUP], text="Klopt niet.")
    with pytest.raises(Refused, match="al gereageerd"):
        services.reply(advice=advice, by=cast.person(Role.PROJECT_LEADER), text="Dank.")


def test_advice_that_nobody_asked_for_waits_for_an_answer(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.RESIDENT_GROUP))
    client.post(_page(cast, "advice_volunteer"), {"title": "Hulp bij inpakken", "text": "Maak een lijst."})
    advice = Advice.objects.get()
    assert (advice.state, _kinds(advice)) == ("given", ["given"])
    assert not AdviceStep.objects.get().noted


def test_who_leads_writes_down_what_the_group_says_and_that_is_told(cast: Cast, browser: Browser) -> None:
    advice, seat = _ask(cast), _seat(cast)
    data = {"text": "De groep vindt het goed.", "seat": seat.pk}
    client = browser(cast.person(Role.PROJECT_LEADER))
    client.post(_page(cast, "advice_give", advice.pk), data)
    step = AdviceStep.objects.get(kind=StepKind.GIVEN)
    assert (step.noted, step.seat) == (True, seat)
    assert "opgeschreven door de projectleider" in _read(client, _page(cast, "advice", advice.pk))


def test_a_resident_speaks_for_the_group_or_from_the_own_seat_only(cast: Cast, browser: Browser) -> None:
    advice, other = _ask(cast), _seat(cast)
    mine = _seat(cast, cast.members[Role.RESIDENT_GROUP])
    client, address = browser(cast.person(Role.RESIDENT_GROUP)), _page(cast, "advice_give", advice.pk)
    assert list(client.get(address).context["form"].fields["seat"].seats.values()) == [mine]
    client.post(address, {"text": "Korter.", "seat": other.pk})
    assert _kinds(advice) == ["asked"]
    with pytest.raises(Refused, match="niet van u"):
        _give(cast, advice, seat=other)
    client.post(address, {"text": "Korter.", "seat": mine.pk})
    assert AdviceStep.objects.get(kind=StepKind.GIVEN).seat == mine


def test_nothing_is_answered_unread_and_what_was_typed_stays(cast: Cast, browser: Browser) -> None:
    advice = _ask(cast)
    _give(cast, advice)
    client, address = browser(cast.person(Role.PROJECT_LEADER)), _page(cast, "advice_answer", advice.pk)
    seen = client.get(address).context["form"].initial["seen"]
    _give(cast, advice, text="En groter gedrukt.")
    data = {"answer": "full", "deed": "Wij doen het.", "seen": seen}
    page = client.post(address, data)
    assert "intussen iets bijgekomen" in page.content.decode()
    assert "Wij doen het." in page.content.decode()
    client.post(address, data | {"seen": page.context["form"].data["seen"]})
    advice.refresh_from_db()
    assert advice.state == AdviceState.ANSWERED


@pytest.mark.parametrize(("days", "shown"), [(-1, False), (0, True), (1, True)])
def test_unanswered_advice_comes_back_on_vandaag_after_three_weeks(
    cast: Cast, browser: Browser, days: int, shown: bool
) -> None:
    advice = _ask(cast)
    _give(cast, advice)
    given = timezone.localdate() - ANSWER_WITHIN - timedelta(days=days)
    AdviceStep.objects.filter(kind=StepKind.GIVEN).update(on=given)
    page = _read(browser(cast.person(Role.PROJECT_LEADER)), reverse("today"))
    assert ("Geef antwoord op een advies: De folder" in page) is shown
    assert "Geef antwoord op een advies" not in _read(
        browser(cast.person(Role.RESIDENT_GROUP)), reverse("today")
    )


def test_the_group_sees_on_vandaag_what_is_asked_and_what_is_answered(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.RESIDENT_GROUP))
    _ask(cast, due_on=timezone.localdate() + timedelta(days=5))
    assert "Wij vragen uw advies: De folder" in _read(client, reverse("today"))
    assert "Graag vóór" in _read(client, reverse("today"))
    Advice.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    assert "nog steeds welkom" in _read(client, reverse("today"))
    Advice.objects.all().delete()
    _answered(cast)
    assert "Er is antwoord op uw advies: De folder" in _read(client, reverse("today"))


def test_a_day_that_is_over_is_refused(cast: Cast, browser: Browser) -> None:
    data = {"title": "Folder", "question": "Goed?", "due_on": "2020-01-01"}
    page = browser(cast.person(Role.PROJECT_LEADER)).post(_page(cast, "advice_ask"), data)
    assert "al voorbij" in page.content.decode()
    assert not Advice.objects.exists()


def test_subjects_and_meetings_of_another_project_cannot_be_chosen(
    cast: Cast, outsiders: Cast, browser: Browser
) -> None:
    fields = {"name": "Huur", "level": "know", "reason": ""}
    theirs = services.write_subject(
        project=outsiders.project, by=outsiders.person(Role.PROJECT_LEADER), fields=fields
    )
    data = {"title": "Folder", "question": "Goed?", "subject": theirs.pk}
    assert browser(cast.person(Role.PROJECT_LEADER)).post(_page(cast, "advice_ask"), data).status_code == 200
    assert not Advice.objects.exists()


def test_a_long_list_of_advice_asks_no_more_queries(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.RESIDENT_GROUP))
    first = _answered(cast)
    pages = [_page(cast, "advices"), _page(cast, "group"), reverse("today")]
    few = [count_queries(client, page) for page in pages]
    made = Advice.objects.bulk_create(
        Advice(group=first.group, title=f"Advies {n}", state="answered", answer="full") for n in range(200)
    )
    AdviceStep.objects.bulk_create(
        AdviceStep(advice=one, kind="answered", on=timezone.localdate(), answer="full") for one in made
    )
    assert [count_queries(client, page) for page in pages] == few
