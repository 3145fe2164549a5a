"""Themes by condition, with evidence; top fives by votes (B4 to B6)."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from housevisits.models import Valence
from neighbourhood.forms.themes import ThemeForm
from neighbourhood.models import Condition, Theme
from neighbourhood.services.merging import Overtaken
from neighbourhood.services.reporting import published_themes
from neighbourhood.services.themes import (
    VOTES_PER_LIST,
    begin_theme,
    change_theme,
    remove_evidence,
    vote,
)
from neighbourhood.stories import blocks_behind, session_secret, theme_stories
from neighbourhood.views.ticks import ticked
from projects.decorators import View, project_view
from projects.models import Project


def _themes(request: HttpRequest, project: Project) -> Any:
    return Theme.objects.visible_to(request.user).filter(project=project)


@project_view("neighbourhood.view_opened_concept")
def theme_list(request: HttpRequest, project: Project) -> HttpResponse:
    """All themes, ordered by the four conditions; each stands under its main condition."""
    themes = list(_themes(request, project))
    if not themes and not request.user.has_perm("neighbourhood.view_figures", project):
        return _published(request, project)
    by_condition = [
        (condition, [theme for theme in themes if theme.conditions[:1] == [condition.value]])
        for condition in Condition
    ]
    return render(
        request,
        "neighbourhood/themes/list.html",
        {
            "by_condition": by_condition,
            "themes": themes,
            "residents": not request.user.has_perm("neighbourhood.view_figures", project),
            "edits": request.user.has_perm("neighbourhood.edit_themes", project),
        },
    )


def _published(request: HttpRequest, project: Project) -> HttpResponse:
    """For residents while no concept is open to them: the themes as they were published, if they were."""
    themes = published_themes(project)
    by_condition = [
        (condition, [theme for theme in themes if theme.conditions[:1] == (condition.value,)])
        for condition in Condition
    ]
    context = {"by_condition": by_condition, "published": bool(themes)}
    return render(request, "neighbourhood/themes/published.html", context)


def _theme_view(permission: str) -> Callable[[View], View]:
    """As `project_view`, for a view of one theme. One that is not there says so and leads to the others."""

    def decorate(view: View) -> View:
        @project_view(permission)
        @wraps(view)
        def wrapped(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
            theme = _themes(request, project).filter(pk=pk).first()
            return view(request, project, theme) if theme else _gone(request)

        return wrapped

    return decorate


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "neighbourhood/themes/gone.html", status=404)


@project_view("neighbourhood.edit_themes")
def theme_new(request: HttpRequest, project: Project) -> HttpResponse:
    """Write a theme, with the texts that were ticked under it."""
    if request.method != "POST":
        return new_theme_page(request, project, ())
    form, tokens = ThemeForm(request.POST, instance=Theme(project=project), project=project), ticked(request)
    if not form.is_valid():
        return _new(request, form, tokens)
    theme = begin_theme(
        theme=form.save(commit=False),
        by=request.membership,  # type: ignore[attr-defined]
        approve_quote=form.cleaned_data["approve_quote"],
        blocks=blocks_behind(project=project, tokens=set(tokens), secret=session_secret(request.session)),
    )
    messages.success(request, _("Het thema is bewaard."))
    return redirect("neighbourhood:theme", project.slug, theme.pk)


def new_theme_page(
    request: HttpRequest, project: Project, tokens: Sequence[str], *, valence: str = ""
) -> HttpResponse:
    """The empty page of a theme. tokens: the texts that go under it; valence: of their field."""
    form = ThemeForm(instance=Theme(project=project, valence=valence), project=project)
    return _new(request, form, tokens)


def _new(request: HttpRequest, form: ThemeForm, tokens: Sequence[str]) -> HttpResponse:
    context = {"form": form, "theme": form.instance, "tokens": tokens}
    return render(request, "neighbourhood/themes/edit.html", context)


@_theme_view("neighbourhood.edit_themes")
def theme_edit(request: HttpRequest, project: Project, theme: Theme) -> HttpResponse:
    """Change a theme, and see what it rests on. Of what another changed meanwhile nothing is lost."""
    form = ThemeForm(request.POST or None, instance=theme, project=project)
    if request.method == "POST" and form.is_valid():
        try:
            change_theme(
                theme=theme,
                typed=form.values(),
                by=request.membership,  # type: ignore[attr-defined]
                window=form.window,
            )
        except Overtaken as found:
            form.overtaken(found)
        except Theme.DoesNotExist:
            return _gone(request)
        else:
            messages.success(request, _("Het thema is bewaard."))
            return redirect("neighbourhood:theme", project.slug, theme.pk)
    evidence = theme_stories(theme=theme, secret=session_secret(request.session))
    context = {"form": form, "theme": theme, "evidence": evidence}
    return render(request, "neighbourhood/themes/edit.html", context)


@require_POST
@_theme_view("neighbourhood.edit_themes")
def theme_evidence_remove(request: HttpRequest, project: Project, theme: Theme) -> HttpResponse:
    """Take texts away from a theme."""
    tokens = set(ticked(request))
    if not tokens:
        messages.info(request, _("Vink eerst een tekst aan."))
        return redirect("neighbourhood:theme", project.slug, theme.pk)
    blocks = blocks_behind(project=project, tokens=tokens, secret=session_secret(request.session))
    removed = remove_evidence(theme=theme, blocks=blocks)
    text = ngettext(
        "%(n)d tekst van het thema losgemaakt. De tekst zelf blijft bestaan.",
        "%(n)d teksten van het thema losgemaakt. De teksten zelf blijven bestaan.",
        removed,
    )
    messages.success(request, text % {"n": removed})
    return redirect("neighbourhood:theme", project.slug, theme.pk)


@_theme_view("neighbourhood.edit_themes")
def theme_delete(request: HttpRequest, project: Project, theme: Theme) -> HttpResponse:
    """Remove a theme after saying what goes and what stays."""
    if request.method == "POST":
        theme.delete()
        messages.success(request, _("Het thema is weg. De teksten eronder bestaan nog."))
        return redirect("neighbourhood:themes", project.slug)
    return render(request, "neighbourhood/themes/delete.html", {"theme": theme})


@project_view("neighbourhood.vote")
def top_five(request: HttpRequest, project: Project) -> HttpResponse:
    """Two lists to vote on: what to be proud of, and what people worry about."""
    membership = request.membership  # type: ignore[attr-defined]
    themes = _themes(request, project).annotate(
        count=Count("votes", distinct=True),
        mine=Count("votes", filter=Q(votes__member=membership), distinct=True),
    )
    ordered = sorted(themes, key=lambda theme: (-theme.count, theme.title))
    lists = [(valence, [theme for theme in ordered if theme.valence == valence]) for valence in Valence]
    left = {valence.value: VOTES_PER_LIST - sum(theme.mine for theme in found) for valence, found in lists}
    return render(
        request,
        "neighbourhood/themes/top_five.html",
        {"lists": lists, "left": left, "votes_per_list": VOTES_PER_LIST, "any": bool(ordered)},
    )


@require_POST
@_theme_view("neighbourhood.vote")
def theme_vote(request: HttpRequest, project: Project, theme: Theme) -> HttpResponse:
    """Give a vote or take it back."""
    try:
        vote(theme=theme, member=request.membership)  # type: ignore[attr-defined]
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    # Back to the theme that was tapped, not to the top of a long list.
    return redirect(f"{reverse('neighbourhood:top_five', args=[project.slug])}#thema-{theme.pk}")
