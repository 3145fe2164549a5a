"""Pages of phase 1: load, ask, call a service, render."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from projects.decorators import project_view
from projects.models import Project


@login_required
def today(request: HttpRequest) -> HttpResponse:
    """Vandaag."""
    return render(request, "projects/today.html", {})


@login_required
def choose(request: HttpRequest) -> HttpResponse:
    """Which of one's projects."""
    return render(request, "projects/today.html", {})


@login_required
def account(request: HttpRequest) -> HttpResponse:
    """One's own account."""
    return render(request, "projects/today.html", {})


@project_view("projects.view_project")
def home(request: HttpRequest, project: Project) -> HttpResponse:
    """The project's own page."""
    return render(request, "projects/home.html", {"project": project})
