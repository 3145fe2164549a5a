"""Work of phase 1 in the background: ids in, reload, do."""

from functools import partial
from smtplib import SMTPException

from celery import shared_task
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from msa.jobs import Progress, running
from projects import invitationmail
from projects.access import roles_for
from projects.models import AgreementAnswer, Attendance, ContextUpload, Membership, Partnership, Person
from projects.trainingmail import invitation

ROWS_OF_THE_COUNTRY = 18_500  # for the progress bar only: how long the office's own table is


@shared_task(autoretry_for=(SMTPException, OSError), retry_backoff=60, max_retries=5)
def send_invitation(membership_pk: int, by_pk: int | None = None) -> None:
    """Tell somebody that they take part and how to sign in. Nothing for who left in the meantime.

    by_pk: who invites.
    """
    found = Membership.objects.select_related("person", "project").filter(pk=membership_pk, active=True)
    membership = found.first()
    if membership is None:
        return
    by = Person.objects.filter(pk=by_pk).first() if by_pk is not None else None
    invitationmail.invitation(membership, by).send()


@shared_task
def read_context(job_key: str, upload_key: str) -> None:
    """Read a table of the statistical office that somebody handed in (V9)."""
    from projects.services.context import read_upload

    with running(job_key, done=str(_("De tabel is gelezen."))) as progress:
        upload = ContextUpload.objects.filter(pk=upload_key).first()
        if progress is not None and upload is not None:
            progress.step(0, ROWS_OF_THE_COUNTRY, str(_("De tabel wordt gelezen.")))
            read_upload(upload=upload, report=partial(_count_rows, progress))
            progress.result(reverse("projects:context_choose", args=[upload.project.slug, upload.pk]))


def _count_rows(progress: Progress, rows: int) -> None:
    message = _("De tabel wordt gelezen: %(rows)d rijen.") % {"rows": rows}
    progress.step(rows, max(rows, ROWS_OF_THE_COUNTRY), message)


@shared_task(autoretry_for=(SMTPException, OSError), retry_backoff=60, max_retries=5)
def send_training_invitation(attendance_pk: int) -> None:
    """Mail the invitation to a training. Nothing for who left, or when it was called off meanwhile."""
    found = Attendance.objects.select_related("membership__person", "session__project")
    attendance = found.filter(pk=attendance_pk, membership__active=True).first()
    if attendance is None or attendance.session.cancelled or attendance.session.on is None:
        return
    invitation(attendance).send()


@shared_task(autoretry_for=(SMTPException, OSError), retry_backoff=60, max_retries=5)
def send_agreement(answer_pk: int) -> None:
    """Ask a partner to read a version and answer. Nothing when it is no longer out, or was answered."""
    found = AgreementAnswer.objects.select_related(
        "version__agreement__project", "partnership__organisation", "partnership__contact__person"
    )
    given = found.filter(pk=answer_pk).first()
    if given is None or not given.waiting or not given.version.is_sent:
        return
    project, kind = given.version.agreement.project, given.version.kind
    arguments = [project.slug, kind.slug, given.version.number]
    for held in who_answers(given.partnership):
        context = {
            "name": held.person,
            "project": project,
            "kind": kind.named,
            "organisation": given.partnership.organisation,
            "url": settings.SITE_URL + reverse("projects:agreement_version", args=arguments),
        }
        subject = _("Lees en geef akkoord: %(kind)s van %(project)s") % {
            "kind": kind.label,
            "project": project,
        }
        body = render_to_string("projects/mail/agreement.txt", context)
        send_mail(subject, body, None, [held.person.email])


def who_answers(partnership: Partnership) -> list[Membership]:
    """Who is asked on behalf of a partner: the contact person, else every colleague who may answer."""
    contact = partnership.contact
    if contact is not None and not partnership.contact_gap:
        return [contact]
    colleagues = partnership.project.memberships.filter(
        active=True,
        organisation=partnership.organisation,
        role__in=roles_for("projects.answer_agreements"),
    )
    return list(colleagues.select_related("person"))
