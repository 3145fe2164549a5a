"""Practising a registration (V6): the same forms, look and check as the real one, and nothing is kept.

Every page sends along what was typed on the pages before, and a locked cookie brings it to the address of
the next one. There is no draft and no address with something in it, so nothing here can be turned into a
registration.
"""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from housevisits.forms.practice import Typed, questions_form, story_form, typed
from housevisits.forms.review import ReviewForm
from housevisits.practice import carrying
from housevisits.practice.case import CARD, SCRIPT, definition
from housevisits.practice.feedback import feedback
from housevisits.reading import practice_reader
from housevisits.services import finishing
from housevisits.services.finishing import ReadText
from housevisits.views import overview, review
from housevisits.views.drafting import LOOK
from msa.privacy.reading import Reader
from projects.decorators import project_view
from projects.models import Project
from projects.services.learning import practised

PERMISSION = "housevisits.practise"
STEP = "stap"  # in the address: which page
READ, QUESTIONS, STORY, REVIEW, END = "lezen", "vragen", "verhaal", "nakijken", "terugblik"
BAR = (
    (READ, gettext_lazy("Het gesprek")),
    (QUESTIONS, gettext_lazy("Vragen")),
    (STORY, gettext_lazy("Verhaal")),
    (REVIEW, gettext_lazy("Nakijken")),
    (END, gettext_lazy("Terugblik")),
)
FEW = 10  # words; with fewer there is nothing to say about
TOO_FEW = gettext_lazy(
    "Schrijf iets meer: in tien woorden of meer, in je eigen woorden. Ga terug naar het verhaal."
)
ORDER = [name for name, _label in BAR]


@sensitive_post_parameters()
@project_view(PERMISSION)
def practice(request: HttpRequest, project: Project) -> HttpResponse:
    """All pages of a practice. What is sent is answered with the address of the page that comes next, so
    that Back, Forward and reload find it."""
    reader = practice_reader(project)
    if request.method == "POST":
        return _sent(request, reader)
    kept, step = carrying.take(request), request.GET.get(STEP, READ)
    if step == READ:
        return _show(request, READ, kept, reader)
    if step not in ORDER or kept is None or (step == END and not kept.done):
        return redirect(request.path)
    return _show(request, step, kept, reader, say=LOOK in request.GET)


def _sent(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Take in what a page sent, and on to where it was asked for."""
    here = request.POST.get("step", "")
    if here not in ORDER[:-1]:
        return redirect(request.path)
    kept = typed(request.POST)
    if here == REVIEW:
        kept.look()
        review.take_over(request, kept.content, reader)
    if not {"go", "replace"} & set(request.POST):
        return _kept(request, kept)
    step, say = _next(request, here, kept, reader)
    if step == REVIEW:
        kept.look()
    if step == END:
        kept.done = True
        if feedback(kept.content, kept.first, reader).counts:  # only the day is kept, for who practised
            practised(request.membership)  # type: ignore[attr-defined]
    return _go(request, step, kept, reader, say=say)


def _kept(request: HttpRequest, kept: Typed) -> HttpResponse:
    """While somebody writes (static/js/registration.js): into the cookie, nothing else."""
    response = JsonResponse({"state": "kept"})
    carrying.give(request, response, kept)
    return response


def _next(request: HttpRequest, here: str, kept: Typed, reader: Reader) -> tuple[str, bool]:
    """Which page comes after `here`, and whether it says what is wrong."""
    go = request.POST.get("go")
    place = ORDER.index(here)
    if go == "back":
        return ORDER[max(place - 1, 0)], False
    if here == STORY and _too_long(kept):
        return STORY, True
    if here != REVIEW:
        return ORDER[place + 1], False
    if go != "submit" or "replace" in request.POST:
        return REVIEW, False
    if _what_is_wrong(kept, finishing.read_along(kept.content, reader)):
        return REVIEW, True
    return END, False


def _go(request: HttpRequest, step: str, kept: Typed, reader: Reader, *, say: bool) -> HttpResponse:
    """To the address of a page; where that cannot hold all that was typed, the page itself."""
    asked = {} if step == READ else {STEP: step} | ({LOOK: "1"} if say else {})
    response = redirect(f"{request.path}?{urlencode(asked)}" if asked else request.path)
    if carrying.give(request, response, kept):
        return response
    return _show(request, step, kept, reader, say=say)


def _too_long(kept: Typed) -> bool:
    return any(finishing.too_long(text) for text in kept.texts.values())


def _what_is_wrong(kept: Typed, read: list[ReadText]) -> dict[str, Any]:
    """What would keep a real registration from being handed in."""
    if not kept.wrote:
        return {"texts": _("Je schreef nog geen verhaal op. Ga terug en vul minstens één veld in.")}
    if all(text.passes for text in read):
        return {} if kept.words >= FEW else {"texts": TOO_FEW}
    return {
        "texts": _("In het verhaal staat nog iets dat naar iemand kan wijzen. Kijk bij de gemarkeerde tekst.")
    }


def _show(
    request: HttpRequest, step: str, kept: Typed | None, reader: Reader, *, say: bool = False
) -> HttpResponse:
    """A page. A practice that was handed in, or none, begins anew at the first one."""
    if step == READ or kept is None:
        return _page(request, READ, hidden=kept.hidden(without="") if kept and not kept.done else [])
    if step == QUESTIONS:
        context = {"form": questions_form(kept.content), "hidden": kept.hidden(without="answers")}
        return _page(request, QUESTIONS, **context)
    if step == STORY:
        return _story(request, kept, say=say)
    if step == END:
        return _page(request, END, feedback=feedback(kept.content, kept.first, reader))
    read = finishing.read_along(kept.content, reader)
    return _review(request, kept, read, _what_is_wrong(kept, read) if say else {})


def _story(request: HttpRequest, kept: Typed, *, say: bool = False) -> HttpResponse:
    """The story. say: also what is too long."""
    form = story_form(kept.content, dict(kept.texts) if say else None)
    if say and form.is_valid():
        form.say_what_is_too_long()
    return _page(request, STORY, form=form, hidden=kept.hidden(without="texts"))


def _review(request: HttpRequest, kept: Typed, read: list[ReadText], wrong: dict[str, Any]) -> HttpResponse:
    asked = definition()
    editable = [text.place for text in read if not text.passes]
    return _page(
        request,
        REVIEW,
        form=ReviewForm(None, content=kept.content, places=editable),
        content=kept.content,
        stories=overview.stories(kept.content, asked, read),
        answers=[
            (question.short_label, question.label_of(kept.content.answers.get(question.key, "")))
            for question in asked.questions
        ],
        wrong=wrong,
        hidden=kept.hidden(without=""),
    )


def _page(request: HttpRequest, step: str, **context: Any) -> HttpResponse:
    place = ORDER.index(step)
    bar = [
        {
            "label": label,
            "state": "done" if number < place else "here" if number == place else "todo",
            "url": "",
        }
        for number, (_name, label) in enumerate(BAR)
    ]
    about = {"script": SCRIPT, "card": definition().card_label(CARD), "step": step, "bar": bar}
    return render(request, f"housevisits/practice/{step}.html", about | context)


@require_POST
@sensitive_post_parameters()
@project_view(PERMISSION)
def practice_reading(request: HttpRequest, project: Project) -> HttpResponse:
    """Findings while somebody practises, as JSON. Nothing of it is kept or logged (P19)."""
    return review.findings_as_typed(request, practice_reader(project))
