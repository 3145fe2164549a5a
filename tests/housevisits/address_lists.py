"""Address lists on their way through recognising and checking."""

from pathlib import Path

from housevisits.imports.addresses import check, propose_mapping
from tests.msa.spreadsheets import as_csv, read

REAL = Path(__file__).resolve().parents[2] / "housevisits" / "demo_data" / "spoorbuurt-adressen.csv"


def proposed(rows, **options):
    table = read(as_csv(rows, **options))
    return table, propose_mapping(table)


def checked(rows, **options):
    table, proposal = proposed(rows, **options)
    return check(table, proposal.mapping)


def homes(result):
    return [(row.street, row.house_number, row.addition, row.postcode, row.city) for row in result.rows]
