"""Addresses of the people in a project (V3)."""

from django.urls import path

from projects.views import leaving, people, person

urlpatterns = [
    path("projecten/<slug:slug>/mensen/", people.people, name="people"),
    path("projecten/<slug:slug>/mensen/toevoegen/", people.add, name="add"),
    path("projecten/<slug:slug>/mensen/<int:pk>/", person.change, name="change"),
    path("projecten/<slug:slug>/mensen/<int:pk>/gegevens/", person.correct, name="correct"),
    path("projecten/<slug:slug>/mensen/<int:pk>/stoppen/", leaving.end, name="end"),
    path("projecten/<slug:slug>/mensen/<int:pk>/terug/", leaving.restore, name="restore"),
    path("projecten/<slug:slug>/mensen/<int:pk>/overdracht/", leaving.handover, name="handover"),
    path("projecten/<slug:slug>/mensen/<int:pk>/doorgeven/", leaving.give_on, name="give_on"),
    path("projecten/<slug:slug>/mijn-overdracht/", leaving.my_handover, name="my_handover"),
    path("projecten/<slug:slug>/mensen/<int:pk>/uitnodigen/", people.invite, name="invite"),
]
