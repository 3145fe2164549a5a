"""The resident group (V7): seats, who is missing, influence, and what other topics hear of it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from msa import registry
from msa.models import AuditEntry
from msa.sharing import Shared
from projects.contributions import residentgroup as contributions
from projects.models import Influence, InfluenceSubject, Person, ResidentGroup, Role, Seat
from projects.overviews.perspectives import perspectives_of
from projects.overviews.residentgroup import influence_of, table_of
from projects.services import end_membership
from projects.services import residentgroup as services
from projects.services.refusing import Refused
from tests.cast import Cast, make_cast
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def _page(cast: Cast, name: str, *arguments: Any) -> str:
    return reverse(f"projects:resident_{name}", args=[cast.project.slug, *arguments])


def _leader(cast: Cast, browser: Browser) -> Client:
    return browser(cast.person(Role.PROJECT_LEADER))


def _seat(cast: Cast, perspective: str = "ouder", seat: Seat | None = None, **fields: Any) -> Seat:
    values = {"perspective": perspective, "voices": [], "filled": False} | fields
    return services.write_seat(
        project=cast.project, by=cast.person(Role.PROJECT_LEADER), fields=values, seat=seat
    )


def _subject(cast: Cast, name: str = "Planning", level: str = "think", reason: str = "") -> InfluenceSubject:
    fields = {"name": name, "level": level, "reason": reason}
    return services.write_subject(project=cast.project, by=cast.person(Role.PROJECT_LEADER), fields=fields)


def _living(cast: Cast, *keys: str) -> None:
    by = cast.person(Role.PROJECT_LEADER)
    services.change_group(project=cast.project, by=by, fields={"living": list(keys)})


def test_a_page_that_is_only_read_makes_no_group(cast: Cast, browser: Browser) -> None:
    for name in ("group", "seats", "meetings", "advices", "influence"):
        assert _leader(cast, browser).get(_page(cast, name)).status_code == 200
    assert not ResidentGroup.objects.exists()


def test_an_account_on_a_seat_fills_it_and_one_that_leaves_makes_it_vacant(cast: Cast) -> None:
    member = cast.members[Role.RESIDENT_GROUP]
    seat = _seat(cast, member=member)
    assert seat.taken
    end_membership(membership=member, by=cast.person(Role.PROJECT_LEADER))
    table = table_of(cast.project)
    assert (table.taken, table.vacant) == (0, 1)
    assert table.left == [seat]


def test_only_a_resident_of_this_project_gets_a_seat(cast: Cast) -> None:
    with pytest.raises(Refused, match="doet niet mee"):
        _seat(cast, member=cast.members[Role.PARTNER])
    with pytest.raises(Refused, match="doet niet mee"):
        _seat(cast, member=make_cast("lankforst").members[Role.RESIDENT_GROUP])


def test_an_account_sits_on_one_seat(cast: Cast) -> None:
    _seat(cast, member=cast.members[Role.RESIDENT_GROUP])
    with pytest.raises(Refused, match="andere stoel"):
        _seat(cast, "jongere", member=cast.members[Role.RESIDENT_GROUP])


def test_a_seat_that_is_taken_away_lets_go_of_its_account_and_comes_back_vacant(cast: Cast) -> None:
    leader, seat = cast.person(Role.PROJECT_LEADER), _seat(cast, member=cast.members[Role.RESIDENT_GROUP])
    services.remove_seat(seat=seat, by=leader)
    assert not table_of(cast.project).places
    services.restore_seat(seat=seat, by=leader)
    assert (table_of(cast.project).taken, table_of(cast.project).vacant) == (0, 1)
    acts = AuditEntry.objects.filter(act__startswith="resident seat").values_list("act", flat=True)
    assert sorted(acts) == ["resident seat added", "resident seat removed", "resident seat restored"]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.PROJECT_LEADER])
def test_nobody_but_who_manages_people_reads_whose_seat_it_is(
    cast: Cast, browser: Browser, role: str
) -> None:
    resident = cast.members[Role.RESIDENT_GROUP]
    resident.person.name = "Fatma Halte"
    resident.person.save()
    _seat(cast, member=resident)
    client = browser(cast.person(role))
    for name in ("group", "seats", "meetings", "advices", "influence"):
        main = client.get(_page(cast, name)).content.decode().split("<main", 1)[1]
        assert "Fatma Halte" not in main
        assert "@" not in main


@pytest.mark.parametrize(
    ("role", "named"),
    [
        (Role.PROJECT_LEADER, True),
        (Role.ADMINISTRATOR, True),
        (Role.RESIDENT_GROUP, True),
        (Role.PARTNER, False),
        (Role.HOUSING_OFFICER, False),
    ],
)
def test_the_page_of_the_project_names_a_resident_to_who_manages_people_and_the_resident_only(
    cast: Cast, browser: Browser, role: str, named: bool
) -> None:
    resident = cast.person(Role.RESIDENT_GROUP)
    resident.name = "Fatma Halte"
    resident.save()
    address = reverse("projects:home", args=[cast.project.slug])
    main = browser(cast.person(role)).get(address).content.decode().split("<main", 1)[1]
    assert ("Fatma Halte" in main) is named
    assert ("1 bewoner<" in main) is not named


def test_a_community_worker_changes_a_seat_without_seeing_or_losing_its_account(
    cast: Cast, browser: Browser
) -> None:
    seat = _seat(cast, member=cast.members[Role.RESIDENT_GROUP])
    client = browser(cast.person(Role.COMMUNITY_WORKER))
    page = client.get(_page(cast, "seat", seat.pk)).content.decode()
    assert 'name="member"' not in page
    client.post(_page(cast, "seat", seat.pk), {"perspective": "ouder met een kind", "filled": "on"})
    seat.refresh_from_db()
    assert (seat.perspective, seat.member) == ("ouder met een kind", cast.members[Role.RESIDENT_GROUP])


def test_who_manages_people_couples_an_account(cast: Cast, browser: Browser) -> None:
    member = cast.members[Role.RESIDENT_GROUP]
    data = {"perspective": "ouder", "voices": ["parents"], "member": member.pk}
    _leader(cast, browser).post(_page(cast, "seat_add"), data)
    seat = Seat.objects.get()
    assert (seat.member, seat.voices, seat.taken) == (member, ["parents"], True)


def test_a_group_without_a_seat_is_missing_and_one_with_a_vacant_seat_waits(cast: Cast) -> None:
    _living(cast, "young", "parents", "elderly")
    _seat(cast, "ouder", voices=["parents"])
    _seat(cast, "oudere", voices=["elderly"], filled=True)
    table = table_of(cast.project)
    assert [one.key for one in table.missing] == ["young"]
    assert [one.key for one in table.waiting] == ["parents"]


def test_blocks_are_perspectives_of_their_own_project_only(cast: Cast, outsiders: Cast) -> None:
    mine = {one.key for one in perspectives_of(cast.project) if one.key.startswith("block:")}
    theirs = {one.key for one in perspectives_of(outsiders.project) if one.key.startswith("block:")}
    assert len(mine) == len(theirs) == 3
    assert not mine & theirs


def test_a_block_that_becomes_part_of_another_keeps_its_voice(cast: Cast) -> None:
    first, second, _third = cast.blocks
    old, new = f"block:{first.key}", f"block:{second.key}"
    seat = _seat(cast, voices=["parents", old, new])
    _living(cast, old)
    use = next(iter(contributions.block_uses(cast.project)))
    assert (use.counts[first.pk], use.words(1)) == (1, "1 stoel in de bewonersprojectgroep")
    use.move(first, second)
    seat.refresh_from_db()
    assert seat.voices == ["parents", new]
    assert ResidentGroup.objects.get().living == [new]


def test_ticking_who_lives_here_shows_who_misses_and_how_to_find_them(cast: Cast, browser: Browser) -> None:
    client = _leader(cast, browser)
    client.post(_page(cast, "living"), {"living": ["young"]})
    page = client.get(_page(cast, "seats")).content.decode()
    assert "jongerenwerk" in page
    assert f"{_page(cast, 'seat_add')}?voor=young" in page
    assert 'value="jongeren"' in client.get(_page(cast, "seat_add") + "?voor=young").content.decode()


def test_an_unknown_perspective_is_refused(cast: Cast, browser: Browser) -> None:
    answer = _leader(cast, browser).post(_page(cast, "living"), {"living": ["martians"]})
    assert answer.status_code == 200
    assert not ResidentGroup.objects.exists()


@pytest.mark.parametrize(
    "telling",
    ["bel 06-12345678", "mail fatma@voorbeeld.nl", "6511 AB", "bsn 111222333", "NL91ABNA0417164300"],
)
def test_what_points_at_somebody_does_not_go_in(cast: Cast, browser: Browser, telling: str) -> None:
    answer = _leader(cast, browser).post(_page(cast, "seat_add"), {"perspective": f"ouder, {telling}"})
    page = answer.content.decode()
    assert "waarmee iemand te vinden is" in page
    assert telling in page  # what was typed is still there
    assert not Seat.objects.exists()


def test_no_influence_needs_a_reason_in_form_service_and_database(cast: Cast, browser: Browser) -> None:
    page = _leader(cast, browser).post(_page(cast, "subject_add"), {"name": "Huur", "level": "none"})
    assert "waarom bewoners hier geen invloed" in page.content.decode()
    with pytest.raises(Refused, match="waarom bewoners"):
        _subject(cast, level=Influence.NONE)
    group = services.group_for(cast.project)
    with pytest.raises(IntegrityError), transaction.atomic():
        InfluenceSubject.objects.create(group=group, name="Huur", level=Influence.NONE)


def test_a_subject_stands_in_the_table_once(cast: Cast) -> None:
    _subject(cast, "Planning")
    with pytest.raises(Refused, match="staat al in de tabel"):
        _subject(cast, "planning")


def test_the_examples_say_openly_where_there_is_no_influence(cast: Cast, browser: Browser) -> None:
    client = _leader(cast, browser)
    client.post(_page(cast, "subject_examples"))
    client.post(_page(cast, "subject_examples"))
    levels = {level.level: level.subjects for level in influence_of(cast.project)}
    assert all(levels.values())
    assert all(subject.reason for subject in levels[Influence.NONE])
    assert (
        "De huur na de werkzaamheden"
        in browser(cast.person(Role.RESIDENT_GROUP)).get(_page(cast, "influence")).content.decode()
    )


def test_two_windows_on_one_subject_lose_no_words(cast: Cast, browser: Browser) -> None:
    subject, client = _subject(cast, reason="Eerst."), _leader(cast, browser)
    address = _page(cast, "subject", subject.pk)
    window = client.get(address).context["form"].initial["window"]
    mine = {"name": "Planning", "level": "know", "reason": "Van mij.", "window": window}
    client.post(address, mine | {"reason": "Van de ander.", "level": "think"})
    page = client.post(address, mine)
    assert "Van de ander." in page.content.decode()
    assert "Van mij." in page.content.decode()
    again = page.context["form"].data
    client.post(address, {name: again[name] for name in mine})
    subject.refresh_from_db()
    assert (subject.reason, subject.level) == ("Van mij.", "know")


def test_a_window_leaves_what_it_did_not_change(cast: Cast, browser: Browser) -> None:
    subject, client = _subject(cast, reason="Eerst."), _leader(cast, browser)
    address = _page(cast, "subject", subject.pk)
    window = client.get(address).context["form"].initial["window"]
    client.post(address, {"name": "Planning", "level": "think", "reason": "Nieuw.", "window": window})
    client.post(address, {"name": "De planning", "level": "think", "reason": "Eerst.", "window": window})
    subject.refresh_from_db()
    assert (subject.name, subject.reason) == ("De planning", "Nieuw.")


def test_before_the_visits_a_group_and_openness_are_advised(cast: Cast) -> None:
    before = {rule.key: rule for rule in contributions.requirements(cast.project, Shared())}
    assert [rule.met for rule in before.values()] == [False, False]
    assert not any(rule.blocks for rule in before.values())
    for number in range(3):
        _seat(cast, f"stoel {number}", filled=True)
    _subject(cast)
    after = {rule.key: rule for rule in contributions.requirements(cast.project, Shared())}
    assert all(rule.met and not rule.reason for rule in after.values())


def test_a_new_project_takes_over_vacant_seats_and_subjects_but_no_people_and_no_blocks(
    cast: Cast, outsiders: Cast
) -> None:
    block = f"block:{cast.blocks[0].key}"
    _seat(cast, "ouder", voices=["parents", block], member=cast.members[Role.RESIDENT_GROUP])
    _subject(cast, "Huur", "none", "Dat beslist de corporatie.")
    _living(cast, "parents")
    by = outsiders.person(Role.PROJECT_LEADER)
    copy = next(part.call for part in registry.setup if part.name == "resident group")
    assert "1" in copy(cast.project, outsiders.project, by)
    assert copy(cast.project, outsiders.project, by) == ""
    seat = Seat.objects.get(group__project=outsiders.project)
    assert (seat.taken, seat.member, seat.voices) == (False, None, ["parents"])
    assert outsiders.project.resident_group.living == []
    assert outsiders.project.resident_group.subjects.get().reason == "Dat beslist de corporatie."


@pytest.mark.parametrize("name", ["group", "seats", "influence"])
def test_a_long_table_asks_no_more_queries(cast: Cast, browser: Browser, name: str) -> None:
    client = _leader(cast, browser)
    _seat(cast, "stoel")
    _subject(cast, "onderwerp")
    few = count_queries(client, _page(cast, name))
    group = services.group_for(cast.project)
    Seat.objects.bulk_create(Seat(group=group, perspective=f"stoel {n}") for n in range(200))
    InfluenceSubject.objects.bulk_create(
        InfluenceSubject(group=group, name=f"onderwerp {n}", level="know") for n in range(200)
    )
    assert count_queries(client, _page(cast, name)) == few
