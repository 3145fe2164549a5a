"""Text blocks by field, card and block, shuffled (B2), and the way from texts to a theme (B4)."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from housevisits.models import Sphere, Valence
from housevisits.services.questionsets import in_use
from neighbourhood.forms.picture import EraseForm
from neighbourhood.models import Theme
from neighbourhood.services.erasing import erase_settled_stories, erased_on, may_be_erased
from neighbourhood.services.themes import add_evidence
from neighbourhood.stories import FIELDS, Narrowing, blocks_behind, session_secret, stories
from neighbourhood.views.themes import new_theme_page
from neighbourhood.views.ticks import Ticks, ticked
from projects.decorators import project_view
from projects.models import Project

PER_PAGE = 40
NEW = "nieuw"
UNUSED = "los"


def _asked(words: QueryDict) -> Narrowing:
    """What the address asks for; anything unknown falls back to the first field."""
    field = words.get("veld", "")
    sphere, _sep, valence = field.partition("-")
    if not field or (sphere, valence) not in FIELDS:
        sphere, valence = Sphere.PERSON, Valence.OPPORTUNITY
    kind, _sep, value = words.get("deel", "").partition(":")
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
    """One field at a time, optionally one card or one block of it, or what no theme rests on yet."""
    return _page(request, project, request.GET, Ticks())


def _page(request: HttpRequest, project: Project, words: QueryDict, ticks: Ticks) -> HttpResponse:
    found = stories(project=project, asked=_asked(words), secret=session_secret(request.session))
    printing, unused = "afdrukken" in words, words.get("gebruik") == UNUSED
    listed = [story for story in found.stories if not (unused and story.themes)]
    page = Paginator(listed, len(listed) or 1 if printing else PER_PAGE).get_page(words.get("bladzijde"))
    question_set = in_use(project)
    context = {
        "found": found,
        "page": page,
        "words": words,
        "ticks": ticks.beside({story.token for story in page.object_list}),
        "fields": [_field(sphere, valence) for sphere, valence in FIELDS],
        "here": f"{found.narrowing.sphere}-{found.narrowing.valence}",
        "part": words.get("deel", "") if not found.widened else "",
        "unused": unused,
        "cards": list(question_set.cards.all()) if question_set else [],
        "blocks": project.blocks.all(),
        "themes": _themes(request, project, found.narrowing.valence),
        "printing": printing,
        "erased_on": None if found.stories else erased_on(project),
    }
    return render(request, "neighbourhood/stories/list.html", context)


@project_view("neighbourhood.edit_themes")
def add_to_theme(request: HttpRequest, project: Project) -> HttpResponse:
    """Let a theme rest on the texts that were ticked. Other texts can be shown first; ticks go along.

    The page is shown again at this address, so that a browser may come back to it with a GET.
    """
    if request.method != "POST":
        return redirect(_address(project, request.GET))
    ticks, words = Ticks(ticked(request), request.POST.get("thema", "")), request.GET.copy()
    if "naar" in request.POST or "toon" in request.POST:
        return _turn(request, project, words, ticks)
    if ticks.theme == NEW:
        return new_theme_page(request, project, ticks.tokens, valence=_asked(words).valence)
    theme = _chosen(request, project, ticks)
    if not ticks.tokens or theme is None:
        return _page(request, project, words, ticks.wrong_because(theme))
    blocks = blocks_behind(project=project, tokens=set(ticks.tokens), secret=session_secret(request.session))
    added = add_evidence(theme=theme, blocks=blocks)
    text = ngettext(
        "%(n)d tekst toegevoegd aan '%(theme)s'.", "%(n)d teksten toegevoegd aan '%(theme)s'.", added
    )
    messages.success(request, text % {"n": added, "theme": theme})
    return redirect(_address(project, words))


def _turn(request: HttpRequest, project: Project, words: QueryDict, ticks: Ticks) -> HttpResponse:
    """Another page, or less or more of the field. Without ticks it has an address of its own."""
    if "naar" in request.POST:
        words["bladzijde"] = request.POST["naar"]
    else:
        words.pop("bladzijde", None)
        for name in ("deel", "gebruik"):
            words[name] = request.POST.get(name, "")
    return _page(request, project, words, ticks) if ticks.tokens else redirect(_address(project, words))


def _chosen(request: HttpRequest, project: Project, ticks: Ticks) -> Theme | None:
    if not ticks.theme.isdecimal():
        return None
    return _themes(request, project, "").filter(pk=int(ticks.theme)).first()


def _address(project: Project, words: QueryDict) -> str:
    page = reverse("neighbourhood:stories", args=[project.slug])
    kept = words.copy()
    for name in [name for name, value in words.items() if not value]:
        kept.pop(name)
    return f"{page}?{kept.urlencode()}" if kept else page


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
