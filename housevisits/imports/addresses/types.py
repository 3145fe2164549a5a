"""The shapes of the import of an address list."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from housevisits.imports.columns import ColumnProposal
from msa.tables import Problem
from msa.tables.words import normalise

FIELDS = ("street", "house_number", "addition", "postcode", "city", "block", "dwelling_type", "year_built")

TARGETS: dict[str, str | Promise] = {
    "street": _("Straat"),
    "house_number": _("Huisnummer"),
    "addition": _("Toevoeging"),
    "number_and_addition": _("Huisnummer en toevoeging samen"),
    "full_address": _("Straat, huisnummer en toevoeging samen"),
    "postcode": _("Postcode"),
    "postcode_and_city": _("Postcode en plaats samen"),
    "city": _("Plaats"),
    "block": _("Blok of deelbuurt"),
    "dwelling_type": _("Woningtype"),
    "year_built": _("Bouwjaar"),
    "personal": _("Gaat over een persoon: wordt niet bewaard"),
    "ignore": _("Niet meenemen"),
}

# Of these several columns are joined, 'Huisletter' and 'Toevoeging' in that order; of others there is one.
JOINED = ("addition", "postcode")
# What a column with the whole address holds already.
ADDRESS_PARTS = ("street", "house_number", "number_and_addition", "addition")


@dataclass(frozen=True)
class AddressMapping:
    """Which column is what. `columns` maps every column name to a key of TARGETS; it can be stored.

    defaults: a value for all rows for a field that has no column, for instance {"city": "Nijmegen"}.
    """

    columns: dict[str, str]
    defaults: dict[str, str] = field(default_factory=dict)

    def with_target(self, column: str, target: str) -> "AddressMapping":
        """The same mapping with one column corrected. Raises ValueError for an unknown target."""
        if target not in TARGETS:
            raise ValueError(target)
        return AddressMapping({**self.columns, column: target}, dict(self.defaults))

    def to_dict(self) -> dict[str, Any]:
        return {"columns": dict(self.columns), "defaults": dict(self.defaults)}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "AddressMapping":
        return cls(dict(data["columns"]), dict(data.get("defaults", {})))


@dataclass(frozen=True)
class AddressProposal:
    """A mapping with, per column, what a screen needs to show. `notes` are Dutch sentences."""

    mapping: AddressMapping
    columns: tuple[ColumnProposal, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class AddressRow:
    """One home, ready to be stored. postcode: '1234AB' or "". year_built: None when unknown."""

    row_number: int
    street: str
    house_number: int
    addition: str = ""
    postcode: str = ""
    city: str = ""
    block: str = ""
    dwelling_type: str = ""
    year_built: int | None = None

    @property
    def key(self) -> tuple[str, int, str, str]:
        """What makes it the same home as another: normalised street, number, addition and city."""
        addition = normalise(self.addition).replace(" ", "")
        return normalise(self.street), self.house_number, addition, normalise(self.city)


@dataclass(frozen=True)
class AddressCheck:
    """The outcome of a check.

    rows: the homes without a problem. problems: what must be put right, or left out knowingly.
    total: rows in the file. skipped_rows: numbers of rows that have a problem.
    blocks, streets, dwelling_types: how many homes each. dropped: (column, Dutch reason).
    """

    rows: tuple[AddressRow, ...]
    problems: tuple[Problem, ...]
    total: int
    skipped_rows: tuple[int, ...] = ()
    blocks: dict[str, int] = field(default_factory=dict)
    streets: dict[str, int] = field(default_factory=dict)
    dwelling_types: dict[str, int] = field(default_factory=dict)
    dropped: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def without_blocks(self) -> bool:
        """Whether no home at all has a block."""
        return not any(self.blocks)

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """Problems that are not about a row (a missing column): leaving rows out does not help."""
        return tuple(problem for problem in self.problems if problem.row is None)

    @property
    def complete(self) -> bool:
        """Whether everything in the file can be stored."""
        return not self.problems
