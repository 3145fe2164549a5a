"""From a checked address list to blocks and homes."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from housevisits.imports.addresses import AddressCheck, AddressRow
from housevisits.models import Household
from msa.audit import record
from projects.models import Block, Person, Project
from projects.overviews.surroundings import blocks_by_name

NO_BLOCK = "Heel de buurt"


@dataclass(frozen=True)
class AddressOutcome:
    """What an import did. changed: homes that were known and got other details."""

    total: int
    added: int
    changed: int
    unchanged: int
    skipped: int
    blocks: int

    def to_dict(self) -> dict[str, int]:
        return asdict(self)


@dataclass(frozen=True)
class AddressChanges:
    """What the rows of a list change. unchanged: homes that are known just so."""

    new: tuple[AddressRow, ...]
    changed: tuple[tuple[Household, AddressRow], ...]
    unchanged: int


def compare(project: Project, rows: Sequence[AddressRow]) -> AddressChanges:
    """Lay checked rows beside the homes that are known, in two queries. Writes nothing."""
    homes = Household.objects.filter(project=project).select_related("block")
    known = {_key(home): home for home in homes}
    blocks = _known_blocks(project)
    new, changed = [], []
    for row in rows:
        home = known.get((row.street.casefold(), row.house_number, row.addition.casefold()))
        if home is None:
            new.append(row)
        elif _differs(home, row, blocks):
            changed.append((home, row))
    return AddressChanges(tuple(new), tuple(changed), len(rows) - len(new) - len(changed))


@transaction.atomic
def store_addresses(
    *, project: Project, person: Person, checked: AddressCheck, leave_out: bool = False
) -> AddressOutcome:
    """Store the homes of a checked list; a home that is known is brought up to date, none is removed.

    leave_out: whether the user chose to go on without the rows that have a problem. Raises
    ValidationError when there are problems and that was not chosen: nothing half goes in.
    """
    if checked.blocking or (checked.problems and not leave_out):
        raise ValidationError([str(problem) for problem in checked.problems[:20]])
    blocks = _blocks(project, checked.rows)
    changes = compare(project, checked.rows)
    new = [_filled(Household(project=project), row, blocks) for row in changes.new]
    changed = [_filled(home, row, blocks) for home, row in changes.changed]
    Household.objects.bulk_create(new, batch_size=500)
    Household.objects.bulk_update(
        changed, ["block", "postcode", "city", "dwelling_type", "year_built"], batch_size=500
    )
    record(person=person, act="addresses imported", subject=f"{len(new)} new", project=project)
    return AddressOutcome(
        total=checked.total,
        added=len(new),
        changed=len(changed),
        unchanged=changes.unchanged,
        skipped=len(checked.skipped_rows),
        blocks=len({block.pk for block in blocks.values()}),
    )


def _blocks(project: Project, rows: tuple[AddressRow, ...]) -> dict[str, Block]:
    """The blocks that the rows name, made where they are new. In the order in which the list names them.

    A name that a block once bore, or that was merged into another block, is that block.
    """
    found = _known_blocks(project)
    last = project.blocks.aggregate(last=Max("order"))["last"]
    order = 0 if last is None else last + 1
    for row in rows:
        name = _block_name(row)
        if name not in found:
            found[name] = Block.objects.create(project=project, name=name, order=order)
            order += 1
    return found


def _known_blocks(project: Project) -> dict[str, Block]:
    """Which block a list means by a name. Homes without a block go to none that swallowed that heap."""
    found = blocks_by_name(project)
    heap = found.get(str(_(NO_BLOCK)))
    if heap is not None and heap.name != str(_(NO_BLOCK)):
        del found[str(_(NO_BLOCK))]
    return found


def _key(home: Household) -> tuple[str, int, str]:
    return home.street.casefold(), home.number, home.addition.casefold()


def _filled(home: Household, row: AddressRow, blocks: dict[str, Block]) -> Household:
    home.street, home.number, home.addition = row.street, row.house_number, row.addition
    home.block = blocks[_block_name(row)]
    home.postcode, home.city = row.postcode, row.city
    home.dwelling_type, home.year_built = row.dwelling_type, row.year_built
    return home


def _block_name(row: AddressRow) -> str:
    """The block of a row; a home of which the list names none lies in the neighbourhood as a whole."""
    return row.block or str(_(NO_BLOCK))


def _differs(home: Household, row: AddressRow, blocks: dict[str, Block]) -> bool:
    if blocks.get(_block_name(row)) != home.block:
        return True
    now = (home.postcode, home.city, home.dwelling_type, home.year_built)
    return now != (row.postcode, row.city, row.dwelling_type, row.year_built)
