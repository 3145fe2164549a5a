"""Walking through a practice without a browser, as tests do."""

from typing import Any

from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from projects.models import Role
from tests.cast import Cast
from tests.housevisits.writing import BACKEND

# Long enough, and points at nobody.
STORY = "Zou graag voorlezen aan kinderen, want die worden stil van een mooi verhaal."


class Practiser:
    """Somebody who practises in the project of a cast."""

    def __init__(self, cast: Cast, role: str = Role.HOUSING_OFFICER) -> None:
        self.cast = cast
        self.client = Client()
        self.client.force_login(cast.person(role), backend=BACKEND)

    def url(self, name: str) -> str:
        return reverse(f"housevisits:{name}", args=[self.cast.project.slug])

    def data(self, **typed: Any) -> QueryDict:
        """What a page sends."""
        data = QueryDict(mutable=True)
        for name, value in typed.items():
            data.setlist(name, value if isinstance(value, list) else [value])
        return data

    def send(self, step: str, go: str = "next", **typed: Any) -> Any:
        """Send one page; the answer is the page that comes next."""
        return self.client.post(self.url("practice"), {"step": step, "go": go, **typed}, follow=True)

    def page(self, step: str) -> str:
        """The page after `step`; the first one when that is empty."""
        answer = self.send(step) if step else self.client.get(self.url("practice"))
        assert answer.status_code == 200
        return str(answer.content.decode())

    def ends(self, **typed: Any) -> Any:
        """Send all pages in turn, each with what was typed."""
        for step in ("lezen", "vragen", "verhaal"):
            assert self.send(step, **typed).status_code == 200
        return self.send("nakijken", go="submit", **typed)

    def reads(self, text: str) -> list[dict[str, Any]]:
        """What reading along finds."""
        answer = self.client.post(self.url("practice_reading"), {"text": text})
        found: list[dict[str, Any]] = answer.json()["findings"]
        return found
