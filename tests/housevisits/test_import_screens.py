"""An import by screen: step by step, left and taken up again, thrown away (H1, H11)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from housevisits.models import HeldRow, ImportSession, ImportState
from housevisits.services.imports import sessions
from housevisits.services.imports.texts import Choice, Decision
from projects.models import Role
from tests.cast import Cast, make_cast
from tests.housevisits.importing import ADDRESSES, FORMS, as_file, hand_in, rows_of, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def test_the_whole_way_by_screen(cast: Cast) -> None:
    client, slug = signed_in(cast), cast.project.slug
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
    answer = signed_in(cast).post(
        reverse("housevisits:imports", args=["spoorbuurt"]), {"kind": "addresses", "file": upload}
    )
    assert answer.status_code == 200
    assert says.lower() in answer.content.decode().lower()
    assert not ImportSession.objects.exists()


def test_another_persons_import_is_not_found(cast: Cast) -> None:
    session = hand_in(cast, "addresses", ADDRESSES)
    session.person = cast.person(Role.HOUSING_OFFICER)
    session.save()
    page = reverse("housevisits:import_columns", args=["spoorbuurt", session.pk])
    assert signed_in(cast).get(page).status_code == 404


def test_a_discarded_import_leaves_nothing(cast: Cast) -> None:
    session = hand_in(cast, "addresses", ADDRESSES)
    signed_in(cast).post(reverse("housevisits:import_discard", args=["spoorbuurt", session.pk]))
    assert not ImportSession.objects.exists()


def test_the_back_button_after_the_last_text_leads_on(cast: Cast) -> None:
    session = hand_in(cast, "forms", FORMS)
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    plan = sessions.find_pointing(session=session)
    place = plan.undecided()[0]["place"]
    page = reverse("housevisits:import_texts", args=["spoorbuurt", session.pk])
    client = signed_in(cast)
    for _time in range(2):
        assert client.post(page, {"place": place, "choice": "remove"}).status_code == 302
    assert len(sessions.plan_of(ImportSession.objects.get()).decisions) == 1
    assert ImportSession.objects.get().state == ImportState.TEXTS


def test_a_held_row_whose_rewriting_still_points_is_asked_again(
    cast: Cast,
) -> None:
    session = hand_in(cast, "forms", FORMS)
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    for text in sessions.find_pointing(session=session).undecided():
        decision = Decision(Choice.REWRITE, "Bel maar naar 06-24837715.")
        sessions.decide_text(session=session, place=text["place"], decision=decision)
    sessions.store(session=session, person=session.person)
    page = reverse("housevisits:held_rows", args=["spoorbuurt"])
    client, waiting = signed_in(cast), HeldRow.objects.count()
    shown = client.get(page)
    assert shown.status_code == 200
    assert "06-24837715" in shown.content.decode()
    client.post(page, {"place": shown.context["found"].place, "choice": "remove"})
    assert HeldRow.objects.count() == waiting - 1


def test_an_import_that_was_left_goes_on_where_it_was(cast: Cast) -> None:
    session = hand_in(cast, "forms", FORMS)
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    sessions.find_pointing(session=session)
    body = signed_in(cast).get(reverse("housevisits:imports", args=["spoorbuurt"])).content.decode()
    assert reverse("housevisits:import_texts", args=["spoorbuurt", session.pk]) in body


def test_story_columns_that_were_not_found_are_named(cast: Cast) -> None:
    rows = [row[:15] for row in rows_of(FORMS)[:20]]
    session = hand_in(cast, "forms", as_file(rows))
    page = reverse("housevisits:import_columns", args=["spoorbuurt", session.pk])
    body = signed_in(cast).get(page).content.decode()
    said = body.partition("vonden we geen kolom")[2][:600]
    assert "Verhaal: omgeving, kans" in said and "Verhaal: persoon" not in said


def test_going_back_to_the_columns_forgets_no_answer_and_no_decision(cast: Cast) -> None:
    rows = rows_of(FORMS)
    place = rows[0].index("Leeftijd") if "Leeftijd" in rows[0] else 3
    rows[1][place] = "onvindbaar antwoord"
    session = hand_in(cast, "forms", as_file(rows))
    plan = sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    plan.values[rows[0][place]]["onvindbaar antwoord"] = "75plus"
    sessions.save_plan(session=session, plan=plan)
    found = sessions.find_pointing(session=session).undecided()
    sessions.decide_text(session=session, place=found[0]["place"], decision=Decision(Choice.REMOVE))
    plan = sessions.choose_columns(session=session, columns=plan.columns)
    assert plan.values[rows[0][place]]["onvindbaar antwoord"] == "75plus"
    assert len(sessions.find_pointing(session=session).undecided()) == len(found) - 1
    elsewhere = plan.columns | {rows[0][place]: "ignore"}
    plan = sessions.choose_columns(session=session, columns=elsewhere)
    assert plan.decisions == {} and rows[0][place] not in plan.values
