"""Work of this phase in the background. Tasks get keys, reload, and may come twice."""

from collections.abc import Callable
from functools import partial

from celery import shared_task
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from housevisits.models import ImportSession
from housevisits.services import release as releasing
from msa.jobs import Progress, Refused, running
from msa.privacy import vault
from projects.models import Project


@shared_task
def release(project_key: str) -> None:
    """Let the waiting registrations of one project join the register, where there are enough."""
    releasing.release(project_key)


@shared_task
def release_all() -> None:
    """The same for every project, and the withdrawals that wait. Runs on the clock."""
    releasing.release_everywhere()


def release_soon(project: Project) -> None:
    """Queue a release once the surrounding transaction is in.

    The registration is safe by then: where the queue cannot be reached this is logged, and the clock
    releases it later.
    """
    transaction.on_commit(partial(release.delay, str(project.key)), robust=True)


@shared_task
def read_import(job_key: str, session_key: str) -> None:
    """Read the texts of an import along, and say which point at a person."""
    from housevisits.services.imports.sessions import find_pointing

    with running(job_key, done=str(_("De teksten zijn nagelezen."))) as progress:
        if progress is not None:
            report = partial(_count_rows, progress)
            report(0, 1)
            find_pointing(session=ImportSession.objects.get(pk=session_key), report=report)


@shared_task
def store_import(job_key: str, session_key: str) -> None:
    """Store an import that was checked."""
    from housevisits.services.imports.sessions import store

    with running(job_key, done=str(_("Alles staat erin."))) as progress:
        if progress is not None:
            progress.step(0, 1, str(_("De rijen worden opgeslagen.")))
            session = ImportSession.objects.get(pk=session_key)
            _store_or_refuse(partial(store, report=partial(_count_stored, progress)), session)


def _count_rows(progress: Progress, done: int, total: int) -> None:
    message = str(_("De teksten worden nagelezen."))
    if done:
        message = str(_("De teksten worden nagelezen: %(done)d van %(total)d rijen."))
    progress.step(done, total, message % {"done": done, "total": total})


def _count_stored(progress: Progress, done: int, total: int) -> None:
    message = str(_("De rijen worden klaargezet: %(done)d van %(total)d."))
    if done == total:
        message = str(_("Alle %(total)d rijen staan klaar en worden in één keer opgeslagen."))
    progress.step(done, total, message % {"done": done, "total": total})


def _store_or_refuse(store: Callable[..., object], session: ImportSession) -> None:
    """Turn what is wrong with the file into a sentence for who handed it in."""
    try:
        store(session=session, person=session.person)
    except ValidationError as error:
        raise Refused(" ".join(error.messages[:3])) from error
    except vault.TooLarge as error:
        raise Refused(
            str(_("Een rij heeft zoveel tekst dat ze niet past. Kort de langste teksten in."))
        ) from error
