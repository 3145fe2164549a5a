"""Themes: written without names, approved quotes, votes for the top fives (B4 to B6)."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

import housevisits.reading
from neighbourhood.models import Theme, ThemeVote
from neighbourhood.services.themes import save_theme, vote
from projects.models import Project, Role
from tests.cast import Cast, make_cast

pytestmark = pytest.mark.django_db
TYPED = {
    "title": "Buren helpen elkaar",
    "valence": "opportunity",
    "sentence": "Buren doen boodschappen voor elkaar.",
    "conditions": ["cohesion", "empowerment"],
    "frequency": "often",
    "experience": "Mensen zijn er blij mee.",
    "who_says": "Vooral ouderen.",
    "quote": "Ik neem altijd een brood extra mee.",
}


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def _client(cast: Cast, role: str) -> Client:
    client = Client()
    client.force_login(cast.person(role), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _theme(cast: Cast, title: str = "Thema", valence: str = "opportunity") -> Theme:
    return Theme.objects.create(
        project=cast.project, title=title, sentence="Een zin.", valence=valence, conditions=["cohesion"]
    )


def test_a_theme_is_written_and_its_quote_approved_by_a_person(cast: Cast) -> None:
    client = _client(cast, Role.COMMUNITY_WORKER)
    client.post(reverse("neighbourhood:theme_new", args=["spoorbuurt"]), TYPED | {"approve_quote": "on"})
    theme = Theme.objects.get()
    assert theme.conditions == ["cohesion", "empowerment"]
    assert theme.quote_approved_by == cast.members[Role.COMMUNITY_WORKER]


def test_a_changed_quote_has_to_be_approved_again(cast: Cast) -> None:
    theme = _theme(cast)
    theme.quote = "Eerst dit."
    save_theme(theme=theme, by=cast.members[Role.PROJECT_LEADER], approve_quote=True)
    theme.quote = "Nu dat."
    save_theme(theme=theme, by=cast.members[Role.PROJECT_LEADER], approve_quote=False)
    assert theme.quote_approved_by is None


def test_the_condition_that_fits_best_stands_first(cast: Cast) -> None:
    client = _client(cast, Role.COMMUNITY_WORKER)
    client.post(reverse("neighbourhood:theme_new", args=["spoorbuurt"]), TYPED | {"main": "inclusion"})
    assert Theme.objects.get().conditions == ["inclusion", "cohesion", "empowerment"]


@pytest.mark.parametrize("field", ["title", "sentence", "experience", "who_says", "quote"])
def test_a_name_or_number_in_a_theme_is_refused_and_kept_on_screen(cast: Cast, field: str) -> None:
    pointing = "Bel 06-24837715."
    answer = _client(cast, Role.COMMUNITY_WORKER).post(
        reverse("neighbourhood:theme_new", args=["spoorbuurt"]), TYPED | {field: pointing}
    )
    assert answer.status_code == 200
    assert pointing in answer.content.decode()
    assert not Theme.objects.exists()


def test_everybody_has_five_votes_in_each_list(cast: Cast) -> None:
    member = cast.members[Role.HOUSING_OFFICER]
    for number in range(5):
        assert vote(theme=_theme(cast, f"Kans {number}"), member=member)
    with pytest.raises(ValidationError):
        vote(theme=_theme(cast, "Kans 6"), member=member)
    assert vote(theme=_theme(cast, "Zorg", "barrier"), member=member)


def test_a_second_tap_takes_a_vote_back(cast: Cast) -> None:
    theme, client = _theme(cast), _client(cast, Role.HOUSING_OFFICER)
    page = reverse("neighbourhood:theme_vote", args=["spoorbuurt", theme.pk])
    client.post(page)
    assert ThemeVote.objects.count() == 1
    client.post(page)
    assert not ThemeVote.objects.exists()


def test_residents_see_themes_only_when_a_concept_is_opened_to_them(cast: Cast) -> None:
    _theme(cast, "Buren letten op elkaar")
    page = reverse("neighbourhood:themes", args=["spoorbuurt"])
    client = _client(cast, Role.RESIDENT_GROUP)
    assert "Buren letten op elkaar" not in client.get(page).content.decode()


@pytest.mark.parametrize("name", ["themes", "top_five"])
def test_lists_ask_the_same_number_of_queries_for_one_and_for_many(cast: Cast, name: str) -> None:
    from tests.queries import count_queries

    client, page = _client(cast, Role.PROJECT_LEADER), reverse(f"neighbourhood:{name}", args=["spoorbuurt"])
    _theme(cast)
    one = count_queries(client, page)
    for number in range(25):
        _theme(cast, f"Thema {number}")
    assert count_queries(client, page) == one


def test_the_writer_may_say_that_a_likely_name_is_none_but_not_a_number(cast: Cast) -> None:
    page, client = (
        reverse("neighbourhood:theme_new", args=["spoorbuurt"]),
        _client(cast, Role.COMMUNITY_WORKER),
    )
    likely = TYPED | {"who_says": "Mensen bij mevrouw Bakker."}
    client.post(page, likely)
    assert not Theme.objects.exists()
    client.post(page, TYPED | {"who_says": "Bel 06-24837715.", "looked_over": "on"})
    assert not Theme.objects.exists()
    client.post(page, likely | {"looked_over": "on"})
    assert Theme.objects.get().who_says == "Mensen bij mevrouw Bakker."


def test_the_tick_for_a_likely_name_is_only_there_when_there_is_one(cast: Cast) -> None:
    page, client = (
        reverse("neighbourhood:theme_new", args=["spoorbuurt"]),
        _client(cast, Role.COMMUNITY_WORKER),
    )
    assert 'type="checkbox" name="looked_over"' not in client.get(page).content.decode()
    answer = client.post(page, TYPED | {"who_says": "Mensen bij mevrouw Bakker en bij Anneke."})
    assert 'type="checkbox" name="looked_over"' in answer.content.decode()
    assert "‘mevrouw Bakker’, ‘Anneke’: dit lijkt een naam" in answer.content.decode()


def test_the_name_of_the_neighbourhood_may_stand_in_a_theme(cast: Cast) -> None:
    page, client = (
        reverse("neighbourhood:theme_new", args=["spoorbuurt"]),
        _client(cast, Role.COMMUNITY_WORKER),
    )
    Project.objects.filter(slug="spoorbuurt").update(neighbourhood="Anneke", place="Bakkerstad")
    answer = client.post(page, TYPED | {"who_says": "Heel Anneke zegt dit."})
    assert answer.status_code == 302
    assert Theme.objects.exists()


def test_a_theme_waits_when_a_part_of_the_reading_broke_down(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(page: object, index: object) -> list[object]:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("msa.privacy.reading.reader.RULES", {"broken": (broken,)})
    housevisits.reading._reader.cache_clear()
    page, client = (
        reverse("neighbourhood:theme_new", args=["spoorbuurt"]),
        _client(cast, Role.COMMUNITY_WORKER),
    )
    answer = client.post(page, TYPED | {"looked_over": "on"})
    housevisits.reading._reader.cache_clear()
    assert answer.status_code == 200
    assert not Theme.objects.exists()
