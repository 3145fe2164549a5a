"""Which column of an address list is what."""

from housevisits.imports.addresses.types import AddressProposal
from msa.tables import Table


def propose_mapping(table: Table) -> AddressProposal:
    """Propose a target for every column, by its name and by what stands in it."""
    raise NotImplementedError
