"""An agreement is kept while it is written (V4): each save, the second window, the audit trail, who may."""

import json
import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from msa.models import AuditEntry
from projects.models import AgreementVersion, Person, Role
from projects.models.agreement import LONGEST_TEXT
from projects.services import agreements as services
from tests.cast import Cast
from tests.projects.agreements import LEADER, PARTNER, PRIVACY, RESIDENT, in_force, make_partner, send, write

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
BEGUN = "## Kop\n\nEen tekst.\n"


class Writing:
    """Somebody with the page of a concept open, which saves itself."""

    def __init__(self, client: Client, cast: Cast) -> None:
        self.client = client
        arguments = [cast.project.slug, PRIVACY.slug]
        self.page = reverse("projects:agreement_edit", args=arguments)
        self.address = reverse("projects:agreement_save", args=arguments)
        shown = client.get(self.page).content.decode()
        found = re.search(r'name="window" value="([^"]*)"', shown)
        assert found and f'data-save="{self.address}"' in shown
        self.window = found[1].replace("&quot;", '"')

    def save(self, html: str, **more: str) -> dict[str, str]:
        """Save by itself, as the browser does; the answer's window is the next one's."""
        answer = self.client.post(self.address, {"html": html, "window": self.window} | more)
        said: dict[str, str] = answer.json()
        self.window = said.get("window", self.window)
        return said


def _kept(cast: Cast) -> AgreementVersion:
    return AgreementVersion.objects.get(agreement__project=cast.project, state="concept")


def test_each_save_is_kept_and_says_when(cast: Cast, browser: Browser) -> None:
    write(cast)
    writing = Writing(browser(cast.person(LEADER)), cast)
    for text in ("Een", "Een twee", "Een twee drie"):
        said = writing.save(f"<p>{text}</p>")
        assert said["state"] == "saved" and re.fullmatch(r"\d\d\.\d\d uur", said["at"])
        assert _kept(cast).text.strip() == text


def test_a_save_that_is_still_under_way_is_not_taken_for_somebody_elses(cast: Cast, browser: Browser) -> None:
    write(cast)
    writing = Writing(browser(cast.person(LEADER)), cast)
    opened = writing.window
    writing.save("<p>Eerst</p>")
    writing.window = opened  # the answer was lost
    assert writing.save("<p>Eerst en daarna</p>")["state"] == "saved"
    assert _kept(cast).text.strip() == "Eerst en daarna"


def test_a_second_window_is_noticed_and_writes_nothing_over(cast: Cast, browser: Browser) -> None:
    write(cast)
    first = Writing(browser(cast.person(LEADER)), cast)
    second = Writing(browser(cast.person(LEADER)), cast)
    first.save("<p>Van de eerste</p>")
    said = second.save("<p>Van de tweede</p>")
    assert said["state"] == "conflict" and "in een ander venster" in said["message"]
    assert _kept(cast).text.strip() == "Van de eerste"
    assert first.save("<p>Van de eerste, verder</p>")["state"] == "saved"
    pressed = second.client.post(second.page, {"html": "<p>Van de tweede</p>", "window": second.window})
    shown = pressed.content.decode()
    assert "Wat intussen in een ander venster is bewaard" in shown and "Van de tweede" in shown
    hidden = _hidden(shown)
    said = second.client.post(second.address, {"html": "<p>Samen</p>"} | hidden).json()
    assert said["state"] == "conflict" and "Wacht tot je kiest" in said["message"]
    assert _kept(cast).text.strip() == "Van de eerste, verder"
    second.client.post(second.page, {"html": "<p>Samen</p>"} | hidden)
    assert _kept(cast).text.strip() == "Samen"
    assert first.save("<p>Weer de eerste</p>")["state"] == "conflict"


def test_who_compared_and_was_overtaken_once_more_compares_again(cast: Cast, browser: Browser) -> None:
    _shown, hidden = _compared(cast, browser)
    first = Writing(browser(cast.person(LEADER)), cast)
    first.save("<p>Nog iets van de eerste</p>")
    again = first.client.post(first.page, {"html": "<p>Van de tweede</p>"} | hidden).content.decode()
    assert "Nog iets" in again and _kept(cast).text.strip() == "Nog iets van de eerste"


def test_the_other_text_is_taken_over_and_ones_own_stays_in_view(cast: Cast, browser: Browser) -> None:
    shown, hidden = _compared(cast, browser)
    assert "Neem de tekst uit het andere venster over" in shown
    writing = Writing(browser(cast.person(LEADER)), cast)
    page = writing.client.post(writing.page, {"html": "<p>Van de tweede</p>", "go": "take"} | hidden)
    taken = page.content.decode()
    assert "Van de eerste" in taken.split("Wat jij had staan")[0]
    assert "Van de tweede" in taken.split("Wat jij had staan")[1]
    assert set(_hidden(taken)) == {"window"} and _kept(cast).text.strip() == "Van de eerste"
    answer = writing.client.post(writing.address, {"html": "<p>Van allebei</p>"} | _hidden(taken))
    assert answer.json()["state"] == "saved"


@pytest.mark.parametrize(("own", "told"), [(True, "Je hebt deze tekst"), (False, "heeft deze tekst")])
def test_it_says_whether_a_colleague_or_oneself_was_first(
    cast: Cast, browser: Browser, own: bool, told: str
) -> None:
    write(cast)
    writing = Writing(browser(cast.person(LEADER)), cast)
    by = cast.person(LEADER if own else Role.ADMINISTRATOR)
    services.save_text(version=_kept(cast), by=by, text="Eerder", summary="", window="x")
    said = writing.save("<p>Later</p>")["message"]
    assert told in said and (own or str(by) in said)


