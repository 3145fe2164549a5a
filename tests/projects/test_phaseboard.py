"""The phase board: every pair of phases, what blocks, who may go on, and what stays to be read (V10)."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import product

import pytest
from django.test import Client
from django.urls import reverse

from msa import registry
from msa.models import AuditEntry
from msa.registry import Requirement
from msa.sharing import Shared
from projects.access import roles_for
from projects.models import Membership, Person, Phase, PhaseChange, Project, ReferralRoute, Role
from projects.overviews.phaseboard import board_of
from projects.overviews.requirements import requirements_of
from projects.phases import STEPS, Step, reachable
from projects.services.phaseboard import change_phase
from projects.services.refusing import Refused
from projects.services.tasks import NewTask, add_tasks
from tests.cast import Cast
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
Rules = Callable[..., None]


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> Rules:
    """Only these rules, instead of those of the apps: (phase, met, blocks, overridable) for each."""

    def only(*wanted: tuple[int, bool, bool, bool]) -> None:
        def call(project: Project, shared: Shared) -> Iterator[Requirement]:
            for number, (phase, met, blocks, overridable) in enumerate(wanted):
                yield Requirement(
                    phase=phase,
                    key=f"rule{number}",
                    title=f"Regel {number}",
                    met=met,
                    url=f"/regel/{number}/",
                    roles=frozenset({Role.COMMUNITY_WORKER}),
                    blocks=blocks,
                    reason="" if met else f"Reden {number}",
                    overridable=overridable,
                )

        one = registry.Registry("for this test")
        one.add("rules", call)
        monkeypatch.setattr(registry, "requirements", one)

    return only


BLOCKED, FIRM, ADVICE = (2, False, True, True), (2, False, True, False), (2, False, False, False)


def _page(cast: Cast) -> str:
    return reverse("projects:phase_board", args=[cast.project.slug])


def _go(cast: Cast, client: Client, target: int, **typed: object) -> str:
    data = {"seen": cast.project.phase, "target": target, "way": "onward"} | typed
    answer = client.post(reverse("projects:phase_step", args=[cast.project.slug]), data, follow=True)
    cast.project.refresh_from_db()
    return answer.content.decode()


@pytest.mark.parametrize(("before", "after"), list(product(Phase, Phase)))
def test_every_pair_of_phases_does_what_the_table_says(
    cast: Cast, rules: Rules, before: Phase, after: Phase
) -> None:
    rules()
    Project.objects.update(phase=before)
    leader = cast.person(Role.PROJECT_LEADER)

    def go(reason: str) -> PhaseChange:
        return change_phase(project=cast.project, by=leader, seen=before, target=after, reason=reason)

    expected = {1: Step.FORWARD, -1: Step.BACK}.get(after - before)
    assert STEPS.get((before, after)) is expected
    if expected is None:
        with pytest.raises(Refused, match="één fase"):
            go("Daarom")
    elif expected is Step.BACK:
        with pytest.raises(Refused, match="waarom"):
            go("  ")
        assert go("Daarom").back
    else:
        assert not go("").back
    cast.project.refresh_from_db()
    assert cast.project.phase == (after if expected else before)


def test_the_path_has_an_end_on_both_sides() -> None:
    assert [reachable(phase, Step.FORWARD) for phase in Phase] == [2, 3, 4, 5, None]
    assert [reachable(phase, Step.BACK) for phase in Phase] == [None, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("wanted", "role", "reason", "goes"),
    [
        ((), Role.ADMINISTRATOR, "", True),
        ((ADVICE,), Role.ADMINISTRATOR, "", True),
        ((BLOCKED,), Role.PROJECT_LEADER, "", False),
        ((BLOCKED,), Role.PROJECT_LEADER, "De lijst komt morgen", True),
        ((BLOCKED,), Role.ADMINISTRATOR, "De lijst komt morgen", False),
        ((FIRM,), Role.PROJECT_LEADER, "De lijst komt morgen", False),
        ((BLOCKED, FIRM), Role.PROJECT_LEADER, "De lijst komt morgen", False),
        (((3, False, True, False),), Role.PROJECT_LEADER, "", True),
        (((1, False, True, False),), Role.PROJECT_LEADER, "", False),
    ],
)
def test_what_blocks_is_refused_and_only_the_leader_goes_on_with_a_reason(
    cast: Cast, rules: Rules, browser: Browser, wanted: tuple, role: str, reason: str, goes: bool
) -> None:
    rules(*wanted)
    page = _go(cast, browser(cast.person(role)), 2, reason=reason)
    assert cast.project.phase == (2 if goes else 1)
    assert ("Het project staat nu in fase 2" in page) is goes
    assert goes or "moet eerst staan" in page


def test_a_reason_stays_on_the_board_and_in_the_trail_for_everybody(
    cast: Cast, rules: Rules, browser: Browser
) -> None:
    rules(BLOCKED, ADVICE)
    _go(cast, browser(cast.person(Role.PROJECT_LEADER)), 2, reason="De lijst komt morgen")
    page = browser(cast.person(Role.PARTNER)).get(_page(cast)).content.decode()
    assert "Reden: De lijst komt morgen" in page
    assert "Dit stond nog niet: Regel 0." in page.replace("</svg>", "").replace("  ", " ")
    assert "Advies dat nog openstond: Regel 1." in page
    trail = AuditEntry.objects.get(act="phase changed")
    assert trail.subject == "1 to 2, passed over: rule0: De lijst komt morgen"
    assert trail.person == cast.person(Role.PROJECT_LEADER)


def test_what_was_typed_comes_back_with_a_refusal(cast: Cast, rules: Rules, browser: Browser) -> None:
    rules(FIRM)
    Project.objects.update(phase=2)
    page = _go(cast, browser(cast.person(Role.PROJECT_LEADER)), 1, seen=3, way="back", reason="Te vroeg")
    assert "Het project staat intussen in fase 2" in page
    assert "Te vroeg" in page
    assert cast.project.phase == 2


@pytest.mark.parametrize("typed", [{"target": "x"}, {"seen": ""}, {"target": "9"}, {"reason": "a" * 601}])
def test_nonsense_moves_nothing(cast: Cast, rules: Rules, browser: Browser, typed: dict) -> None:
    rules()
    assert _go(cast, browser(cast.person(Role.PROJECT_LEADER)), **({"target": 2} | typed))
    assert (cast.project.phase, PhaseChange.objects.count()) == (1, 0)


def test_two_windows_move_the_project_once(cast: Cast, rules: Rules) -> None:
    rules()
    leader = cast.person(Role.PROJECT_LEADER)
    change_phase(project=cast.project, by=leader, seen=1, target=2)
    with pytest.raises(Refused, match="intussen in fase 2"):
        change_phase(project=cast.project, by=leader, seen=1, target=2)


def test_the_referral_routes_are_never_set_aside(cast: Cast) -> None:
    ReferralRoute.objects.filter(concern__startswith="care").delete()
    with pytest.raises(Refused, match=r"geen uitzondering op: .*Voor elke zorg"):
        change_phase(
            project=cast.project, by=cast.person(Role.PROJECT_LEADER), seen=1, target=2, reason="Haast"
        )


def test_too_few_conversations_are_never_set_aside_and_no_number_is_told(
    cast: Cast, browser: Browser
) -> None:
    standing = requirements_of(cast.project)[Phase.PICTURE]
    assert [rule.key for rule in standing.firm] == ["enough_conversations"]
    assert not any(sign.isdigit() for rule in standing.rules for sign in rule.reason)


def test_the_rules_of_the_preparation_come_in_the_order_of_doing(cast: Cast) -> None:
    keys = [rule.key for rule in requirements_of(cast.project)[Phase.HOUSE_VISITS].rules]
    known = ["orientation", "triangle", "contact_persons", "team", "referral_routes", "resident_contact"]
    assert [key for key in keys if key in known] == known
    assert {"addresses", "question_set", "looking_back_1"} <= set(keys)


def test_every_rule_says_why_and_who_only_while_it_lacks(cast: Cast) -> None:
    for standing in requirements_of(cast.project).values():
        for rule in standing.rules:
            assert bool(rule.reason) is not rule.met, rule.key
            assert rule.roles and rule.url.startswith("/"), rule.key


def test_the_board_names_who_can_help_and_opens_the_page_for_them_only(
    cast: Cast, rules: Rules, browser: Browser
) -> None:
    rules(BLOCKED)
    worker = cast.members[Role.COMMUNITY_WORKER]
    link = f'href="{reverse("projects:home", args=[cast.project.slug])}#mens-{worker.pk}"'
    page = browser(worker.person).get(_page(cast)).content.decode()
    assert "Reden 0" in page
    assert link in page
    assert 'href="/regel/0/"' in page
    page = browser(cast.person(Role.PARTNER)).get(_page(cast)).content.decode()
    assert link in page
    assert 'href="/regel/0/"' not in page


def test_a_role_that_nobody_holds_is_said_and_offers_to_invite(
    cast: Cast, rules: Rules, browser: Browser
) -> None:
    rules(BLOCKED)
    Membership.objects.filter(role=Role.COMMUNITY_WORKER).update(active=False)
    page = browser(cast.person(Role.ADMINISTRATOR)).get(_page(cast)).content.decode()
    assert "Nog niemand heeft de rol die hierbij hoort: opbouwwerker." in page
    assert reverse("projects:add", args=[cast.project.slug]) in page


def test_the_first_thing_that_blocks_is_where_to_begin(cast: Cast, rules: Rules) -> None:
    rules(ADVICE, (2, True, True, False), BLOCKED, FIRM)
    here = board_of(cast.project, cast.members[Role.COMMUNITY_WORKER]).here
    assert [rule.requirement.key for rule in here.rules if rule.first] == ["rule2"]
    assert [rule.requirement.key for rule in here.missing] == ["rule2", "rule3", "rule0"]


def test_who_can_do_nothing_about_it_is_not_told_to_begin(cast: Cast, rules: Rules, browser: Browser) -> None:
    rules(BLOCKED)
    assert "begin hier" not in browser(cast.person(Role.PARTNER)).get(_page(cast)).content.decode()


def test_what_is_still_to_be_done_reads_otherwise_than_what_stands(cast: Cast) -> None:
    for standing in requirements_of(cast.project).values():
        for rule in standing.rules:
            assert rule.todo and rule.todo != rule.title, rule.key
            assert not rule.todo.endswith("."), rule.key
            assert (rule.wording == rule.title) is rule.met, rule.key


def test_the_board_says_open_rules_as_something_to_do(cast: Cast, browser: Browser) -> None:
    page = browser(cast.person(Role.PROJECT_LEADER)).get(_page(cast)).content.decode()
    assert "Nog nodig: corporatie, welzijn en aannemer laten meedoen" in page
    assert "Verstandig: een dag kiezen om op deze fase terug te kijken" in page
    assert "Het beeld van de buurt is gepubliceerd" not in page
    page = browser(cast.person(Role.RESIDENT_GROUP)).get(_page(cast)).content.decode()
    assert "Corporatie, welzijn en aannemer laten meedoen" in page


def test_what_nobody_can_set_aside_is_told_apart_from_what_the_leader_can(
    cast: Cast, rules: Rules, browser: Browser
) -> None:
    rules(BLOCKED, FIRM, FIRM)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    page = leader.get(_page(cast)).content.decode()
    assert "Voor deze 2 dingen kan ook de projectleider geen uitzondering maken" in page
    assert "Voor dit ene ding kan de projectleider daarna met een reden toch doorgaan" in page
    rules(BLOCKED)
    page = leader.get(_page(cast)).content.decode()
    assert "Dit kan nog niet" not in page
    assert "Toch doorgaan, met een reden" in page


def test_residents_read_what_is_done_and_what_comes_in_short(
    cast: Cast, rules: Rules, browser: Browser
) -> None:
    rules(BLOCKED, (2, True, True, False))
    add_tasks(
        project=cast.project,
        by=cast.person(Role.PROJECT_LEADER),
        tasks=[NewTask(phase=1, title="Bel de aannemer")],
    )
    page = browser(cast.person(Role.RESIDENT_GROUP)).get(_page(cast)).content.decode()
    assert "Hier werken we nog aan" in page
    assert "Daarna komt: Huisbezoeken." in page
    assert "Reden 0" not in page
    assert "Bel de aannemer" not in page
    assert "Bel de aannemer" in browser(cast.person(Role.HOUSING_OFFICER)).get(_page(cast)).content.decode()


def test_vandaag_says_when_the_next_phase_can_begin(cast: Cast, rules: Rules, browser: Browser) -> None:
    rules((2, True, True, False))
    leader, today = browser(cast.person(Role.PROJECT_LEADER)), reverse("today")
    assert "Klaar voor fase 2: Huisbezoeken" in leader.get(today).content.decode()
    rules(BLOCKED, BLOCKED)
    page = leader.get(today).content.decode()
    assert "Klaar voor fase 2: Huisbezoeken" not in page
    assert "0 van de 2" in page
    assert "2 houden de fase nog tegen" in page


@pytest.mark.parametrize("permission", ["projects.change_phase", "projects.override_requirement"])
def test_residents_and_partners_move_nothing(permission: str) -> None:
    assert not roles_for(permission) & {Role.RESIDENT_GROUP, Role.PARTNER}


def test_the_board_asks_as_much_for_many_as_for_few(cast: Cast, browser: Browser) -> None:
    client, leader = browser(cast.person(Role.PROJECT_LEADER)), cast.person(Role.PROJECT_LEADER)
    few = count_queries(client, _page(cast))
    for number in range(200):
        PhaseChange.objects.create(project=cast.project, before=1, after=2, on=date(2026, 1, 1), by=leader)
        person = Person(email=f"p{number}@voorbeeld.example", name=f"Persoon {number}")
        person.set_unusable_password()
        person.save()
        Membership.objects.create(person=person, project=cast.project, role=Role.HOUSING_OFFICER)
    add_tasks(
        project=cast.project, by=leader, tasks=[NewTask(phase=2, title=f"Taak {n}") for n in range(200)]
    )
    assert count_queries(client, _page(cast)) == few
