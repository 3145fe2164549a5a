"""Addresses of the phase board (V10)."""

from django.urls import path

from projects.views import evaluation, phaseboard

urlpatterns = [
    path("projecten/<slug:slug>/fasen/", phaseboard.phase_board, name="phase_board"),
    path("projecten/<slug:slug>/fasen/verder/", phaseboard.phase_step, name="phase_step"),
    path("projecten/<slug:slug>/fasen/terugkijken/", evaluation.evaluation_new, name="evaluation_new"),
    path("projecten/<slug:slug>/fasen/terugkijken/<int:pk>/", evaluation.evaluation, name="evaluation"),
    path(
        "projecten/<slug:slug>/fasen/terugkijken/<int:pk>/weg/",
        evaluation.evaluation_drop,
        name="evaluation_drop",
    ),
    path(
        "projecten/<slug:slug>/fasen/terugkijken/<int:pk>/terug/",
        evaluation.evaluation_restore,
        name="evaluation_restore",
    ),
]
