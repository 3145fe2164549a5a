"""All addresses. Each app names its own; a page of a project starts with /projecten/<slug>/."""

from django.urls import include, path

from msa import views

handler404 = "msa.views.not_found"
urlpatterns = [
    path("", include("projects.urls")),
    path("projecten/<slug:slug>/", include("housevisits.urls")),
    path("projecten/<slug:slug>/beeld/", include("neighbourhood.urls")),
    path("", include("housevisits.public_urls")),
    path("", include("neighbourhood.public_urls")),
    path("account/", include("allauth.urls")),
    path("werk/<uuid:key>/", views.job, name="job"),
    path("over/", views.about, name="about"),
    path("leeft/", views.alive, name="alive"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
]
