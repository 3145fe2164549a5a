"""A file handed in under the wrong heading is recognised by its columns and may go on as what it is."""

import pytest

from housevisits.imports.kinds import likely_kind
from housevisits.models import ImportKind, ImportSession, ImportState
from housevisits.services.imports import sessions
from projects.models import Role
from tests.cast import Cast, make_cast
from tests.housevisits.form_exports import DEFAULT, OTHER_TEAM
from tests.housevisits.importing import ADDRESSES, FORMS, hand_in, page_of, signed_in, upload
from tests.msa.spreadsheets import as_csv, read


@pytest.fixture
def cast() -> Cast:
    return make_cast()


LISTS = {
    "the real one": ADDRESSES,
    "whole addresses": as_csv([["Adres"], ["Spoorpad 1"], ["Spoorpad 2"]]),
    "with what is known of the household": as_csv(
        [
            ["Straat", "Nr", "Deelbuurt", "Samenstelling huishouden", "Leeftijd", "Woonduur", "Mutatiedatum"],
            ["Spoorpad", "1", "Noord", "alleen", "75 jaar of ouder", "langer dan 20 jaar", "1-3-2004"],
            ["Spoorpad", "2", "Zuid", "eenoudergezin", "25 tot 50", "2 tot 5 jaar", "13-4-2022"],
        ]
    ),
}
EXPORTS = {
    "the real one": FORMS,
    "another team's": as_csv(OTHER_TEAM),
    "with the address of who answered": as_csv(
        [[*OTHER_TEAM[0], "Straat", "Huisnummer"], *[[*row, "Spoorpad", "7"] for row in OTHER_TEAM[1:]]]
    ),
    "without stories": as_csv(
        [
            ["Tijdstempel", "Leeftijd", "Rapportcijfer leefbaarheid", "Ik voel me hier thuis"],
            ["13-3-2026 9:00", "75+", "7", "mee eens"],
            ["14-3-2026 9:00", "25 tot 50", "8", "neutraal"],
        ]
    ),
}
NEITHER = {
    "a list of things": as_csv([["Naam", "Aantal"], ["Stoel", "4"], ["Tafel", "1"]]),
    "blocks": as_csv([["Blok", "Plaats"], ["Noord", "Nijmegen"], ["Zuid", "Nijmegen"]]),
}


@pytest.mark.parametrize("name", LISTS)
def test_an_address_list_is_recognised(name: str) -> None:
    assert likely_kind(read(LISTS[name]), DEFAULT) == "addresses"


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_with_conversations_is_recognised(name: str) -> None:
    assert likely_kind(read(EXPORTS[name]), DEFAULT) == "forms"


@pytest.mark.parametrize("name", NEITHER)
def test_what_is_neither_is_left_open(name: str) -> None:
    assert likely_kind(read(NEITHER[name]), DEFAULT) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("handed_in", "content", "says", "kind"),
    [
        ("addresses", FORMS, "maar een export van Google Forms", "forms"),
        ("forms", ADDRESSES, "maar een adreslijst", "addresses"),
    ],
)
def test_a_file_under_the_wrong_heading_goes_on_as_the_other_kind_with_one_click(
    cast: Cast, handed_in: str, content: bytes, says: str, kind: str
) -> None:
    client = signed_in(cast)
    page = upload(client, handed_in, content)["Location"]
    body = client.get(page).content.decode()
    assert says in body
    assert f'name="kind" value="{kind}"' in body
    assert "vonden we geen kolom" not in body
    session = ImportSession.objects.get()
    assert client.post(page_of("kind", session), {"kind": kind})["Location"] == page
    again = client.get(page).content.decode()
    assert "Dit lijkt geen" not in again
    session = ImportSession.objects.get()
    assert (session.kind, session.state) == (kind, ImportState.COLUMNS)
    assert sessions.plan_of(session).columns[read(content).columns[0]] in ("street", "timestamp")


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "content"), [("addresses", ADDRESSES), ("forms", FORMS)])
def test_a_file_under_its_own_heading_raises_no_doubt(cast: Cast, kind: str, content: bytes) -> None:
    body = signed_in(cast).get(page_of("columns", hand_in(cast, kind, content))).content.decode()
    assert "Dit lijkt geen" not in body


@pytest.mark.django_db
def test_handing_the_file_in_again_under_the_right_heading_makes_no_second_entry(cast: Cast) -> None:
    hand_in(cast, "addresses", FORMS)
    answer = upload(signed_in(cast), "forms", FORMS)
    session = ImportSession.objects.get()
    assert session.kind == ImportKind.FORMS
    assert answer["Location"] == page_of("columns", session)


@pytest.mark.django_db
def test_going_on_as_something_unknown_or_after_storing_changes_nothing(cast: Cast) -> None:
    client, session = signed_in(cast), hand_in(cast, "addresses", ADDRESSES)
    assert client.post(page_of("kind", session), {"kind": "onzin"}).status_code == 400
    sessions.store(session=session, person=cast.person(Role.PROJECT_LEADER))
    assert client.post(page_of("kind", session), {"kind": "forms"})["Location"] == page_of("done", session)
    assert ImportSession.objects.get().kind == ImportKind.ADDRESSES
