"""Practising a registration."""

from django.urls import path

from housevisits.views import practice

urlpatterns = [
    path("oefenen/", practice.practice, name="practice"),
    path("oefenen/meelezen/", practice.practice_reading, name="practice_reading"),
]
