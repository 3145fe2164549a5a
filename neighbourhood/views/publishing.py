"""Publishing a picture, taking it down and putting it back (B9, B11)."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from neighbourhood.forms.picture import ReaderFormSet, SureForm
from neighbourhood.models import Picture, PictureState
from neighbourhood.publication.poster import svg
from neighbourhood.services.composing import content_from_json
from neighbourhood.services.documents import files_are_old, files_are_whole
from neighbourhood.services.material import fingerprint, released
from neighbourhood.services.pictures import publish_picture, put_back, take_down, why_not_published
from neighbourhood.services.publicity import public_url
from neighbourhood.services.readiness import missing
from neighbourhood.views.picture import made, pictures_seen
from projects.decorators import project_view
from projects.models import Project


@project_view("neighbourhood.publish")
def publish(request: HttpRequest, project: Project) -> HttpResponse:
    """Show what becomes public, ask who read the concept, write it down, publish."""
    picture = _concept(request, project)
    if picture is None:
        messages.error(request, _("Er is nog geen concept om te publiceren."))
        return redirect("neighbourhood:picture", project.slug)
    lacking = missing(picture)
    sent = request.POST if request.method == "POST" else None
    forms = ReaderFormSet(sent)
    sure = SureForm(sent, missing=lacking)
    status = 200
    if request.method == "POST" and all([forms.is_valid(), sure.is_valid()]):
        try:
            published = publish_picture(
                picture=picture,
                person=request.membership.person,  # type: ignore[attr-defined]
                readers=forms.readers(),  # type: ignore[attr-defined]
                seen=sure.cleaned_data["seen"],
            )
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            status = 409
        else:
            messages.success(
                request, _("De praatplaat is openbaar. De bestanden worden nu zonder ‘concept’ gemaakt.")
            )
            return made(request, project, published)
    picture.refresh_from_db(fields=["made_of", "state"])
    context = {"forms": forms, "sure": sure, "missing": lacking, "picture": picture, **_shown(picture)}
    return render(request, "neighbourhood/picture/publish.html", context, status=status)


def _concept(request: HttpRequest, project: Project) -> Picture | None:
    seen = pictures_seen(request, project).filter(state=PictureState.CONCEPT)
    found: Picture | None = seen.select_related("project", "snapshot").defer("snapshot__members").first()
    return found


def _shown(picture: Picture) -> dict[str, Any]:
    """The poster that would become public, or why there is none yet."""
    reason = why_not_published(picture)
    if reason:
        return {"reason": reason, "old": files_are_whole(picture)}
    content = content_from_json(released(picture)["poster"])
    return {
        "sheet": svg(content, label=_("De praatplaat zoals die openbaar wordt")),
        "seen": fingerprint(picture.made_of),
    }


@project_view("neighbourhood.publish")
def withdraw(request: HttpRequest, project: Project, version: int) -> HttpResponse:
    """Say what taking down means, ask, and take down."""
    picture = get_object_or_404(pictures_seen(request, project), version=version)
    if request.method != "POST":
        if picture.state != PictureState.PUBLISHED:
            messages.error(request, _("Deze versie is niet openbaar."))
            return redirect("neighbourhood:picture", project.slug)
        context = {"picture": picture, "address": public_url(picture)}
        return render(request, "neighbourhood/picture/take_down.html", context)
    try:
        take_down(picture=picture, person=request.membership.person)  # type: ignore[attr-defined]
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("De praatplaat en het verslag zijn niet meer openbaar."))
    return redirect("neighbourhood:picture", project.slug)


@require_POST
@project_view("neighbourhood.publish")
def restore(request: HttpRequest, project: Project, version: int) -> HttpResponse:
    """Make public again what was taken down, with the files it had."""
    picture = get_object_or_404(pictures_seen(request, project), version=version)
    try:
        back = put_back(picture=picture, person=request.membership.person)  # type: ignore[attr-defined]
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("neighbourhood:picture", project.slug)
    messages.success(request, _("De praatplaat en het verslag zijn weer openbaar, op hetzelfde adres."))
    if files_are_whole(back) and not files_are_old(back):
        return redirect("neighbourhood:picture", project.slug)
    return made(request, project, back)