def _compared(cast: Cast, browser: Browser) -> tuple[str, dict[str, str]]:
    """The page that shows two texts, and what its form sends along."""
    write(cast)
    second = Writing(browser(cast.person(LEADER)), cast)
    Writing(browser(cast.person(LEADER)), cast).save("<p>Van de eerste</p>")
    pressed = second.client.post(second.page, {"html": "<p>Van de tweede</p>", "window": second.window})
    shown = pressed.content.decode()
    return shown, _hidden(shown)


def _hidden(shown: str) -> dict[str, str]:
    found = re.findall(r'name="(window|compared)" value="([^"]*)"', shown)
    return {name: value.replace("&quot;", '"') for name, value in found}


def test_what_is_right_is_kept_beside_what_is_not(cast: Cast, browser: Browser) -> None:
    in_force(cast)
    write(cast)
    writing = Writing(browser(cast.person(LEADER)), cast)
    said = writing.save("<p>Goed</p>", summary="s" * 301)
    assert said["state"] == "partly" and "te lang" in said["message"]
    assert (_kept(cast).text.strip(), _kept(cast).summary) == ("Goed", "")
    assert writing.save("<p>Beter</p>", summary="Kort.")["state"] == "saved"
    assert (_kept(cast).text.strip(), _kept(cast).summary) == ("Beter", "Kort.")


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("", "Er staat nog niets"),
        ('<p>Kijk <img src="https://x.example/x.png"></p>', "afbeelding"),
        (f"<p>{'a' * (LONGEST_TEXT + 7)}</p>", "te lang"),
    ],
)
def test_what_cannot_be_kept_says_why_and_leaves_what_was_kept(
    cast: Cast, browser: Browser, html: str, told: str
) -> None:
    before = write(cast).text
    said = Writing(browser(cast.person(LEADER)), cast).save(html)
    assert said["state"] == "partly" and told in said["message"]
    assert _kept(cast).text == before


def test_a_sitting_is_one_line_in_the_audit_trail(cast: Cast, browser: Browser) -> None:
    write(cast)
    lines = AuditEntry.objects.filter(act="agreement written")
    before, client = lines.count(), browser(cast.person(LEADER))
    writing = Writing(client, cast)
    for number in range(5):
        writing.save(f"<p>Zin {number}</p>")
    client.post(writing.page, {"html": "<p>Zin 6</p>", "window": writing.window})
    assert lines.count() == before + 1
    Writing(client, cast).save("<p>De volgende dag</p>")
    assert lines.count() == before + 2


def test_a_concept_that_is_sent_or_gone_says_so_and_asks_to_copy(cast: Cast, browser: Browser) -> None:
    version = write(cast)
    writing = Writing(browser(cast.person(LEADER)), cast)
    send(cast, version, make_partner(cast, "Wijkteam"))
    answer = writing.client.post(writing.address, {"html": "<p>Te laat</p>", "window": writing.window})
    assert answer.status_code == 409 and answer.json()["state"] == "gone"
    assert "staat hier nog" in answer.json()["message"]
    version.refresh_from_db()
    assert "Te laat" not in version.text


@pytest.mark.parametrize("role", [PARTNER, RESIDENT, Role.HOUSING_OFFICER, Role.CONTRACTOR_SOCIAL])
def test_who_may_not_write_saves_nothing(cast: Cast, browser: Browser, role: Role) -> None:
    """P20: members without the right get 403, outsiders 404 and nobody is asked to sign in."""
    before = write(cast).text
    address = reverse("projects:agreement_save", args=[cast.project.slug, PRIVACY.slug])
    answer = browser(cast.person(role)).post(address, {"html": "<p>x</p>"})
    assert answer.status_code == 403
    assert _kept(cast).text == before


def test_outsiders_do_not_learn_that_it_exists(cast: Cast, outsiders: Cast, browser: Browser) -> None:
    before = write(cast).text
    address = reverse("projects:agreement_save", args=[cast.project.slug, PRIVACY.slug])
    assert browser(outsiders.person(LEADER)).post(address, {"html": "<p>x</p>"}).status_code == 404
    assert _kept(cast).text == before


@pytest.mark.parametrize("signed_in", [True, False])
def test_an_old_token_or_an_ended_session_keeps_nothing_and_is_no_json(
    cast: Cast, browser: Browser, signed_in: bool
) -> None:
    """The browser tells by this that it has to sign in again, or to take a new token."""
    before = write(cast).text
    client = Client(enforce_csrf_checks=signed_in)
    if signed_in:
        client.force_login(cast.person(LEADER))
    address = reverse("projects:agreement_save", args=[cast.project.slug, PRIVACY.slug])
    answer = client.post(address, {"html": "<p>x</p>"}, HTTP_ORIGIN="http://testserver")
    assert answer.status_code == 403 and "json" not in answer["Content-Type"]
    assert _kept(cast).text == before


@pytest.mark.parametrize("window", ["", "[]", "niets", json.dumps(["x" * 400, {}])])
def test_a_page_that_cannot_say_which_window_it_is_writes_all_it_sends(
    cast: Cast, browser: Browser, window: str
) -> None:
    write(cast)
    client = browser(cast.person(LEADER))
    address = reverse("projects:agreement_save", args=[cast.project.slug, PRIVACY.slug])
    said = client.post(address, {"html": "<p>Nieuw</p>", "window": window}).json()
    assert said["state"] == "saved" and _kept(cast).text.strip() == "Nieuw"


def test_the_service_remembers_which_window_wrote_what(cast: Cast) -> None:
    version, by = write(cast), cast.person(LEADER)
    services.save_text(version=version, by=by, text="Een", summary="", window="a")
    services.save_text(version=version, by=by, text="Een", summary="Anders", window="b")
    assert _kept(cast).writers == {"text": "a", "summary": "b", "by": {"text": by.pk, "summary": by.pk}}
