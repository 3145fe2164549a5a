"""An invented project with answers to the default questions, generated from a seed. Nobody in it exists."""

import random
import uuid
from datetime import date

from housevisits.models import Conversation, Household, SetState, SignalCount, Sphere, StoryBlock, Valence
from housevisits.questions import CARDS, QUESTIONS
from housevisits.services.questionsets import ensure_default
from neighbourhood.models import Condition, Theme, ThemeEvidence, ThemeVote
from projects.models import Block, Membership, Person, Project, Role

OPTIONS = {question.key: question.options for question in QUESTIONS}
# How often each answer is drawn, in the order of the default form's options.
WEIGHTS = {
    "age": (8, 23, 30, 22, 16, 1),
    "household": (30, 13, 24, 24, 4, 5),
    "tenure": (10, 16, 20, 22, 32, 0),
    "liveability": (0, 1, 1, 3, 12, 23, 25, 21, 7, 2, 5),
    "trend": (22, 50, 27, 1),
    "unsafe": (52, 25, 17, 5, 1),
    "at_home": (20, 46, 18, 11, 5, 0),
    "neighbours": (24, 38, 17, 12, 9, 0),
    "contribute": (14, 28, 32, 26, 0),
}
THEMES = (
    (
        "Buren letten op elkaar",
        "opportunity",
        "cohesion",
        60,
        "Blijft mijn gordijn dicht? Dan belt er iemand.",
    ),
    ("Talent genoeg", "opportunity", "empowerment", 45, "Geef mij een schuur en ik repareer alles."),
    ("Groen voor de deur", "opportunity", "inclusion", 30, "In de tuin hoor ik het laatste nieuws."),
    ("Alles dichtbij", "opportunity", "security", 25, ""),
    ("Donkere paden", "barrier", "security", 50, "Eén lamp erbij en ik loop mijn rondje weer."),
    ("Lange weekenden", "barrier", "cohesion", 40, "Zondag duurt hier lang."),
    ("Post die blijft liggen", "barrier", "inclusion", 20, "Ik wil het regelen, maar snap de brief niet."),
    ("Een verhaal apart", "barrier", "empowerment", 4, "Dit hoort niemand te lezen."),
)


def make_project(slug: str = "proefbuurt", homes: int = 120) -> Project:
    """A project with three blocks, homes, the default questions in use, a leader and signal counts."""
    project = Project.objects.create(
        key=fixed_key(slug),
        slug=slug,
        name="Proefbuurt",
        neighbourhood="Proefbuurt",
        place="Nergenshuizen",
        contact="Inloop in de pipowagen, elke dinsdag van 10 tot 12 uur",
        starts_on=date(2026, 2, 1),
    )
    for order, name in enumerate(("Noord", "Midden", "Zuid")):
        block = Block.objects.create(project=project, key=fixed_key(slug, name), name=name, order=order)
        Household.objects.bulk_create(
            Household(project=project, block=block, street=f"{name}laan", number=number)
            for number in range(1, homes // 3 + 1)
        )
    leader = Person.objects.create_user(email=f"leider@{slug}.example", name="Lena Leider")
    Membership.objects.create(person=leader, project=project, role=Role.PROJECT_LEADER)
    for kind, label, count in (
        ("wellbeing", "Veel alleen, wil graag bezoek", 15),
        ("home", "Hulp bij inpakken", 18),
    ):
        SignalCount.objects.create(project=project, kind=kind, label=label, count=count)
    ensure_default(project)
    return project


def fixed_key(*names: str) -> uuid.UUID:
    """The same key for the same names, so that a stored snapshot fits a project that was made again."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(names))


def add_conversations(
    project: Project, count: int, seed: int = 1, stories: bool = True
) -> list[Conversation]:
    """`count` released conversations with random answers; with `stories` one text block each."""
    chance = random.Random(seed)
    set_key = project.question_sets.get(state=SetState.IN_USE).key
    blocks = list(project.blocks.values_list("key", flat=True))
    made = [_conversation(project.key, set_key, chance.choice(blocks), chance) for _ in range(count)]
    Conversation.objects.bulk_create(made, batch_size=2000)
    if stories:
        StoryBlock.objects.bulk_create(_story(conversation, chance) for conversation in made)
    return made


def _conversation(
    project_key: uuid.UUID, set_key: uuid.UUID, block: uuid.UUID, chance: random.Random
) -> Conversation:
    answers = {
        key: chance.choices([option.key for option in OPTIONS[key]], weights)[0]
        for key, weights in WEIGHTS.items()
        if chance.random() > 0.02
    }
    cards = chance.sample([card.key for card in CARDS], chance.randint(1, 3))
    return Conversation(
        project_key=project_key,
        set_key=set_key,
        block_key=block,
        month="2026-03",
        answers=answers,
        cards=cards,
    )


def _story(conversation: Conversation, chance: random.Random) -> StoryBlock:
    return StoryBlock(
        conversation=conversation,
        sphere=chance.choice(Sphere.values),
        valence=chance.choice(Valence.values),
        text="Een verzonnen verhaal.",
    )


def add_themes(project: Project) -> list[Theme]:
    """Themes of every condition with evidence, votes and quotes; the last one has too little for a quote."""
    blocks = list(StoryBlock.objects.filter(conversation__project_key=project.key).order_by("pk"))
    member = project.memberships.get(role=Role.PROJECT_LEADER)
    themes = []
    for title, valence, condition, weight, quote in THEMES:
        theme = Theme.objects.create(
            project=project,
            title=title,
            sentence=f"{title}: zo vertellen bewoners het.",
            valence=valence,
            conditions=[Condition(condition).value],
            experience="Mensen vertellen dit uit zichzelf.",
            who_says="Jong en oud.",
            quote=quote,
            quote_approved_by=member if quote else None,
        )
        ThemeEvidence.objects.bulk_create(
            ThemeEvidence(theme=theme, block=block) for block in blocks[:weight]
        )
        ThemeVote.objects.create(theme=theme, member=member)
        themes.append(theme)
    return themes
