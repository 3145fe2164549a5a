"""Correcting what was published about advice, and taking it away: who, until when, what is left (V7)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from msa.models import AuditEntry
from projects.models import Advice, AdviceState, AdviceStep, Membership, Person, Role, Seat, StepKind
from projects.overviews.advicetrail import may_correct, may_remove
from projects.services import residentgroup as services
from projects.services.refusing import Refused
from projects.services.residentgroup.advice import Words
from projects.services.residentgroup.correcting import KEPT_AFTER_REMOVAL, erase_removed
from tests.cast import Cast
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
RESIDENT, LEADER, WORKER = Role.RESIDENT_GROUP, Role.PROJECT_LEADER, Role.COMMUNITY_WORKER
SECRET = "De achterburen zijn altijd dronken."


def _page(cast: Cast, name: str, *arguments: Any) -> str:
    return reverse(f"projects:resident_{name}", args=[cast.project.slug, *arguments])


def _read(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def _ask(cast: Cast) -> Advice:
    fields = {"title": "De folder", "subject": None, "meeting": None, "due_on": None}
    by = cast.person(LEADER)
    return services.ask_advice(project=cast.project, by=by, fields=fields, question="Is het duidelijk?")


def _fresh(advice: Advice) -> Advice:
    return Advice.objects.get(pk=advice.pk)


def _given(cast: Cast, role: str = RESIDENT, **more: Any) -> AdviceStep:
    """Advice on a question, not answered yet."""
    advice = _ask(cast)
    services.give_advice(advice=advice, by=cast.members[role], text=SECRET, **more)
    return advice.steps.get(kind=StepKind.GIVEN)


def _volunteered(cast: Cast) -> AdviceStep:
    member = cast.members[RESIDENT]
    advice = services.volunteer_advice(project=cast.project, by=member, title="Lawaai", text=SECRET)
    return advice.steps.get()


def _answer(cast: Cast, advice: Advice, answer: str = "full") -> None:
    words = Words("Omdat het zo is.", answer, "Wij doen het.")
    services.move_advice(advice=advice, by=cast.person(LEADER), to=AdviceState.ANSWERED, words=words)


def _at(cast: Cast, state: str) -> Advice:
    """An advice that went all the way to `state`."""
    advice, by = _ask(cast), cast.person(LEADER)
    ways = {
        "asked": (),
        "given": ("given",),
        "answered": ("given", "answered"),
        "carried_out": ("given", "answered", "carried_out"),
        "withdrawn": ("withdrawn",),
    }
    for to in ways[state]:
        if to == "given":
            services.give_advice(advice=_fresh(advice), by=cast.members[RESIDENT], text=SECRET)
        else:
            words = Words("Omdat het zo is.", "full" if to == "answered" else "", "Wij doen het.")
            services.move_advice(advice=_fresh(advice), by=by, to=to, words=words)
    return _fresh(advice)


def _seat(cast: Cast, member: Membership | None) -> Seat:
    fields = {"perspective": "ouder", "voices": [], "filled": True, "member": member}
    return services.write_seat(project=cast.project, by=cast.person(LEADER), fields=fields)


def _correct(cast: Cast, step: AdviceStep, role: str = RESIDENT, **fields: Any) -> None:
    words = {"text": "Het is soms laat onrustig."} | fields
    services.correct_step(step=step, by=cast.members[role], fields=words)


def _remove(cast: Cast, step: AdviceStep, role: str = RESIDENT) -> None:
    services.remove_step(step=step, by=cast.members[role])
    step.refresh_from_db()


# who may


def test_the_group_corrects_its_advice_in_a_form_that_shows_what_stands_there(
    cast: Cast, browser: Browser
) -> None:
    step, client = _given(cast), browser(cast.person(RESIDENT))
    page, address = _page(cast, "advice", step.advice_id), _page(cast, "advice_step", step.advice_id, step.pk)
    assert address in _read(client, page)
    opened = client.get(address)
    assert SECRET in opened.content.decode()
    window = opened.context["form"].initial["window"]
    client.post(address, {"text": "Het is soms laat onrustig.", "window": window})
    shown = _read(client, page)
    assert "Het is soms laat onrustig." in shown
    assert "aangepast op" in shown
    assert SECRET not in shown


def test_nothing_is_called_corrected_when_nothing_changed(cast: Cast, browser: Browser) -> None:
    step = _given(cast)
    browser(cast.person(RESIDENT)).post(_page(cast, "advice_step", step.advice_id, step.pk), {"text": SECRET})
    step.refresh_from_db()
    assert step.changed_at is None


@pytest.mark.parametrize(
    ("writer", "who", "corrects", "removes"),
    [
        (RESIDENT, RESIDENT, True, True),
        (RESIDENT, LEADER, False, True),
        (RESIDENT, WORKER, False, False),
        (RESIDENT, Role.PARTNER, False, False),
        (LEADER, RESIDENT, True, True),
        (LEADER, LEADER, True, True),
    ],
)
def test_the_words_of_residents_are_corrected_by_residents_only(
    cast: Cast, writer: str, who: str, corrects: bool, removes: bool
) -> None:
    """Who leads may correct what the team wrote down itself, and take anything away."""
    step = _given(cast, writer)
    assert (may_correct(step, cast.members[who]), may_remove(step, cast.members[who])) == (corrects, removes)
    if not corrects:
        with pytest.raises(Refused):
            _correct(cast, step, who)


@pytest.mark.parametrize(
    ("who", "may"), [(LEADER, True), (WORKER, True), (RESIDENT, False), (Role.HOUSING_OFFICER, False)]
)
def test_the_words_of_the_team_are_corrected_by_who_asks_and_answers(cast: Cast, who: str, may: bool) -> None:
    step = _ask(cast).steps.get()
    assert (may_correct(step, cast.members[who]), may_remove(step, cast.members[who])) == (may, may)


def test_what_was_said_from_somebody_elses_seat_is_not_yours(cast: Cast, browser: Browser) -> None:
    step = _given(cast, LEADER, seat=_seat(cast, None))
    address = _page(cast, "advice_step", step.advice_id, step.pk)
    assert browser(cast.person(RESIDENT)).get(address).status_code == 403
    AdviceStep.objects.filter(pk=step.pk).update(seat=_seat(cast, cast.members[RESIDENT]))
    assert browser(cast.person(RESIDENT)).get(address).status_code == 200


def test_a_step_of_another_advice_or_project_is_not_found(
    cast: Cast, outsiders: Cast, browser: Browser
) -> None:
    mine, other, theirs = _given(cast), _given(cast), _given(outsiders)
    client = browser(cast.person(RESIDENT))
    assert client.get(_page(cast, "advice_step", mine.advice_id, other.pk)).status_code == 404
    assert client.get(_page(cast, "advice_step", theirs.advice_id, theirs.pk)).status_code == 404


# until when


@pytest.mark.parametrize("state", AdviceState)
def test_each_side_corrects_its_words_until_the_other_side_reacted(cast: Cast, state: str) -> None:
    advice = _at(cast, state)
    for step in advice.trail:
        later = [one for one in advice.trail if one.pk > step.pk and one.of_group != step.of_group]
        role = RESIDENT if step.of_group else LEADER
        if later:
            with pytest.raises(Refused, match="gereageerd"):
                _correct(cast, step, role)
        else:
            _correct(cast, step, role)
    assert _fresh(advice).state == state


def test_after_the_answer_a_correction_is_an_addition_that_the_team_comes_back_to(
    cast: Cast, browser: Browser
) -> None:
    step, client = _given(cast), browser(cast.person(RESIDENT))
    _answer(cast, step.advice)
    page = _read(client, _page(cast, "advice_step", step.advice_id, step.pk))
    assert _page(cast, "advice_add", step.advice_id) in page
    client.post(_page(cast, "advice_add", step.advice_id), {"text": "Het gaat om de vrijdag."})
    advice = _fresh(step.advice)
    assert [one.text for one in advice.trail][1] == SECRET
    assert (advice.state, advice.unreplied, advice.remarked) == ("answered", "addition", False)
    leader = browser(cast.person(LEADER))
    assert "De groep vult een advies aan" in _read(leader, reverse("today"))
    leader.post(_page(cast, "advice_reply", advice.pk), {"text": "Dank u, dat nemen wij mee."})
    assert _fresh(advice).unreplied == ""


@pytest.mark.parametrize("state", AdviceState)
def test_there_is_something_to_add_to_an_answer_only_when_there_is_one(cast: Cast, state: str) -> None:
    advice, member = _at(cast, state), cast.members[RESIDENT]
    if state in {"answered", "carried_out"}:
        services.add_to_advice(advice=advice, by=member, text="En nog iets.")
    else:
        with pytest.raises(Refused, match="nog geen antwoord"):
            services.add_to_advice(advice=advice, by=member, text="En nog iets.")


def test_the_title_goes_along_while_the_advice_is_the_groups_own(cast: Cast, browser: Browser) -> None:
    own, asked = _volunteered(cast), _given(cast)
    client = browser(cast.person(RESIDENT))
    client.post(
        _page(cast, "advice_step", own.advice_id, own.pk), {"text": "Het is laat druk.", "title": "Rust"}
    )
    client.post(
        _page(cast, "advice_step", asked.advice_id, asked.pk), {"text": "Korter.", "title": "Andere folder"}
    )
    assert (_fresh(own.advice).title, _fresh(asked.advice).title) == ("Rust", "De folder")


def test_who_leads_corrects_the_head_of_an_advice_at_any_time(cast: Cast, browser: Browser) -> None:
    step = _volunteered(cast)
    _answer(cast, step.advice)
    address, day = _page(cast, "advice_head", step.advice_id), timezone.localdate() + timedelta(days=9)
    data = {"title": "Rust in de avond", "due_on": day.isoformat()}
    assert browser(cast.person(RESIDENT)).get(address).status_code == 403
    browser(cast.person(LEADER)).post(address, data)
    assert (_fresh(step.advice).title, _fresh(step.advice).due_on) == ("Rust in de avond", day)


@pytest.mark.parametrize("fields", [{"text": ""}, {"deed": ""}])
def test_a_corrected_answer_keeps_its_reason_and_its_deed(cast: Cast, fields: dict[str, str]) -> None:
    step = _given(cast)
    _answer(cast, step.advice, "partly")
    answer = step.advice.steps.get(kind=StepKind.ANSWERED)
    with pytest.raises(Refused, match="Schrijf op"):
        _correct(cast, answer, LEADER, **{"text": "Waarom niet.", "deed": "Wij doen iets."} | fields)


# two windows


def test_two_windows_do_not_overwrite_each_other(cast: Cast, browser: Browser) -> None:
    step, client = _given(cast), browser(cast.person(RESIDENT))
    address = _page(cast, "advice_step", step.advice_id, step.pk)
    window = client.get(address).context["form"].initial["window"]
    _correct(cast, step, text="Van de ander.")
    page = client.post(address, {"text": "Van mij.", "window": window})
    shown = page.content.decode()
    assert "Van de ander." in shown
    assert "Van mij." in shown
    assert "Pas je tekst" not in shown
    again = {"text": "Van ons.", "window": page.context["form"].data["window"]}
    client.post(address, again)
    step.refresh_from_db()
    assert step.text == "Van ons."


def test_a_correction_meets_an_answer_that_came_in_between(cast: Cast, browser: Browser) -> None:
    step, client = _given(cast), browser(cast.person(RESIDENT))
    address = _page(cast, "advice_step", step.advice_id, step.pk)
    window = client.get(address).context["form"].initial["window"]
    _answer(cast, step.advice)
    page = client.post(address, {"text": "Toch anders.", "window": window}).content.decode()
    assert "al gereageerd" in page
    assert "Toch anders." in page
    step.refresh_from_db()
    assert step.text == SECRET


def test_a_text_that_changed_after_it_was_loaded_is_not_overwritten(cast: Cast) -> None:
    step = _given(cast)
    AdviceStep.objects.filter(pk=step.pk).update(text="Van de ander.")
    with pytest.raises(Refused, match="intussen"):
        _correct(cast, step)


@pytest.mark.parametrize("meanwhile", [_correct, _remove])
def test_an_answer_to_words_that_changed_meanwhile_waits(
    cast: Cast, browser: Browser, meanwhile: Callable[..., None]
) -> None:
    step = _given(cast)
    services.give_advice(advice=_fresh(step.advice), by=cast.members[RESIDENT], text="En korter.")
    client, address = browser(cast.person(LEADER)), _page(cast, "advice_answer", step.advice_id)
    seen = client.get(address).context["form"].initial["seen"]
    meanwhile(cast, step)
    page = client.post(address, {"answer": "full", "deed": "Wij doen het.", "seen": seen})
    assert "intussen iets" in page.content.decode()
    client.post(
        address, {"answer": "full", "deed": "Wij doen het.", "seen": page.context["form"].data["seen"]}
    )
    assert _fresh(step.advice).state == AdviceState.ANSWERED


# taking away


@pytest.mark.parametrize("role", [RESIDENT, LEADER])
def test_what_is_taken_away_is_read_by_nobody_and_comes_back_with_one_button(
    cast: Cast, browser: Browser, role: str
) -> None:
    step, client = _given(cast), browser(cast.person(role))
    page = _page(cast, "advice", step.advice_id)
    said = client.post(_page(cast, "advice_step_remove", step.advice_id, step.pk), follow=True)
    back = _page(cast, "advice_step_restore", step.advice_id, step.pk)
    assert back in said.content.decode()
    for other in (RESIDENT, LEADER, Role.PARTNER):
        shown = _read(browser(cast.person(other)), page)
        assert SECRET not in shown
        assert "Weggehaald op" in shown
    for other in (RESIDENT, LEADER):
        assert (back in _read(browser(cast.person(other)), page)) is (other == role)
    client.post(back)
    assert SECRET in _read(client, page)


def test_only_who_took_it_away_puts_it_back(cast: Cast) -> None:
    step = _given(cast)
    _remove(cast, step, LEADER)
    with pytest.raises(Refused, match="projectleider"):
        services.restore_step(step=step, by=cast.members[RESIDENT])
    services.restore_step(step=step, by=cast.members[LEADER])
    step.refresh_from_db()
    assert step.removed_at is None
    _remove(cast, step)
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
    advice = _at(cast, start)
    step = advice.steps.get(kind=kind)
    role = RESIDENT if step.of_group else LEADER
    _remove(cast, step, role)
    assert _fresh(advice).state == then
    services.restore_step(step=step, by=cast.members[role])
    assert _fresh(advice).state == start


def test_an_earlier_answer_counts_again_when_the_later_one_goes(cast: Cast) -> None:
    step = _given(cast)
    _answer(cast, step.advice, "partly")
    _answer(cast, _fresh(step.advice), "full")
    _remove(cast, AdviceStep.objects.filter(kind="answered").latest("pk"), LEADER)
    assert (_fresh(step.advice).state, _fresh(step.advice).answer) == ("answered", "partly")


def test_an_advice_of_which_nothing_is_left_stands_in_no_list(cast: Cast, browser: Browser) -> None:
    step, partner = _volunteered(cast), browser(cast.person(Role.PARTNER))
    _remove(cast, step)
    for address in (_page(cast, "advices"), _page(cast, "group"), reverse("today")):
        for role in (Role.PARTNER, LEADER):
            assert "Lawaai" not in _read(browser(cast.person(role)), address)
    assert partner.get(_page(cast, "advice", step.advice_id)).status_code == 404
    mine = browser(cast.person(RESIDENT))
    assert _page(cast, "advice_step_restore", step.advice_id, step.pk) in _read(mine, _page(cast, "advices"))
    mine.post(_page(cast, "advice_step_restore", step.advice_id, step.pk))
    assert "Lawaai" in _read(partner, _page(cast, "advices"))


@pytest.mark.parametrize(("days", "gone"), [(-1, False), (0, False), (1, True)])
def test_after_a_while_the_words_are_really_erased(
    cast: Cast, browser: Browser, days: int, gone: bool
) -> None:
    kept, own, asked = _given(cast), _volunteered(cast), _given(cast)
    _answer(cast, asked.advice, "not")
    answer = asked.advice.steps.get(kind="answered")
    _remove(cast, own)
    _remove(cast, asked)
    _remove(cast, answer, LEADER)
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
        page = _read(browser(cast.person(RESIDENT)), _page(cast, "advice", asked.advice_id))
        assert "Weggehaald op" in page
        assert "terug/" not in page
        with pytest.raises(Refused, match="gewist"):
            services.restore_step(step=asked, by=cast.members[RESIDENT])
        assert erase_removed(today) == []


def test_the_audit_trail_keeps_no_word_of_an_advice(cast: Cast) -> None:
    step = _volunteered(cast)
    _correct(cast, step, title="De buren van boven")
    step.refresh_from_db()
    _remove(cast, step)
    services.restore_step(step=step, by=cast.members[RESIDENT])
    told = "\n".join(f"{entry.act} {entry.subject}" for entry in AuditEntry.objects.all())
    for words in (SECRET, "Lawaai", "De buren van boven", "onrustig"):
        assert words not in told
    for act in ("advice given", "advice corrected", "advice removed", "advice restored"):
        assert act in told


def test_taking_away_twice_changes_nothing(cast: Cast) -> None:
    step = _given(cast)
    _remove(cast, step)
    first = step.removed_at
    _remove(cast, step, LEADER)
    assert (step.removed_at, step.removed_by_team) == (first, False)


def test_what_is_taken_away_is_not_corrected(cast: Cast, browser: Browser) -> None:
    step = _given(cast)
    _remove(cast, step)
    with pytest.raises(Refused, match="weggehaald"):
        _correct(cast, step)
    address = _page(cast, "advice_step", step.advice_id, step.pk)
    assert SECRET not in _read(browser(cast.person(RESIDENT)), address)


def test_a_long_trail_asks_no_more_queries(cast: Cast, browser: Browser) -> None:
    seat = _seat(cast, cast.members[RESIDENT])
    step, client = _given(cast, seat=seat), browser(cast.person(RESIDENT))
    pages = [_page(cast, "advice", step.advice_id), _page(cast, "advices")]
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
