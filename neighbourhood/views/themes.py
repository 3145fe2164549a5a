"""Themes by condition, with evidence; top fives by votes (B4 to B6)."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from housevisits.models import Valence
from neighbourhood.forms.themes import ThemeForm
from neighbourhood.models import Condition, Theme
from neighbourhood.services.reporting import published_themes
from neighbourhood.services.themes import (
    VOTES_PER_LIST,
    remove_evidence,
    save_theme,
    vote,
)
from neighbourhood.stories import blocks_behind, session_secret, theme_stories
from projects.decorators import project_view
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


@project_view("neighbourhood.edit_themes")
def theme_new(request: HttpRequest, project: Project) -> HttpResponse:
    """Write a theme."""
    return _write(request, project, Theme(project=project))


@project_view("neighbourhood.edit_themes")
def theme_edit(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Change a theme, and see what it rests on."""
    return _write(request, project, get_object_or_404(_themes(request, project), pk=pk))


def _write(request: HttpRequest, project: Project, theme: Theme) -> HttpResponse:
    form = ThemeForm(request.POST or None, instance=theme, project=project)
    if request.method == "POST" and form.is_valid():
        save_theme(
            theme=form.save(commit=False),
            by=request.membership,  # type: ignore[attr-defined]
            approve_quote=form.cleaned_data["approve_quote"],
        )
        messages.success(request, _("Het thema is bewaard."))
        return redirect("neighbourhood:theme", project.slug, theme.pk)
    evidence = theme_stories(theme=theme, secret=session_secret(request.session)) if theme.pk else ()
    context = {"form": form, "theme": theme, "evidence": evidence}
    return render(request, "neighbourhood/themes/edit.html", context)


@require_POST
@project_view("neighbourhood.edit_themes")
def theme_evidence_remove(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Take texts away from a theme."""
    theme = get_object_or_404(_themes(request, project), pk=pk)
    tokens = set(request.POST.getlist("tekst"))
    blocks = blocks_behind(project=project, tokens=tokens, secret=session_secret(request.session))
    removed = remove_evidence(theme=theme, blocks=blocks)
    messages.success(request, _("%d van het thema losgemaakt. De teksten zelf blijven bestaan.") % removed)
    return redirect("neighbourhood:theme", project.slug, theme.pk)


@project_view("neighbourhood.edit_themes")
def theme_delete(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Remove a theme after saying what goes and what stays."""
    theme = get_object_or_404(_themes(request, project), pk=pk)
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
@project_view("neighbourhood.vote")
def theme_vote(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Give a vote or take it back."""
    theme = get_object_or_404(_themes(request, project), pk=pk)
    try:
        vote(theme=theme, member=request.membership)  # type: ignore[attr-defined]
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    # Back to the theme that was tapped, not to the top of a long list.
    return redirect(f"{reverse('neighbourhood:top_five', args=[project.slug])}#thema-{theme.pk}")
