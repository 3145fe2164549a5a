"""The values that occur in a closed column, and the options they seem to be."""

from collections import Counter
from collections.abc import Iterable, Sequence

from housevisits.imports.forms.choices import ChoiceSplitter
from housevisits.imports.forms.matching import matcher_for
from housevisits.imports.forms.types import TargetQuestion, ValueProposal


def occurring(cells: Iterable[str], question: TargetQuestion) -> Counter[str]:
    """How often each value occurs; of a question with several answers each choice counts by itself."""
    filled = Counter(cell for cell in cells if cell)
    if not question.multiple:
        return filled
    splitter = splitter_for(question)
    choices: Counter[str] = Counter()
    for cell, count in filled.items():
        for choice in splitter.split(cell):
            choices[choice] += count
    return choices


def splitter_for(question: TargetQuestion) -> ChoiceSplitter:
    """What takes cells of this question apart."""
    return ChoiceSplitter(name for option in question.options for name in (option.label, *option.synonyms))


def propose_values(cells: Sequence[str], question: TargetQuestion) -> tuple[ValueProposal, ...]:
    """A proposal for every value that occurs, the commonest first."""
    matcher = matcher_for(question)
    return tuple(
        ValueProposal(value, count, *matcher.match(value))
        for value, count in occurring(cells, question).most_common()
    )
