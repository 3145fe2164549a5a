"""Whether an address list can be stored as it is."""

from housevisits.imports.addresses.types import AddressCheck, AddressMapping
from msa.tables import Table


def check(table: Table, mapping: AddressMapping) -> AddressCheck:
    """Check every row. Nothing is stored; a row with a problem is not among the `rows` that come back."""
    raise NotImplementedError
