"""Addresses of this phase."""

from django.urls import URLPattern, URLResolver, path

from housevisits.views import directactions, visits

app_name = "housevisits"
urlpatterns: list[URLPattern | URLResolver] = [
    path("acties/", directactions.action_list, name="actions"),
    path("acties/nieuw/", directactions.action_new, name="action_new"),
    path("acties/<int:pk>/", directactions.action_detail, name="action"),
    path("acties/<int:pk>/overdragen/", directactions.action_hand_over, name="action_hand_over"),
    path("adressen/", visits.address_list, name="addresses"),
    path("adressen/<int:pk>/", visits.address_detail, name="address"),
    path("bezoeken/", visits.visit_list, name="visits"),
    path("bezoeken/<int:pk>/uitkomst/", visits.visit_outcome, name="visit_outcome"),
]
