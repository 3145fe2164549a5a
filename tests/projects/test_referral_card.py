"""The card of referral routes on paper, and the routes of the demo."""

from collections.abc import Callable

import pypdfium2
import pytest
from django.test import Client

from projects import demo
from projects.demo import referral as demo_routes
from projects.documents.referral import card_context, card_html, card_pdf
from projects.models import Concern, Person, Project, ReferralRoute, Role
from tests.cast import Cast
from tests.projects.referrals import LONELY, missing_concerns, url, without

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def test_the_card_names_every_route_and_what_lacks_one(cast: Cast) -> None:
    without(cast, LONELY)
    html = card_html(card_context(cast.project), size="9", steps=True)
    assert html.count("0900-0000999") == len(Concern) - 1
    assert "Zorgen over een kind" in html
    assert "112" in html
    missing = html.split("Nog zonder route:")[1]
    assert "eenzaamheid" in missing


def test_the_card_is_one_page_also_when_every_field_is_full(cast: Cast, browser: Browser) -> None:
    words = "Bel samen met de bewoner het loket en vraag wanneer er iemand langs kan komen om te helpen. "
    ReferralRoute.objects.filter(project=cast.project).update(
        steps=(words * 6)[:500],
        anonymous=(words * 3)[:200],
        contact=words[:60],
        email=f"{'a' * 60}@b.example",
    )
    answer = browser(cast.person(Role.HOUSING_OFFICER)).get(url(cast, "referral_card"))
    assert answer["Content-Type"] == "application/pdf"
    document = pypdfium2.PdfDocument(answer.content)
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx((595.3, 841.9), abs=1)


def test_the_card_of_the_demo_says_what_to_do_in_danger_and_that_it_is_invented() -> None:
    demo.load(lambda line: None)
    demo_routes.load(lambda line: None)
    project = Project.objects.get(slug=demo.SLUG)
    document = pypdfium2.PdfDocument(card_pdf(project))
    words = document[0].get_textpage().get_text_range()
    assert len(document) == 1
    assert "verzonnen" in words
    assert "Bel dezelfde dag je aandachtsfunctionaris" in " ".join(words.split())


def test_the_demo_has_a_route_for_everything_and_no_number_that_somebody_answers() -> None:
    demo.load(lambda line: None)
    lines: list[str] = []
    for _time in range(2):
        demo_routes.load(lines.append)
    assert lines == [f"doorverwijsroutes: {len(Concern)}"]
    routes = ReferralRoute.objects.all()
    assert all(route.phone.startswith("0900-0000") for route in routes)
    assert all(route.email.endswith("@voorbeeld.example") for route in routes)
    assert missing_concerns(Project.objects.get()) == []
