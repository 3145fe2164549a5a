"""Agreements (V4): a text from a template, versions, asking partners, what they say and coming in force."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from msa import registry
from msa.models import AuditEntry
from msa.sharing import Shared
from projects.agreements.copying import AGREEMENTS
from projects.agreements.starting import gaps_in, grouped, starting_text
from projects.models import AgreementKind, AgreementVersion, Person, Phase, Role
from projects.services import Refused, agreeing
from projects.services import agreements as services
from projects.services.partners import stop_partner
from projects.tasks import send_agreement
from tests.cast import Cast
from tests.projects.agreements import (
    LEADER,
    PARTNER,
    PRIVACY,
    RESIDENT,
    in_force,
    make_member,
    make_partner,
    say,
    send,
    write,
)
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def _page(cast: Cast, name: str, *arguments: object, kind: AgreementKind | None = PRIVACY) -> str:
    first = [kind.slug] if kind else []
    return reverse(f"projects:{name}", args=[cast.project.slug, *first, *arguments])


def _read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("kind", AgreementKind)
def test_a_text_starts_from_the_facts_of_the_project_and_shows_what_lacks(
    cast: Cast, kind: AgreementKind
) -> None:
    make_partner(cast, "Welzijn *Het* Perron")
    text = starting_text(cast.project, kind)
    assert cast.project.neighbourhood in text
    assert "Welzijn \\*Het\\* Perron" in text
    assert gaps_in(text)
    assert "{{" not in text and "{%" not in text
    assert len(text.split()) > 350


def test_the_privacy_plan_covers_what_it_has_to(cast: Cast) -> None:
    text = starting_text(cast.project, PRIVACY)
    for word in (
        "BSN", "Twee registers", "grond", "ziet", "samen verantwoordelijk", "DPIA", "verwerkersovereenkomst",
        "bewaren", "ontvangstcode", "72 uur", "meldcode", "aanmeldteam", "3 maanden na het einde",
    ):  # fmt: skip
        assert word in text, word


def test_a_fact_that_looks_like_markup_stays_words(cast: Cast) -> None:
    cast.project.contact = "[klik](https://kwaad.example) <b>vet</b> # kop"
    cast.project.save()
    version = services.start_version(project=cast.project, by=cast.person(LEADER), kind=PRIVACY)
    assert "<b>vet</b> # kop" in version.text


def test_beginning_twice_goes_on_with_the_same_concept(cast: Cast) -> None:
    first = write(cast)
    again = services.start_version(project=cast.project, by=cast.person(LEADER), kind=PRIVACY)
    assert again == first and AgreementVersion.objects.count() == 1


def test_a_version_that_was_sent_never_changes(cast: Cast) -> None:
    version = write(cast)
    send(cast, version, make_partner(cast, "Welzijn Het Perron"))
    for refused in (
        lambda: services.save_text(version=version, by=cast.person(LEADER), text="Anders", summary=""),
        lambda: services.discard_version(version=version, by=cast.person(LEADER)),
    ):
        with pytest.raises(Refused):
            refused()
    version.refresh_from_db()
    assert version.text == "## Kop\n\nEen tekst."


def test_one_agreement_has_one_concept_also_in_the_database(cast: Cast) -> None:
    version = write(cast)
    with pytest.raises(IntegrityError):
        AgreementVersion.objects.create(
            agreement=version.agreement, number=2, text="x", made_on=date(2026, 5, 1)
        )


def test_it_holds_as_soon_as_everybody_who_was_asked_agreed(cast: Cast) -> None:
    version = write(cast)
    first, second = send(cast, version, make_partner(cast, "Welzijn"), make_partner(cast, "Aannemer"))
    assert not say(cast, first)
    assert not say(cast, second, "remark", "De termijn klopt niet.")
    assert say(cast, second)
    version.refresh_from_db()
    assert version.in_force and not version.because
    with pytest.raises(Refused):
        say(cast, first, "remark", "Toch niet.")


def test_a_partner_that_stopped_no_longer_holds_it_up(cast: Cast) -> None:
    version = write(cast)
    stopping = make_partner(cast, "Aannemer")
    first, _second = send(cast, version, make_partner(cast, "Welzijn"), stopping)
    stop_partner(partnership=stopping, by=cast.person(LEADER))
    assert say(cast, first)


def test_the_leader_lets_it_hold_without_everybody_only_with_a_reason(cast: Cast) -> None:
    version = write(cast)
    send(cast, version, make_partner(cast, "Welzijn"))
    with pytest.raises(Refused):
        agreeing.decide(version=version, by=cast.person(LEADER), because=" ")
    agreeing.decide(version=version, by=cast.person(LEADER), because="De bezoeken beginnen maandag.")
    version.refresh_from_db()
    assert version.in_force and version.because == "De bezoeken beginnen maandag."


def test_a_new_version_replaces_the_old_one_only_when_it_holds_itself(cast: Cast) -> None:
    old = in_force(cast)
    new = write(cast, text="Een betere tekst.")
    given = send(cast, new, cast.project.partnerships.get())[0]
    old.refresh_from_db()
    assert old.in_force
    say(cast, given)
    old.refresh_from_db()
    assert (old.state, new.number) == ("replaced", 2)


def test_sending_again_after_remarks_takes_the_place_of_what_was_out(cast: Cast) -> None:
    first = write(cast)
    partner = make_partner(cast, "Welzijn")
    say(cast, send(cast, first, partner)[0], "remark", "Te lang.")
    second = write(cast, text="Korter.")
    send(cast, second, partner)
    first.refresh_from_db()
    assert (first.state, second.state) == ("replaced", "sent")


def test_nobody_and_who_does_not_take_part_cannot_be_asked(cast: Cast, outsiders: Cast) -> None:
    version, stranger = write(cast), make_partner(outsiders, "Welzijn elders")
    for partners in ([], [stranger]):
        with pytest.raises(Refused):
            agreeing.send_version(version=version, by=cast.person(LEADER), partners=partners)


def test_the_contact_person_or_else_every_colleague_gets_a_mail(cast: Cast, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with_contact, with_people = make_partner(cast, "Welzijn"), make_partner(cast, "Wijkteam")
    alone = make_partner(cast, "Gemeente")
    contact = make_member(cast, with_contact)
    with_contact.contact, with_contact.contact_name = contact, ""
    with_contact.save()
    make_member(cast, with_contact, Role.COMMUNITY_WORKER)
    colleague = make_member(cast, with_people)
    for given in send(cast, write(cast), with_contact, with_people, alone):
        send_agreement(given.pk)
    assert {message.to[0] for message in mail.outbox} == {contact.person.email, colleague.person.email}
    assert "/afspraken/privacyplan/versie/1/" in str(mail.outbox[0].body)


def test_who_answered_in_the_meantime_gets_no_mail(cast: Cast, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    partner = make_partner(cast, "Wijkteam")
    make_member(cast, partner)
    given = send(cast, write(cast), partner, make_partner(cast, "Welzijn"))[0]
    say(cast, given, "remark", "Te lang.")
    send_agreement(given.pk)
    send_agreement(0)
    assert mail.outbox == []


def test_a_partner_reads_it_on_vandaag_agrees_and_it_holds(cast: Cast, browser: Browser) -> None:
    partner = make_partner(cast, "Wijkteam")
    member = make_member(cast, partner)
    given = send(cast, write(cast), partner)[0]
    client = browser(member.person)
    assert "Lees en geef akkoord: privacyplan" in _read(client, reverse("today"))
    assert "Wat zegt Wijkteam?" in _read(client, _page(cast, "agreement_version", 1))
    answer = client.post(_page(cast, "agreement_answer", 1, given.pk), {"state": "agreed"}, follow=True)
    assert "Iedereen is akkoord" in answer.content.decode()
    assert "Lees en geef akkoord" not in _read(client, reverse("today"))
    given.refresh_from_db()
    assert (given.by, given.said_by, given.who) == (member.person, "", str(member.person))


def test_a_partner_cannot_answer_for_another(cast: Cast, browser: Browser) -> None:
    first, second = make_partner(cast, "Wijkteam"), make_partner(cast, "Welzijn")
    member = make_member(cast, first)
    _own, other = send(cast, write(cast), first, second)
    answer = browser(member.person).post(_page(cast, "agreement_answer", 1, other.pk), {"state": "agreed"})
    other.refresh_from_db()
    assert answer.status_code == 403 and other.waiting


def test_the_leader_notes_who_said_what_elsewhere(cast: Cast, browser: Browser) -> None:
    given = send(cast, write(cast), make_partner(cast, "Gemeente"), make_partner(cast, "Welzijn"))[0]
    client, page = browser(cast.person(LEADER)), _page(cast, "agreement_answer", 1, given.pk)
    tomorrow = timezone.localdate() + timedelta(days=1)
    refused = client.post(page, {"state": "remark", "said_by": "Wil", "how": "", "on": str(tomorrow)})
    text = refused.content.decode()
    assert "Die dag moet nog komen." in text and "Schrijf op wat er anders moet." in text
    fields = {"state": "agreed", "said_by": "Wil, wethouder", "how": "telefoon", "on": "2026-05-01"}
    client.post(page, fields)
    given.refresh_from_db()
    assert (given.state, given.said_by, given.how, given.on) == (
        "agreed", "Wil, wethouder", "telefoon", date(2026, 5, 1),
    )  # fmt: skip
    assert AuditEntry.objects.filter(act="agreement answered", person=cast.person(LEADER)).exists()


@pytest.mark.parametrize(
    ("said", "said_by", "wanted"),
    [("", "", []), ("agreed", "", []), ("remark", "Wil", ["remark"]), ("agreed", "Wil", ["agreed"])],
    ids=["no answer", "the partner itself", "a remark noted", "a yes noted"],
)
def test_noting_chooses_nothing_beforehand_that_was_not_noted_before(
    cast: Cast, browser: Browser, said: str, said_by: str, wanted: list[str]
) -> None:
    given = send(cast, write(cast), make_partner(cast, "Gemeente"), make_partner(cast, "Welzijn"))[0]
    if said:
        say(cast, given, said, "Te lang.", said_by=said_by)
    html = _read(browser(cast.person(LEADER)), _page(cast, "agreement_answer", 1, given.pk))
    radios = re.findall(r'<input type="radio"[^>]*>', html)
    chosen = [re.findall(r'value="(\w*)"', radio)[0] for radio in radios if "checked" in radio]
    assert (len(radios), chosen) == (2, wanted)
    assert ("Het antwoord nu:" in html) == bool(said)


def test_a_remark_comes_up_for_the_leader_and_a_second_answer_takes_its_place(
    cast: Cast, browser: Browser
) -> None:
    given = send(cast, write(cast), make_partner(cast, "Gemeente"), make_partner(cast, "Welzijn"))[0]
    say(cast, given, "remark", "Te lang.")
    leader = browser(cast.person(LEADER))
    assert "Opmerking bij het privacyplan" in _read(leader, reverse("today"))
    say(cast, given)
    assert "Opmerking bij het privacyplan" not in _read(leader, reverse("today"))


@pytest.mark.parametrize(
    ("role", "readable"),
    [
        (RESIDENT, {"in_force"}),
        (PARTNER, {"in_force", "sent"}),
        (Role.CONTRACTOR_SOCIAL, {"in_force", "sent", "concept"}),
    ],
)
def test_residents_read_what_holds_partners_what_was_sent_and_the_team_concepts(
    cast: Cast, browser: Browser, role: str, readable: set[str]
) -> None:
    in_force(cast, text="Dit geldt nu.")
    sent = write(cast, text="Dit ligt voor.")
    given = send(cast, sent, cast.project.partnerships.get())[0]
    say(cast, given, "remark", "Een opmerking binnenskamers.")
    write(cast, text="Dit is een concept.")
    client = browser(cast.person(role))
    numbers = {"in_force": 1, "sent": 2, "concept": 3}
    for state, number in numbers.items():
        wanted = 200 if state in readable else 404
        for page in (_page(cast, "agreement_version", number), _page(cast, "agreement_file", number, "word")):
            assert client.get(page).status_code == wanted, (state, page)
    if role == RESIDENT:
        pages = _read(client, _page(cast, "agreements", kind=None)) + _read(client, _page(cast, "agreement"))
        assert "binnenskamers" not in pages and "concept" not in pages and "ligt bij" not in pages


def test_equal_gaps_are_one_line_with_how_often(cast: Cast, browser: Browser) -> None:
    text = "[nog invullen: dag] [nog invullen: organisatie] [nog invullen: dag] [nog invullen: dag]"
    assert grouped(gaps_in(text)) == [("dag", 3), ("organisatie", 1)]
    make_partner(cast, "Welzijn")
    write(cast, text=text)
    client = browser(cast.person(LEADER))
    for name in ("agreement_edit", "agreement_send"):
        html = _read(client, _page(cast, name))
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
    html = _read(browser(cast.person(LEADER)), _page(cast, "agreement_send"))
    assert said in html and unsaid not in html
    assert reverse("projects:partners", args=[cast.project.slug]) in html.partition('class="empty"')[2]


def test_open_places_are_counted_before_sending_and_must_be_accepted(cast: Cast, browser: Browser) -> None:
    partner = make_partner(cast, "Welzijn")
    write(cast, text="Wij bellen [nog invullen: nummer] op [nog invullen: dag].")
    client, page = browser(cast.person(LEADER)), _page(cast, "agreement_send")
    assert "Er zijn nog 2 plekken open" in _read(client, page)
    refused = client.post(page, {"partners": [partner.pk]}).content.decode()
    assert "Vul de open plekken in" in refused
    client.post(page, {"partners": [partner.pk], "despite_gaps": "on"})
    assert AgreementVersion.objects.get().is_sent


def test_the_editor_hands_over_html_and_markdown_is_kept(cast: Cast, browser: Browser) -> None:
    write(cast)
    client, page = browser(cast.person(LEADER)), _page(cast, "agreement_edit")
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
    answer = browser(cast.person(LEADER)).post(_page(cast, "agreement_edit"), typed).content.decode()
    assert (
        "Een afbeelding kan hier niet in" in answer and "x.example/a.png" not in answer.split("<textarea")[0]
    )
    assert AgreementVersion.objects.get().text == "## Kop\n\nEen tekst."


@pytest.mark.parametrize("typed", [{"text": " "}, {"text": "x" * 30_001}, {"html": "<p></p>"}])
def test_a_text_that_is_empty_or_too_long_is_refused_in_words(
    cast: Cast, browser: Browser, typed: dict[str, str]
) -> None:
    write(cast)
    answer = browser(cast.person(LEADER)).post(_page(cast, "agreement_edit"), typed)
    assert answer.status_code == 200 and 'aria-invalid="true"' in answer.content.decode()


def test_two_people_in_one_concept_lose_nothing(cast: Cast, browser: Browser) -> None:
    version = write(cast, text="De eerste zin.")
    leader = browser(cast.person(LEADER))
    page = _page(cast, "agreement_edit")
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


def test_the_difference_says_in_words_and_numbers_what_changed(cast: Cast, browser: Browser) -> None:
    in_force(cast, text="We bellen binnen vijf dagen terug.")
    send(cast, write(cast, text="We bellen binnen twee dagen terug."), cast.project.partnerships.get())
    text = _read(browser(cast.person(PARTNER)), _page(cast, "agreement_difference", 2))
    assert "1 woord erbij en 1 woord eruit, in 1 alinea." in text
    assert "[toegevoegd: </span>twee" in text and "[weggehaald: </span>vijf" in text


def test_the_phase_board_wants_a_privacy_plan_and_advises_the_others(cast: Cast) -> None:
    part = next(part for part in registry.requirements if part.name == "agreements")
    before = {one.key: one for one in part.call(cast.project, Shared())}
    assert before["agreement-privacy"].blocks and not before["agreement-privacy"].met
    assert [one.key for one in before.values() if one.blocks] == ["agreement-privacy"]
    assert all(one.phase == Phase.HOUSE_VISITS and one.reason for one in before.values())
    in_force(cast)
    after = {one.key: one for one in part.call(cast.project, Shared())}
    assert after["agreement-privacy"].met and not after["agreement-privacy"].reason


def test_a_set_up_takes_over_which_texts_there_are_and_no_word_of_them(cast: Cast, outsiders: Cast) -> None:
    in_force(cast, text="Bel gerust. Bewoners zeiden dat het tocht. Functionaris: Wil Kruiswissel.")
    part = next(part for part in registry.setup if part.name == "agreements")
    assert "privacyplan" in part.call(cast.project, outsiders.project, outsiders.person(LEADER))
    made = AgreementVersion.objects.get(agreement__project=outsiders.project)
    assert made.is_concept and not made.answers.exists()
    assert made.text == starting_text(outsiders.project, PRIVACY) and gaps_in(made.text)
    for gone in ("Bel gerust", "tocht", "Kruiswissel", "Spoorbuurt"):
        assert gone not in made.text
    assert part.call(cast.project, outsiders.project, outsiders.person(LEADER)) == ""


def test_what_was_thrown_away_is_not_taken_over(cast: Cast, outsiders: Cast) -> None:
    services.discard_version(version=write(cast), by=cast.person(LEADER))
    assert AGREEMENTS.holds(cast.project) == ""
    assert AGREEMENTS.copy(cast.project, outsiders.project, outsiders.person(LEADER)) == ""


def test_the_list_asks_as_much_with_many_versions_as_with_one(cast: Cast, browser: Browser) -> None:
    in_force(cast)
    client = browser(cast.person(LEADER))
    pages = [_page(cast, "agreements", kind=None), _page(cast, "agreement"), reverse("today")]
    few = [count_queries(client, page) for page in pages]
    agreement = cast.project.agreements.get()
    AgreementVersion.objects.bulk_create(
        AgreementVersion(
            agreement=agreement, number=number, text="x", state="replaced", made_on=date(2026, 5, 1),
            replaced_on=date(2026, 5, 1),
        )
        for number in range(2, 202)
    )  # fmt: skip
    assert [count_queries(client, page) for page in pages] == few


def test_an_older_window_never_writes_over_an_answer(cast: Cast, browser: Browser) -> None:
    partner = make_partner(cast, "Wijkteam")
    member = make_member(cast, partner)
    given = send(cast, write(cast), partner, make_partner(cast, "Gemeente"))[0]
    client, page = browser(member.person), _page(cast, "agreement_answer", 1, given.pk)
    old = given.stamp
    client.post(page, {"state": "remark", "text": "De termijn is te lang.", "seen": old})
    shown = client.post(page, {"state": "agreed", "seen": old}).content.decode()
    given.refresh_from_db()
    assert (given.state, given.text) == ("remark", "De termijn is te lang.")
    assert "Intussen antwoordde" in shown and "De termijn is te lang." in shown
    client.post(page, {"state": "agreed", "seen": given.stamp})
    given.refresh_from_db()
    assert given.agreed
