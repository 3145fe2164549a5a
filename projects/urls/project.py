"""Addresses of the project itself, and of who is signed in."""

from django.urls import path

from projects import views

urlpatterns = [
    path("account/", views.account, name="account"),
    path("demo/post/", views.demo_mail, name="demo_mail"),
    path("projecten/", views.choose, name="choose"),
    path("projecten/nieuw/", views.create, name="create"),
    path("projecten/<slug:slug>/", views.home, name="home"),
    path("projecten/<slug:slug>/instellingen/", views.settings, name="settings"),
    path("projecten/<slug:slug>/rechten/", views.rights, name="rights"),
]
