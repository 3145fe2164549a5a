"""Exports as other teams have them. All people in them are invented."""

from pathlib import Path

from housevisits.imports.forms import TargetOption, TargetQuestion, check, propose_mapping
from housevisits.questions import CARDS, QUESTIONS
from tests.msa.spreadsheets import as_csv, read

REAL = Path(__file__).resolve().parents[2] / "housevisits" / "demo_data" / "spoorbuurt-google-forms.csv"
KEY = b"a key of the project, 32 bytes.."
STORY = "Omgeving: belemmeringen"

CARD_LABELS = [card.label for card in CARDS]


def target_questions(*blocks: str) -> tuple[TargetQuestion, ...]:
    """The default form as targets, with blocks of these names."""
    closed = [
        TargetQuestion(
            plan.key,
            plan.label,
            tuple(TargetOption(option.key, option.label) for option in plan.options),
            synonyms=(plan.short_label,),
        )
        for plan in QUESTIONS
    ]
    block = TargetQuestion("block", "Blok of deelbuurt", tuple(TargetOption(f"key-{b}", b) for b in blocks))
    cards = TargetQuestion(
        "cards", "Gesprekskaarten", tuple(TargetOption(card.key, card.label) for card in CARDS), multiple=True
    )
    return (block, *closed, cards)


DEFAULT = target_questions("Noord", "Midden", "Zuid")

# Semicolons, day first, other names, other order, other words for the answers, names of visitors.
OTHER_TEAM = [
    [
        "E-mailadres", "Naam bezoeker", "Wat helpt u, wat kunt of wilt u zelf?", "Leeftijd",
        "Wat maakt het voor u moeilijk?", "Gekozen kaartjes", "Wat in de buurt helpt?",
        "Wat in de buurt zit in de weg?", "Blok", "Rapportcijfer", "Ik voel me hier thuis", "Woonduur",
        "Contact met buren", "Mobiel nummer", "Opmerkingen", "Tijdstempel", "Zorgsignalen", "Talenten",
    ],
    [
        "a@voorbeeld.nl", "Ada Verzonnen", "Ik kook graag voor anderen", "75+", "n.v.t.",
        "Leren, denken en maken, Erbij horen", "De buren letten op elkaar", "Het is 's avonds donker",
        "Blok Noord", "7,0", "Helemaal eens", "25 jaar", "dagelijks", "0612345678", "Belde terug op dinsdag",
        "13-3-2026 14:05", "nee", "",
    ],
    [
        "b@voorbeeld.nl", "Bo Bedacht", "", "43", "De trap is steil voor mij", "Dieren, planten en natuur",
        "", "", "zuid", "zeven", "neutraal", "3 jaar", "Iedere week", "0687654321", "", "1-4-2026 9:00",
        "Geldzorgen", "Speelt accordeon",
    ],
    [
        "a@voorbeeld.nl", "Ada Verzonnen", "-", "50-64", "", "Erbij horen", "Het parkje", "", "Midden", "8",
        "eens", "10-20 jaar", "nooit", "", "", "2-4-2026 10:30", "n.v.t.", "nee",
    ],
]  # fmt: skip


def imported(rows, questions=DEFAULT, **options):
    """(table, proposal, outcome) of rows that go through with all that is proposed."""
    table = read(as_csv(rows, **options))
    proposal = propose_mapping(table, questions)
    return table, proposal, check(table, proposal.mapping, questions)


def small(column, *values, **more):
    """An export with a time stamp, a story and one more column."""
    rows = [["Tijdstempel", STORY, column]]
    rows += [
        [f"2026/03/{13 + i} 9:00:00", f"De straat is donker, al {i} maanden lang", v]
        for i, v in enumerate(values)
    ]
    return imported(rows, **more)
