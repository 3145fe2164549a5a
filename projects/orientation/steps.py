"""The way through the orientation: its pages in order, where somebody is, and which form a page has (V1)."""

from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.forms.orientation import DecisionForm, StepForm, WeighingForm
from projects.models import Orientation
from projects.orientation.questions import STEPS, step_of, step_with
from projects.orientation.weighing import weigh
from projects.services import orientation as services

WEIGHING, DECISION = "weging", "besluit"
PAGES: tuple[tuple[str, str | Promise], ...] = (
    *((step.key, step.label) for step in STEPS),
    (WEIGHING, _("Weging")),
    (DECISION, _("Besluit")),
)
KEYS = tuple(key for key, _label in PAGES)
Form = StepForm | WeighingForm | DecisionForm


def build(page: str, data: Any, orientation: Orientation, *, half: bool = False) -> Form:
    """The form of a page. Raises KeyError for a page that does not exist."""
    if page == WEIGHING:
        found = weigh(orientation.answers)
        return WeighingForm(data, warnings=found.warnings, orientation=orientation)
    if page == DECISION:
        return DecisionForm(data, orientation=orientation, half=half)
    return StepForm(data, step=step_of(page), orientation=orientation)


def keep(form: Form, orientation: Orientation) -> Orientation:
    """Store what is right of `form`. Raises Refused when this version may not change any more."""
    form.is_valid()
    if isinstance(form, DecisionForm):
        return services.keep_decision(orientation=orientation, decision=form.decision())
    return services.keep(orientation=orientation, **form.kept())


def beside(page: str, places: int) -> str:
    """The page `places` further on (or back)."""
    return KEYS[min(max(KEYS.index(page) + places, 0), len(KEYS) - 1)]


def resume(orientation: Orientation) -> str:
    """Where to go on: at the first open question, else at the weighing, else at the decision."""
    missing = weigh(orientation.answers).missing
    if missing:
        return step_with(missing[0]).key
    return WEIGHING if services.unanswered(orientation) else DECISION


def bar(orientation: Orientation, page: str) -> list[dict[str, Any]]:
    """The bar of steps, for the component `steps`."""
    return [
        {
            "label": label,
            "url": page_url(orientation, key),
            "state": "here" if key == page else ("done" if _done(orientation, key) else "todo"),
        }
        for key, label in PAGES
    ]


def missing_links(orientation: Orientation) -> list[dict[str, Any]]:
    """Questions without an answer, each with the page where it stands."""
    found = []
    for key in weigh(orientation.answers).missing:
        step = step_with(key)
        label = next(question.label for question in step.questions if question.key == key)
        found.append({"label": label, "url": f"{page_url(orientation, step.key)}#id_{key}"})
    return found


def page_url(orientation: Orientation, page: str) -> str:
    """The address of a page of this version."""
    slug = orientation.project.slug
    return reverse("projects:orientation_step", args=[slug, orientation.version, page])


def _done(orientation: Orientation, page: str) -> bool:
    missing = weigh(orientation.answers).missing
    if page == DECISION:
        return False
    if page == WEIGHING:
        return not missing and not services.unanswered(orientation)
    return not {question.key for question in step_of(page).questions} & set(missing)
