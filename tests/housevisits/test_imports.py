"""Handing in files: proposed, corrected, checked, and only then stored; nothing half (H1, H11)."""

import csv
import io
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from housevisits.models import (
    Conversation,
    DirectAction,
    HeldRow,
    Household,
    ImportFingerprint,
    ImportSession,
    ImportState,
    SealedRegistration,
    SignalCount,
    StoryBlock,
)
from housevisits.services.imports import sessions
from housevisits.services.imports.held import next_text, settle_held
from housevisits.services.imports.texts import Choice, Decision
from housevisits.services.release import release
from projects.models import Role
from tests.cast import Cast, make_cast

pytestmark = pytest.mark.django_db
DATA = Path(__file__).resolve().parents[2] / "housevisits" / "demo_data"
ADDRESSES = (DATA / "spoorbuurt-adressen.csv").read_bytes()
FORMS = (DATA / "spoorbuurt-google-forms.csv").read_bytes()


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def _client(cast: Cast, role: str = Role.PROJECT_LEADER) -> Client:
    client = Client()
    client.force_login(cast.person(role), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _start(cast: Cast, kind: str, content: bytes) -> ImportSession:
    return sessions.start_import(
        project=cast.project,
        person=cast.person(Role.PROJECT_LEADER),
        kind=kind,
        file=io.BytesIO(content),
        name="bestand.csv",
    )


def _through(cast: Cast, content: bytes, decide: Choice | None = None) -> dict[str, object]:
    """Import a forms export with the proposal as it is; `decide` is the choice about every pointing text."""
    session = _start(cast, "forms", content)
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    plan = sessions.find_pointing(session=session)
    for text in plan.undecided() if decide else []:
        sessions.decide_text(session=session, place=text["place"], decision=Decision(decide))
    return sessions.store(session=session, person=session.person)


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode())))


def _csv(rows: list[list[str]], **options: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows)
    return out.getvalue().encode()


def test_the_address_list_goes_in_as_it_was_handed_over(cast: Cast) -> None:
    Household.objects.all().delete()
    session = _start(cast, "addresses", ADDRESSES)
    outcome = sessions.store(session=session, person=session.person)
    assert (outcome["added"], outcome["skipped"]) == (499, 0)
    assert Household.objects.filter(project=cast.project).count() == 499
    assert sorted(cast.project.blocks.values_list("name", flat=True)) == ["Midden", "Noord", "Zuid"]


def test_the_same_list_again_changes_nothing(cast: Cast) -> None:
    Household.objects.all().delete()
    for _time in range(2):
        session = _start(cast, "addresses", ADDRESSES)
        outcome = sessions.store(session=session, person=session.person)
    assert (outcome["added"], outcome["unchanged"]) == (0, 499)


def test_the_export_goes_in_and_rows_with_a_text_for_later_wait_whole(cast: Cast) -> None:
    outcome = _through(cast, FORMS, Choice.LATER)
    assert outcome["total"] == 414
    assert 0 < outcome["held"] < 20
    assert outcome["stored"] == 414 - outcome["held"]
    assert SealedRegistration.objects.count() == outcome["stored"]
    assert HeldRow.objects.count() == outcome["held"]


def test_signals_become_counts_and_never_direct_actions(cast: Cast) -> None:
    _through(cast, FORMS, Choice.REMOVE)
    counts = dict(SignalCount.objects.values_list("kind", "count"))
    assert counts == {"care": 35, "home": 57, "opportunity": 93}
    assert not DirectAction.objects.exists()


def test_the_same_export_with_more_rows_adds_only_the_new_ones(cast: Cast) -> None:
    rows = _rows(FORMS)
    first = _through(cast, _csv(rows[:101]), Choice.REMOVE)
    again = _through(cast, _csv(rows[:151]), Choice.REMOVE)
    assert (first["stored"], again["stored"], again["known"]) == (100, 50, 100)
    assert ImportFingerprint.objects.count() == 150


def test_a_row_left_for_later_is_known_when_the_export_comes_again(cast: Cast) -> None:
    _through(cast, FORMS, Choice.LATER)
    held = HeldRow.objects.count()
    again = _through(cast, FORMS, Choice.LATER)
    assert (again["stored"], again["held"], HeldRow.objects.count()) == (0, 0, held)


