"""Files that are handed in."""

from django.urls import path

from housevisits.views import imports, importstart, importtexts

urlpatterns = [
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
]
