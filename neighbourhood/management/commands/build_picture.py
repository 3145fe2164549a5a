"""`manage.py build_picture SLUG --out DIR`: poster, report and figures of a project, without the web."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import override

from msa.jobs import Refused
from neighbourhood.figures.serialising import figures_from_json
from neighbourhood.models import DocumentKind, Picture
from neighbourhood.publication.exports import figures_csv
from neighbourhood.services.documents import make_files
from neighbourhood.services.pictures import current_picture
from neighbourhood.services.snapshots import make_snapshot
from projects.models import Project

NAMES = {
    DocumentKind.POSTER_PDF: "praatplaat.pdf",
    DocumentKind.POSTER_PNG: "praatplaat.png",
    DocumentKind.POSTER_HTML: "praatplaat.html",
    DocumentKind.REPORT_PDF: "verslag.pdf",
}
FIGURES = "cijfers.csv"


class Command(BaseCommand):
    help = (
        "Make poster, report and figures of a project; a snapshot and a picture first where there are none."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="address of the project")
        parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder for the files")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the files. Raises CommandError when the project is not there or may not be shown yet."""
        project = Project.objects.filter(slug=options["slug"]).first()
        if project is None:
            raise CommandError(_("Er is geen project '%(slug)s'.") % {"slug": options["slug"]})
        with override("nl"):
            try:
                picture = newest_picture(project)
            except Refused as refusal:
                raise CommandError(str(refusal)) from refusal
            for name, body in contents(picture):
                self._write(options["out"], name, body)

    def _write(self, folder: Path, name: str, body: bytes) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)
        self.stdout.write(str(folder / name))


def newest_picture(project: Project) -> Picture:
    """The newest picture of the project, published or not; made when there is none. Raises Refused."""
    newest = Picture.objects.filter(project=project).order_by("-version").first()
    if newest is not None:
        return newest
    picture = current_picture(project=project)
    if picture is None:
        make_snapshot(project=project)
        picture = current_picture(project=project)
    assert picture is not None  # a snapshot gives a picture
    return picture


def contents(picture: Picture) -> list[tuple[str, bytes]]:
    """All files of a picture by name."""
    files = [(NAMES[kind], body) for kind, body in make_files(picture) if kind in NAMES]
    return [*files, (FIGURES, figures_csv(figures_from_json(picture.snapshot.figures)))]
