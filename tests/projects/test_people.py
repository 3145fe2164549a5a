"""Adding, changing, ending and restoring people, and who may."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from msa.models import AuditEntry
from projects import services
from projects.models import Membership, Organisation, OrganisationKind, Person, Role
from projects.tasks import send_invitation
from tests.cast import Cast

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def _add(cast: Cast, **changes: Any) -> Membership:
    values: dict[str, Any] = {
        "email": "Nieuw@Voorbeeld.example",
        "name": "Sanne Sein",
        "role": Role.HOUSING_OFFICER,
        "organisation": cast.members[Role.PROJECT_LEADER].organisation,
    }
    return services.add_person(
        project=cast.project, by=cast.person(Role.PROJECT_LEADER), **(values | changes)
    )


def test_a_new_person_gets_an_account_without_password(cast: Cast) -> None:
    held = _add(cast)
    assert held.active
    assert held.role == Role.HOUSING_OFFICER
    assert held.person.email == "nieuw@voorbeeld.example"
    assert not held.person.has_usable_password()
    assert not EmailAddress.objects.get(user=held.person).verified


def test_a_known_person_keeps_the_account_and_the_name(cast: Cast, outsiders: Cast) -> None:
    known = outsiders.person(Role.PARTNER)
    held = _add(cast, email=known.email.upper(), name="Iemand Anders")
    assert held.person == known
    assert Person.objects.get(pk=known.pk).name == known.name


def test_who_takes_part_already_is_refused(cast: Cast) -> None:
    with pytest.raises(services.Refused, match="doet al mee"):
        _add(cast, email=cast.person(Role.PARTNER).email)


def test_who_left_comes_back_in_the_new_role(cast: Cast) -> None:
    left = cast.members[Role.PARTNER]
    services.end_membership(membership=left, by=cast.person(Role.PROJECT_LEADER))
    held = _add(cast, email=left.person.email)
    assert (held.pk, held.active, held.role) == (left.pk, True, Role.HOUSING_OFFICER)


def test_every_change_of_people_is_written_down(cast: Cast) -> None:
    leader = cast.person(Role.PROJECT_LEADER)
    held = _add(cast)
    services.change_membership(membership=held, by=leader, role=Role.PARTNER, organisation=held.organisation)
    services.end_membership(membership=held, by=leader)
    services.restore_membership(membership=held, by=leader)
    entries = AuditEntry.objects.filter(person=leader, project_key=cast.project.key)
    assert set(entries.values_list("act", flat=True)) == {
        "person added",
        "role changed",
        "person ended",
        "person restored",
    }
    assert all("Sanne Sein" in subject for subject in entries.values_list("subject", flat=True))


@pytest.mark.parametrize("last", [Role.PROJECT_LEADER, Role.ADMINISTRATOR])
def test_the_last_who_manages_cannot_leave(cast: Cast, last: str) -> None:
    other = {Role.PROJECT_LEADER: Role.ADMINISTRATOR, Role.ADMINISTRATOR: Role.PROJECT_LEADER}[Role(last)]
    services.end_membership(membership=cast.members[other], by=cast.person(last))
    somebody_else = cast.person(Role.PARTNER)
    with pytest.raises(services.Refused, match="laatste"):
        services.end_membership(membership=cast.members[last], by=somebody_else)
    with pytest.raises(services.Refused, match="laatste"):
        services.change_membership(
            membership=cast.members[last], by=somebody_else, role=Role.PARTNER, organisation=None
        )
    cast.members[last].refresh_from_db()
    assert cast.members[last].active


def test_nobody_changes_the_own_role_or_ends_the_own_part(cast: Cast) -> None:
    me = cast.members[Role.ADMINISTRATOR]
    with pytest.raises(services.Refused, match="eigen rol"):
        services.change_membership(
            membership=me, by=me.person, role=Role.PROJECT_LEADER, organisation=me.organisation
        )
    with pytest.raises(services.Refused, match="Jezelf"):
        services.end_membership(membership=me, by=me.person)


def test_one_may_correct_the_own_organisation(cast: Cast) -> None:
    me = cast.members[Role.ADMINISTRATOR]
    other = Organisation.objects.create(name="Welzijn Het Perron", kind=OrganisationKind.WELFARE)
    services.change_membership(membership=me, by=me.person, role=me.role, organisation=other)
    me.refresh_from_db()
    assert me.organisation == other


def _invited(cast: Cast, role: str, by: str = Role.ADMINISTRATOR) -> tuple[str, str, list[str]]:
    """The plain text of an invitation, its HTML, and where an answer goes."""
    send_invitation(cast.members[role].pk, cast.person(by).pk)
    message = mail.outbox[-1]
    (html,) = message.alternatives
    assert html.mimetype == "text/html"
    return message.body, html.content, message.reply_to


@pytest.mark.parametrize("role", [Role.PARTNER, Role.RESIDENT_GROUP])
@pytest.mark.parametrize("by", [Role.ADMINISTRATOR, Role.PROJECT_LEADER])
def test_the_invitation_says_who_asks_for_whom_what_it_is_and_what_becomes_of_the_data(
    cast: Cast, role: str, by: str
) -> None:
    text, html, answers = _invited(cast, role, by)
    host = cast.members[by]
    for shown in (" ".join(text.split()), html):
        assert f"{host.person}, {host.get_role_display()}, namens {host.organisation}, nodigt" in shown
        assert "‘Meer dan Steen Alleen’" in shown
        assert "bewaren we" in shown
        assert reverse("about") in shown
        assert f"dan leest {host.person} het" in shown
    assert answers == [host.person.email]


def test_a_resident_reads_u_and_where_to_go_and_no_address_of_staff(cast: Cast) -> None:
    cast.project.contact = "elke woensdag in de pipowagen"
    cast.project.save()
    text, html, _answers = _invited(cast, Role.RESIDENT_GROUP)
    for shown in (text, html):
        assert "elke woensdag in de pipowagen" in shown
        assert not {"je", "jij", "jou", "jouw"} & set(shown.lower().split())
        assert cast.person(Role.ADMINISTRATOR).email not in shown


def test_an_invitation_of_somebody_unknown_is_signed_by_the_leader(cast: Cast) -> None:
    send_invitation(cast.members[Role.PARTNER].pk)
    assert mail.outbox[-1].reply_to == [cast.person(Role.PROJECT_LEADER).email]


def test_a_project_without_anybody_else_still_invites(cast: Cast) -> None:
    cast.project.memberships.exclude(role=Role.PARTNER).update(active=False)
    send_invitation(cast.members[Role.PARTNER].pk)
    assert "Je doet mee in het project Spoorbuurt in Nijmegen" in mail.outbox[-1].body


def test_names_cannot_put_anything_in_the_html(cast: Cast) -> None:
    Person.objects.filter(pk=cast.person(Role.ADMINISTRATOR).pk).update(name="<img src=x>")
    _text, html, _answers = _invited(cast, Role.PARTNER)
    assert "<img" not in html
    assert "&lt;img src=x&gt;" in html


def test_the_invitation_tells_a_resident_politely_how_to_sign_in(cast: Cast) -> None:
    resident, partner = (
        body for role in (Role.RESIDENT_GROUP, Role.PARTNER) for body in _invited(cast, role)[:1]
    )
    assert "Vul het e-mailadres in waarop u deze mail kreeg" in resident
    assert "waarop je deze mail kreeg" in partner
    assert reverse("account_request_login_code") in resident


def test_who_left_meanwhile_gets_no_invitation(cast: Cast) -> None:
    held = cast.members[Role.PARTNER]
    Membership.objects.filter(pk=held.pk).update(active=False)
    send_invitation(held.pk)
    assert mail.outbox == []


FORM = {"name": "Sanne Sein", "email": "sanne@voorbeeld.example", "role": Role.COMMUNITY_WORKER.value}


def _page(cast: Cast, name: str, *arguments: int) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


def test_the_leader_adds_somebody_of_a_new_organisation(cast: Cast, browser: Browser) -> None:
    data = FORM | {"new_organisation": "Zorg Het Spoor", "new_kind": OrganisationKind.CARE.value}
    answer = browser(cast.person(Role.PROJECT_LEADER)).post(_page(cast, "add"), data, follow=True)
    assert "Sanne Sein doet mee als opbouwwerker" in answer.content.decode()
    held = Membership.objects.get(person__email="sanne@voorbeeld.example")
    assert held.organisation is not None
    assert (held.organisation.name, held.organisation.kind) == ("Zorg Het Spoor", OrganisationKind.CARE)


def test_an_organisation_is_not_made_twice(cast: Cast, browser: Browser) -> None:
    data = FORM | {"new_organisation": "woonstichting de wissel"}
    browser(cast.person(Role.PROJECT_LEADER)).post(_page(cast, "add"), data)
    assert Organisation.objects.count() == 1
    assert Membership.objects.filter(person__email="sanne@voorbeeld.example").exists()


def test_a_refusal_leaves_no_new_organisation_behind(cast: Cast, browser: Browser) -> None:
    known = cast.person(Role.PARTNER)
    data = FORM | {"email": known.email, "new_organisation": "Zorg Het Spoor"}
    answer = browser(cast.person(Role.PROJECT_LEADER)).post(_page(cast, "add"), data)
    assert "doet al mee" in answer.content.decode()
    assert not Organisation.objects.filter(name="Zorg Het Spoor").exists()


def test_a_form_without_organisation_says_what_is_missing(cast: Cast, browser: Browser) -> None:
    answer = browser(cast.person(Role.PROJECT_LEADER)).post(_page(cast, "add"), FORM)
    page = answer.content.decode()
    assert "Kies een organisatie, of schrijf hieronder een nieuwe op." in page
    assert 'value="sanne@voorbeeld.example"' in page
    assert not Membership.objects.filter(person__email="sanne@voorbeeld.example").exists()


def test_a_resident_stands_for_no_organisation(cast: Cast, browser: Browser) -> None:
    organisation = cast.members[Role.PARTNER].organisation
    assert organisation is not None
    data = FORM | {"role": Role.RESIDENT_GROUP.value, "organisation": organisation.pk}
    browser(cast.person(Role.PROJECT_LEADER)).post(_page(cast, "add"), data)
    assert Membership.objects.get(person__email="sanne@voorbeeld.example").organisation is None


def test_ending_is_undone_from_the_list(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    held = cast.members[Role.PARTNER]
    page = leader.post(_page(cast, "end", held.pk), follow=True).content.decode()
    assert "Toch weer meedoen?" in page
    assert "Doen niet meer mee" in leader.get(_page(cast, "people")).content.decode()
    assert browser(held.person).get(_page(cast, "home")).status_code == 404
    leader.post(_page(cast, "restore", held.pk))
    assert browser(held.person).get(_page(cast, "home")).status_code == 200


def test_the_only_leader_is_ended_after_saying_what_that_means(cast: Cast, browser: Browser) -> None:
    administrator = browser(cast.person(Role.ADMINISTRATOR))
    held = cast.members[Role.PROJECT_LEADER]
    page = administrator.get(_page(cast, "end", held.pk)).content.decode()
    assert "is de enige projectleider" in page
    assert 'name="without_leader"' in page

    said = {"taker-referral-routes": cast.members[Role.HOUSING_OFFICER].pk, "without_note": "on"}
    page = administrator.post(_page(cast, "end", held.pk), said).content.decode()
    held.refresh_from_db()
    assert held.active
    assert "Er is nog niets veranderd" in page

    administrator.post(_page(cast, "end", held.pk), said | {"without_leader": "on"})
    held.refresh_from_db()
    assert not held.active
    administrator.post(_page(cast, "restore", held.pk))
    held.refresh_from_db()
    assert (held.active, held.role) == (True, Role.PROJECT_LEADER)


def test_of_two_leaders_one_is_ended_without_a_tick(cast: Cast, browser: Browser) -> None:
    _add(cast, role=Role.PROJECT_LEADER)
    administrator = browser(cast.person(Role.ADMINISTRATOR))
    held = cast.members[Role.PROJECT_LEADER]
    page = administrator.get(_page(cast, "end", held.pk)).content.decode()
    assert "without_leader" not in page
    said = {"taker-referral-routes": "nobody", "without_note": "on"}
    administrator.post(_page(cast, "end", held.pk), said)
    held.refresh_from_db()
    assert not held.active


def test_a_refused_change_is_explained_on_the_page(cast: Cast, browser: Browser) -> None:
    me = cast.members[Role.ADMINISTRATOR]
    assert me.organisation is not None
    data = {"role": Role.PROJECT_LEADER.value, "organisation": me.organisation.pk}
    page = browser(me.person).post(_page(cast, "change", me.pk), data).content.decode()
    assert "Je eigen rol kan alleen een ander veranderen" in page
    me.refresh_from_db()
    assert me.role == Role.ADMINISTRATOR


def test_the_list_of_people_asks_as_much_for_many_as_for_few(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    client.get(_page(cast, "people"))
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(_page(cast, "people"))
    for number in range(12):
        _add(cast, email=f"p{number}@voorbeeld.example", name=f"Persoon {number}")
    with CaptureQueriesContext(connection) as many:
        client.get(_page(cast, "people"))
    assert len(many) == len(few)
    # session, person with membership and project, people with organisation; when they can; their training:
    # sessions, attendance, practice, what was learnt elsewhere. The menu may ask for its own.
    assert len(few) <= 10


def test_the_page_of_the_project_asks_as_much_for_many_as_for_few(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    client.get(_page(cast, "home"))
    with CaptureQueriesContext(connection) as few:
        client.get(_page(cast, "home"))
    for number in range(12):
        _add(cast, email=f"p{number}@voorbeeld.example", name=f"Persoon {number}")
    with CaptureQueriesContext(connection) as many:
        client.get(_page(cast, "home"))
    assert len(many) == len(few)
