"""Addresses of the phase board (V10)."""

from django.urls import path

from projects.views import phaseboard

urlpatterns = [
    path("projecten/<slug:slug>/fasen/", phaseboard.phase_board, name="phase_board"),
    path("projecten/<slug:slug>/fasen/verder/", phaseboard.phase_step, name="phase_step"),
]
