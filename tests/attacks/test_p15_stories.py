"""P15: text blocks are shuffled, narrowed by one thing, never a set of fewer than ten conversations (B2)."""

import uuid

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from django.urls import reverse

from housevisits.models import Conversation, StoryBlock
from neighbourhood.models import Theme
from neighbourhood.services.themes import add_evidence
from neighbourhood.stories import Narrowing, blocks_behind, session_secret, stories, theme_stories
from projects.models import Role
from tests.cast import Cast, make_cast

pytestmark = [pytest.mark.django_db, pytest.mark.attack]


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def _conversations(
    cast: Cast, number: int, *, block: int = 0, card: str = "belonging", text: str = "Verhaal"
) -> None:
    for index in range(number):
        conversation = Conversation.objects.create(
            project_key=cast.project.key, set_key=uuid.uuid4(), block_key=cast.blocks[block].key, cards=[card]
        )
        StoryBlock.objects.create(
            conversation=conversation, sphere="person", valence="barrier", text=f"{text} {block} {index}"
        )


def _secret() -> bytes:
    return session_secret(SessionStore())


ASKED = Narrowing("person", "barrier")


def test_nine_conversations_stay_closed_and_ten_open(cast: Cast) -> None:
    _conversations(cast, 9)
    closed = stories(project=cast.project, asked=ASKED, secret=_secret())
    assert closed.stories == () and "te weinig" in closed.widened
    _conversations(cast, 1)
    assert len(stories(project=cast.project, asked=ASKED, secret=_secret()).stories) == 10


def test_ten_texts_of_nine_conversations_are_nine(cast: Cast) -> None:
    _conversations(cast, 9)
    again = Conversation.objects.all()[0]
    StoryBlock.objects.create(conversation=again, sphere="person", valence="barrier", text="Nog een")
    assert stories(project=cast.project, asked=ASKED, secret=_secret()).stories == ()


def test_a_small_block_merges_with_the_whole_neighbourhood(cast: Cast) -> None:
    _conversations(cast, 15, block=0)
    _conversations(cast, 4, block=1)
    small = Narrowing("person", "barrier", block=cast.blocks[1].key)
    found = stories(project=cast.project, asked=small, secret=_secret())
    assert len(found.stories) == 19
    assert found.narrowing.block is None and found.widened


def test_a_card_with_enough_conversations_is_shown_alone(cast: Cast) -> None:
    _conversations(cast, 12, card="nature")
    _conversations(cast, 12, card="belonging")
    found = stories(
        project=cast.project, asked=Narrowing("person", "barrier", card="nature"), secret=_secret()
    )
    assert len(found.stories) == 12 and not found.widened


def test_order_and_tokens_differ_between_sessions_and_not_within_one(cast: Cast) -> None:
    _conversations(cast, 30)
    first, second = _secret(), _secret()
    one = stories(project=cast.project, asked=ASKED, secret=first).stories
    assert one == stories(project=cast.project, asked=ASKED, secret=first).stories
    other = stories(project=cast.project, asked=ASKED, secret=second).stories
    assert {story.text for story in one} == {story.text for story in other}
    assert [story.text for story in one] != [story.text for story in other]
    assert not {story.token for story in one} & {story.token for story in other}


def test_the_page_shows_texts_and_no_key_of_the_register(cast: Cast) -> None:
    _conversations(cast, 12)
    client = _client(cast, Role.COMMUNITY_WORKER)
    body = client.get(
        reverse("neighbourhood:stories", args=["spoorbuurt"]) + "?veld=person-barrier"
    ).content.decode()
    assert "Verhaal 0 3" in body
    for key in [
        *StoryBlock.objects.values_list("pk", flat=True),
        *Conversation.objects.values_list("pk", flat=True),
    ]:
        assert str(key) not in body and key.hex not in body


