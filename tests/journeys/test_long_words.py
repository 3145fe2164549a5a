"""A text without a space, however long, makes no page wider than a phone."""

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import open_as
from tests.journeys.installation import Installation

pytestmark = [pytest.mark.journey, pytest.mark.services]
PROJECT = "/projecten/spoorbuurt/"
SIZE = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
SEED = """
from django.utils import timezone
from projects.models import *
w, day = "W" * 20000, timezone.localdate()
p = Project.objects.get(slug="spoorbuurt")
o = Organisation.objects.create(name=w[:120], kind="welfare")
partner = Partnership.objects.create(project=p, organisation=o, state="joined", brings=w, expects=w, agreed=w,
    contact_name=w[:120], contact_function=w[:120])
a = Agreement.objects.create(project=p, kind="privacy")
text = "## " + w + "\\n\\n" + w + "\\n\\n- " + w + "\\n\\n> " + w
v = AgreementVersion.objects.create(agreement=a, number=1, state="sent", sent_on=day, made_on=day, text=text)
AgreementAnswer.objects.create(version=v, partnership=partner, state="remark", text=w, said_by=w[:120],
    how=w[:120], on=day)
Task.objects.create(project=p, title=w[:160], note=w, phase=1)
g = ResidentGroup.objects.get_or_create(project=p)[0]
m = ResidentMeeting.objects.create(group=g, on=day, place=w[:160], asked=w, report=w)
m.points.create(title=w[:100], about=w, level="advise", decision=w)
d = Advice.objects.create(group=g, title=w[:100], state="given", due_on=day)
d.steps.create(kind="given", on=day, text=w, deed=w)
print("pages", partner.pk, Task.objects.last().pk, m.pk, d.pk)
"""


def test_no_text_makes_a_page_wider_than_a_phone(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    said = empty_installation.manage("shell", "-v0", "-c", SEED)
    partner, task, meeting, advice = said.split("pages ")[1].split()[:4]
    leader = open_as(browser, empty_installation, "project_leader", axe_source, phone=True)
    group = f"{PROJECT}bewonersprojectgroep/"
    pages = [
        "/",
        PROJECT,
        f"{PROJECT}partners/",
        f"{PROJECT}partners/{partner}/",
        f"{PROJECT}afspraken/",
        f"{PROJECT}afspraken/privacyplan/",
        f"{PROJECT}taken/",
        f"{PROJECT}taken/{task}/",
        f"{group}bijeenkomsten/{meeting}/",
        f"{group}adviezen/{advice}/",
    ]
    too_wide = {}
    for page in pages:
        answer = leader.page.goto(empty_installation.base + page)
        assert answer is not None and answer.status == 200, page
        size = leader.page.evaluate(SIZE)
        if size[0] > size[1]:
            too_wide[page] = size
    assert too_wide == {}
    assert "W" * 50 in leader.page.locator("main").inner_text()  # they were there
