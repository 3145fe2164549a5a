"""Text blocks by field, card and block, shuffled (B2)."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from housevisits.models import Sphere, Valence
from housevisits.services.questionsets import in_use
from neighbourhood.forms.picture import EraseForm
from neighbourhood.models import Theme
from neighbourhood.services.erasing import erase_settled_stories, erased_on, may_be_erased
from neighbourhood.services.themes import add_evidence
from neighbourhood.stories import FIELDS, Narrowing, blocks_behind, session_secret, stories
from projects.decorators import project_view
from projects.models import Project

PER_PAGE = 40


def _asked(request: HttpRequest) -> Narrowing:
    """What the address asks for; anything unknown falls back to the first field."""
    field = request.GET.get("veld", "")
    sphere, _sep, valence = field.partition("-")
    if not field or (sphere, valence) not in FIELDS:
        sphere, valence = Sphere.PERSON, Valence.OPPORTUNITY
    kind, _sep, value = request.GET.get("deel", "").partition(":")
    if kind == "kaart":
        return Narrowing(sphere, valence, card=value)
    if kind == "blok":
        return Narrowing(sphere, valence, block=_uuid(value))
    return Narrowing(sphere, valence)


def _field(sphere: str, valence: str) -> tuple[str, str, str]:
    """The key of a field in the address, and its two names on screen."""
    if not sphere:
        return "-", _("per kaart"), _("wat belangrijk is")
    return f"{sphere}-{valence}", str(Sphere(sphere).label), str(Valence(valence).label)


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None


def _themes(request: HttpRequest, project: Project, valence: str) -> QuerySet[Theme]:
    """The themes that a text of this field can belong to; of what matters, all."""
    themes = Theme.objects.visible_to(request.user).filter(project=project)
    return themes.filter(valence=valence) if valence else themes


@project_view("neighbourhood.read_stories")
def story_list(request: HttpRequest, project: Project) -> HttpResponse:
    """One field at a time, optionally one card or one block of it."""
    found = stories(project=project, asked=_asked(request), secret=session_secret(request.session))
    printing = "afdrukken" in request.GET
    page = Paginator(found.stories, len(found.stories) or 1 if printing else PER_PAGE)
    question_set = in_use(project)
    cards = list(question_set.cards.all()) if question_set else []
    return render(
        request,
        "neighbourhood/stories/list.html",
        {
            "found": found,
            "page": page.get_page(request.GET.get("bladzijde")),
            "fields": [_field(sphere, valence) for sphere, valence in FIELDS],
            "here": f"{found.narrowing.sphere}-{found.narrowing.valence}",
            "part": request.GET.get("deel", "") if not found.widened else "",
            "cards": cards,
            "card_labels": {card.key: card.label for card in cards},
            "blocks": project.blocks.all(),
            "themes": _themes(request, project, found.narrowing.valence),
            "printing": printing,
            "erased_on": None if found.stories else erased_on(project),
        },
    )


@require_POST
@project_view("neighbourhood.edit_themes")
def add_to_theme(request: HttpRequest, project: Project) -> HttpResponse:
    """Let a theme rest on the texts that were ticked."""
    back = request.POST.get("terug", "")
    page = reverse("neighbourhood:stories", args=[project.slug])
    target = f"{page}?{back}" if back else page
    tokens = set(request.POST.getlist("tekst"))
    key = request.POST.get("thema", "")
    if not tokens or not key.isdigit():
        messages.error(request, _("Vink eerst een of meer teksten aan en kies een thema."))
        return redirect(target)
    theme = get_object_or_404(Theme.objects.visible_to(request.user).filter(project=project), pk=int(key))
    blocks = blocks_behind(project=project, tokens=tokens, secret=session_secret(request.session))
    added = add_evidence(theme=theme, blocks=blocks)
    text = ngettext(
        "%(n)d tekst toegevoegd aan '%(theme)s'.", "%(n)d teksten toegevoegd aan '%(theme)s'.", added
    )
    messages.success(request, text % {"n": added, "theme": theme})
    return redirect(target)


@project_view("neighbourhood.publish")
def erase(request: HttpRequest, project: Project) -> HttpResponse:
    """Say what erasing the texts destroys, and do it once the report is settled (P7)."""
    if not may_be_erased(project):
        messages.info(request, _("Er is niets te wissen: eerst moet er iets gepubliceerd zijn."))
        return redirect("neighbourhood:picture", project.slug)
    form = EraseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        count = erase_settled_stories(project=project, person=request.membership.person)  # type: ignore[attr-defined]
        text = ngettext("%(n)d tekst is gewist.", "%(n)d teksten zijn gewist.", count) % {"n": count}
        messages.success(request, text)
        return redirect("neighbourhood:picture", project.slug)
    return render(request, "neighbourhood/stories/erase.html", {"form": form})
