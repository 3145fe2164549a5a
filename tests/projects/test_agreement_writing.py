"""Writing the text of an agreement: open places, the editor, what is refused, and two people at once."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from projects.agreements.starting import gaps_in, grouped
from projects.models import AgreementVersion, Person, Role
from projects.services import agreements as services
from tests.cast import Cast
from tests.projects.agreements import LEADER, link, make_partner, read, write

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def test_equal_gaps_are_one_line_with_how_often(cast: Cast, browser: Browser) -> None:
    text = "[nog invullen: dag] [nog invullen: organisatie] [nog invullen: dag] [nog invullen: dag]"
    assert grouped(gaps_in(text)) == [("dag", 3), ("organisatie", 1)]
    make_partner(cast, "Welzijn")
    write(cast, text=text)
    client = browser(cast.person(LEADER))
    for name in ("agreement_edit", "agreement_send"):
        html = read(client, link(cast, name))
        assert "<li>dag (3 keer)</li><li>organisatie</li>" in html and "4 plekken" in html


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
    assert "Een collega heeft dit intussen ook gewijzigd" in answer.content.decode()
    assert "De eerste zin van Mila." in answer.content.decode() and "Ans." in answer.content.decode()
    version.refresh_from_db()
    assert version.text == "De eerste zin van Ans."
    again = {"text": "De eerste zin van Mila en Ans.", "window": str(answer.context["form"].window)}
    leader.post(page, again)
    version.refresh_from_db()
    assert version.text == "De eerste zin van Mila en Ans."
