"""The page with texts and the themes made of them: no tick is lost, and what was used is seen (B2, B4)."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from housevisits.models import Conversation, StoryBlock
from neighbourhood.models import Theme
from projects.models import Role
from tests.cast import Cast, make_cast
from tests.queries import count_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    cast = make_cast()
    _conversations(cast, 50)
    return cast


def _conversations(cast: Cast, number: int) -> None:
    for index in range(number):
        conversation = Conversation.objects.create(
            project_key=cast.project.key, set_key=uuid.uuid4(), block_key=cast.blocks[0].key, cards=["nature"]
        )
        StoryBlock.objects.create(
            conversation=conversation, sphere="person", valence="barrier", text=f"Verhaal {index}."
        )


@pytest.fixture
def client(cast: Cast) -> Client:
    return _client(cast, Role.COMMUNITY_WORKER)


def _client(cast: Cast, role: str) -> Client:
    client = Client()
    client.force_login(cast.person(role), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _theme(cast: Cast, title: str = "Alleen", **fields: Any) -> Theme:
    values = {"sentence": "Mensen zijn alleen.", "valence": "barrier", "conditions": ["cohesion"]} | fields
    return Theme.objects.create(project=cast.project, title=title, **values)


def _page(**asked: str) -> str:
    return reverse("neighbourhood:stories", args=["spoorbuurt"], query={"veld": "person-barrier"} | asked)


def _send(**asked: str) -> str:
    name = "neighbourhood:stories_to_theme"
    return reverse(name, args=["spoorbuurt"], query={"veld": "person-barrier"} | asked)


def _shown(client: Client, **asked: str) -> list[str]:
    return [story.token for story in client.get(_page(**asked)).context["page"].object_list]


def _ticked(body: str, token: str) -> bool:
    return f'value="{token}" checked' in body


def test_ticks_without_a_theme_are_kept_with_the_question_beside_the_choice(
    cast: Cast, client: Client
) -> None:
    _theme(cast)
    tokens = _shown(client)[:3]
    answer = client.post(_send(), {"tekst": tokens, "thema": ""})
    body = answer.content.decode()
    assert answer.status_code == 200
    assert all(_ticked(body, token) for token in tokens)
    assert 'id="thema_error"' in body and "Kies een thema" in body


def test_a_theme_without_ticks_is_kept_with_a_hint(cast: Cast, client: Client) -> None:
    theme = _theme(cast)
    body = client.post(_send(), {"thema": str(theme.pk)}).content.decode()
    assert "Vink eerst een tekst aan" in body
    assert f'<option value="{theme.pk}" selected>' in body


def test_ticks_go_along_to_the_next_page_and_back(cast: Cast, client: Client) -> None:
    theme = _theme(cast)
    first = _shown(client)[:2]
    answer = client.post(_send(), {"tekst": first, "thema": str(theme.pk), "naar": "2"})
    body = answer.content.decode()
    assert answer.context["page"].number == 2
    assert all(f'<input type="hidden" name="tekst" value="{token}">' in body for token in first)
    assert "Ook aangevinkt, niet op deze bladzijde: 2" in body
    second = answer.context["page"].object_list[0].token
    back = client.post(_send(bladzijde="2"), {"tekst": [*first, second], "naar": "1"}).content.decode()
    assert all(_ticked(back, token) for token in first)
    client.post(_send(bladzijde="2"), {"tekst": [*first, second], "thema": str(theme.pk)})
    assert theme.evidence.count() == 3


def test_without_ticks_another_page_has_its_own_address(cast: Cast, client: Client) -> None:
    answer = client.post(_send(), {"naar": "2"})
    assert (answer.status_code, answer["Location"]) == (302, _page(bladzijde="2"))


def test_ticks_go_along_when_less_is_shown(cast: Cast, client: Client) -> None:
    token = _shown(client)[0]
    answer = client.post(_send(), {"tekst": [token], "deel": "kaart:nature", "gebruik": "los", "toon": "1"})
    assert answer.context["part"] == "kaart:nature"
    assert _ticked(answer.content.decode(), token)


def test_a_hidden_tick_holds_nothing_that_somebody_else_wrote(cast: Cast, client: Client) -> None:
    typed = {"tekst": ['"><script>x</script>'], "naar": "2"}
    body = client.post(_send(), typed, follow=True).content.decode()
    assert "<script>x" not in body and "&lt;script&gt;x" not in body


def test_a_text_says_to_which_themes_it_belongs(cast: Cast, client: Client) -> None:
    tokens = _shown(client)
    for title in ("Alleen", "Lange weekenden"):
        client.post(_send(), {"tekst": tokens[:2], "thema": str(_theme(cast, title).pk)})
    answer = client.get(_page())
    used = [story for story in answer.context["page"].object_list if story.themes]
    assert [story.themes for story in used] == [("Alleen", "Lange weekenden")] * 2
    assert "48 van 50 teksten nog zonder thema" in answer.content.decode()


def test_only_texts_without_a_theme_can_be_shown_in_the_same_order(cast: Cast, client: Client) -> None:
    before = [story.token for story in client.get(_page()).context["found"].stories]
    client.post(_send(), {"tekst": before[3:5], "thema": str(_theme(cast).pk)})
    found = client.get(_page(gebruik="los")).context["page"].paginator.object_list
    assert [story.token for story in found] == before[:3] + before[5:]


def test_when_every_text_has_a_theme_that_is_said(cast: Cast, client: Client) -> None:
    tokens = [story.token for story in client.get(_page()).context["found"].stories]
    client.post(_send(), {"tekst": tokens, "thema": str(_theme(cast).pk)})
    assert "Alle teksten hier horen al bij een thema" in client.get(_page(gebruik="los")).content.decode()


def test_the_number_of_queries_does_not_grow_with_themes_or_texts(cast: Cast, client: Client) -> None:
    client.post(_send(), {"tekst": _shown(client)[:1], "thema": str(_theme(cast).pk)})
    one = count_queries(client, _page())
    for number in range(12):
        client.post(_send(), {"tekst": _shown(client)[:9], "thema": str(_theme(cast, f"T {number}").pk)})
    assert count_queries(client, _page()) == one


def test_a_theme_of_another_project_gives_no_label(cast: Cast, client: Client) -> None:
    other = make_cast("lankforst")
    theme = _theme(other, "Van elders")
    theme.evidence.create(block=StoryBlock.objects.all()[0])
    assert "Van elders" not in client.get(_page()).content.decode()


def test_a_new_theme_is_made_of_the_ticked_texts(cast: Cast, client: Client) -> None:
    tokens = _shown(client)[:4]
    answer = client.post(_send(), {"tekst": tokens, "thema": "nieuw"})
    body = answer.content.decode()
    new = reverse("neighbourhood:theme_new", args=["spoorbuurt"])
    assert f'action="{new}"' in body and "Met 4 teksten" in body
    assert answer.context["form"]["valence"].value() == "barrier"
    typed = {
        "title": "Alleen",
        "valence": "barrier",
        "sentence": "Mensen zijn alleen.",
        "conditions": ["cohesion"],
        "frequency": "often",
        "tekst": tokens,
    }
    wrong = client.post(new, typed | {"title": ""}).content.decode()
    assert all(f'name="tekst" value="{token}"' in wrong for token in tokens)
    client.post(new, typed)
    assert Theme.objects.get().evidence.count() == 4


def test_taking_away_nothing_is_not_called_done(cast: Cast, client: Client) -> None:
    theme = _theme(cast)
    address = reverse("neighbourhood:theme_evidence_remove", args=["spoorbuurt", theme.pk])
    body = client.post(address, follow=True).content.decode()
    assert "Vink eerst een tekst aan" in body and "losgemaakt" not in body


def test_a_theme_whose_texts_were_erased_does_not_ask_for_texts(cast: Cast, client: Client) -> None:
    theme = _theme(cast, grounds_erased_on=date(2026, 5, 1))
    body = client.get(reverse("neighbourhood:theme", args=["spoorbuurt", theme.pk])).content.decode()
    assert "op 1 mei 2026 gewist" in body and "Nog geen teksten" not in body


@pytest.mark.parametrize(("frequency", "said"), [("often", True), ("unique", False)])
def test_often_heard_without_a_text_is_remarked(
    cast: Cast, client: Client, frequency: str, said: bool
) -> None:
    theme = _theme(cast, frequency=frequency)
    body = client.get(reverse("neighbourhood:theme", args=["spoorbuurt", theme.pk])).content.decode()
    assert ("Er staat ‘vaak gehoord’" in body) is said


@pytest.mark.parametrize("name", ["theme", "theme_delete"])
def test_a_theme_that_is_gone_leads_to_the_themes(cast: Cast, client: Client, name: str) -> None:
    theme = _theme(cast)
    address = reverse(f"neighbourhood:{name}", args=["spoorbuurt", theme.pk])
    theme.delete()
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Dit thema is er niet meer." in answer.content.decode()
    assert reverse("neighbourhood:themes", args=["spoorbuurt"]) in answer.content.decode()
    outsider = _client(cast, Role.PARTNER).get(address)
    assert outsider.status_code == 403 and "Dit thema" not in outsider.content.decode()


def test_residents_read_zorg_where_the_team_reads_belemmering(cast: Cast) -> None:
    from tests.attacks.matrix import _picture

    _picture(cast)
    cast.project.pictures.update(open_to_residents=True)
    _theme(cast)
    page = reverse("neighbourhood:themes", args=["spoorbuurt"])
    residents = _client(cast, Role.RESIDENT_GROUP).get(page).content.decode()
    team = _client(cast, Role.PROJECT_LEADER).get(page).content.decode()
    assert "</svg>zorg</span>" in residents and "belemmering" not in residents
    assert "</svg>belemmering</span>" in team


@pytest.mark.parametrize("field", ["title", "sentence", "quote"])
def test_a_character_that_cannot_be_on_the_poster_is_refused_in_a_theme(
    cast: Cast, client: Client, field: str
) -> None:
    typed = {
        "title": "Alleen",
        "valence": "barrier",
        "sentence": "Mensen zijn alleen.",
        "conditions": ["cohesion"],
        "frequency": "often",
    }
    new = reverse("neighbourhood:theme_new", args=["spoorbuurt"])
    body = client.post(new, typed | {field: "Alleen 😀"}).content.decode()
    assert "Dit teken kan niet op de plaat: 😀" in body
    assert not Theme.objects.exists()


def test_the_address_of_adding_leads_to_the_texts_when_it_is_opened(cast: Cast, client: Client) -> None:
    adding = reverse("neighbourhood:stories_to_theme", args=[cast.project.slug])
    answer = client.get(f"{adding}?veld=person-barrier")
    assert answer.status_code == 302
    texts = reverse("neighbourhood:stories", args=[cast.project.slug])
    assert answer["Location"] == f"{texts}?veld=person-barrier"
