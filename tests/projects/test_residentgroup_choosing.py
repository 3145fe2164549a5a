"""What is chosen with an advice: on whose behalf, and about what there is something to choose (V7)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from projects.models import Advice, AdviceStep, InfluenceSubject, Person, Role, Seat
from projects.services import residentgroup as services
from projects.services.refusing import Refused
from projects.services.residentgroup.advice import Words
from tests.cast import Cast

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
RESIDENT, LEADER = Role.RESIDENT_GROUP, Role.PROJECT_LEADER
NOTHING = "Op ‘De huur’ hebben bewoners geen invloed: Daar gelden regels voor."


def _page(cast: Cast, name: str, *arguments: Any) -> str:
    return reverse(f"projects:resident_{name}", args=[cast.project.slug, *arguments])


def _subject(cast: Cast, name: str = "De huur", level: str = "none") -> InfluenceSubject:
    fields = {"name": name, "level": level, "reason": "Daar gelden regels voor"}
    return services.write_subject(project=cast.project, by=cast.person(LEADER), fields=fields)


def _ask(cast: Cast, subject: InfluenceSubject | None = None) -> Advice:
    fields = {"title": "De folder", "subject": subject, "meeting": None, "due_on": None}
    by = cast.person(LEADER)
    return services.ask_advice(project=cast.project, by=by, fields=fields, question="Is het duidelijk?")


def _seat(cast: Cast, role: str | None = None) -> Seat:
    member = cast.members[role] if role else None
    fields = {"perspective": "ouder", "voices": [], "filled": True, "member": member}
    return services.write_seat(project=cast.project, by=cast.person(LEADER), fields=fields)


# about what


def test_a_subject_without_influence_is_not_offered_and_refused_with_its_reason(
    cast: Cast, browser: Browser
) -> None:
    none, think = _subject(cast), _subject(cast, "De planning", "think")
    client, address = browser(cast.person(LEADER)), _page(cast, "advice_ask")
    offered = client.get(address).content.decode()
    assert f'<option value="{think.pk}">' in offered
    assert f'<option value="{none.pk}">' not in offered
    data = {"title": "De huur", "question": "Wat vindt u ervan?", "subject": none.pk}
    page = client.post(address, data)
    assert NOTHING in str(page.context["form"].errors["subject"])
    assert "Wat vindt u ervan?" in page.content.decode()
    client.post(address, data | {"subject": think.pk})
    assert Advice.objects.get().subject == think


def test_the_service_asks_nothing_about_what_cannot_be_chosen(cast: Cast) -> None:
    with pytest.raises(Refused, match="geen invloed"):
        _ask(cast, _subject(cast))
    assert not Advice.objects.exists()


def test_a_question_does_not_move_to_a_subject_without_influence(cast: Cast, browser: Browser) -> None:
    advice, none = _ask(cast), _subject(cast)
    client, address = browser(cast.person(LEADER)), _page(cast, "advice_head", advice.pk)
    page = client.post(address, {"title": "De folder", "subject": none.pk})
    assert NOTHING in str(page.context["form"].errors["subject"])
    with pytest.raises(Refused, match="geen invloed"):
        services.correct_head(advice=advice, by=cast.person(LEADER), fields={"subject": none})


def test_what_stood_there_before_the_influence_went_stays_but_is_not_asked_again(
    cast: Cast, browser: Browser
) -> None:
    subject = _subject(cast, level="think")
    advice, by = _ask(cast, subject), cast.person(LEADER)
    InfluenceSubject.objects.update(level="none")
    address = _page(cast, "advice_head", advice.pk)
    browser(by).post(address, {"title": "De brief", "subject": subject.pk})
    advice = Advice.objects.get()
    assert (advice.title, advice.subject) == ("De brief", subject)
    services.move_advice(advice=advice, by=by, to="withdrawn", words=Words("Het kan niet meer."))
    with pytest.raises(Refused, match="geen invloed"):
        services.move_advice(advice=advice, by=by, to="asked", words=Words("En nu?"))


def test_what_the_group_brings_up_itself_may_be_about_anything(cast: Cast, browser: Browser) -> None:
    none = _subject(cast)
    member = cast.members[RESIDENT]
    advice = services.volunteer_advice(project=cast.project, by=member, title="Huur", text="Te duur.")
    address = _page(cast, "advice_head", advice.pk)
    browser(cast.person(LEADER)).post(address, {"title": "De huur", "subject": none.pk})
    assert Advice.objects.get().subject == none


# on whose behalf


@pytest.mark.parametrize("role", [RESIDENT, LEADER])
def test_on_whose_behalf_one_writes_is_chosen_and_never_preset(
    cast: Cast, browser: Browser, role: str
) -> None:
    seat, client, address = _seat(cast, RESIDENT), browser(cast.person(role)), _page(cast, "advice_volunteer")
    form = client.get(address).context["form"]
    assert not form["seat"].value()
    assert "checked" not in str(form["seat"])
    page = client.post(address, {"title": "Lawaai", "text": "Het is laat druk."})
    assert "Kies namens wie dit is." in str(page.context["form"].errors["seat"])
    assert "Het is laat druk." in page.content.decode()
    assert not AdviceStep.objects.exists()
    for chosen, kept in (("groep", None), (seat.pk, seat)):
        client.post(address, {"title": "Lawaai", "text": "Het is laat druk.", "seat": chosen})
        assert AdviceStep.objects.latest("pk").seat == kept


@pytest.mark.parametrize("name", ["advice_give", "advice_remark", "advice_add"])
def test_nothing_is_said_on_a_trail_without_saying_on_whose_behalf(
    cast: Cast, browser: Browser, name: str
) -> None:
    _seat(cast, RESIDENT)
    advice = _ask(cast)
    page = browser(cast.person(RESIDENT)).post(_page(cast, name, advice.pk), {"text": "Korter."})
    assert "seat" in page.context["form"].errors
    assert AdviceStep.objects.count() == 1


def test_who_has_no_seat_is_not_asked_on_whose_behalf(cast: Cast, browser: Browser) -> None:
    _seat(cast)
    advice = _ask(cast)
    browser(cast.person(RESIDENT)).post(_page(cast, "advice_give", advice.pk), {"text": "Korter."})
    assert AdviceStep.objects.latest("pk").text == "Korter."


@pytest.mark.parametrize(
    ("role", "title"),
    [(RESIDENT, "Zelf een advies geven"), (LEADER, "Een advies van de groep opschrijven")],
)
def test_the_page_says_whose_advice_it_is(cast: Cast, browser: Browser, role: str, title: str) -> None:
    assert title in browser(cast.person(role)).get(_page(cast, "advice_volunteer")).content.decode()


def test_the_voices_of_a_seat_are_read_apart(cast: Cast, browser: Browser) -> None:
    """'Ouders met jonge kinderen en vrouwen' would be one group."""
    fields = {"perspective": "ouder", "voices": ["women", "parents"], "filled": True, "member": None}
    services.write_seat(project=cast.project, by=cast.person(LEADER), fields=fields)
    page = browser(cast.person(RESIDENT)).get(_page(cast, "seats")).content.decode()
    assert "vrouwen" in page
    assert "kinderen en vrouwen" not in page
    assert " · " in page.split("Brengt deze stemmen mee: ")[1].split("<")[0]
