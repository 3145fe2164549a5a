"""The communication calendar (V4): moments, ticking off, proposals, what is due, and handing over."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from msa import registry
from projects.agreements.proposals import PROPOSALS
from projects.models import AgreementKind, CommunicationMoment, Person, Role
from projects.services import Refused, end_membership
from projects.services import communication as services
from tests.cast import Cast
from tests.projects.agreements import LEADER, PARTNER, make_partner, send, write
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
WORKER = Role.COMMUNITY_WORKER


def _fields(**changes: Any) -> Any:
    return {
        "on": timezone.localdate(),
        "audience": "alle huishoudens",
        "channel": "brief",
        "message": "Er komt iets aan.",
        "member": None,
        "function": "",
    } | changes


def _add(cast: Cast, **changes: Any) -> CommunicationMoment:
    return services.add_moment(project=cast.project, by=cast.person(LEADER), fields=_fields(**changes))


def _page(cast: Cast, name: str = "communication", *arguments: int) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


def _read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def _days(count: int) -> date:
    return timezone.localdate() + timedelta(days=count)


def test_a_moment_is_written_shown_by_month_changed_and_ticked_off(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(LEADER))
    typed = _fields(on="2030-03-05", member=cast.members[WORKER].pk)
    client.post(_page(cast, "communication_add"), typed)
    made = CommunicationMoment.objects.get()
    assert "Maart 2030" in _read(client, _page(cast))
    client.post(_page(cast, "communication_moment", made.pk), typed | {"channel": "deurhanger"})
    made.refresh_from_db()
    assert (made.channel, made.member) == ("deurhanger", cast.members[WORKER])
    answer = client.post(_page(cast, "communication_done", made.pk), follow=True).content.decode()
    assert _page(cast, "communication_open", made.pk) in answer  # undo
    assert "Er komt iets aan." not in _read(client, _page(cast)).split("calendar-filter")[1]
    assert "gedaan op" in _read(client, _page(cast) + "?toon=alles")
    client.post(_page(cast, "communication_open", made.pk))
    made.refresh_from_db()
    assert not made.done


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"on": "morgen"}, "Vul een dag in, bijvoorbeeld 3-12-2026."),
        ({"message": ""}, "Vul hier iets in."),
        ({"message": "x" * 301}, "300"),
        ({"member": "999999"}, "Dit kan hier niet gekozen worden."),
        ({"function": "redactie"}, "Niet allebei."),
    ],
)
def test_what_is_typed_wrongly_is_said_at_the_field_and_kept(
    cast: Cast, browser: Browser, changes: dict[str, str], said: str
) -> None:
    typed = _fields(on="2030-03-05", member=cast.members[WORKER].pk, audience="blok Noord") | changes
    answer = browser(cast.person(LEADER)).post(_page(cast, "communication_add"), typed).content.decode()
    assert said in answer and "blok Noord" in answer
    assert not CommunicationMoment.objects.exists()


def test_what_was_taken_away_comes_back_as_it_was_and_goes_for_good_later(cast: Cast) -> None:
    moment, other = _add(cast), _add(cast, message="Iets anders")
    by = cast.person(LEADER)
    services.remove_moment(moment=moment, by=by)
    assert cast.project.communication.present().count() == 1
    services.restore_moment(moment=moment, by=by)
    assert cast.project.communication.present().count() == 2
    CommunicationMoment.objects.filter(pk=moment.pk).update(removed_at=timezone.now() - timedelta(days=2))
    services.remove_moment(moment=other, by=by)
    assert not CommunicationMoment.objects.filter(pk=moment.pk).exists()


def test_a_member_and_a_function_at_once_is_impossible_in_the_database_too(cast: Cast) -> None:
    with pytest.raises(IntegrityError):
        CommunicationMoment.objects.create(
            project=cast.project, **_fields(member=cast.members[WORKER], function="x")
        )


@pytest.mark.parametrize("role", [Role.RESIDENT_GROUP, "outsider", "left"])
def test_who_does_it_takes_part_and_works_here(cast: Cast, outsiders: Cast, role: str) -> None:
    member = outsiders.members[WORKER] if role == "outsider" else cast.members.get(role, cast.members[WORKER])
    if role == "left":
        end_membership(membership=member, by=cast.person(LEADER))
        member.refresh_from_db()
    with pytest.raises(Refused):
        _add(cast, member=member)


@pytest.mark.parametrize(("days", "title"), [(7, "Deze week"), (0, "Deze week"), (-1, "Te laat"), (8, "")])
def test_what_is_due_stands_on_vandaag_for_who_does_it_and_who_leads(
    cast: Cast, browser: Browser, days: int, title: str
) -> None:
    _add(cast, on=_days(days), member=cast.members[WORKER])
    for role, told in ((WORKER, True), (LEADER, True), (Role.HOUSING_OFFICER, False)):
        text = _read(browser(cast.person(role)), reverse("today"))
        assert (f"{title}: 1 bericht aan de buurt" in text) == (told and bool(title)), role


def test_what_was_done_is_no_longer_due(cast: Cast, browser: Browser) -> None:
    moment = _add(cast, member=cast.members[WORKER])
    services.finish_moment(moment=moment, by=cast.person(WORKER))
    assert "bericht aan de buurt" not in _read(browser(cast.person(WORKER)), reverse("today"))


def test_a_partner_ticks_off_the_own_moment_and_no_other(cast: Cast, browser: Browser) -> None:
    own, other = _add(cast, member=cast.members[PARTNER]), _add(cast)
    client = browser(cast.person(PARTNER))
    assert client.post(_page(cast, "communication_done", own.pk)).status_code == 302
    assert client.post(_page(cast, "communication_done", other.pk)).status_code == 403
    other.refresh_from_db()
    assert not other.done


def test_proposals_count_from_the_start_and_are_taken_once(cast: Cast, browser: Browser) -> None:
    cast.project.starts_on = date(2030, 1, 7)
    cast.project.save()
    client, page = browser(cast.person(LEADER)), _page(cast, "communication_proposals")
    assert "De kalender is nog leeg" in _read(client, _page(cast))
    assert not CommunicationMoment.objects.exists()  # only proposals
    client.post(page, {"keys": ["announcement", "newsletter"]})
    client.post(page, {"keys": ["announcement"]})
    found = CommunicationMoment.objects.values_list("origin", "on")
    assert list(found) == [("announcement", date(2030, 1, 7)), ("newsletter", date(2030, 4, 15))]
    assert f"Nog {len(PROPOSALS) - 2} voorstellen" in _read(client, _page(cast))
    assert "Vink aan wat je wilt overnemen" in client.post(page, {"x": "1"}).content.decode()


def test_two_people_in_one_moment_lose_nothing(cast: Cast, browser: Browser) -> None:
    moment = _add(cast)
    client, page = browser(cast.person(LEADER)), _page(cast, "communication_moment", moment.pk)
    window = str(client.get(page).context["form"].window)
    services.change_moment(moment=moment, by=cast.person(WORKER), fields=_fields(audience="jongeren"))
    typed = _fields(on=timezone.localdate().isoformat(), member="", window=window)
    client.post(page, typed | {"channel": "appje"})
    moment.refresh_from_db()
    assert (moment.audience, moment.channel) == ("jongeren", "appje")
    answer = client.post(page, typed | {"audience": "ouderen"}).content.decode()
    assert "Een collega schreef hier intussen: ‘jongeren’" in answer and "ouderen" in answer


def test_the_filter_narrows_and_a_wrong_choice_narrows_nothing(cast: Cast, browser: Browser) -> None:
    _add(cast, message="Voor jongeren", audience="jongeren")
    _add(cast, message="Door Yara", member=cast.members[WORKER])
    client = browser(cast.person(LEADER))
    for query, shown in (
        ("?groep=jongeren", {"Voor jongeren"}),
        (f"?wie={cast.members[WORKER].pk}", {"Door Yara"}),
        ("?wie=999999&groep=onzin&toon=x", {"Voor jongeren", "Door Yara"}),
    ):
        text = _read(client, _page(cast) + query)
        assert {words for words in ("Voor jongeren", "Door Yara") if f">{words}<" in text} == shown


def test_open_moments_of_who_leaves_are_handed_over(cast: Cast) -> None:
    done, still = (_add(cast, member=cast.members[WORKER]) for _n in range(2))
    services.finish_moment(moment=done, by=cast.person(WORKER))
    part = next(part for part in registry.handover if part.name == "communication")
    work = next(iter(part.call(cast.members[WORKER])))
    assert (work.count, work.label) == (1, "1 moment in de communicatiekalender")
    work.give(cast.members[LEADER], cast.person(LEADER))
    still.refresh_from_db()
    done.refresh_from_db()
    assert (still.member, done.member) == (cast.members[LEADER], cast.members[WORKER])
    assert list(part.call(cast.members[WORKER])) == []


def test_a_plan_that_was_sent_keeps_its_calendar_without_names(cast: Cast, browser: Browser) -> None:
    _add(cast, message="De eerste brief", member=cast.members[WORKER])
    version = write(cast, AgreementKind.COMMUNICATION)
    send(cast, version, make_partner(cast, "Welzijn"))
    _add(cast, message="Later bedacht")
    version.refresh_from_db()
    assert [row["message"] for row in version.calendar] == ["De eerste brief"]
    assert version.calendar[0]["who"] == "opbouwwerker"
    page = reverse("projects:agreement_version", args=[cast.project.slug, "communicatieplan", 1])
    text = _read(browser(cast.person(PARTNER)), page)
    assert "De eerste brief" in text and "Later bedacht" not in text


def test_the_calendar_asks_as_much_for_many_moments_as_for_one(cast: Cast, browser: Browser) -> None:
    _add(cast, member=cast.members[WORKER])
    client = browser(cast.person(LEADER))
    pages = [_page(cast), reverse("today")]
    few = [count_queries(client, page) for page in pages]
    CommunicationMoment.objects.bulk_create(
        CommunicationMoment(project=cast.project, **_fields(member=cast.members[WORKER])) for _n in range(200)
    )
    assert [count_queries(client, page) for page in pages] == few