def test_ticked_texts_become_evidence_of_a_theme(cast: Cast) -> None:
    _conversations(cast, 12)
    theme = Theme.objects.create(
        project=cast.project,
        title="Alleen",
        sentence="Mensen zijn alleen.",
        valence="barrier",
        conditions=["cohesion"],
    )
    client = _client(cast, Role.COMMUNITY_WORKER)
    page = reverse("neighbourhood:stories", args=["spoorbuurt"]) + "?veld=person-barrier"
    shown = client.get(page).context["page"].object_list
    client.post(
        reverse("neighbourhood:stories_to_theme", args=["spoorbuurt"]),
        {"tekst": [shown[0].token, shown[1].token], "thema": theme.pk},
    )
    texts = {story.text for story in theme_stories(theme=theme, secret=_secret())}
    assert texts == {shown[0].text, shown[1].text}


def test_tokens_of_another_project_or_session_open_nothing(cast: Cast) -> None:
    other = make_cast("lankforst")
    _conversations(other, 12)
    secret = _secret()
    foreign = {story.token for story in stories(project=other.project, asked=ASKED, secret=secret).stories}
    assert foreign
    assert blocks_behind(project=cast.project, tokens=foreign, secret=secret) == []
    assert blocks_behind(project=other.project, tokens=foreign, secret=_secret()) == []


def test_evidence_goes_with_a_withdrawn_conversation(cast: Cast) -> None:
    _conversations(cast, 1)
    theme = Theme.objects.create(
        project=cast.project,
        title="Alleen",
        sentence="Mensen zijn alleen.",
        valence="barrier",
        conditions=["cohesion"],
    )
    theme.evidence.create(block=StoryBlock.objects.get())
    Conversation.objects.all().delete()
    assert not theme.evidence.exists()


def _client(cast: Cast, role: str) -> Client:
    client = Client()
    client.force_login(cast.person(role), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.parametrize(
    "asked", ["leeftijd:75plus", "age:75plus", "huishouden:alone", "month:2026-03", "blok:x"]
)
def test_no_word_in_the_address_narrows_by_a_background(cast: Cast, asked: str) -> None:
    _conversations(cast, 12)
    Conversation.objects.update(answers={"age": "75plus", "household": "alone"})
    again = Conversation.objects.all()[0]
    Conversation.objects.filter(pk=again.pk).update(answers={"age": "under25"})
    page = reverse("neighbourhood:stories", args=["spoorbuurt"])
    extra = {
        "veld": "person-barrier",
        "deel": asked,
        "age": "under25",
        "leeftijd": "under25",
        "answers__age": "under25",
    }
    answer = _client(cast, Role.COMMUNITY_WORKER).get(page, extra)
    assert len(answer.context["found"].stories) == 12


def test_a_theme_with_fewer_than_ten_conversations_shows_no_quote_anywhere(cast: Cast) -> None:
    _conversations(cast, 9)
    theme = Theme.objects.create(
        project=cast.project,
        title="Alleen",
        sentence="Mensen zijn alleen.",
        valence="barrier",
        conditions=["cohesion"],
        quote="Zondag duurt lang.",
        quote_approved_by=cast.members[Role.PROJECT_LEADER],
    )
    page = reverse("neighbourhood:themes", args=["spoorbuurt"])
    add_evidence(theme=theme, blocks=StoryBlock.objects.values_list("pk", flat=True))
    assert "Zondag duurt lang." not in _client(cast, Role.PROJECT_LEADER).get(page).content.decode()
    _conversations(cast, 1)
    add_evidence(theme=theme, blocks=StoryBlock.objects.values_list("pk", flat=True))
    assert "Zondag duurt lang." in _client(cast, Role.PROJECT_LEADER).get(page).content.decode()


def test_what_matters_about_a_card_is_read_apart_from_the_four_fields(cast: Cast) -> None:
    _conversations(cast, 12)
    StoryBlock.objects.update(sphere="", valence="")
    page = reverse("neighbourhood:stories", args=["spoorbuurt"])
    client = _client(cast, Role.COMMUNITY_WORKER)
    assert len(client.get(page, {"veld": "-"}).context["found"].stories) == 12
    assert not client.get(page).context["found"].stories
