"""Composing the poster: fields beside a live preview; only what differs from the default is stored (B8)."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from neighbourhood.forms.poster import PosterForm
from neighbourhood.forms.poster.layout import sections, theme_rows
from neighbourhood.forms.poster.remarks import remarks
from neighbourhood.models import Picture, PictureState
from neighbourhood.publication.poster import svg
from neighbourhood.publication.poster.drawings.catalogue import LABELS
from neighbourhood.publication.poster.handles import handles, left_out
from neighbourhood.services.merging import Overtaken
from neighbourhood.services.pictures import current_picture
from neighbourhood.services.posterdefaults import PosterDefaults, poster_defaults, tried_content
from neighbourhood.services.posters import BEFORE, change_poster, undo_poster
from projects.decorators import project_view
from projects.models import Project


def _concept(request: HttpRequest, project: Project) -> Picture | None:
    """The concept with project and snapshot, or None while there is none."""
    seen = Picture.objects.visible_to(request.user).filter(project=project, state=PictureState.CONCEPT)
    return seen.select_related("project", "snapshot").defer("snapshot__members").first()


@project_view("neighbourhood.compose_poster")
def poster_edit(request: HttpRequest, project: Project) -> HttpResponse:
    """Compose the poster. A post saves, puts a part back, or only shows the preview again."""
    if request.method != "POST":
        current_picture(project=project)
    picture = _concept(request, project)
    if picture is None:
        messages.error(
            request, _("Maak eerst een momentopname van de cijfers. Daarna staat hier een praatplaat klaar.")
        )
        return redirect("neighbourhood:figures", project.slug)
    defaults = poster_defaults(picture)
    if request.method != "POST":
        return _page(request, picture, PosterForm(defaults=defaults, stored=picture.content))
    return _sent(request, picture, defaults)


def _sent(request: HttpRequest, picture: Picture, defaults: PosterDefaults) -> HttpResponse:
    project = picture.project
    form = PosterForm(
        request.POST,
        defaults=defaults,
        stored=picture.content,
        project=project,
    )
    if "put_back" in request.POST:
        form.put_back(request.POST["put_back"])
    if "refresh" in request.POST:
        return _page(request, picture, form)
    if not form.is_valid():
        return _page(request, picture, form)
    try:
        changed = change_poster(picture=picture, change=form.typed_over)
    except Overtaken as found:
        picture.refresh_from_db(fields=["content"])
        form.overtaken(found, picture.content)
        return _page(request, picture, form)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("neighbourhood:picture", picture.project.slug)
    messages.success(request, _("De praatplaat is bewaard.") if changed else _("Er was niets veranderd."))
    return redirect("neighbourhood:poster_edit", picture.project.slug)


@require_POST
@project_view("neighbourhood.compose_poster")
def poster_preview(request: HttpRequest, project: Project) -> HttpResponse:
    """The poster as it would be, as a fragment. Stores nothing; what is too long is shortened as on paper."""
    picture = _concept(request, project)
    if picture is None:
        return HttpResponse(status=409)
    form = PosterForm(request.POST, defaults=poster_defaults(picture), stored=picture.content)
    return render(request, "neighbourhood/poster/preview.html", _preview(picture, form))


@require_POST
@project_view("neighbourhood.compose_poster")
def poster_undo(request: HttpRequest, project: Project) -> HttpResponse:
    """Take the last save back."""
    picture = _concept(request, project)
    if picture is not None and undo_poster(picture=picture):
        messages.success(request, _("De praatplaat is weer zoals voor het laatste bewaren."))
    else:
        messages.info(request, _("Er is niets om terug te draaien."))
    return redirect("neighbourhood:poster_edit", project.slug)


def _preview(picture: Picture, form: PosterForm) -> dict[str, Any]:
    content = tried_content(picture, form.tried())
    return {
        "sheet": svg(content),
        "handles": handles(content),
        "left_out": left_out(content),
        "remarks": remarks(form),
    }


def _page(request: HttpRequest, picture: Picture, form: PosterForm) -> HttpResponse:
    context = {
        "picture": picture,
        "form": form,
        "sections": sections(form),
        "themes": theme_rows(form),
        "drawings": LABELS,
        "can_undo": BEFORE in picture.content,
        **_preview(picture, form),
    }
    return render(request, "neighbourhood/poster/edit.html", context)
