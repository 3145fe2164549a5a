"""Blocks of the project of the cast, their homes and their pages."""

import io

from django.urls import reverse

from housevisits.imports import addresses
from housevisits.models import Household
from housevisits.services.imports.addresses import store_addresses
from msa.tables import read_table
from projects.models import Block, Person, Project, Role
from tests.cast import Cast


def page_of(cast: Cast, name: str = "surroundings", *arguments: int) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


def leader_of(cast: Cast) -> Person:
    return cast.person(Role.PROJECT_LEADER)


def names_of(project: Project) -> list[str]:
    return [block.name for block in project.blocks.all()]


def count_homes(cast: Cast, *homes: int | None) -> None:
    """So many homes in each block, filled in by hand."""
    Household.objects.all().delete()
    for block, number in zip(cast.blocks, homes, strict=True):
        Block.objects.filter(pk=block.pk).update(homes=number)


def import_homes(cast: Cast, *blocks: str) -> None:
    rows = "".join(f"Perronstraat,{number},{block}\n" for number, block in enumerate(blocks, start=1))
    table = read_table(io.BytesIO(f"Straat,Huisnummer,Deelbuurt\n{rows}".encode()), name="lijst.csv")
    checked = addresses.check(table, addresses.propose_mapping(table).mapping)
    store_addresses(project=cast.project, person=leader_of(cast), checked=checked)
