"""Addresses of phase 1, and the first page after sign-in."""

from django.urls import include, path

from projects import views
from projects.views import referral

project_pages = (
    [
        path("account/", views.account, name="account"),
        path("demo/post/", views.demo_mail, name="demo_mail"),
        path("projecten/", views.choose, name="choose"),
        path("projecten/nieuw/", views.create, name="create"),
        path("projecten/<slug:slug>/", views.home, name="home"),
        path("projecten/<slug:slug>/instellingen/", views.settings, name="settings"),
        path("projecten/<slug:slug>/rechten/", views.rights, name="rights"),
        path("projecten/<slug:slug>/mensen/", views.people, name="people"),
        path("projecten/<slug:slug>/mensen/toevoegen/", views.add, name="add"),
        path("projecten/<slug:slug>/mensen/<int:pk>/", views.change, name="change"),
        path("projecten/<slug:slug>/mensen/<int:pk>/stoppen/", views.end, name="end"),
        path("projecten/<slug:slug>/mensen/<int:pk>/terug/", views.restore, name="restore"),
        path("projecten/<slug:slug>/mensen/<int:pk>/uitnodigen/", views.invite, name="invite"),
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
        path("projecten/<slug:slug>/partners/", views.partners, name="partners"),
        path("projecten/<slug:slug>/partners/papier/", views.partners_paper, name="partners_paper"),
        path("projecten/<slug:slug>/partners/toevoegen/", views.partner_add, name="partner_add"),
        path("projecten/<slug:slug>/partners/<int:pk>/", views.partner, name="partner"),
        path("projecten/<slug:slug>/partners/<int:pk>/stoppen/", views.partner_stop, name="partner_stop"),
        path("projecten/<slug:slug>/partners/<int:pk>/terug/", views.partner_restore, name="partner_restore"),
        path("projecten/<slug:slug>/past-het/", views.orientation, name="orientation"),
        path("projecten/<slug:slug>/past-het/begin/", views.orientation_start, name="orientation_start"),
        path(
            "projecten/<slug:slug>/past-het/<int:version>/",
            views.orientation_read,
            name="orientation_read",
        ),
        path(
            "projecten/<slug:slug>/past-het/<int:version>/weg/",
            views.orientation_discard,
            name="orientation_discard",
        ),
        path(
            "projecten/<slug:slug>/past-het/<int:version>/<slug:step>/",
            views.orientation_step,
            name="orientation_step",
        ),
        path(
            "projecten/<slug:slug>/past-het/<int:version>/<slug:step>/bewaar/",
            views.orientation_save,
            name="orientation_save",
        ),
    ],
    "projects",
)

urlpatterns = [
    path("", views.today, name="today"),
    path("", include(project_pages)),
]
