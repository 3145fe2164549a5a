"""What has to stand before the neighbourhood goes to work with its picture (V10)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from msa.registry import Requirement
from msa.sharing import Shared
from neighbourhood.models import Picture
from projects.access import roles_for
from projects.models import Phase, Project


def requirements(project: Project, shared: Shared) -> Iterator[Requirement]:
    """A picture that everybody can read. One query."""
    published = Picture.objects.filter(project=project).published().exists()
    yield Requirement(
        phase=Phase.CONNECTING,
        key="published_picture",
        title=_("Het beeld van de buurt is gepubliceerd"),
        todo=_("het beeld van de buurt publiceren"),
        met=published,
        url=reverse("neighbourhood:picture", args=[project.slug]),
        roles=roles_for("neighbourhood.publish"),
        reason=""
        if published
        else _(
            "Er is nog geen praatplaat openbaar. Zonder beeld worden het onze plannen, niet die van de buurt."
        ),
        overridable=True,
    )
