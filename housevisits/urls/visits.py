"""The address register and the visits."""

from django.urls import path

from housevisits.views import visits

urlpatterns = [
    path("adressen/", visits.address_list, name="addresses"),
    path("adressen/<int:pk>/", visits.address_detail, name="address"),
    path("bezoeken/", visits.visit_list, name="visits"),
    path("bezoeken/<int:pk>/uitkomst/", visits.visit_outcome, name="visit_outcome"),
]
