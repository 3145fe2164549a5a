"""The pages of a project that its leader can open."""

from django.urls import reverse

from housevisits.demo.project import DATA
from housevisits.services.imports.sessions import start_import
from neighbourhood.models import Picture
from projects.models import Project
from tests.bench.neighbourhoods import leader

NAMES = {
    "projects": "home settings rights people add".split(),
    "housevisits": "actions action_new addresses visits imports held_rows registration_start".split(),
    "neighbourhood": (
        "picture publish poster_edit figures export_csv export_xlsx stories themes theme_new top_five".split()
    ),
}
EXPORTS = {"addresses": "spoorbuurt-adressen.csv", "forms": "spoorbuurt-google-forms.csv"}


def addresses(picture: Picture) -> list[str]:
    """Every page without an argument of its own, the charts by every background, and an import under way."""
    slug = picture.project.slug
    found = [reverse("today"), reverse("about"), reverse("projects:account"), reverse("projects:choose")]
    found += [reverse(f"{app}:{name}", args=[slug]) for app, names in NAMES.items() for name in names]
    charts = reverse("neighbourhood:figures", args=[slug])
    found += [f"{charts}?per={background}" for background in ("block", "age", "household", "tenure")]
    return [*found, *_imports(picture.project)]


def _imports(project: Project) -> list[str]:
    """The screens of two files that were just handed in."""
    found = []
    for kind, name in EXPORTS.items():
        with (DATA / name).open("rb") as file:
            session = start_import(project=project, person=leader(project), kind=kind, file=file, name=name)
        steps = ("columns", "answers", "texts", "check") if kind == "forms" else ("columns", "check")
        found += [reverse(f"housevisits:import_{step}", args=[project.slug, session.pk]) for step in steps]
    return found
