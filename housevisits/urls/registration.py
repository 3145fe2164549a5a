"""Registering a conversation."""

from django.urls import path

from housevisits.views import registration, review

urlpatterns = [
    path("gesprekken/", registration.start, name="registration_start"),
    path("gesprekken/toch-verder/", registration.known, name="registration_known"),
    path("gesprekken/nieuw/", registration.new, name="registration_new"),
    path("gesprekken/meelezen/", review.read_along, name="registration_reading"),
    path("gesprekken/klaar/", registration.done, name="registration_done"),
    path("gesprekken/<uuid:key>/weggooien/", registration.discard, name="registration_discard"),
    path("gesprekken/<uuid:key>/nakijken/", review.review, name="registration_review"),
    path("gesprekken/<uuid:key>/<slug:step>/", registration.step, name="registration_step"),
    path("gesprekken/<uuid:key>/<slug:step>/bewaar/", registration.save, name="registration_save"),
]
