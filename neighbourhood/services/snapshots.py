"""Making a snapshot: from the register to stored, audited figures and charts. Runs in the worker."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa import jobs
from msa.audit import record
from msa.jobs import Progress, Refused
from msa.models import Job
from neighbourhood.models import Snapshot, SnapshotChart
from neighbourhood.services.outlook import RELEASED, forget_released, released_ever
from projects.models import Person, Project

KIND = "snapshot"
# The figures package compares a new snapshot with this many earlier ones (P12).
KEPT = 5


@transaction.atomic
def request_snapshot(*, project: Project, person: Person, result_url: str = "") -> Job:
    """Ask the worker for a new snapshot of `project`.

    A second click while one is under way gives the job that is running. The job ends as failed with a
    Dutch reason when too little changed (P9), when there are too few conversations, or when the audit
    refuses (P13). result_url: where the person goes when it is done.
    """
    from neighbourhood.tasks import make_snapshot_task

    Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    return jobs.under_way(KIND, project) or jobs.start(
        make_snapshot_task,
        kind=KIND,
        project=project,
        person=person,
        message=_("De momentopname staat in de rij."),
        result_url=result_url,
    )


def make_snapshot(
    *, project: Project, as_of: date | None = None, progress: Progress | None = None, person: Any = None
) -> Snapshot:
    """Read the register, make and audit the figures, draw the charts, store all of it in one transaction.

    as_of: the day the snapshot carries, today by default. person: who asked for it, for the audit trail.
    Raises `msa.jobs.Refused` with a Dutch reason when no snapshot may be made.
    """
    tell = progress.step if progress else _silent
    tell(1, 4, _("De gesprekken worden geteld."))
    from neighbourhood.services import making

    day = as_of or timezone.localdate()
    released = released_ever(project)
    made = making.publication(project, day, _previous(project))
    _refuse_unless_allowed(made)
    tell(2, 4, _("De grafieken worden getekend."))
    charts = making.charts(made)
    tell(3, 4, _("De cijfers worden bewaard."))
    context = making.context(project, made.result.figures, _last(project))
    return _store(_Made(project, day, made, charts, context, person, released))


@dataclass(frozen=True)
class _Made:
    project: Project
    day: date
    publication: Any
    charts: list[Any]
    context: dict[str, Any]
    person: Any
    released: int


def _silent(number: int, of: int, message: str) -> None:
    """Nobody watches."""


def _last(project: Project) -> Snapshot | None:
    return Snapshot.objects.filter(project=project).order_by("-number").first()


def _previous(project: Project) -> list[Snapshot]:
    """The last snapshots of which the members are kept, oldest first."""
    return list(Snapshot.objects.filter(project=project).order_by("-number")[:KEPT])[::-1]


def _refuse_unless_allowed(made: Any) -> None:
    if not made.result.refreshed:
        raise Refused(
            _(
                "Een nieuwe momentopname kan na ten minste tien nieuwe of teruggetrokken gesprekken. "
                "Er zijn er nog %(missing)d nodig."
            )
            % {"missing": made.result.missing}
        )
    if not made.audit.passed:
        raise Refused(
            _("De controle op herleidbaarheid hield deze cijfers tegen. %(why)s")
            % {"why": " ".join(made.audit.findings[:2])}
        )


@transaction.atomic
def _store(made: _Made) -> Snapshot:
    from neighbourhood.figures.serialising import figures_to_json
    from neighbourhood.services.weights import weigh_themes

    result, audit = made.publication.result, made.publication.audit
    snapshot = Snapshot.objects.create(
        project=made.project,
        number=result.figures.edition,
        made_on=made.day,
        figures=figures_to_json(result.figures),
        context=made.context,
        audit={
            "passed": audit.passed,
            "seconds": round(audit.seconds, 1),
            "left_out": list(made.publication.left_out),
            RELEASED: made.released,
        },
        members=result.sets.to_bytes(),
    )
    SnapshotChart.objects.bulk_create(
        SnapshotChart(
            snapshot=snapshot,
            question=chart.question,
            background=chart.background,
            svg=chart.wide,
            narrow=chart.narrow,
        )
        for chart in made.charts
    )
    _forget_old_members(made.project)
    forget_released(made.project, snapshot)
    weigh_themes(project=made.project)
    record(person=made.person, act="snapshot made", subject=str(snapshot.number), project=made.project)
    return snapshot


def _forget_old_members(project: Project) -> None:
    """Who was in which set is kept only as long as a next snapshot is compared with it."""
    old = Snapshot.objects.filter(project=project).order_by("-number").values_list("pk", flat=True)[KEPT:]
    Snapshot.objects.filter(pk__in=list(old)).update(members=b"")