def test_no_identifier_of_the_export_reaches_the_register(cast: Cast) -> None:
    wanted = ["Fatima", "Marieke", "24837715", "NL91ABNA0417164300", "123456782", "voorbeeld.nl", "Öztürk"]
    assert all(word in FORMS.decode() for word in wanted)
    _through(cast, FORMS, Choice.REMOVE)
    release(cast.project.key)
    assert Conversation.objects.count() > 380
    kept = "\n".join(StoryBlock.objects.values_list("text", flat=True))
    assert not [word for word in wanted if word.lower() in kept.lower()]


def test_a_held_row_is_settled_text_by_text_and_then_goes(cast: Cast) -> None:
    _through(cast, FORMS, Choice.LATER)
    held = HeldRow.objects.select_related("project").all()[0]
    before = SealedRegistration.objects.count()
    while (found := next_text(held)) is not None:
        gone = settle_held(held=held, decisions={found.place: Decision(Choice.REMOVE)})
        if gone:
            break
        held.refresh_from_db()
    assert SealedRegistration.objects.count() == before + 1
    assert not HeldRow.objects.filter(pk=held.pk).exists()


def test_a_rewritten_text_that_still_points_at_somebody_waits(cast: Cast) -> None:
    session = _start(cast, "forms", FORMS)
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    plan = sessions.find_pointing(session=session)
    for text in plan.undecided():
        decision = Decision(Choice.REWRITE, "Bel maar naar 06-24837715.")
        sessions.decide_text(session=session, place=text["place"], decision=decision)
    outcome = sessions.store(session=session, person=session.person)
    assert outcome["held"] > 0
    assert SealedRegistration.objects.count() == outcome["stored"]


def test_what_is_certain_cannot_be_kept_as_it_is(cast: Cast) -> None:
    rows = _rows(FORMS)[:12]
    rows[3][13] = "Het nummer is 06-24837715."
    outcome = _through(cast, _csv(rows), Choice.KEEP)
    assert outcome["held"] == 1


def test_a_problem_stops_everything_unless_rows_are_left_out_knowingly(cast: Cast) -> None:
    rows = _rows(FORMS)[:30]
    rows[4][0] = "geen datum"
    session = _start(cast, "forms", _csv(rows))
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    plan = sessions.find_pointing(session=session)
    with pytest.raises(ValidationError) as refused:
        sessions.store(session=session, person=session.person)
    assert "5" in refused.value.messages[0] and "Tijdstempel" in refused.value.messages[0]
    assert not SealedRegistration.objects.exists() and not ImportFingerprint.objects.exists()
    plan = sessions.plan_of(session)
    plan.leave_out = True
    sessions.save_plan(session=session, plan=plan)
    assert sessions.store(session=session, person=session.person)["skipped"] == 1


def test_storing_twice_gives_the_first_outcome_and_nothing_double(cast: Cast) -> None:
    session = _start(cast, "forms", _csv(_rows(FORMS)[:40]))
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    sessions.find_pointing(session=session)
    first = sessions.store(session=session, person=session.person)
    assert sessions.store(session=session, person=session.person) == first
    assert SealedRegistration.objects.count() == first["stored"]


def test_the_file_lies_locked_between_two_screens_and_is_gone_after(cast: Cast) -> None:
    session = _start(cast, "forms", FORMS)
    for box in (bytes(session.box), bytes(session.settled)):
        assert b"Marieke" not in box and b"Gezond zijn" not in box
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    sessions.find_pointing(session=session)
    sessions.store(session=session, person=session.person)
    session.refresh_from_db()
    assert session.box is None and session.settled is None


