"""The address list of the corporatie (H1): recognise its columns, check its rows.

table = read_table(file, name=...)
proposal = propose_mapping(table)          # show proposal.columns, let them be corrected
check_result = check(table, mapping)       # store check_result.rows when .complete, or when the
                                           # user chose to leave out .skipped_rows and not .blocking
"""

from housevisits.imports.addresses.checking import check, column_problems
from housevisits.imports.addresses.mapping import propose_mapping
from housevisits.imports.addresses.types import (
    FIELDS,
    TARGETS,
    AddressCheck,
    AddressMapping,
    AddressProposal,
    AddressRow,
)

__all__ = [
    "FIELDS",
    "TARGETS",
    "AddressCheck",
    "AddressMapping",
    "AddressProposal",
    "AddressRow",
    "check",
    "column_problems",
    "propose_mapping",
]
