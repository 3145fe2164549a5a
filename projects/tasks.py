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
from projects.models import ContextUpload, Membership, Role

ROWS_OF_THE_COUNTRY = 18_500  # for the progress bar only: how long the office's own table is


@shared_task(autoretry_for=(SMTPException, OSError), retry_backoff=60, max_retries=5)
def send_invitation(membership_pk: int) -> None:
    """Tell somebody that they take part and how to sign in. Nothing for who left in the meantime."""
    membership = (
        Membership.objects.select_related("person", "project").filter(pk=membership_pk, active=True).first()
    )
    if membership is None:
        return
    context = {
        "membership": membership,
        "polite": membership.role == Role.RESIDENT_GROUP,
        "url": settings.SITE_URL + reverse("account_request_login_code"),
    }
    subject = _("Meedoen in het project %(project)s") % {"project": membership.project}
    send_mail(
        subject, render_to_string("projects/mail/invitation.txt", context), None, [membership.person.email]
    )


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
