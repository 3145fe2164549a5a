"""Handing in a conversation, against a stock view that writes the same rows; and reading along by itself."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from housevisits.reading import reader_for
from housevisits.services import finishing
from housevisits.views import review
from projects.models import Project
from tests.bench import neighbourhoods
from tests.bench.measuring import Line, Series, Spread, Work, alternate, measured, watching
from tests.bench.sizes import SEED, Size
from tests.bench.stock.clients import signed_in, stock_signed_in, token

MOST_QUERIES = 12
CHARACTERS = 2000
DONE = ("/gesprekken/klaar/", "/gereed/")
CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "reading.jsonl"
WORDS = re.compile(r"\w+")


class Submitting:
    """Both ways of handing in. What `prepare_…` gives back is one request, ready to be sent."""

    def __init__(self, project: Project) -> None:
        self.project, self.chance = project, random.Random(SEED)
        person = neighbourhoods.leader(project)
        self.own, self.stock = signed_in(person), stock_signed_in(person)

    def prepare_own(self) -> Work:
        """Our last step: everything is validated, read along, sealed, and the draft is gone."""
        neighbourhoods.forget_waiting(self.project)
        draft, _content = neighbourhoods.make_draft(self.project, self.chance)
        address = reverse("housevisits:registration_review", args=[self.project.slug, draft.pk])
        data = {"go": "submit", "code_choice": "shown", "csrfmiddlewaretoken": token(self.own)}
        return lambda: self._send(self.own, address, data)

    def prepare_stock(self) -> Work:
        """The stock view with all fields of the same registration at once."""
        neighbourhoods.forget_waiting(self.project)
        draft, content = neighbourhoods.make_draft(self.project, self.chance)
        data: dict[str, Any] = {
            **content.answers,
            **content.stories[content.cards[0]],
            "held_by": content.held_by,
            "block": content.block,
            "month": content.month,
            "cards": content.cards,
            "code_choice": "shown",
            "csrfmiddlewaretoken": token(self.stock),
        }
        return lambda: self._send(self.stock, f"/{self.project.slug}/{draft.pk}/", data)

    def queries(self, prepared: Work) -> list[str]:
        """The statements of one request, those that open and close the transaction included."""
        with CaptureQueriesContext(connection) as asked:
            prepared()
        return [query["sql"] for query in asked]

    def _send(self, client: Client, address: str, data: dict[str, Any]) -> None:
        """As a browser sends a form without files."""
        answer = client.post(address, urlencode(data, doseq=True), "application/x-www-form-urlencoded")
        assert answer.status_code == 302, answer.content.decode()[:2000]
        assert answer["Location"].endswith(DONE), answer["Location"]


def lines(project: Project, size: Size) -> Iterator[Line]:
    """The lines about handing in."""
    both = Submitting(project)
    with_check, without = _series(both, size.rounds)
    yield without.line("submit a conversation", "at most 1.5 x", lambda ratio, _ms: ratio <= 1.5)
    yield with_check.line("submit, with the reading along inside")
    own, stock = (len(both.queries(make())) for make in (both.prepare_own, both.prepare_stock))
    neighbourhoods.forget_waiting(project)
    counted, floor = (Spread.of([float(number)]) for number in (own, stock))
    goal = f"at most {MOST_QUERIES}"
    ratio = Spread.of([own / stock])
    yield Line("submit: queries", counted, "queries", floor, ratio, None, goal, own <= MOST_QUERIES)
    yield _reading(project, size.rounds)


def _series(both: Submitting, rounds: int) -> tuple[Series, Series]:
    """All of the request, and the request without the seconds that it read along."""
    whole, without = Series(), Series()
    if rounds > 1:
        both.prepare_own()()
        both.prepare_stock()()
    # To read along the words of the project are looked up first; that is part of the check.
    with watching(finishing, "read_along") as reading, watching(review, "reader_for") as looking_up:
        for _round in range(rounds):
            own, floor = measured(both.prepare_own()), measured(both.prepare_stock())
            whole.add(own, floor)
            without.add(own - reading.take() - looking_up.take(), floor)
    return whole, without


def _reading(project: Project, rounds: int) -> Line:
    """Reading along of 2,000 characters of the corpus, beside looking every word up in a set."""
    chance, reader = random.Random(SEED), reader_for(project)
    sentences = [json.loads(line)["text"] for line in CORPUS.read_text("utf-8").splitlines()]
    known = {word for sentence in sentences for word in WORDS.findall(sentence.casefold())}

    def own() -> Work:
        text = neighbourhoods.story(CHARACTERS, chance, sentences)
        return lambda: reader.check(text)

    def floor() -> Work:
        text = neighbourhoods.story(CHARACTERS, chance, sentences)
        return lambda: [word for word in WORDS.findall(text.casefold()) if word not in known]

    series = alternate(own, floor, rounds)
    name = f"reading along, {CHARACTERS:,} characters"
    return series.line(name, "at most 20 ms", lambda _ratio, ms: ms <= 20)
