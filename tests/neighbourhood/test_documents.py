"""Documents: made in the background with real steps, stored once, replaced cleanly."""

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from msa.models import Job, JobState
from neighbourhood.models import Document, DocumentKind, Picture, Snapshot, Theme
from neighbourhood.services.documents import build_documents, files_are_old, request_documents, store
from neighbourhood.tasks import build_documents_task
from projects.models import Person, Role
from tests.neighbourhood import factories
from tests.neighbourhood.editing import leader_client, member_client, page, sent

pytestmark = pytest.mark.django_db(transaction=True)
HEADS = {
    DocumentKind.POSTER_PDF: b"%PDF",
    DocumentKind.POSTER_PNG: b"\x89PNG",
    DocumentKind.POSTER_HTML: b"<!",
    DocumentKind.REPORT_PDF: b"%PDF",
}


def test_the_task_makes_every_document_tells_its_steps_and_may_come_again(picture):
    job = request_documents(picture=picture, person=Person.objects.get(), result_url="/klaar/")
    build_documents_task(str(job.key), str(picture.key))
    job.refresh_from_db()
    assert (job.state, job.step, job.steps) == (JobState.DONE, 4, 5)
    documents = {document.kind: document for document in Document.objects.filter(picture=picture)}
    assert set(documents) == set(DocumentKind.values)
    for kind, head in HEADS.items():
        assert documents[kind].file.open("rb").read(4).startswith(head)
    made = {kind: document.file.name for kind, document in documents.items()}
    build_documents_task(str(job.key), str(picture.key))
    assert {document.kind: document.file.name for document in Document.objects.all()} == made


def test_a_double_click_gives_one_job(picture):
    leader = Person.objects.get()
    first = request_documents(picture=picture, person=leader)
    assert request_documents(picture=picture, person=leader) == first
    assert Job.objects.filter(kind__startswith="documents").count() == 1


def test_a_replaced_file_is_deleted(picture):
    old = store(picture, DocumentKind.POSTER_TEXT, b"eerst").file.name
    new = store(picture, DocumentKind.POSTER_TEXT, b"daarna")
    assert Document.objects.count() == 1
    assert new.file.open("rb").read() == b"daarna"
    assert new.file.name != old
    assert not default_storage.exists(old)


def test_the_command_writes_all_files_of_a_project_without_the_web(tmp_path):
    project = factories.make_project()
    factories.add_conversations(project, 30)
    call_command("build_picture", project.slug, out=tmp_path / "uit", verbosity=0)
    made = {file.name: file.stat().st_size for file in (tmp_path / "uit").iterdir()}
    assert set(made) == {"praatplaat.pdf", "praatplaat.png", "praatplaat.html", "verslag.pdf", "cijfers.csv"}
    assert all(size > 1000 for size in made.values())
    assert Snapshot.objects.count() == Picture.objects.count() == 1


def test_the_command_says_in_dutch_why_it_cannot(tmp_path):
    with pytest.raises(CommandError, match="geen project"):
        call_command("build_picture", "nergens", out=tmp_path)
    project = factories.make_project()
    factories.add_conversations(project, 4)
    with pytest.raises(CommandError, match="te weinig gesprekken"):
        call_command("build_picture", project.slug, out=tmp_path)


def test_it_is_said_that_files_are_older_than_what_they_were_made_of(picture):
    home = leader_client().get(page("picture")).content.decode()
    assert "Er is iets veranderd nadat" not in home
    build_documents(picture=picture)
    assert "Er is iets veranderd nadat" not in leader_client().get(page("picture")).content.decode()
    leader_client().post(page("poster_edit"), sent(picture, title="Onze eigen straat"))
    assert "Er is iets veranderd nadat" in leader_client().get(page("picture")).content.decode()
    assert (
        "Er is iets veranderd nadat"
        not in member_client(picture, Role.RESIDENT_GROUP).get(page("picture")).content.decode()
    )
    build_documents(picture=Picture.objects.get())
    assert "Er is iets veranderd nadat" not in leader_client().get(page("picture")).content.decode()


def test_a_theme_that_changed_makes_the_files_old_too(picture):
    build_documents(picture=picture)
    assert not files_are_old(Picture.objects.get())
    Theme.objects.filter(project=picture.project).update(experience="Dit is later geschreven.")
    assert files_are_old(Picture.objects.get())
