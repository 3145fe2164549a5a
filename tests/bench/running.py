"""All measurements one after the other, on a database of their own."""

import sys
from collections.abc import Iterator

from django.test.utils import setup_databases, teardown_databases
from django.utils import translation

from msa.privacy.vault import make_keys
from tests.bench import (
    documents,
    exports,
    imports,
    neighbourhoods,
    pages,
    processes,
    reporting,
    snapshots,
    submitting,
)
from tests.bench.measuring import Line
from tests.bench.sizes import FULL, Size


def run() -> None:
    """Measure on a fresh database, print the table, keep it as JSON."""
    facts = reporting.machine()
    made = setup_databases(verbosity=0, interactive=False)
    try:
        make_keys()
        found = []
        for line in lines(FULL):
            found.append(line)
            print(f"  {line.name}", file=sys.stderr, flush=True)
    finally:
        teardown_databases(made, verbosity=0)
    print(f"\n{reporting.heading(facts)}\n\n{reporting.table(found)}\n", flush=True)
    reporting.store(facts, found)


def lines(size: Size) -> Iterator[Line]:
    """Every line of the table, in order."""
    with translation.override("nl"):
        picture = neighbourhoods.make_picture("proefbuurt", max(30, size.people))
        small = neighbourhoods.make_picture("kleinebuurt", max(12, size.people // 10))
        yield from submitting.lines(picture.project, size)
        yield from snapshots.lines(size)
        yield from pages.lines(picture.project, small.project, size)
        yield from imports.lines(size)
        yield from exports.lines(picture.snapshot, size)
        yield from documents.lines(picture, size)
        yield from processes.lines(picture, size)
