"""The pages of the orientation: step by step, bad input, back button, sent twice (V1)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from msa.models import AuditEntry
from projects.models import Choice, Orientation, Role
from projects.orientation.questions import BY_KEY, STEPS
from projects.orientation.weighing import weigh
from projects.services import orientation as services
from tests.cast import Cast
from tests.projects.orientations import BEST, DECIDING, YES, Browser, decided, filled, step, url

pytestmark = pytest.mark.django_db


def test_a_team_walks_from_the_first_question_to_a_choice(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    here = leader.post(url(cast, "orientation_start"))["Location"]
    assert here == step(cast, "aanleiding")
    for subject in STEPS:
        page = leader.get(here).content.decode()
        assert all(str(question.label) in page for question in subject.questions)
        data = {question.key: BEST[question.key] for question in subject.questions}
        data[f"{subject.questions[0].key}_reason"] = "In onze eigen woorden."
        here = leader.post(here, data | {"go": "next"})["Location"]
    assert here == step(cast, "weging")
    assert "De aanpak past hier goed" in leader.get(here).content.decode()
    here = leader.post(here, {"go": "next"})["Location"]
    read = leader.post(here, DECIDING)["Location"]
    assert read == url(cast, "orientation_read", 1)
    page = browser(cast.person(Role.CONTRACTOR_TECHNICAL)).get(read).content.decode()
    assert "In onze eigen woorden." in page
    assert "De stuurgroep" in page
    assert "5 januari 2026" in page


def test_sending_the_decision_twice_makes_one_choice(cast: Cast, browser: Browser) -> None:
    filled(cast)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    first = leader.post(step(cast, "besluit"), DECIDING)
    second = leader.post(step(cast, "besluit"), DECIDING | {"because": "Nog eens."})
    assert first["Location"] == second["Location"] == url(cast, "orientation_read", 1)
    assert Orientation.objects.get().because == "Alles is geregeld."
    assert AuditEntry.objects.filter(act="orientation decided").count() == 1


def test_starting_twice_in_a_hurry_makes_one_version(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    leader.post(url(cast, "orientation_start"))
    leader.post(url(cast, "orientation_start"))
    assert Orientation.objects.count() == 1


def test_the_back_button_after_the_decision_leads_to_what_was_decided(cast: Cast, browser: Browser) -> None:
    decided(cast)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    read = url(cast, "orientation_read", 1)
    assert leader.get(step(cast, "omvang"))["Location"] == read
    assert leader.post(step(cast, "omvang"), {"homes": 3, "go": "next"})["Location"] == read
    assert leader.get(url(cast, "orientation_discard", 1))["Location"] == read
    late = leader.post(url(cast, "orientation_save", 1, "omvang"), {"homes": 3})
    assert (late.status_code, late.json()["state"]) == (409, "gone")
    assert Orientation.objects.get().answers["homes"] == 200


def test_going_back_keeps_what_was_filled_in(cast: Cast, browser: Browser) -> None:
    services.start(project=cast.project, by=cast.person(Role.PROJECT_LEADER))
    leader = browser(cast.person(Role.PROJECT_LEADER))
    answer = leader.post(step(cast, "omvang"), {"homes": 120, "go": "back"})
    assert answer["Location"] == step(cast, "aanleiding")
    assert Orientation.objects.get().answers["homes"] == 120


def test_what_is_typed_is_kept_meanwhile_and_taken_up_again(cast: Cast, browser: Browser) -> None:
    services.start(project=cast.project, by=cast.person(Role.PROJECT_LEADER))
    leader = browser(cast.person(Role.PROJECT_LEADER))
    save = url(cast, "orientation_save", 1, "aanleiding")
    data = {"occasion": ["maintenance"], "share": "some", "share_reason": "Bewoners weten het."}
    assert leader.post(save, data).json()["state"] == "saved"
    other = browser(cast.person(Role.ADMINISTRATOR))
    assert other.post(url(cast, "orientation_start"))["Location"] == step(cast, "omvang")
    assert "Bewoners weten het." in other.get(step(cast, "aanleiding")).content.decode()


def test_a_half_decision_is_kept_without_deciding(cast: Cast, browser: Browser) -> None:
    filled(cast)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    half = {"choice": "yes", "because": "Omdat"}
    assert leader.post(url(cast, "orientation_save", 1, "besluit"), half).json()["state"] == "saved"
    leader.post(step(cast, "besluit"), half | {"go": "back"})
    made = Orientation.objects.get()
    assert (made.decided, made.choice, made.because) == (False, "yes", "Omdat")


@pytest.mark.parametrize(
    ("page", "data", "said"),
    [
        ("omvang", {"homes": "-4"}, "van 1 of meer"),
        ("omvang", {"homes": "veel"}, "heel getal"),
        ("omvang", {"homes": "99999999999"}, "meer dan een buurt"),
        ("aanleiding", {"occasion": ["social", "maintenance"]}, "kan niet samen"),
        ("aanleiding", {"occasion": ["hacken"]}, "kan hier niet gekozen worden"),
        ("aanleiding", {"share": "veel"}, "kan hier niet gekozen worden"),
        ("aanleiding", {"occasion": ["maintenance"], "share_reason": "x" * 601}, "600"),
    ],
)
def test_bad_input_is_said_and_what_was_right_stays(
    cast: Cast, browser: Browser, page: str, data: dict[str, Any], said: str
) -> None:
    services.start(project=cast.project, by=cast.person(Role.PROJECT_LEADER))
    leader = browser(cast.person(Role.PROJECT_LEADER))
    given = data | {f"{'homes' if page == 'omvang' else 'occasion'}_reason": "Een goede reden."}
    answer = leader.post(step(cast, page), given | {"go": "next"})
    assert answer.status_code == 200
    assert "Dit klopt nog niet" in answer.content.decode()
    assert said in answer.content.decode()
    saved = leader.post(url(cast, "orientation_save", 1, page), given).json()
    assert saved["state"] == "partly"
    assert "Een goede reden." in Orientation.objects.get().reasons.values()
    assert weigh(Orientation.objects.get().answers).missing


def test_a_decision_of_tomorrow_or_without_reason_is_not_taken(cast: Cast, browser: Browser) -> None:
    filled(cast)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    for wrong in ({"decided_on": tomorrow}, {"because": " "}, {"choice": "misschien"}, {"decided_by": ""}):
        answer = leader.post(step(cast, "besluit"), DECIDING | wrong)
        assert "Dit klopt nog niet" in answer.content.decode()
    assert not Orientation.objects.get().decided


def test_what_a_choice_asks_is_said_beforehand(cast: Cast, browser: Browser) -> None:
    filled(cast, after="none")
    leader = browser(cast.person(Role.PROJECT_LEADER))
    page = leader.get(step(cast, "besluit")).content.decode()
    assert "Verplicht als jullie voor ‘onderdelen’ kiezen" in page
    assert 'data-shown-for="choice" data-shown-at="parts"' in page
    assert (
        "Verplicht als jullie straks voor ‘wel’ kiezen" in leader.get(step(cast, "weging")).content.decode()
    )


def test_nothing_that_deciding_needs_is_called_optional(cast: Cast, browser: Browser) -> None:
    filled(cast)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    half = leader.post(step(cast, "besluit"), {"decided_on": tomorrow, "go": "back"}).content.decode()
    assert "Deze dag moet nog komen" in half
    for page in (half, leader.get(step(cast, "besluit")).content.decode()):
        assert "niet verplicht" not in page


def test_parts_without_a_part_is_said_at_the_parts(cast: Cast, browser: Browser) -> None:
    filled(cast)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    answer = leader.post(step(cast, "besluit"), DECIDING | {"choice": "parts"})
    assert answer.context["form"].errors["parts"] == ["Kies welke onderdelen jullie gebruiken."]
    assert leader.post(step(cast, "besluit"), {"choice": "parts", "go": "back"}).status_code == 302


def test_a_refusal_is_said_on_the_page_itself(cast: Cast, browser: Browser) -> None:
    services.start(project=cast.project, by=cast.person(Role.PROJECT_LEADER))
    page = browser(cast.person(Role.PROJECT_LEADER)).post(step(cast, "besluit"), DECIDING).content.decode()
    assert "Beantwoord eerst alle vragen" in page
    assert str(BY_KEY["homes"].label) in page
    assert Orientation.objects.get().because == "Alles is geregeld.", "what was typed is kept"


def test_what_people_type_is_shown_as_text(cast: Cast, browser: Browser) -> None:
    made = filled(cast)
    services.keep(orientation=made, reasons={"homes": "<script>alert(1)</script>"})
    page = browser(cast.person(Role.HOUSING_OFFICER)).get(url(cast, "orientation_read", 1)).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page


def test_a_page_or_version_that_does_not_exist_is_not_found(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert leader.get(step(cast, "omvang")).status_code == 404
    filled(cast)
    assert leader.get(step(cast, "geheim")).status_code == 404
    assert leader.post(url(cast, "orientation_save", 1, "geheim")).status_code == 404
    assert leader.get(url(cast, "orientation_read", 2)).status_code == 404


def test_the_team_reads_and_only_leader_and_administrator_change(cast: Cast, browser: Browser) -> None:
    filled(cast)
    visitor = browser(cast.person(Role.COMMUNITY_WORKER))
    assert visitor.get(url(cast, "orientation_read", 1)).status_code == 200
    assert "Ga verder" not in visitor.get(url(cast, "orientation")).content.decode()
    assert visitor.get(step(cast, "omvang")).status_code == 403
    assert visitor.post(step(cast, "besluit"), DECIDING).status_code == 403
    for role in (Role.PARTNER, Role.RESIDENT_GROUP):
        assert browser(cast.person(role)).get(url(cast, "orientation")).status_code == 403
    assert not Orientation.objects.get().decided


def test_an_unfinished_version_can_be_thrown_away_after_a_warning(cast: Cast, browser: Browser) -> None:
    decided(cast)
    services.start(project=cast.project, by=cast.person(Role.PROJECT_LEADER))
    leader = browser(cast.person(Role.PROJECT_LEADER))
    page = url(cast, "orientation_discard", 2)
    assert "niet terug te draaien" in leader.get(page).content.decode()
    assert Orientation.objects.count() == 2
    leader.post(page)
    assert [one.version for one in Orientation.objects.all()] == [1]


def test_a_later_choice_shows_the_difference_and_the_older_one_points_to_it(
    cast: Cast, browser: Browser
) -> None:
    decided(cast, replace(YES, choice=Choice.NO), after="none")
    decided(cast)
    reader = browser(cast.person(Role.HOUSING_OFFICER))
    newer = reader.get(url(cast, "orientation_read", 2)).content.decode()
    assert "Wat is er anders dan in versie 1?" in newer
    assert "Nee, er zijn geen extra uren" in newer
    assert "Lees de latere keuze" in reader.get(url(cast, "orientation_read", 1)).content.decode()
    assert "Versie 1: niet" in reader.get(url(cast, "orientation")).content.decode()
