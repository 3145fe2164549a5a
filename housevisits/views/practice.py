"""Practising a registration (V6): the same forms, look and check as the real one, and nothing is kept.

Every page sends along what was typed on the pages before; the last one drops it. There is no draft and no
address with something in it, so nothing here can be turned into a registration.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from housevisits.forms.practice import Typed, questions_form, story_form, typed
from housevisits.forms.review import ReviewForm
from housevisits.practice.case import CARD, SCRIPT, definition
from housevisits.practice.feedback import feedback
from housevisits.reading import practice_reader
from housevisits.services import finishing
from housevisits.services.finishing import ReadText
from housevisits.views import overview, review
from msa.privacy.reading import Reader
from projects.decorators import project_view
from projects.models import Project
from projects.services.learning import practised

PERMISSION = "housevisits.practise"
READ, QUESTIONS, STORY, REVIEW, END = "lezen", "vragen", "verhaal", "nakijken", "terugblik"
BAR = (
    (READ, gettext_lazy("Het gesprek")),
    (QUESTIONS, gettext_lazy("Vragen")),
    (STORY, gettext_lazy("Verhaal")),
    (REVIEW, gettext_lazy("Nakijken")),
    (END, gettext_lazy("Terugblik")),
)
ORDER = [name for name, _label in BAR]


@sensitive_post_parameters()
@project_view(PERMISSION)
def practice(request: HttpRequest, project: Project) -> HttpResponse:
    """All pages of a practice, at one address: which one comes is in what was sent."""
    here = request.POST.get("step", "")
    if request.method != "POST" or here not in ORDER[:-1]:
        return _page(request, READ)
    kept = typed(request.POST)
    reader = practice_reader(project)
    if here == REVIEW:
        return _reviewed(request, kept, reader)
    step = ORDER[max(ORDER.index(here) + (-1 if request.POST.get("go") == "back" else 1), 0)]
    if here == STORY and step == REVIEW and _too_long(kept):
        return _story(request, kept, say=True)
    return _show(request, step, kept, reader)


def _too_long(kept: Typed) -> bool:
    return any(finishing.too_long(text) for text in kept.texts.values())


def _reviewed(request: HttpRequest, kept: Typed, reader: Reader) -> HttpResponse:
    """From the last step: put in what was rewritten there, and on to where it was asked for."""
    kept.look()
    review.take_over(request, kept.content, reader)
    if request.POST.get("go") == "back":
        return _story(request, kept)
    read = finishing.read_along(kept.content, reader)
    wrong = _what_is_wrong(kept, read)
    if request.POST.get("go") != "submit" or "replace" in request.POST:
        return _review(request, kept, read, {})
    if wrong:
        return _review(request, kept, read, wrong)
    return _end(request, kept, reader)


def _what_is_wrong(kept: Typed, read: list[ReadText]) -> dict[str, Any]:
    """What would keep a real registration from being handed in."""
    if not kept.wrote:
        return {"texts": _("Je schreef nog geen verhaal op. Ga terug en vul minstens één veld in.")}
    if all(text.passes for text in read):
        return {}
    return {
        "texts": _("In het verhaal staat nog iets dat naar iemand kan wijzen. Kijk bij de gemarkeerde tekst.")
    }


def _show(request: HttpRequest, step: str, kept: Typed, reader: Reader) -> HttpResponse:
    if step == READ:
        return _page(request, READ)
    if step == QUESTIONS:
        context = {"form": questions_form(kept.content), "hidden": kept.hidden(without="answers")}
        return _page(request, QUESTIONS, **context)
    if step == STORY:
        return _story(request, kept)
    kept.look()
    return _review(request, kept, finishing.read_along(kept.content, reader), {})


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


def _end(request: HttpRequest, kept: Typed, reader: Reader) -> HttpResponse:
    """The feedback. Of all this only the day is kept, for the one who practised."""
    practised(request.membership)  # type: ignore[attr-defined]
    return _page(request, END, feedback=feedback(kept.content, kept.first, reader))


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
