"""Addresses of phase 1, and the first page after sign-in."""

from django.urls import include, path

from projects import views

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
    ],
    "projects",
)

urlpatterns = [
    path("", views.today, name="today"),
    path("", include(project_pages)),
]
