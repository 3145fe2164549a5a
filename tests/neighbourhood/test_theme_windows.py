"""One theme open in two windows: nobody's words go without a word (B4)."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from neighbourhood.models import Theme
from projects.models import Role
from tests.cast import Cast, make_cast

pytestmark = pytest.mark.django_db
OTHERS = "Intussen schreef iemand anders hier"


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def theme(cast: Cast) -> Theme:
    return Theme.objects.create(
        project=cast.project,
        title="Buren helpen elkaar",
        sentence="Buren doen boodschappen voor elkaar.",
        valence="opportunity",
        conditions=["inclusion", "cohesion"],
        quote="Ik neem altijd een brood extra mee.",
    )


@pytest.fixture
def client(cast: Cast) -> Client:
    client = Client()
    client.force_login(
        cast.person(Role.COMMUNITY_WORKER), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def _page(theme: Theme) -> str:
    return reverse("neighbourhood:theme", args=["spoorbuurt", theme.pk])


def _as_sent(answer: Any) -> dict[str, Any]:
    """What a browser sends of a page as it is shown."""
    form = answer.context["form"]
    values = {name: form[name].value() for name in form.fields}
    ticks = {name: "on" for name, value in values.items() if value is True}
    kept = {name: value for name, value in values.items() if value not in (True, False, None)}
    return kept | ticks | {"window": str(form.window)}


def _open(client: Client, theme: Theme) -> dict[str, Any]:
    answer = client.get(_page(theme))
    assert 'name="window"' in answer.content.decode()
    return _as_sent(answer)


def test_what_another_wrote_in_another_field_stays(client: Client, theme: Theme) -> None:
    first, second = _open(client, theme), _open(client, theme)
    client.post(_page(theme), first | {"experience": "Dat vinden ze fijn."})
    assert client.post(_page(theme), second | {"who_says": "Vooral ouderen."}).status_code == 302
    theme.refresh_from_db()
    assert (theme.experience, theme.who_says) == ("Dat vinden ze fijn.", "Vooral ouderen.")


def test_a_field_changed_in_both_is_refused_once_with_the_words_of_the_other(
    client: Client, theme: Theme
) -> None:
    first, second = _open(client, theme), _open(client, theme)
    client.post(_page(theme), first | {"experience": "Dat vinden ze fijn.", "who_says": "Jong en oud."})
    answer = client.post(_page(theme), second | {"experience": "Het is heel gewoon."})
    body = answer.content.decode()
    assert answer.status_code == 200
    assert OTHERS in body and "‘Dat vinden ze fijn.’" in body and "Het is heel gewoon." in body
    theme.refresh_from_db()
    assert theme.experience == "Dat vinden ze fijn."
    shown = _as_sent(answer)
    assert shown["who_says"] == "Jong en oud."
    assert client.post(_page(theme), shown).status_code == 302
    theme.refresh_from_db()
    assert (theme.experience, theme.who_says) == ("Het is heel gewoon.", "Jong en oud.")


def test_a_third_writer_is_not_overwritten_by_the_second_save_either(client: Client, theme: Theme) -> None:
    first, second = _open(client, theme), _open(client, theme)
    client.post(_page(theme), first | {"experience": "Dat vinden ze fijn."})
    shown = _as_sent(client.post(_page(theme), second | {"experience": "Het is heel gewoon."}))
    Theme.objects.update(experience="Nog iemand schreef dit.")
    answer = client.post(_page(theme), shown)
    assert "‘Nog iemand schreef dit.’" in answer.content.decode()


def test_what_the_other_emptied_is_told_too(client: Client, theme: Theme) -> None:
    first, second = _open(client, theme), _open(client, theme)
    client.post(_page(theme), first | {"quote": ""})
    answer = client.post(_page(theme), second | {"quote": "Ik neem een brood extra mee."})
    assert "Intussen maakte iemand anders dit veld leeg" in answer.content.decode()


def test_choices_of_another_stay_where_nothing_was_chosen_here(client: Client, theme: Theme) -> None:
    first, second = _open(client, theme), _open(client, theme)
    chosen = {"valence": "barrier", "frequency": "unique", "conditions": ["cohesion", "security"]}
    client.post(_page(theme), first | chosen | {"main": "security"})
    client.post(_page(theme), second | {"who_says": "Vooral ouderen."})
    theme.refresh_from_db()
    assert (theme.valence, theme.frequency) == ("barrier", "unique")
    assert theme.conditions == ["security", "cohesion"]


def test_of_choices_that_both_made_the_last_one_counts(client: Client, theme: Theme) -> None:
    first, second = _open(client, theme), _open(client, theme)
    client.post(_page(theme), first | {"conditions": ["inclusion", "security"]})
    answer = client.post(_page(theme), second | {"conditions": ["inclusion", "empowerment"]})
    assert answer.status_code == 302
    theme.refresh_from_db()
    assert theme.conditions == ["inclusion", "empowerment"]


def test_nobody_approves_a_quote_that_was_not_on_the_page(client: Client, theme: Theme) -> None:
    first, second = _open(client, theme), _open(client, theme)
    client.post(_page(theme), first | {"quote": "Ik bak een brood extra."})
    answer = client.post(_page(theme), second | {"approve_quote": "on"})
    assert "‘Ik bak een brood extra.’" in answer.content.decode()
    theme.refresh_from_db()
    assert theme.quote_approved_by is None


def test_a_quote_written_here_is_not_approved_by_a_tick_of_elsewhere(client: Client, theme: Theme) -> None:
    first, second = _open(client, theme), _open(client, theme)
    client.post(_page(theme), first | {"approve_quote": "on"})
    client.post(_page(theme), second | {"quote": "Ik bak een brood extra."})
    theme.refresh_from_db()
    assert theme.quote == "Ik bak een brood extra."
    assert theme.quote_approved_by is None


def test_something_else_that_is_wrong_does_not_make_the_window_forget(client: Client, theme: Theme) -> None:
    first, second = _open(client, theme), _open(client, theme)
    client.post(_page(theme), first | {"experience": "Dat vinden ze fijn."})
    shown = _as_sent(client.post(_page(theme), second | {"title": "x" * 80}))
    client.post(_page(theme), shown | {"title": "Buren"})
    theme.refresh_from_db()
    assert (theme.title, theme.experience) == ("Buren", "Dat vinden ze fijn.")
