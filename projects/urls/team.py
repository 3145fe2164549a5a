"""Addresses of the team on the road (V3): when who can, and who does what on a visit."""

from django.urls import path

from projects.views import team

urlpatterns = [
    path("projecten/<slug:slug>/mijn-beschikbaarheid/", team.availability, name="availability"),
    path("projecten/<slug:slug>/mensen/week/", team.team_week, name="team_week"),
    path("projecten/<slug:slug>/rolverdeling/", team.visit_duties, name="visit_duties"),
    path("projecten/<slug:slug>/rolverdeling/wijzigen/", team.visit_duties_edit, name="visit_duties_edit"),
    path(
        "projecten/<slug:slug>/rolverdeling/rolverdeling.pdf",
        team.visit_duties_paper,
        name="visit_duties_paper",
    ),
]
