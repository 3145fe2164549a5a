"""Addresses of this phase."""

from django.urls import URLPattern, URLResolver, path

from housevisits.views import (
    directactions,
    imports,
    importstart,
    importtexts,
    practice,
    registration,
    review,
    visits,
)

app_name = "housevisits"
urlpatterns: list[URLPattern | URLResolver] = [
    path("acties/", directactions.action_list, name="actions"),
    path("acties/nieuw/", directactions.action_new, name="action_new"),
    path("acties/<int:pk>/", directactions.action_detail, name="action"),
    path("acties/<int:pk>/stand/", directactions.action_tap, name="action_tap"),
    path("acties/<int:pk>/stand/<int:event>/terug/", directactions.action_undo, name="action_undo"),
    path("acties/<int:pk>/overdragen/", directactions.action_hand_over, name="action_hand_over"),
    path("adressen/", visits.address_list, name="addresses"),
    path("adressen/<int:pk>/", visits.address_detail, name="address"),
    path("bezoeken/", visits.visit_list, name="visits"),
    path("bezoeken/<int:pk>/uitkomst/", visits.visit_outcome, name="visit_outcome"),
    path("inlezen/", importstart.import_home, name="imports"),
    path("inlezen/wachtend/", importtexts.held_rows, name="held_rows"),
    path("inlezen/<uuid:key>/kolommen/", imports.import_columns, name="import_columns"),
    path("inlezen/<uuid:key>/antwoorden/", imports.import_answers, name="import_answers"),
    path("inlezen/<uuid:key>/teksten/", importtexts.import_texts, name="import_texts"),
    path("inlezen/<uuid:key>/teksten/terug/", importtexts.import_text_back, name="import_text_back"),
    path("inlezen/<uuid:key>/controle/", imports.import_check, name="import_check"),
    path("inlezen/<uuid:key>/klaar/", imports.import_done, name="import_done"),
    path("inlezen/<uuid:key>/weggooien/", importstart.import_discard, name="import_discard"),
    path("inlezen/<uuid:key>/soort/", importstart.import_kind, name="import_kind"),
    path("gesprekken/", registration.start, name="registration_start"),
    path("oefenen/", practice.practice, name="practice"),
    path("oefenen/meelezen/", practice.practice_reading, name="practice_reading"),
    path("gesprekken/toch-verder/", registration.known, name="registration_known"),
    path("gesprekken/nieuw/", registration.new, name="registration_new"),
    path("gesprekken/meelezen/", review.read_along, name="registration_reading"),
    path("gesprekken/klaar/", registration.done, name="registration_done"),
    path("gesprekken/<uuid:key>/weggooien/", registration.discard, name="registration_discard"),
    path("gesprekken/<uuid:key>/nakijken/", review.review, name="registration_review"),
    path("gesprekken/<uuid:key>/<slug:step>/", registration.step, name="registration_step"),
    path("gesprekken/<uuid:key>/<slug:step>/bewaar/", registration.save, name="registration_save"),
]
