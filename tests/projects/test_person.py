"""One person: another role with the work handed over, and a typing error in the invitation that is mended."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.utils import timezone

from housevisits.models import DirectAction, Visit
from msa.models import AuditEntry
from projects.models import Membership, Organisation, Partnership, Person, Role
from projects.overviews.leaving import outgrown
from projects.services import Refused
from projects.services.leaving import NOBODY, change_role
from projects.tasks import send_invitation
from tests.cast import Cast
from tests.projects.leaving.conftest import busy  # noqa: F401 - a fixture
from tests.projects.leaving.helpers import add_task, new_member, url_of

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
LEADER, WORKER = Role.PROJECT_LEADER, Role.COMMUNITY_WORKER


def _role(held: Membership, role: str, **more: Any) -> dict[str, Any]:
    return {"role": role, "organisation": held.organisation_id or "", **more}


def _step(held: Membership, role: str, taker: Membership | str) -> dict[str, Any]:
    value = taker if isinstance(taker, str) else str(taker.pk)
    return _role(held, role, overdracht="1", **{"taker-tasks": value})


def test_a_role_that_may_not_hold_the_work_asks_first_who_takes_it(cast: Cast, browser: Browser) -> None:
    held = new_member(cast, WORKER)
    add_task(cast, held)
    client, address = browser(cast.person(LEADER)), url_of(cast, "change", held.pk)
    page = client.post(address, _role(held, Role.PARTNER)).content.decode()
    held.refresh_from_db()
    assert held.role == WORKER, "nothing has happened yet"
    assert "Wie neemt het werk over?" in page
    assert "Kaartjes laten drukken" in page
    assert "niemand: dit blijft" not in page, "else it would lie with somebody who cannot see it"
    assert "Kies wie dit overneemt" in client.post(address, _step(held, Role.PARTNER, "")).content.decode()
    taker = cast.members[Role.HOUSING_OFFICER]
    done = client.post(address, _step(held, Role.PARTNER, taker), follow=True).content.decode()
    held.refresh_from_db()
    assert held.role == Role.PARTNER
    assert taker.tasks.get().title == "Kaartjes laten drukken"
    assert "Doorgegeven: 1 taak" in done


def test_a_role_that_may_go_on_with_it_keeps_the_work(cast: Cast, browser: Browser) -> None:
    held = new_member(cast, WORKER)
    add_task(cast, held)
    answer = browser(cast.person(LEADER)).post(
        url_of(cast, "change", held.pk), _role(held, Role.HOUSING_OFFICER)
    )
    assert answer.status_code == 302
    assert held.tasks.count() == 1


def test_only_what_the_new_role_may_not_hold_has_to_go(cast: Cast, busy: Membership) -> None:  # noqa: F811
    def kinds(role: str, organisation: Organisation | None = busy.organisation) -> set[str]:
        return {work.key for work in outgrown(busy, role, organisation)}

    assert kinds(WORKER) == set()
    assert kinds(Role.PARTNER) == {"tasks", "referral routes", "planned visits"}
    elsewhere = Organisation.objects.create(name="Welzijn Het Perron")
    assert kinds(busy.role, elsewhere) == {"fixed contacts"}


def test_all_of_it_goes_or_nothing(cast: Cast, busy: Membership) -> None:  # noqa: F811
    by, taker = cast.person(LEADER), cast.members[WORKER]
    values: dict[str, Any] = {
        "membership": busy,
        "by": by,
        "role": Role.PARTNER,
        "organisation": busy.organisation,
    }
    with pytest.raises(Refused, match="Kies eerst"):
        change_role(**values, takers={"tasks": taker, "referral routes": taker})
    busy.refresh_from_db()
    assert (busy.role, busy.tasks.count(), taker.tasks.count()) == (Role.HOUSING_OFFICER, 1, 0)
    change_role(
        **values, takers=dict.fromkeys(("tasks", "referral routes", "planned visits"), taker) | {"x": NOBODY}
    )
    assert Visit.objects.get().visitor == taker
    assert taker.kept_routes.count() == 2
    assert DirectAction.objects.get().assigned_to == busy, "a partner goes on with the own action"
    assert Partnership.objects.get().contact == busy


def test_a_taker_of_another_project_is_refused(cast: Cast, outsiders: Cast, browser: Browser) -> None:
    held = new_member(cast, WORKER)
    add_task(cast, held)
    browser(cast.person(LEADER)).post(
        url_of(cast, "change", held.pk), _step(held, Role.PARTNER, outsiders.members[WORKER])
    )
    held.refresh_from_db()
    assert (held.role, held.tasks.count()) == (WORKER, 1)


def test_who_may_not_change_the_role_is_told_so_and_not_asked_for_takers(
    cast: Cast, browser: Browser
) -> None:
    me = cast.members[LEADER]
    page = browser(me.person).post(url_of(cast, "change", me.pk), _role(me, Role.PARTNER)).content.decode()
    assert "Je eigen rol kan alleen een ander veranderen" in page
    assert "Wie neemt het werk over?" not in page


DETAILS = {"name": "Sanne Seinpaal", "email": "Sanne@Voorbeeld.example"}


def _correct(
    cast: Cast, browser: Browser, held: Membership, details: dict[str, str] = DETAILS
) -> tuple[str, Person]:
    answer = browser(cast.person(LEADER)).post(url_of(cast, "correct", held.pk), details, follow=True)
    return answer.content.decode(), Person.objects.get(pk=held.person_id)


def test_a_typing_error_in_an_invitation_is_mended_and_sent_again(
    cast: Cast, browser: Browser, django_capture_on_commit_callbacks: Any
) -> None:
    held = new_member(cast, name="Sane Sijnpaal")
    EmailAddress.objects.create(user=held.person, email=held.person.email, primary=True)
    page = browser(cast.person(LEADER)).get(url_of(cast, "change", held.pk)).content.decode()
    assert 'value="Sane Sijnpaal"' in page
    with django_capture_on_commit_callbacks() as queued:
        page, person = _correct(cast, browser, held)
    assert "De nieuwe uitnodiging gaat naar sanne@voorbeeld.example" in page
    assert (person.name, person.email) == ("Sanne Seinpaal", "sanne@voorbeeld.example")
    (address,) = EmailAddress.objects.filter(user=person)
    assert (address.email, address.primary, address.verified) == ("sanne@voorbeeld.example", True, False)
    assert len(queued) == 1
    send_invitation(held.pk)
    assert mail.outbox[-1].to == ["sanne@voorbeeld.example"]
    entry = AuditEntry.objects.get(act="person corrected")
    assert (
        entry.subject == "Sane Sijnpaal <sane@voorbeeld.example> to Sanne Seinpaal <sanne@voorbeeld.example>"
    )


def test_who_signed_in_is_the_only_one_who_changes_it(cast: Cast, browser: Browser) -> None:
    held = new_member(cast)
    Person.objects.filter(pk=held.person_id).update(last_login=timezone.now())
    page = browser(cast.person(LEADER)).get(url_of(cast, "change", held.pk)).content.decode()
    assert "kan vanaf dan alleen Daan Bielsman zelf wijzigen, bij Account" in page
    _page, person = _correct(cast, browser, held)
    assert (person.name, person.email) == ("Daan Bielsman", held.person.email)


@pytest.mark.parametrize("active", [True, False])
def test_an_account_of_another_project_cannot_be_taken_over_by_its_address(
    cast: Cast, outsiders: Cast, browser: Browser, active: bool
) -> None:
    held = new_member(cast)
    Membership.objects.create(project=outsiders.project, person=held.person, role=Role.PARTNER, active=active)
    page = browser(cast.person(LEADER)).get(url_of(cast, "change", held.pk)).content.decode()
    assert "Deze inlog is niet alleen van dit project" in page
    assert outsiders.project.name not in page
    _page, person = _correct(cast, browser, held)
    assert person.email == held.person.email


def test_an_address_that_is_somebody_elses_is_refused_and_what_was_typed_stays(
    cast: Cast, outsiders: Cast, browser: Browser
) -> None:
    held, taken = new_member(cast), outsiders.person(Role.PARTNER).email
    page, person = _correct(cast, browser, held, {"name": "Sanne", "email": taken.upper()})
    assert "Bij dit adres hoort al een inlog" in page
    assert 'value="Sanne"' in page
    assert person.email == held.person.email


@pytest.mark.parametrize("typed", [{}, {"name": "Sanne", "email": "geen adres"}, {"name": "x" * 200}])
def test_nonsense_is_said_at_the_field(cast: Cast, browser: Browser, typed: dict[str, str]) -> None:
    held = new_member(cast)
    page, person = _correct(cast, browser, held, typed)
    assert "error-summary" in page
    assert person.name == "Daan Bielsman"
