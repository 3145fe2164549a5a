"""Taking in a table of the statistical office: hand in, read, choose, store, remove (V9)."""

from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO
from typing import Any, NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from msa.audit import record
from msa.jobs import Refused as JobRefused
from msa.privacy import vault
from msa.tables import TableError
from msa.tables.narrow import Report
from projects.context.indicators import Indicator
from projects.context.reading import Region, Regions, known_indicators, read_regions, value_of
from projects.models import ContextFigure, ContextTable, ContextUpload, Person, Project, Scope
from projects.services.refusing import Refused

MOST_OWN = 6  # beside each other on one page


class Row(NamedTuple):
    """A region of the table and what it stands for in the project."""

    region: Region
    scope: Scope


def hand_in(*, project: Project, by: Person, file: Any, name: str) -> ContextUpload:
    """Keep a file, locked, until it is read. An earlier one of this person that was not finished goes.

    Locked, since nobody knows yet whether it is the table: it may be a list with names, by mistake.
    """
    box = vault.lock_file(file.read())
    with transaction.atomic():
        ContextUpload.objects.filter(project=project, person=by).delete()
        return ContextUpload.objects.create(project=project, person=by, file_name=name[:200], file=box)


def read_upload(*, upload: ContextUpload, report: Report) -> None:
    """Read the file and keep its regions instead. A file that cannot be read goes; raises jobs.Refused."""
    if upload.rows is not None:
        return
    try:
        regions = read_regions(BytesIO(vault.unlock_file(bytes(upload.file or b""))), report=report)
    except TableError as error:
        upload.delete()
        raise JobRefused(" ".join(str(problem) for problem in error.problems[:2])) from error
    upload.rows, upload.file = vault.lock_file(regions.packed()), None
    if not ContextUpload.objects.filter(pk=upload.pk).update(rows=upload.rows, file=None):
        raise JobRefused(_("Intussen is er een ander bestand ingelezen. Ga met dat bestand verder."))


def regions_of(upload: ContextUpload) -> Regions:
    """What was read. Raises `vault.Unreadable`, also when it was not read yet."""
    return Regions.unpacked(vault.unlock_file(bytes(upload.rows or b"")))


def chosen_rows(regions: Regions, own: Sequence[str]) -> list[Row]:
    """The regions with these codes, their municipalities and the country, as far as they are there."""
    by_code = {region.code: region for region in regions.rows}
    mine = [by_code[code] for code in dict.fromkeys(own) if code in by_code]
    around = dict.fromkeys(f"GM{region.code[2:6]}" for region in mine)
    country = [region for region in regions.rows if region.code.startswith("NL")][:1]
    return [
        *(Row(region, Scope.OWN) for region in mine),
        *(Row(by_code[code], Scope.MUNICIPALITY) for code in around if code in by_code),
        *(Row(region, Scope.COUNTRY) for region in country),
    ]


@transaction.atomic
def store_table(*, upload: ContextUpload, by: Person, own: Sequence[str], year: int) -> ContextTable:
    """Keep the figures of the chosen regions, with those of municipality and country, and let the file go.

    A table of the same year takes the place of the one before. Raises Refused when nothing, too much or
    something else than neighbourhoods was chosen.
    """
    regions = regions_of(upload)
    rows = chosen_rows(regions, own)
    mine = [row for row in rows if row.scope == Scope.OWN]
    if not mine or len(mine) > MOST_OWN:
        raise Refused(_("Kies één tot %(most)d buurten of wijken.") % {"most": MOST_OWN})
    if any(row.region.code[:2] not in {"BU", "WK"} for row in mine):
        raise Refused(_("Kies een buurt of een wijk. Gemeente en Nederland komen er vanzelf bij."))
    project = upload.project
    project.context_tables.filter(year=year).delete()
    table = ContextTable.objects.create(
        project=project, year=year, file_name=upload.file_name, uploaded_by=by
    )
    write_figures(table, known_indicators(regions), [key for key, _heading in regions.columns], rows)
    upload.delete()
    record(person=by, act="context table stored", subject=str(table), project=project)
    return table


def write_figures(
    table: ContextTable,
    indicators: Sequence[tuple[Indicator, str]],
    keys: Sequence[str],
    rows: Sequence[Row],
) -> None:
    """The cells of `rows`. keys: of their values, in order."""
    ContextFigure.objects.bulk_create(
        ContextFigure(
            table=table,
            code=one.key,
            column=heading[:120],
            label=str(one.label),
            unit=one.unit,
            scope=row.scope,
            region_code=row.region.code,
            region_name=row.region.title,
            value=value_of(dict(zip(keys, row.region.values, strict=True))[one.key]),
        )
        for one, heading in indicators
        for row in rows
    )


@transaction.atomic
def remove_table(*, table: ContextTable, by: Person) -> None:
    """Take the figures of a table away. Nothing else rests on them; the file can be read in again."""
    record(person=by, act="context table removed", subject=str(table), project=table.project)
    table.delete()


def old_uploads(today: date) -> list[str]:
    """Retention: files that somebody handed in and never finished."""
    before = today - timedelta(days=settings.RETENTION["import_days"])
    count = ContextUpload.objects.filter(started_on__lt=before).delete()[0]
    return [f"{count} context uploads"] if count else []
