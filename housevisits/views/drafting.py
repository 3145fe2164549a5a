"""What the pages of a draft share: finding it, its forms, keeping what was typed."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from housevisits import questions as default
from housevisits import steps
from housevisits.forms.registration import StoryForm, step_form
from housevisits.forms.stepform import StepForm
from housevisits.models import Draft
from housevisits.services import drafts, questionsets
from housevisits.services.drafts import NO_CARD, DraftContent
from housevisits.services.questionsets import Definition
from msa.windows import Window
from projects.models import Project

# In the address of the page after a send: say what is wrong.
LOOK = "kijk"
PERMISSION = "housevisits.register_conversation"
TOO_LARGE = _("Dit gesprek is in totaal te lang om te bewaren. Kort een van de verhalen in.")
NO_BLOCK = _("Er is nog geen blok gekozen. Dat kan later ook, als het maar voor het inleveren is.")
JOINED = _(
    "Dit concept stond in twee vensters open, en in allebei is geschreven. Beide teksten staan nu onder "
    "elkaar. Haal weg wat te veel is."
)
WRITTEN_ELSEWHERE = _(
    "Niet bewaard: deze tekst is ook in een ander venster veranderd. "
    "Klik op Verder, dan komen ze onder elkaar."
)
NOT_THERE = _("Dit concept is er niet meer.")
# More waved findings than anybody ticks by hand.
_MOST_WAVED = 500


def own_draft(request: HttpRequest, project: Project, key: UUID) -> Draft | None:
    """The draft, where it is this person's own and still there."""
    found = drafts.own(request.user, project).filter(pk=key)  # type: ignore[arg-type]
    return next(iter(found.order_by()), None)


def gone(request: HttpRequest) -> HttpResponse:
    """A draft that is not there: handed in, thrown away, expired, or somebody else's."""
    return render(request, "housevisits/registration/gone.html", status=404)


def definition_of(content: DraftContent) -> Definition:
    """The question set that a draft follows. Raises LookupError when that set was removed."""
    found = questionsets.definition_by_key(UUID(content.set_key))
    if found is None:
        raise LookupError(content.set_key)
    return found


def build(step: str, data: Any, content: DraftContent, project: Project) -> StepForm:
    """The form of a step, bound to `data` when there is any."""
    return step_form(step, data, content=content, project=project, definition=definition_of(content))


def build_again(step: str, content: DraftContent, project: Project) -> StepForm:
    """The form of a step as it was sent last, out of the draft, with what was wrong in it."""
    held = build(step, None, content, project).kept(content) | content.refused
    data = QueryDict(mutable=True)
    for name, value in held.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    form = build(step, data, content, project)
    form.is_valid()
    _say_what_is_too_long(form)
    return form


def _sent(form: StepForm, name: str) -> list[str]:
    data = form.data
    return [str(one) for one in data.getlist(name)] if isinstance(data, QueryDict) else []


def _say_what_is_too_long(form: StepForm) -> None:
    if isinstance(form, StoryForm):
        form.say_what_is_too_long()


def keep(
    draft: Draft, step: str, form: StepForm, waved: list[str], places: int = 0, *, join: bool = True
) -> DraftContent:
    """Put what was filled in into the draft, also where something else in the form is wrong.

    places: how many steps the writer goes on from here (or back), when nothing is wrong; the draft is taken
    up again there. join: see `StepForm.apply`. Raises `vault.TooLarge` and Draft.DoesNotExist.
    """
    form.is_valid()

    def alter(content: DraftContent) -> None:
        form.apply(content, join=join)
        content.step = steps.beside(step, content, 0 if form.errors or form.joined else places)
        content.waved = sorted({*content.waved, *waved})[:_MOST_WAVED]
        content.refused = {name: _sent(form, name) for name in form.errors if name in form.fields}

    content = drafts.change(draft, alter)
    _say_what_is_too_long(form)
    return content


def window(form: StepForm, content: DraftContent) -> Window:
    """The page that now opens with this form."""
    return Window.opened(form.kept(content))


def bar(step: str, slug: str, draft: Draft, content: DraftContent) -> list[dict[str, Any]]:
    """The bar of steps; what is behind can be gone back to, and what was left empty says so."""
    here = [name for name, _label in steps.BAR].index(steps.bar_step(step))
    still_empty = _still_empty(content)
    return [
        {
            "label": label,
            "state": _state(place - here, "empty" if name in still_empty else "done"),
            "note": still_empty.get(name, ""),
            "url": step_url(slug, draft, name) if place < here else "",
        }
        for place, (name, label) in enumerate(steps.BAR)
    ]


def _state(further: int, behind: str) -> str:
    if further < 0:
        return behind
    return "todo" if further else "here"


def _still_empty(content: DraftContent) -> dict[str, str | Promise]:
    """By step what to say where nothing was filled in. The month of the conversation is always there."""
    found: dict[str, str | Promise] = {} if content.block else {steps.CONVERSATION: _("nog geen blok")}
    definition = definition_of(content)
    for step, section in ((steps.HOUSEHOLD, default.HOUSEHOLD), (steps.SCALES, default.SCALES)):
        if not any(question.key in content.answers for question in definition.section(section)):
            found[step] = _("nog leeg")
    if not content.cards and not any(content.stories.get(NO_CARD, {}).values()):
        found[steps.CARDS] = _("nog leeg")
    return found


def step_url(slug: str, draft: Draft, step: str) -> str:
    """The address of a step of a draft."""
    return reverse("housevisits:registration_step", args=[slug, draft.pk, step])


def receipt_address() -> str:
    """Where a resident types in a receipt code, as it can be told: without 'https://'."""
    return (settings.SITE_URL + reverse("housevisits_public:receipt")).partition("://")[2].rstrip("/")
