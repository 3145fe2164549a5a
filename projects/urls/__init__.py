"""Addresses of phase 1, one module for each topic, and the first page after sign-in."""

from django.urls import include, path

from projects import views
from projects.urls import (
    agreements,
    organisations,
    orientation,
    partners,
    people,
    phaseboard,
    project,
    referral,
    residentgroup,
    surroundings,
    tasks,
    team,
    timeline,
    training,
)

TOPICS = (
    project,
    organisations,
    people,
    partners,
    referral,
    orientation,
    agreements,
    phaseboard,
    surroundings,
    tasks,
    training,
    team,
    residentgroup,
    timeline,
)
project_pages = ([page for topic in TOPICS for page in topic.urlpatterns], "projects")

urlpatterns = [
    path("", views.today, name="today"),
    path("", include(project_pages)),
]