def test_the_whole_way_by_screen(cast: Cast) -> None:
    client, slug = _client(cast), cast.project.slug
    upload = SimpleUploadedFile("export.csv", FORMS, content_type="text/csv")
    answer = client.post(reverse("housevisits:imports", args=[slug]), {"kind": "forms", "file": upload})
    session = ImportSession.objects.get()
    columns_page = reverse("housevisits:import_columns", args=[slug, session.pk])
    assert answer["Location"] == columns_page
    page = client.get(columns_page)
    fields = {name: field.initial for name, field in page.context["form"].fields.items()}
    answer = client.post(columns_page, fields)
    answers_page = reverse("housevisits:import_answers", args=[slug, session.pk])
    assert answer["Location"] == answers_page
    form = client.get(answers_page).context["form"]
    answer = client.post(answers_page, {name: field.initial for name, field in form.fields.items()})
    assert "/werk/" in answer["Location"]
    sessions.find_pointing(session=ImportSession.objects.get())
    texts_page = reverse("housevisits:import_texts", args=[slug, session.pk])
    for _number in range(40):
        page = client.get(texts_page)
        if page.status_code == 302:
            break
        found = page.context["found"]
        client.post(texts_page, {"place": found["place"], "choice": "remove"})
    check = client.get(reverse("housevisits:import_check", args=[slug, session.pk]))
    assert "Tijdstempel" in check.content.decode()
    client.post(reverse("housevisits:import_check", args=[slug, session.pk]), {})
    sessions.store(session=ImportSession.objects.get(), person=cast.person(Role.PROJECT_LEADER))
    done = client.get(reverse("housevisits:import_done", args=[slug, session.pk]))
    assert "414" in done.content.decode()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "leeg"),
        (b"%PDF-1.7 hallo", "PDF"),
        (b"\x00\x01\x02\x03" * 100, ""),
        (b"Straat,Huisnummer\n", ""),
    ],
)
def test_a_file_that_cannot_be_read_is_explained_and_nothing_is_kept(
    cast: Cast, content: bytes, says: str
) -> None:
    upload = SimpleUploadedFile("lijst.csv", content, content_type="text/csv")
    answer = _client(cast).post(
        reverse("housevisits:imports", args=["spoorbuurt"]), {"kind": "addresses", "file": upload}
    )
    assert answer.status_code == 200
    assert says.lower() in answer.content.decode().lower()
    assert not ImportSession.objects.exists()


def test_another_persons_import_is_not_found(cast: Cast) -> None:
    session = _start(cast, "addresses", ADDRESSES)
    session.person = cast.person(Role.HOUSING_OFFICER)
    session.save()
    page = reverse("housevisits:import_columns", args=["spoorbuurt", session.pk])
    assert _client(cast).get(page).status_code == 404


def test_a_discarded_import_leaves_nothing(cast: Cast) -> None:
    session = _start(cast, "addresses", ADDRESSES)
    _client(cast).post(reverse("housevisits:import_discard", args=["spoorbuurt", session.pk]))
    assert not ImportSession.objects.exists()


def test_the_back_button_after_the_last_text_leads_on(cast: Cast) -> None:
    session = _start(cast, "forms", FORMS)
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    plan = sessions.find_pointing(session=session)
    place = plan.undecided()[0]["place"]
    page = reverse("housevisits:import_texts", args=["spoorbuurt", session.pk])
    client = _client(cast)
    for _time in range(2):
        assert client.post(page, {"place": place, "choice": "remove"}).status_code == 302
    assert len(sessions.plan_of(ImportSession.objects.get()).decisions) == 1
    assert ImportSession.objects.get().state == ImportState.TEXTS


def test_a_held_row_whose_rewriting_still_points_is_asked_again(
    cast: Cast,
) -> None:
    session = _start(cast, "forms", FORMS)
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    for text in sessions.find_pointing(session=session).undecided():
        decision = Decision(Choice.REWRITE, "Bel maar naar 06-24837715.")
        sessions.decide_text(session=session, place=text["place"], decision=decision)
    sessions.store(session=session, person=session.person)
    page = reverse("housevisits:held_rows", args=["spoorbuurt"])
    client, waiting = _client(cast), HeldRow.objects.count()
    shown = client.get(page)
    assert shown.status_code == 200
    assert "06-24837715" in shown.content.decode()
    client.post(page, {"place": shown.context["found"].place, "choice": "remove"})
    assert HeldRow.objects.count() == waiting - 1


def test_an_import_that_was_left_goes_on_where_it_was(cast: Cast) -> None:
    session = _start(cast, "forms", FORMS)
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    sessions.find_pointing(session=session)
    body = _client(cast).get(reverse("housevisits:imports", args=["spoorbuurt"])).content.decode()
    assert reverse("housevisits:import_texts", args=["spoorbuurt", session.pk]) in body


def test_story_columns_that_were_not_found_are_named(cast: Cast) -> None:
    rows = [row[:15] for row in _rows(FORMS)[:20]]
    session = _start(cast, "forms", _csv(rows))
    page = reverse("housevisits:import_columns", args=["spoorbuurt", session.pk])
    body = _client(cast).get(page).content.decode()
    said = body.partition("vonden we geen kolom")[2][:600]
    assert "Verhaal: omgeving, kans" in said and "Verhaal: persoon" not in said
