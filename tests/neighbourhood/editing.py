"""Sending the poster's form as a browser does: every field as it stands, with a few of them changed."""

from typing import Any

from django.test import Client
from django.urls import reverse

from neighbourhood.forms.poster import PosterForm
from neighbourhood.forms.poster.values import theme_field, values_of
from neighbourhood.models import Picture, Theme
from neighbourhood.services.posterdefaults import PosterDefaults, poster_defaults
from projects.models import Membership, Person


def leader_client() -> Client:
    """The project leader of the invented project, signed in."""
    client = Client()
    client.force_login(
        Person.objects.get(email="leider@proefbuurt.example"),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    return client


def page(name: str = "poster_edit") -> str:
    """An address of the invented project."""
    return reverse(f"neighbourhood:{name}", args=["proefbuurt"])


def field(title: str, part: str) -> str:
    """The name of a field of the theme with this title."""
    return theme_field(str(Theme.objects.get(title=title).key), part)


def as_sent(defaults: PosterDefaults, stored: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """What a browser sends when these fields are changed and all others stand as they are."""
    values = values_of(defaults, stored) | changed
    return {
        name: "on" if value is True else str(value)
        for name, value in values.items()
        if value not in (None, False)
    }


def sent(picture: Picture, **changed: Any) -> dict[str, Any]:
    """The same for a concept as it is stored."""
    picture.refresh_from_db()
    return as_sent(poster_defaults(picture), picture.content, **changed)


def save(picture: Picture, **changed: Any) -> Any:
    """The answer to sending the composer with these fields changed."""
    return leader_client().post(page(), sent(picture, **changed))


def stored(picture: Picture) -> dict[str, Any]:
    """What is kept of the poster, without what it was before."""
    picture.refresh_from_db()
    return {key: value for key, value in picture.content.items() if key != "before"}


def form_of(picture: Picture, data: Any = None) -> PosterForm:
    """The form of a concept."""
    return PosterForm(data, defaults=poster_defaults(picture), stored=picture.content)


def member_client(picture: Picture, role: str) -> Client:
    """Somebody with this role in the invented project, signed in."""
    person = Person.objects.create_user(email=f"{role}@proefbuurt.example", name="Verzonnen Lid")
    Membership.objects.create(person=person, project=picture.project, role=role)
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
