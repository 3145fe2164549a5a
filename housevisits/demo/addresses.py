"""The address list of the demo."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from housevisits.demo.project import DATA, demo_project, leader
from housevisits.imports import addresses
from housevisits.models import Household
from housevisits.services.imports.addresses import store_addresses
from housevisits.services.questionsets import ensure_default
from msa.tables import read_table


def load(report: Callable[[str], None]) -> None:
    """Addresses and question set. The conversations come in portions, between which snapshots are made."""
    project = demo_project()
    ensure_default(project)
    if Household.objects.filter(project=project).exists():
        return
    with (DATA / "spoorbuurt-adressen.csv").open("rb") as file:
        table = read_table(file, name="spoorbuurt-adressen.csv")
    checked = addresses.check(table, addresses.propose_mapping(table).mapping)
    outcome = store_addresses(project=project, person=leader(project), checked=checked)
    counts = {"homes": outcome.added, "blocks": outcome.blocks}
    report(_("adressen: %(homes)d woningen in %(blocks)d blokken") % counts)
