"""An export of Google Forms (H11): recognise columns and answers, check rows, know them again.

table = read_table(file, name=...)
proposal = propose_mapping(table, questions)   # show proposal.columns and proposal.values
proposal = propose_mapping(table, questions, columns=corrected)   # after a correction of columns
result = check(table, mapping, questions)
prints = fingerprints(table, key)              # one per row of table.rows, in that order
"""

from housevisits.imports.forms.checking import check, column_problems
from housevisits.imports.forms.fingerprints import fingerprint, fingerprints
from housevisits.imports.forms.mapping import propose_mapping
from housevisits.imports.forms.types import (
    TARGETS,
    FormsCheck,
    FormsMapping,
    FormsProposal,
    FormsRow,
    FormsText,
    TargetOption,
    TargetQuestion,
    ValueProposal,
)

__all__ = [
    "TARGETS",
    "FormsCheck",
    "FormsMapping",
    "FormsProposal",
    "FormsRow",
    "FormsText",
    "TargetOption",
    "TargetQuestion",
    "ValueProposal",
    "check",
    "column_problems",
    "fingerprint",
    "fingerprints",
    "propose_mapping",
]
