"""For residents: see the own conversation with a code, and take it back (P5). Without an account."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from housevisits import steps
from housevisits.forms.receipts import CodeForm
from housevisits.models import Conversation
from housevisits.services import questionsets, receipts
from msa.throttle import Limit, caller

# Who has a code types it in a few times; who guesses needs 2**85 tries.
WRONG_BY_ADDRESS = Limit("receipt by address", most=10, seconds=3600)
WRONG_IN_ALL = Limit("receipt in all", most=500, seconds=3600)


@never_cache
@sensitive_post_parameters()
def lookup(request: HttpRequest) -> HttpResponse:
    """Ask for the code; show the registration, or say that it may still wait."""
    if request.method != "POST":
        return _ask(request, CodeForm())
    if _has_tried_too_often(request):
        return _too_often(request)
    form = CodeForm(request.POST)
    if not form.is_valid():
        _count_wrong(request)
        return _ask(request, form)
    conversation = receipts.find(receipts.code_hash(form.cleaned_data["code"]))
    if conversation is None:
        _count_wrong(request)
    return _found(request, form.cleaned_data["code"], conversation)


@never_cache
@sensitive_post_parameters()
def withdraw(request: HttpRequest) -> HttpResponse:
    """Say what taking back destroys; then do it."""
    form = CodeForm(request.POST or None)
    if _has_tried_too_often(request):
        return _too_often(request)
    if not form.is_valid():
        if request.method == "POST":
            _count_wrong(request)
        return _ask(request, form if request.method == "POST" else CodeForm())
    digest = receipts.code_hash(form.cleaned_data["code"])
    released = receipts.find(digest) is not None
    if not released:
        _count_wrong(request)
    context = {"code": form.cleaned_data["code"], "released": released}
    if request.POST.get("sure") != "yes":
        return render(request, "housevisits/receipt/withdraw.html", context)
    return render(request, "housevisits/receipt/withdrawn.html", {"released": receipts.withdraw(digest)})


def _ask(request: HttpRequest, form: CodeForm) -> HttpResponse:
    return render(request, "housevisits/receipt/ask.html", {"form": form})


def _found(request: HttpRequest, code: str, conversation: Conversation | None) -> HttpResponse:
    context: dict[str, Any] = {"code": code, "conversation": conversation}
    if conversation is not None:
        context |= _in_words(conversation)
    return render(request, "housevisits/receipt/found.html", context)


def _in_words(conversation: Conversation) -> dict[str, Any]:
    definition = questionsets.definition_by_key(conversation.set_key)
    if definition is None:
        return {"answers": [], "stories": []}
    answers = [
        (question.short_label, question.label_of(conversation.answers[question.key]))
        for question in definition.questions
        if question.key in conversation.answers
    ]
    labels = {(field.sphere, field.valence): field.label for field in steps.STORY_FIELDS}
    stories = [
        (definition.card_label(block.card), labels.get((block.sphere, block.valence), ""), block.text)
        for block in conversation.blocks.all()
    ]
    return {"answers": answers, "stories": stories}


def _has_tried_too_often(request: HttpRequest) -> bool:
    return WRONG_BY_ADDRESS.reached(caller(request)) or WRONG_IN_ALL.reached("all")


def _count_wrong(request: HttpRequest) -> None:
    """Count a code that is not in the register; the same one again, as of a story that waits, only once."""
    typed = request.POST.get("code", "")[:60]
    WRONG_BY_ADDRESS.hit(caller(request), typed)
    WRONG_IN_ALL.hit("all", typed)


def _too_often(request: HttpRequest) -> HttpResponse:
    response = render(request, "housevisits/receipt/too_often.html", status=429)
    response["Retry-After"] = str(WRONG_BY_ADDRESS.seconds)
    return response
