"""Invented neighbourhoods to measure on, generated from a fixed seed. Nobody in them exists."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from housevisits.models import Conversation, Draft, SealedRegistration, SetState
from housevisits.questions import CARDS, QUESTIONS
from housevisits.services import drafts
from housevisits.services.drafts import DraftContent
from neighbourhood.models import Picture, Snapshot
from neighbourhood.services.pictures import current_picture
from neighbourhood.services.snapshots import make_snapshot
from projects.models import Person, Project
from tests.bench.sizes import SEED
from tests.neighbourhood import factories

SENTENCES = (
    "De buren groeten elkaar en letten op elkaars huis als er iemand weg is.",
    "Op het achterpad is het donker, daar loop ik in de winter liever niet alleen.",
    "Ik kook graag en zou dat wel eens voor de hele straat willen doen.",
    "De trap wordt zwaar, een woning zonder trap is er in deze wijk bijna niet.",
    "Er is veel groen, maar de bankjes zijn kapot en niemand weet wie dat maakt.",
    "Sinds de koffie in de pipowagen er is, spreek ik weer mensen.",
    "De brieven van de gemeente zijn te moeilijk en bellen duurt lang.",
    "De kinderen spelen op de parkeerplaats, want een speelveld is er niet meer.",
    "Ik wil best helpen met de tuin, als iemand het begin maakt.",
    "In de flat is het gehorig, ik hoor de buren praten en zij mij.",
)


def make_neighbourhood(slug: str, people: int) -> Project:
    """A project with homes, questions, a leader and so many released conversations, without stories."""
    project = factories.make_project(slug, homes=max(120, people * 5 // 4))
    factories.add_conversations(project, people, SEED, stories=False)
    return project


def make_picture(slug: str, people: int) -> Picture:
    """A project with stories, themes, a snapshot and the concept of its picture."""
    project = factories.make_project(slug, homes=max(120, people * 5 // 4))
    factories.add_conversations(project, people, SEED)
    factories.add_themes(project)
    make_snapshot(project=project)
    picture = current_picture(project=project)
    assert picture is not None
    return picture


def leader(project: Project) -> Person:
    """The project leader."""
    return project.memberships.select_related("person").get(role="project_leader").person


def story(characters: int, chance: random.Random, sentences: Sequence[str] = SENTENCES) -> str:
    """Whole sentences of at least so many characters together; SENTENCES holds nobody's name."""
    text = chance.choice(sentences)
    while len(text) < characters:
        text += " " + chance.choice(sentences)
    return text


def filled(project: Project, content: DraftContent, chance: random.Random) -> None:
    """Fill in a whole registration: every question, one card, its five texts of about 120 characters."""
    content.block = project.blocks.all()[0].key.hex
    content.answers = {question.key: chance.choice(question.options).key for question in QUESTIONS}
    content.held_by = content.answers.pop("held_by", "")
    content.cards = [CARDS[0].key]
    names = ("important", *("person_opportunity", "person_barrier"))
    names += ("environment_opportunity", "environment_barrier")
    content.stories = {CARDS[0].key: {name: story(120, chance) for name in names}}


def make_draft(project: Project, chance: random.Random) -> tuple[Draft, DraftContent]:
    """A draft of the leader that can be handed in."""
    set_key = project.question_sets.get(state=SetState.IN_USE).key
    draft = drafts.start(person=leader(project), project=project, set_key=set_key)
    content = drafts.change(draft, lambda content: filled(project, content, chance))
    return draft, content


def forget_waiting(project: Project) -> None:
    """Empty the waiting room, so that every turn finds the same tables."""
    SealedRegistration.objects.filter(project_key=project.key).delete()


def forget_snapshots(project: Project) -> None:
    """Remove the snapshots, so that every turn makes the first one."""
    Picture.objects.filter(project=project).delete()
    Snapshot.objects.filter(project=project).delete()


@contextmanager
def neighbourhood(slug: str, people: int) -> Iterator[Project]:
    """A neighbourhood that is gone afterwards: a large one would slow down what comes next."""
    project = make_neighbourhood(slug, people)
    try:
        yield project
    finally:
        Conversation.objects.filter(project_key=project.key).delete()
        forget_snapshots(project)
