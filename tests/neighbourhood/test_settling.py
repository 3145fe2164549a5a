"""Before and after publishing: what a concept lacks, and erasing the texts of residents (P7)."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from housevisits.models import Conversation, StoryBlock
from housevisits.services.registration import StoryText
from housevisits.services.release import release
from msa.models import AuditEntry
from msa.sharing import Shared
from neighbourhood.figures.serialising import figures_to_json
from neighbourhood.figures.types import Figures
from neighbourhood.models import Picture, PictureState, Snapshot, Theme, ThemeEvidence, ThemeVote
from neighbourhood.picturelist import todo
from neighbourhood.services.erasing import erase_settled_stories, may_be_erased
from neighbourhood.services.pictures import take_down
from neighbourhood.services.readiness import missing
from neighbourhood.services.weights import weigh_themes
from projects.models import Project, Role
from tests.attacks.searching import traces
from tests.cast import Cast, make_cast
from tests.housevisits.registrations import seal_many
from tests.housevisits.writing import BACKEND
from tests.neighbourhood.editing import leader_client, page
from tests.neighbourhood.publishing import with_files

pytestmark = pytest.mark.django_db(transaction=True)
READER = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-name": "Bo Bouwman"}
CANARY = "zwaluwnestkastje"


def _leader(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.person(Role.PROJECT_LEADER), backend=BACKEND)
    return client


@pytest.fixture
def told() -> Cast:
    """Ten conversations with a canary in them, one theme on all of them, and a published picture."""
    cast = make_cast()
    text = (StoryText("person", "opportunity", "", f"Vertelt over een {CANARY}."),)
    seal_many(cast.project, 10, texts=text)
    release(cast.project.key)
    theme = Theme.objects.create(
        project=cast.project, title="Vogels", sentence="Er wonen veel vogels.", valence="opportunity"
    )
    blocks = StoryBlock.objects.filter(conversation__project_key=cast.project.key, text__contains=CANARY)
    ThemeEvidence.objects.bulk_create(ThemeEvidence(theme=theme, block=block) for block in blocks)
    weigh_themes(project=cast.project)
    _published_picture(cast.project)
    return cast


def _published_picture(project: Project) -> None:
    nothing = figures_to_json(Figures(n=0, as_of="2026-05-01", questions=()))
    day = date(2026, 5, 1)
    snapshot = Snapshot.objects.create(project=project, number=1, made_on=day, figures=nothing, members=b"")
    Picture.objects.create(project=project, snapshot=snapshot, state=PictureState.PUBLISHED, published_on=day)


def test_an_empty_concept_says_what_it_lacks_and_is_published_only_knowingly(picture: Picture) -> None:
    Theme.objects.filter(project=picture.project).delete()
    Project.objects.filter(pk=picture.project_id).update(contact="")
    lacking = missing(Picture.objects.get())
    assert len(lacking) == 3
    with_files(Picture.objects.get())
    body = leader_client().get(page("publish")).content.decode()
    assert all(sentence.replace("'", "&#x27;") in body for sentence in lacking)
    answer = leader_client().post(page("publish"), READER)
    assert "Vink aan dat je dit gezien hebt" in answer.content.decode()
    assert "Bo Bouwman" in answer.content.decode()
    assert Picture.objects.get().state == PictureState.CONCEPT
    assert leader_client().post(page("publish"), READER | {"anyway": "on"}).status_code == 302
    assert Picture.objects.get().state == PictureState.PUBLISHED


def test_a_whole_concept_asks_for_nothing_more(picture: Picture) -> None:
    project = picture.project
    Project.objects.filter(pk=project.pk).update(contact="Elke woensdag in de pipowagen")
    leader = project.memberships.get(role=Role.PROJECT_LEADER)
    for number in range(6):
        theme = Theme.objects.create(
            project=project,
            title=f"Thema {number}",
            sentence="Dit hoorden we vaak.",
            valence="opportunity" if number % 2 else "barrier",
            quote="Zo gaat dat hier.",
            quote_approved_by=leader,
        )
        ThemeVote.objects.create(theme=theme, member=leader)
    Theme.objects.filter(project=project).update(weight="ongeveer 20 gesprekken", quotable=True)
    assert missing(Picture.objects.get()) == [
        "De bewonersprojectgroep kan dit concept nog niet zien: het staat alleen open voor het team."
    ]
    Picture.objects.update(open_to_residents=True)
    assert missing(Picture.objects.get()) == []
    with_files(Picture.objects.get())
    assert "Dit ontbreekt nog" not in leader_client().get(page("publish")).content.decode()


def test_nothing_is_erased_while_nothing_is_published(told: Cast) -> None:
    Picture.objects.update(state=PictureState.CONCEPT)
    with pytest.raises(ValidationError):
        erase_settled_stories(project=told.project, person=told.person(Role.PROJECT_LEADER))
    assert not may_be_erased(told.project)
    assert StoryBlock.objects.count() == 10


def test_erasing_asks_and_says_what_goes_and_what_stays(told: Cast) -> None:
    client, erase = _leader(told), reverse("neighbourhood:stories_erase", args=[told.project.slug])
    assert "niet terug te draaien" in client.get(erase).content.decode()
    answer = client.post(erase, {})
    assert "Vink aan dat het verslag is vastgesteld" in answer.content.decode()
    assert StoryBlock.objects.count() == 10


def test_erased_texts_are_nowhere_while_themes_keep_what_they_weighed(told: Cast) -> None:
    theme = Theme.objects.get()
    assert theme.weight
    assert theme.quotable
    assert traces(CANARY)
    erase = reverse("neighbourhood:stories_erase", args=[told.project.slug])
    assert _leader(told).post(erase, {"settled": "on"}).status_code == 302
    assert traces(CANARY) == set()
    assert Conversation.objects.filter(project_key=told.project.key).count() == 10
    weigh_themes(project=told.project)
    after = Theme.objects.get()
    assert (after.weight, after.quotable) == (theme.weight, True)
    assert after.grounds_erased_on is not None
    assert AuditEntry.objects.filter(act="stories erased", project_key=told.project.key).count() == 1
    edit = reverse("neighbourhood:theme", args=[told.project.slug, theme.pk])
    assert "gewist" in _leader(told).get(edit).content.decode()
    stories = reverse("neighbourhood:stories", args=[told.project.slug])
    assert "omdat het verslag vaststaat" in _leader(told).get(stories).content.decode()


def test_only_the_leader_is_reminded_and_only_while_there_is_something_to_erase(told: Cast) -> None:
    def reminded(role: str) -> bool:
        return any(item.title == "Is het verslag vastgesteld?" for item in todo(told.members[role], Shared()))

    home = reverse("neighbourhood:picture", args=[told.project.slug])
    erase = reverse("neighbourhood:stories_erase", args=[told.project.slug])
    assert f'href="{erase}"' in _leader(told).get(home).content.decode()
    assert reminded(Role.PROJECT_LEADER)
    assert not reminded(Role.HOUSING_OFFICER)
    erase_settled_stories(project=told.project, person=told.person(Role.PROJECT_LEADER))
    assert not reminded(Role.PROJECT_LEADER)
    assert f'href="{erase}"' not in _leader(told).get(home).content.decode()


def test_a_report_that_was_taken_down_changes_nothing_to_erasing(told: Cast) -> None:
    leader = told.person(Role.PROJECT_LEADER)
    take_down(picture=Picture.objects.get(), person=leader)
    assert StoryBlock.objects.count() == 10
    assert may_be_erased(told.project)
    home = reverse("neighbourhood:picture", args=[told.project.slug])
    erase = reverse("neighbourhood:stories_erase", args=[told.project.slug])
    assert f'href="{erase}"' in _leader(told).get(home).content.decode()
    erase_settled_stories(project=told.project, person=leader)
    assert traces(CANARY) == set()
