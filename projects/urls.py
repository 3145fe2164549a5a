"""Addresses of phase 1, and the first page after sign-in."""

from django.urls import include, path

from projects import views

project_pages = (
    [
        path("account/", views.account, name="account"),
        path("projecten/", views.choose, name="choose"),
        path("projecten/<slug:slug>/", views.home, name="home"),
    ],
    "projects",
)

urlpatterns = [
    path("", views.today, name="today"),
    path("", include(project_pages)),
]
