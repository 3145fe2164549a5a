"""Who lacks training is told before a first registration, and on Vandaag (V6)."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from housevisits.models import Draft
from projects.models import Practice, Role
from tests.cast import Cast, make_cast
from tests.housevisits.practising import STORY, Practiser
from tests.housevisits.writing import BACKEND

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def practiser(cast: Cast) -> Practiser:
    Practice.objects.all().delete()
    return Practiser(cast)


def _start(practiser: Practiser) -> str:
    return practiser.client.get(practiser.url("registration_start")).content.decode()


def _begins(practiser: Practiser) -> bool:
    practiser.client.post(practiser.url("registration_new"))
    return Draft.objects.exists()


def test_who_lacks_training_reads_so_first_and_may_go_on(practiser: Practiser) -> None:
    page = _start(practiser)
    assert "Je mist nog iets van de training" in page
    assert "de oefening" in page
    assert practiser.url("practice") in page
    assert "Begin een gesprek" not in page
    assert not _begins(practiser)
    practiser.client.post(practiser.url("registration_known"))
    assert "Begin een gesprek" in _start(practiser)
    assert _begins(practiser)


def test_who_is_trained_begins_at_once(cast: Cast) -> None:
    trained = Practiser(cast)
    assert "Je mist nog iets" not in _start(trained)
    assert _begins(trained)


def test_the_note_comes_back_the_next_day(practiser: Practiser) -> None:
    person = practiser.cast.person(Role.HOUSING_OFFICER)
    with time_machine.travel(timezone.now() - timedelta(days=1)):
        practiser.client.force_login(person, backend=BACKEND)
        practiser.client.post(practiser.url("registration_known"))
        assert "Begin een gesprek" in _start(practiser)
    practiser.client.force_login(person, backend=BACKEND)
    assert "Begin een gesprek" not in _start(practiser)


def test_the_note_of_one_member_is_not_read_by_another(practiser: Practiser) -> None:
    practiser.client.post(practiser.url("registration_known"))
    other = Practiser(practiser.cast, Role.COMMUNITY_WORKER)
    other.client.cookies["trainingsmelding"] = practiser.client.cookies["trainingsmelding"].value
    assert "Begin een gesprek" not in _start(other)


def test_a_forged_cookie_is_no_reading(practiser: Practiser) -> None:
    practiser.client.cookies["trainingsmelding"] = timezone.localdate().isoformat()
    assert not _begins(practiser)


def test_an_own_draft_stays_within_reach(practiser: Practiser) -> None:
    practiser.client.post(practiser.url("registration_known"))
    assert _begins(practiser)
    practiser.client.cookies.pop("trainingsmelding")
    assert "Verder met een concept" in _start(practiser)


def test_vandaag_sends_who_still_has_to_practise(practiser: Practiser) -> None:
    page = practiser.client.get(reverse("today")).content.decode()
    assert "Doe de oefening" in page
    practiser.ends(important=STORY)
    assert "Doe de oefening" not in practiser.client.get(reverse("today")).content.decode()
