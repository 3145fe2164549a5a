"""An invented project with answers to the default questions, generated from a seed. Nobody in it exists."""

import random
import uuid
from datetime import date

from housevisits.models import (
    AnswerOption,
    Conversation,
    ConversationCard,
    Household,
    Question,
    QuestionKind,
    QuestionSet,
    SetState,
    SignalCount,
    Sphere,
    StoryBlock,
    Valence,
)
from neighbourhood.models import Condition, Theme, ThemeEvidence, ThemeVote
from projects.models import Block, Membership, Person, Project, Role

# key, label, {option: (label, weight)}, (background, ordered, scale)
AGE = {
    "under25": ("jonger dan 25", 8),
    "25to50": ("25 tot 50", 23),
    "50to65": ("50 tot 65", 30),
    "65to75": ("65 tot 75", 22),
    "75plus": ("75 jaar of ouder", 16),
    "undisclosed": ("wil niet zeggen", 1),
}
HOUSEHOLD = {
    "alone": ("alleen", 30),
    "single_parent": ("één ouder met kind(eren)", 13),
    "couple_children": ("samen met kind(eren)", 24),
    "couple": ("samen zonder kinderen", 24),
    "other": ("anders", 4),
    "undisclosed": ("wil niet zeggen", 5),
}
TENURE = {
    "lt2": ("korter dan 2 jaar", 10),
    "2to5": ("2 tot 5 jaar", 16),
    "5to10": ("5 tot 10 jaar", 20),
    "10to20": ("10 tot 20 jaar", 22),
    "20plus": ("20 jaar of langer", 32),
    "undisclosed": ("wil niet zeggen", 0),
}
LIVEABILITY = {
    **{str(n): (str(n), weight) for n, weight in enumerate((0, 1, 1, 3, 12, 23, 25, 21, 7, 2), start=1)},
    "unknown": ("weet niet", 5),
}
TREND = {
    "better": ("vooruit", 22),
    "same": ("gelijk gebleven", 50),
    "worse": ("achteruit", 27),
    "unknown": ("weet niet", 1),
}
UNSAFE = {
    "no": ("nee", 52),
    "rarely": ("zelden", 25),
    "sometimes": ("soms", 17),
    "often": ("vaak", 5),
    "unknown": ("weet niet", 1),
}
AT_HOME = {
    "agree2": ("helemaal mee eens", 20),
    "agree1": ("mee eens", 46),
    "neutral": ("niet eens, niet oneens", 18),
    "disagree1": ("mee oneens", 11),
    "disagree2": ("helemaal mee oneens", 5),
    "unknown": ("weet niet", 0),
}
NEIGHBOURS = {
    "daily": ("(bijna) elke dag", 24),
    "weekly": ("elke week", 38),
    "monthly": ("elke maand", 17),
    "less": ("minder", 12),
    "never": ("nooit", 9),
    "unknown": ("weet niet", 0),
}
CONTRIBUTE = {
    "does": ("doe al iets", 14),
    "yes": ("ja", 28),
    "maybe": ("misschien", 32),
    "no": ("nee", 26),
    "unknown": ("weet niet", 0),
}
QUESTIONS = (
    ("age", "Leeftijd van wie we spraken", AGE, True, True),
    ("household", "Wie wonen er", HOUSEHOLD, True, False),
    ("tenure", "Woont hier", TENURE, False, True),
    ("liveability", "Welk cijfer geeft u voor de leefbaarheid in uw buurt?", LIVEABILITY, False, True),
    ("trend", "Is de buurt het afgelopen jaar vooruit of achteruit gegaan?", TREND, False, True),
    ("unsafe", "Voelt u zich weleens onveilig in uw eigen buurt?", UNSAFE, False, True),
    ("at_home", "Ik voel mij thuis bij de mensen in deze buurt.", AT_HOME, False, True),
    ("neighbours", "Hoe vaak praat u met buren?", NEIGHBOURS, False, True),
    ("contribute", "Zou u iets willen doen voor de buurt?", CONTRIBUTE, False, True),
)
CARDS = {
    "life": "Mijn leven",
    "health_home": "Gezond zijn en goed wonen",
    "safe_mobile": "Veilig zijn en overal kunnen komen",
    "learn_make": "Leren, denken en maken",
    "feelings_love": "Gevoelens en liefde",
    "own_choices": "Mijn eigen keuzes",
    "belonging": "Erbij horen",
    "nature": "Dieren, planten en natuur",
    "leisure": "Plezier en vrije tijd",
    "participation": "Meebeslissen en rondkomen",
}
THEMES = (
    ("Buren letten op elkaar", "opportunity", "cohesion", 60, "Blijft mijn gordijn dicht? Dan belt er iemand."),
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
        slug=slug,
        name="Proefbuurt",
        neighbourhood="Proefbuurt",
        place="Nergenshuizen",
        contact="Inloop in de pipowagen, elke dinsdag van 10 tot 12 uur",
        starts_on=date(2026, 2, 1),
    )
    for order, name in enumerate(("Noord", "Midden", "Zuid")):
        block = Block.objects.create(project=project, name=name, order=order)
        Household.objects.bulk_create(
            Household(project=project, block=block, street=f"{name}laan", number=number)
            for number in range(1, homes // 3 + 1)
        )
    leader = Person.objects.create_user(email=f"leider@{slug}.example", name="Lena Leider")
    Membership.objects.create(person=leader, project=project, role=Role.PROJECT_LEADER)
    for kind, label, count in (("wellbeing", "Veel alleen, wil graag bezoek", 15), ("home", "Hulp bij inpakken", 18)):
        SignalCount.objects.create(project=project, kind=kind, label=label, count=count)
    make_questions(project)
    return project


def make_questions(project: Project) -> QuestionSet:
    """The default questions, in use."""
    questions = QuestionSet.objects.create(project=project)
    for order, (key, label, options, background, ordered) in enumerate(QUESTIONS):
        question = Question.objects.create(
            set=questions,
            key=key,
            section="scale",
            kind=QuestionKind.SCALE if key == "liveability" else QuestionKind.SINGLE,
            label=label,
            is_background=background,
            is_ordered=ordered,
            order=order,
        )
        AnswerOption.objects.bulk_create(
            AnswerOption(
                question=question,
                key=option,
                label=text,
                score=float(option) if option.isdigit() else None,
                is_undisclosed=option in ("undisclosed", "unknown"),
                order=place,
            )
            for place, (option, (text, _)) in enumerate(options.items())
        )
    ConversationCard.objects.bulk_create(
        ConversationCard(set=questions, key=key, label=label, order=order)
        for order, (key, label) in enumerate(CARDS.items())
    )
    QuestionSet.objects.filter(pk=questions.pk).update(state=SetState.IN_USE)
    questions.refresh_from_db()
    return questions


def add_conversations(project: Project, count: int, seed: int = 1, stories: bool = True) -> list[Conversation]:
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
    answers = {key: _pick(options, chance) for key, _, options, _, _ in QUESTIONS if chance.random() > 0.02}
    cards = chance.sample(list(CARDS), chance.randint(1, 3))
    return Conversation(
        project_key=project_key, set_key=set_key, block_key=block, month="2026-03", answers=answers, cards=cards
    )


def _pick(options: dict[str, tuple[str, int]], chance: random.Random) -> str:
    return chance.choices(list(options), [weight for _, weight in options.values()])[0]


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
        ThemeEvidence.objects.bulk_create(ThemeEvidence(theme=theme, block=block) for block in blocks[:weight])
        ThemeVote.objects.create(theme=theme, member=member)
        themes.append(theme)
    return themes
