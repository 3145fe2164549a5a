"""Addresses of the people in a project (V3)."""

from django.urls import path

from projects.views import people

urlpatterns = [
    path("projecten/<slug:slug>/mensen/", people.people, name="people"),
    path("projecten/<slug:slug>/mensen/toevoegen/", people.add, name="add"),
    path("projecten/<slug:slug>/mensen/<int:pk>/", people.change, name="change"),
    path("projecten/<slug:slug>/mensen/<int:pk>/stoppen/", people.end, name="end"),
    path("projecten/<slug:slug>/mensen/<int:pk>/terug/", people.restore, name="restore"),
    path("projecten/<slug:slug>/mensen/<int:pk>/uitnodigen/", people.invite, name="invite"),
]
