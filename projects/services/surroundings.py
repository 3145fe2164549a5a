"""Writes about the blocks of a project (V9). What is refused raises Refused with a Dutch sentence."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from msa.audit import record
from projects.models import Block, Person, Project
from projects.overviews.surroundings import blocks_of, uses_of
from projects.services.refusing import Refused

MOST_BLOCKS = 60


@dataclass(frozen=True)
class Merge:
    """What merging two blocks does. moves: what goes along, in words; locked: why it cannot be done now."""

    moves: tuple[str, ...]
    locked: tuple[str, ...]


@transaction.atomic
def add_block(*, project: Project, by: Person, name: str, homes: int | None) -> Block:
    """A new block, behind the others. Raises Refused for a name that is taken and for one too many."""
    _held(project)
    blocks = list(project.blocks.all())
    if len(blocks) >= MOST_BLOCKS:
        raise Refused(_("Een project heeft ten hoogste %(most)d blokken.") % {"most": MOST_BLOCKS})
    _refuse_taken(project, name)
    order = max((block.order for block in blocks), default=-1) + 1
    block = Block.objects.create(project=project, name=name, homes=homes, order=order)
    record(person=by, act="block added", subject=name, project=project)
    return block


@transaction.atomic
def change_block(*, block: Block, by: Person, name: str, homes: int | None) -> list[str]:
    """Rename a block or say how many homes it has; returns what changed. Raises Refused for a taken name.

    The old name stays known, so that an address list that still has it finds this block.
    """
    _held(block.project)
    changed = [field for field, value in (("name", name), ("homes", homes)) if getattr(block, field) != value]
    if "name" in changed:
        _refuse_taken(block.project, name, but=block)
        block.former_names = _names(block, name)
    block.name, block.homes = name, homes
    if changed:
        block.save(update_fields=["name", "homes", "former_names"])
        record(
            person=by, act="block changed", subject=f"{name} ({', '.join(changed)})", project=block.project
        )
    return changed


@transaction.atomic
def move_block(*, block: Block, by: Person, up: bool) -> bool:
    """One place up or down in the order. False when it stood at that end already."""
    _held(block.project)
    blocks = list(block.project.blocks.all())
    here = blocks.index(block)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(blocks):
        return False
    blocks[here], blocks[there] = blocks[there], blocks[here]
    for order, one in enumerate(blocks):
        one.order = order
    Block.objects.bulk_update(blocks, ["order"])
    record(person=by, act="blocks ordered", subject=block.name, project=block.project)
    return True


def foretell_merge(*, source: Block) -> Merge:
    """What would go along if `source` were merged into another block, and what stands in the way."""
    uses = uses_of(source.project)
    counted = [(use, use.counts.get(source.pk, 0)) for use in uses]
    locked = [use.locked() for use in uses]
    return Merge(
        moves=tuple(use.words(count) for use, count in counted if count),
        locked=tuple(reason for reason in locked if reason),
    )


@transaction.atomic
def merge_blocks(*, source: Block, target: Block, by: Person) -> Merge:
    """Hang all of `source` on `target` and let `source` go, in one transaction. Its name stays known.

    Raises Refused for a block of another project or the same one, once conversations were handed in (they
    know their block by a bare key, docs/decisions/0012), and when something still hangs on `source` after it.
    """
    project = source.project
    if source.pk == target.pk or target.project_id != project.pk:
        raise Refused(_("Kies een ander blok van dit project."))
    _held(project)
    told = foretell_merge(source=source)
    if told.locked:
        raise Refused(" ".join(told.locked))
    for use in uses_of(project):
        use.move(source, target)
    _refuse_leftovers(source)
    _take_over(source, target)
    source.delete()
    record(person=by, act="blocks merged", subject=f"{source.name} into {target.name}", project=project)
    return told


@transaction.atomic
def keep_homes(*, project: Project) -> None:
    """Write down how many homes each block has, before the list that they are counted in goes (P7)."""
    counted = [line for line in blocks_of(project).lines if line.counted]
    for line in counted:
        line.block.homes = line.homes
    Block.objects.bulk_update([line.block for line in counted], ["homes"])


def _take_over(source: Block, target: Block) -> None:
    """Number of homes and names of `source`; where one of the two numbers is unknown the sum is so too."""
    both = source.homes is not None and target.homes is not None
    target.homes = (source.homes or 0) + (target.homes or 0) if both else None
    target.former_names = [*_names(target, target.name), *_names(source, target.name)]
    target.save(update_fields=["homes", "former_names"])


def _names(block: Block, now: str) -> list[str]:
    """Every name `block` ever had, but the one it bears from now on."""
    return [name for name in dict.fromkeys([*block.former_names, block.name]) if name != now]


def _refuse_leftovers(block: Block) -> None:
    """Deleting a block must take nothing along that nobody moved."""
    for relation in Block._meta.related_objects:
        left = relation.related_model._base_manager.filter(**{relation.field.name: block.pk})
        if left.exists():
            what = relation.related_model._meta.verbose_name_plural
            raise Refused(_("Aan dit blok hangt nog iets dat niet mee kan: %(what)s.") % {"what": what})


def _refuse_taken(project: Project, name: str, but: Block | None = None) -> None:
    taken = project.blocks.filter(name__iexact=name)
    if any(block != but for block in taken):
        raise Refused(_("Er is al een blok dat ‘%(name)s’ heet.") % {"name": name})


def _held(project: Project) -> None:
    """Whoever changes blocks waits for the one before."""
    Project.objects.select_for_update().get(pk=project.pk)
