"""Asking partners to agree: the mail, who answers for whom, what is noted, and who reads what."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from msa.models import AuditEntry
from projects.documents.agreements import state_line
from projects.models import AgreementVersion, Person, Role
from projects.tasks import send_agreement
from tests.cast import Cast
from tests.projects.agreements import (
    LEADER,
    PARTNER,
    RESIDENT,
    in_force,
    link,
    make_member,
    make_partner,
    read,
    say,
    send,
    write,
)
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


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
    assert "Lees en geef akkoord: privacyplan" in read(client, reverse("today"))
    assert "Wat zegt Wijkteam?" in read(client, link(cast, "agreement_version", 1))
    answer = client.post(link(cast, "agreement_answer", 1, given.pk), {"state": "agreed"}, follow=True)
    assert "Iedereen is akkoord" in answer.content.decode()
    assert "Lees en geef akkoord" not in read(client, reverse("today"))
    given.refresh_from_db()
    assert (given.by, given.said_by, given.who) == (member.person, "", str(member.person))


def test_a_partner_cannot_answer_for_another(cast: Cast, browser: Browser) -> None:
    first, second = make_partner(cast, "Wijkteam"), make_partner(cast, "Welzijn")
    member = make_member(cast, first)
    _own, other = send(cast, write(cast), first, second)
    answer = browser(member.person).post(link(cast, "agreement_answer", 1, other.pk), {"state": "agreed"})
    other.refresh_from_db()
    assert answer.status_code == 403 and other.waiting


def test_the_leader_notes_who_said_what_elsewhere(cast: Cast, browser: Browser) -> None:
    given = send(cast, write(cast), make_partner(cast, "Gemeente"), make_partner(cast, "Welzijn"))[0]
    client, page = browser(cast.person(LEADER)), link(cast, "agreement_answer", 1, given.pk)
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
    html = read(browser(cast.person(LEADER)), link(cast, "agreement_answer", 1, given.pk))
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
    assert "Opmerking bij het privacyplan" in read(leader, reverse("today"))
    say(cast, given)
    assert "Opmerking bij het privacyplan" not in read(leader, reverse("today"))


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
        for page in (
            link(cast, "agreement_version", number),
            link(cast, "agreement_file", number, "word"),
        ):
            assert client.get(page).status_code == wanted, (state, page)
    if role == RESIDENT:
        pages = read(client, link(cast, "agreements", kind=None)) + read(client, link(cast, "agreement"))
        assert "binnenskamers" not in pages and "concept" not in pages and "ligt bij" not in pages


def test_the_list_asks_as_much_with_many_versions_as_with_one(cast: Cast, browser: Browser) -> None:
    in_force(cast)
    client = browser(cast.person(LEADER))
    pages = [link(cast, "agreements", kind=None), link(cast, "agreement"), reverse("today")]
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
    client, page = browser(member.person), link(cast, "agreement_answer", 1, given.pk)
    old = given.stamp
    client.post(page, {"state": "remark", "text": "De termijn is te lang.", "seen": old})
    shown = client.post(page, {"state": "agreed", "seen": old}).content.decode()
    given.refresh_from_db()
    assert (given.state, given.text) == ("remark", "De termijn is te lang.")
    assert "Intussen antwoordde" in shown and "De termijn is te lang." in shown
    client.post(page, {"state": "agreed", "seen": given.stamp})
    given.refresh_from_db()
    assert given.agreed


def test_who_agrees_after_a_remark_no_longer_objects(cast: Cast, browser: Browser) -> None:
    partner = make_partner(cast, "Wijkteam")
    client = browser(make_member(cast, partner).person)
    given = send(cast, write(cast), partner, make_partner(cast, "Welzijn"))[0]
    say(cast, given, "remark", "De termijn is te lang.")
    address = link(cast, "agreement_answer", 1, given.pk)
    given.refresh_from_db()
    typed = {"state": "agreed", "text": "De termijn is te lang.", "seen": given.stamp}
    page = client.post(address, typed, follow=True)
    given.refresh_from_db()
    assert (given.state, given.text) == ("agreed", "")
    assert "Het antwoord van Wijkteam staat: akkoord." in page.content.decode()
    assert page.redirect_chain[-1][0].endswith("#antwoorden")


def test_a_yes_with_words_of_its_own_keeps_them(cast: Cast) -> None:
    given = send(cast, write(cast), make_partner(cast, "Wijkteam"), make_partner(cast, "Welzijn"))[0]
    say(cast, given, "remark", "De termijn is te lang.")
    given.refresh_from_db()
    say(cast, given, "agreed", "Fijn, zo kan het.")
    given.refresh_from_db()
    assert given.text == "Fijn, zo kan het."
    say(cast, given, "agreed", "Fijn, zo kan het.")
    given.refresh_from_db()
    assert given.text == "Fijn, zo kan het."


def test_the_page_leads_from_the_top_to_the_answer_and_back(cast: Cast, browser: Browser) -> None:
    partner = make_partner(cast, "Wijkteam")
    client = browser(make_member(cast, partner).person)
    given = send(cast, write(cast), partner, make_partner(cast, "Welzijn"))[0]
    page = read(client, link(cast, "agreement_version", 1))
    assert "Wijkteam heeft nog geen antwoord gegeven." in page
    assert 'href="#antwoorden"' in page and 'id="antwoorden"' in page
    assert "(niet verplicht)" not in page
    say(cast, given, "remark", "De termijn is te lang.")
    assert "Wijkteam zegt nu: opmerking." in read(client, link(cast, "agreement_version", 1))


def test_an_old_version_says_from_when_until_when_it_held(cast: Cast, browser: Browser) -> None:
    partner = make_partner(cast, "Welzijn")
    for day in (date(2026, 3, 2), date(2026, 5, 4)):
        version = write(cast, text=f"Tekst van {day}")
        say(cast, send(cast, version, partner)[0])
        AgreementVersion.objects.filter(pk=version.pk).update(in_force_on=day)
    AgreementVersion.objects.filter(number=1).update(replaced_on=date(2026, 5, 4))
    client = browser(cast.person(LEADER))
    page = read(client, link(cast, "agreement_version", 1))
    assert "Dit gold van 2 maart 2026 tot 4 mei 2026" in page
    found = AgreementVersion.objects.get(number=1)
    assert state_line(found) == "Versie 1, gold van 2 maart 2026 tot 4 mei 2026."
    AgreementVersion.objects.filter(number=1).update(in_force_on=None)
    assert "Dit ging nooit in" in read(client, link(cast, "agreement_version", 1))
