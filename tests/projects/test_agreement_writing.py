"""Writing the text of an agreement: open places, the editor, what is refused, and two people at once."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from projects.agreements.gaps import by_heading, gaps_of
from projects.agreements.starting import starting_text
from projects.models import (
    AgreementKind,
    AgreementVersion,
    Concern,
    InfluenceSubject,
    OrganisationKind,
    Person,
    Role,
)
from projects.services import agreements as services
from projects.services.residentgroup.group import group_for
from tests.cast import Cast
from tests.projects.agreements import LEADER, link, make_partner, read, write

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


OPEN = "Op [nog invullen: dag].\n\n## Wie\n\n[nog invullen: organisatie]\n\n### Weer\n\n- [nog invullen: dag]"


def test_open_places_stand_under_their_heading_and_lead_to_the_spot(cast: Cast, browser: Browser) -> None:
    lines = by_heading(gaps_of(OPEN))
    assert [(under, [gap.what for gap in gaps]) for under, gaps in lines] == [
        ("", ["dag"]),
        ("Wie", ["organisatie"]),
        ("Weer", ["dag"]),
    ]
    make_partner(cast, "Welzijn")
    write(cast, text=OPEN)
    client = browser(cast.person(LEADER))
    text = link(cast, "agreement_version", 1)
    for name, place in (("agreement_edit", text), ("agreement_send", text), ("agreement", "")):
        html = read(client, link(cast, name))
        assert f'<strong>Weer:</strong> <a href="{place}#plek-3" data-what="dag" data-nth="2">dag</a>' in html
        assert "3 plekken" in html
    html = read(client, text)
    assert '<mark class="gap" id="plek-3">[nog invullen: dag]</mark>' in html


def test_every_open_place_says_of_what_it_is(cast: Cast) -> None:
    for kind in AgreementKind:
        for gap in gaps_of(starting_text(cast.project, kind)):
            assert gap.what not in {"datum", "wie", "rol", "aantal", "maand en jaar"}, kind
            assert gap.under, kind


def test_what_residents_decide_about_stands_in_the_vision(cast: Cast) -> None:
    group = group_for(cast.project)
    for name, level in (("Keuken en bad", "decide"), ("WMO-loket", "think"), ("De huur", "none")):
        InfluenceSubject.objects.create(group=group, name=name, level=level, reason="Dat is zo")
    text = starting_text(cast.project, AgreementKind.VISION)
    assert "Bewoners beslissen mee over: keuken en bad. Ze denken mee over: WMO-loket." in text
    assert "zeggen we dat vooraf: de huur." in text


def test_the_privacy_plan_has_an_open_place_for_every_corner_that_lacks(cast: Cast) -> None:
    make_partner(cast, "Gemeente Spoordam", OrganisationKind.MUNICIPALITY)
    make_partner(cast, "Welzijn Het Perron")
    lacks = [gap.what for gap in gaps_of(starting_text(cast.project, AgreementKind.PRIVACY))]
    assert [what for what in lacks if what.startswith("welke")] == [
        "welke woningcorporatie meedoet, met een vaste contactpersoon",
        "welke aannemer meedoet, met een vaste contactpersoon",
    ]


def test_concerns_stand_in_the_order_of_their_own_page(cast: Cast) -> None:
    _before, text = starting_text(cast.project, AgreementKind.PRIVACY).lower().split("de routes staan vast")
    places = [text.index(str(concern.label)) for concern in (Concern.SAFETY_DANGER, Concern.CARE_MONEY)]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("state", "said", "unsaid"),
    [
        ("asked", "staan nog op ‘gevraagd’", "Schrijf eerst op welke organisaties"),
        ("stopped", "Schrijf eerst op welke organisaties", "gevraagd’"),
    ],
)
def test_the_send_page_says_why_nobody_can_be_asked(
    cast: Cast, browser: Browser, state: str, said: str, unsaid: str
) -> None:
    for name in ("Welzijn", "Gemeente"):
        make_partner(cast, name)
    cast.project.partnerships.update(state=state)
    write(cast)
    html = read(browser(cast.person(LEADER)), link(cast, "agreement_send"))
    assert said in html and unsaid not in html
    assert reverse("projects:partners", args=[cast.project.slug]) in html.partition('class="empty"')[2]


def test_open_places_are_counted_before_sending_and_must_be_accepted(cast: Cast, browser: Browser) -> None:
    partner = make_partner(cast, "Welzijn")
    write(cast, text="Wij bellen [nog invullen: nummer] op [nog invullen: dag].")
    client, page = browser(cast.person(LEADER)), link(cast, "agreement_send")
    assert "Er zijn nog 2 plekken open" in read(client, page)
    refused = client.post(page, {"partners": [partner.pk]}).content.decode()
    assert "Vul de open plekken in" in refused
    client.post(page, {"partners": [partner.pk], "despite_gaps": "on"})
    assert AgreementVersion.objects.get().is_sent


def test_the_editor_hands_over_html_and_markdown_is_kept(cast: Cast, browser: Browser) -> None:
    write(cast)
    client, page = browser(cast.person(LEADER)), link(cast, "agreement_edit")
    client.post(
        page, {"html": "<h2>Kop</h2><p>Met <strong>vet</strong> en<br>regel</p><ul><li>een</li></ul>"}
    )
    assert AgreementVersion.objects.get().text == "## Kop\n\nMet **vet** en\\\nregel\n\n- een"


@pytest.mark.parametrize(
    "typed",
    [{"html": "<p>tekst <img src='https://x.example/a.png'></p>"}, {"text": "![x](https://x.example/a.png)"}],
)
def test_an_image_is_refused_and_the_words_stay(cast: Cast, browser: Browser, typed: dict[str, str]) -> None:
    write(cast)
    answer = browser(cast.person(LEADER)).post(link(cast, "agreement_edit"), typed).content.decode()
    assert (
        "Een afbeelding kan hier niet in" in answer and "x.example/a.png" not in answer.split("<textarea")[0]
    )
    assert AgreementVersion.objects.get().text == "## Kop\n\nEen tekst."


@pytest.mark.parametrize("typed", [{"text": " "}, {"text": "x" * 30_001}, {"html": "<p></p>"}])
def test_a_text_that_is_empty_or_too_long_is_refused_in_words(
    cast: Cast, browser: Browser, typed: dict[str, str]
) -> None:
    write(cast)
    answer = browser(cast.person(LEADER)).post(link(cast, "agreement_edit"), typed)
    assert answer.status_code == 200 and 'aria-invalid="true"' in answer.content.decode()


def test_two_people_in_one_concept_lose_nothing(cast: Cast, browser: Browser) -> None:
    version = write(cast, text="De eerste zin.")
    leader = browser(cast.person(LEADER))
    page = link(cast, "agreement_edit")
    window = leader.get(page).context["form"].window
    services.save_text(
        version=version, by=cast.person(Role.ADMINISTRATOR), text="De eerste zin van Ans.", summary=""
    )
    answer = leader.post(page, {"text": "De eerste zin van Mila.", "window": str(window)})
    assert "Dit is intussen ook ergens anders gewijzigd" in answer.content.decode()
    assert "De eerste zin van Mila." in answer.content.decode() and "Ans." in answer.content.decode()
    version.refresh_from_db()
    assert version.text == "De eerste zin van Ans."
    again = {"text": "De eerste zin van Mila en Ans.", "compared": str(answer.context["form"].compared)}
    leader.post(page, again)
    version.refresh_from_db()
    assert version.text == "De eerste zin van Mila en Ans."
