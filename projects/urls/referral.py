"""Addresses of referral routes (V5)."""

from django.urls import path

from projects.views import referral

urlpatterns = [
    path("projecten/<slug:slug>/doorverwijzen/", referral.referral_routes, name="referral_routes"),
    path("projecten/<slug:slug>/doorverwijzen/kaart.pdf", referral.referral_card, name="referral_card"),
    path(
        "projecten/<slug:slug>/doorverwijzen/<slug:concern>/",
        referral.referral_route,
        name="referral_route",
    ),
    path(
        "projecten/<slug:slug>/doorverwijzen/<slug:concern>/wijzigen/",
        referral.referral_edit,
        name="referral_edit",
    ),
    path(
        "projecten/<slug:slug>/doorverwijzen/<slug:concern>/nagekeken/",
        referral.referral_check,
        name="referral_check",
    ),
    path(
        "projecten/<slug:slug>/doorverwijzen/<slug:concern>/weghalen/",
        referral.referral_remove,
        name="referral_remove",
    ),
]
