"""Who does what on a visit: a proposal, what was agreed, and the sheet of paper."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from projects.documents.team import duties_pdf
from projects.models import Person, Role, VisitDuty
from projects.overviews.duties import division_of
from projects.services.team import copy_duties
from projects.team.duties import BOTH, LEADS, OTHER, PROPOSAL, VISITOR
from tests.cast import Cast
from tests.projects.teams import page_of

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def test_a_project_starts_from_a_whole_proposal(cast: Cast, browser: Browser) -> None:
    division = division_of(cast.project)
    assert division.agreed_on is None and division.open == 0
    page = browser(cast.person(Role.COMMUNITY_WORKER)).get(page_of(cast, "visit_duties")).content.decode()
    assert "Dit is een voorstel." in page
    assert "Jij, als opbouwwerker" in page
    for duty in PROPOSAL:
        assert str(duty.title) in page


def _posted(**changes: str) -> dict[str, str]:
    data = {}
    for duty in PROPOSAL:
        values = {"pair": duty.pair, "alone": duty.alone, "note": str(duty.hint)}
        data |= {f"{part}-{duty.key}": value for part, value in values.items()}
    return data | changes


def test_the_leader_agrees_with_the_team_and_everybody_reads_it(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    changes = {
        "pair-register": Role.HOUSING_OFFICER.value,
        "note-register": "In de pipowagen.",
        "title-own1": "Koffie meenemen",
        "alone-own1": VISITOR,
    }
    leader.post(page_of(cast, "visit_duties_edit"), _posted(**changes))
    page = browser(cast.person(Role.CONTRACTOR_TECHNICAL)).get(page_of(cast, "visit_duties")).content.decode()
    assert "In de pipowagen." in page and "Koffie meenemen" in page
    assert "Dit is een voorstel." not in page
    division = division_of(cast.project)
    assert division.agreed_on == timezone.localdate()
    assert division.open == 1  # who brings coffee when there are two
    leader.post(page_of(cast, "visit_duties_edit"), _posted(**changes | {"title-own1": "", "alone-own1": ""}))
    assert not cast.project.visit_duties.filter(key="own1").exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"pair-lead": LEADS},
        {"pair-lead": OTHER},
        {"alone-lead": BOTH},
        {"pair-welcome": "partner"},
        {"note-welcome": "x" * 241},
        {"note-own2": "zonder naam"},
        {"title-own1": "x" * 81},
    ],
)
def test_what_cannot_be_agreed_is_refused_and_nothing_changes(
    cast: Cast, browser: Browser, changes: dict[str, str]
) -> None:
    answer = browser(cast.person(Role.PROJECT_LEADER)).post(
        page_of(cast, "visit_duties_edit"), _posted(**changes)
    )
    assert answer.status_code == 200 and answer.context["form"].errors
    assert not VisitDuty.objects.exists()


def test_two_leaders_in_two_windows_lose_nothing(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    address = page_of(cast, "visit_duties_edit")
    one, two = (str(leader.get(address).context["form"].window) for _ in range(2))
    leader.post(address, _posted(**{"note-lead": "Van de een.", "window": one}))
    leader.post(address, _posted(**{"note-survey": "Van de ander.", "window": two}))
    notes = dict(cast.project.visit_duties.values_list("key", "note"))
    assert (notes["lead"], notes["survey"]) == ("Van de een.", "Van de ander.")
    three = str(leader.get(address).context["form"].window)
    leader.post(address, _posted(**{"note-lead": "Nieuw.", "note-survey": "Van de ander.", "window": three}))
    late = _posted(**{"note-lead": "Toch anders.", "note-survey": "Van de ander.", "window": three})
    answer = leader.post(address, late)
    assert "Intussen maakte een collega hiervan: ‘Nieuw.’" in answer.content.decode()
    assert dict(cast.project.visit_duties.values_list("key", "note"))["lead"] == "Nieuw."
    leader.post(address, late | {"window": str(answer.context["form"].window)})
    assert dict(cast.project.visit_duties.values_list("key", "note"))["lead"] == "Toch anders."


@pytest.mark.parametrize(
    ("leads", "leader_does", "other_does"),
    [
        (Role.COMMUNITY_WORKER, Role.COMMUNITY_WORKER, Role.HOUSING_OFFICER),
        (Role.HOUSING_OFFICER, Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER),
    ],
)
def test_who_leads_and_who_does_not_are_known_by_role(
    cast: Cast, leads: str, leader_does: str, other_does: str
) -> None:
    for key, who in [("lead", leads), ("register", LEADS), ("listen", OTHER)]:
        VisitDuty.objects.create(project=cast.project, key=key, pair=who, alone=VISITOR)
    division = division_of(cast.project)

    def does(role: str) -> set[str]:
        mine = division.of(role)
        return {line.key for line in mine.pair} if mine else set()

    assert does(leader_does) == {"lead", "register"}
    assert does(other_does) == {"listen"}
    assert division.of(Role.CONTRACTOR_TECHNICAL) is None


def test_it_is_one_sheet_of_paper(cast: Cast) -> None:
    content = duties_pdf(cast.project)
    assert content.startswith(b"%PDF")
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    text = document[0].get_textpage().get_text_range()
    assert len(document) == 1
    assert "Het gesprek leiden" in text and "nog niet afgesproken" in text


def test_a_new_project_takes_over_the_duties_once(cast: Cast, outsiders: Cast) -> None:
    by = cast.person(Role.PROJECT_LEADER)
    VisitDuty.objects.create(project=cast.project, key="lead", pair=LEADS, alone=VISITOR, note="Rustig.")
    assert copy_duties(source=cast.project, target=outsiders.project, by=by) == 1
    assert outsiders.project.visit_duties.get().note == "Rustig."
    assert copy_duties(source=cast.project, target=outsiders.project, by=by) == 0
