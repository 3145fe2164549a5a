"""The picture of the neighbourhood in versions: concept, opened to residents, published (B7, B8, B11)."""

import secrets
import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from neighbourhood.models.snapshot import Snapshot
from neighbourhood.querysets import PictureQuerySet
from projects.models import Membership, Project


def public_token() -> str:
    """An address nobody guesses, short enough for a QR code."""
    return secrets.token_urlsafe(9)


class PictureState(models.TextChoices):
    """A version is worked on, public, taken down for the time being, or replaced by a later one."""

    CONCEPT = "concept", _("concept")
    PUBLISHED = "published", _("gepubliceerd")
    WITHDRAWN = "withdrawn", _("van openbaar gehaald")
    REPLACED = "replaced", _("vervangen")


class Picture(models.Model):
    """One version of poster and report, on one snapshot.

    content: what the leader typed over the default texts of the poster (title, lists, balloons).
    made_of: what the files were made of, as `services.material.material_of` says it; empty without files.
    frozen: that same material at publication, so that a later change touches nothing published.
    withdrawn_on: since when a version that was public is not to be seen.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    token = models.CharField(max_length=20, default=public_token, unique=True, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="pictures")
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="pictures")
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=PictureState, default=PictureState.CONCEPT)
    open_to_residents = models.BooleanField(_("bewonersprojectgroep kijkt mee"), default=False)
    content = models.JSONField(default=dict)
    frozen = models.JSONField(default=dict)
    published_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    made_of = models.JSONField(default=dict, editable=False)

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("beeld van de buurt")
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["project", "version"], name="picture_version_per_project")
        ]

    def __str__(self) -> str:
        return f"{self.project} v{self.version}"


LONGEST_NAME = 120


class PictureReader(models.Model):
    """Who read the concept before it was published."""

    picture = models.ForeignKey(Picture, models.CASCADE, related_name="readers")
    name = models.CharField(_("wie las het concept"), max_length=LONGEST_NAME)
    capacity = models.CharField(_("als wat"), max_length=LONGEST_NAME, blank=True)
    member = models.ForeignKey(Membership, models.SET_NULL, null=True, blank=True, related_name="+")


class DocumentKind(models.TextChoices):
    """What can be made of a picture."""

    POSTER_PDF = "poster_pdf", _("praatplaat (PDF, A3)")
    POSTER_PNG = "poster_png", _("praatplaat (plaatje)")
    POSTER_HTML = "poster_html", _("praatplaat (webpagina)")
    POSTER_TEXT = "poster_text", _("praatplaat (tekst)")
    REPORT_PDF = "report_pdf", _("verslag (PDF)")


class Document(models.Model):
    """A file that was made from a picture. Files lie outside the web root and are served after a check."""

    picture = models.ForeignKey(Picture, models.CASCADE, related_name="documents")
    kind = models.CharField(max_length=20, choices=DocumentKind)
    file = models.FileField(upload_to="documents/")
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["picture", "kind"], name="document_once_per_picture")]
