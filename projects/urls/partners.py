"""Addresses of partners (V2)."""

from django.urls import path

from projects.views import partners

urlpatterns = [
    path("projecten/<slug:slug>/partners/", partners.partners, name="partners"),
    path("projecten/<slug:slug>/partners/partners.pdf", partners.partners_paper, name="partners_paper"),
    path("projecten/<slug:slug>/partners/toevoegen/", partners.partner_add, name="partner_add"),
    path("projecten/<slug:slug>/partners/<int:pk>/", partners.partner, name="partner"),
    path("projecten/<slug:slug>/partners/<int:pk>/stoppen/", partners.partner_stop, name="partner_stop"),
    path("projecten/<slug:slug>/partners/<int:pk>/terug/", partners.partner_restore, name="partner_restore"),
]
