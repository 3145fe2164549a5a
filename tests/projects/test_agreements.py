"""Agreements (V4): a text from a template, versions, asking partners, what they say and coming in force."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError
from django.test import Client

from msa import registry
from msa.sharing import Shared
from projects.agreements.copying import AGREEMENTS
from projects.agreements.starting import gaps_in, starting_text
from projects.models import AgreementKind, AgreementVersion, Person, Phase
from projects.services import Refused, agreeing
from projects.services import agreements as services
from projects.services.partners import stop_partner
from tests.cast import Cast
from tests.projects.agreements import (
    LEADER,
    PARTNER,
    PRIVACY,
    in_force,
    link,
    make_partner,
    read,
    say,
    send,
    write,
)

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


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


def test_the_difference_says_in_words_and_numbers_what_changed(cast: Cast, browser: Browser) -> None:
    in_force(cast, text="We bellen binnen vijf dagen terug.")
    send(cast, write(cast, text="We bellen binnen twee dagen terug."), cast.project.partnerships.get())
    text = read(browser(cast.person(PARTNER)), link(cast, "agreement_difference", 2))
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
