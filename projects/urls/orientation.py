"""Addresses of the choice for the approach (V1)."""

from django.urls import path

from projects.views import orientation

urlpatterns = [
    path("projecten/<slug:slug>/past-het/", orientation.orientation, name="orientation"),
    path("projecten/<slug:slug>/past-het/begin/", orientation.orientation_start, name="orientation_start"),
    path(
        "projecten/<slug:slug>/past-het/<int:version>/",
        orientation.orientation_read,
        name="orientation_read",
    ),
    path(
        "projecten/<slug:slug>/past-het/<int:version>/weg/",
        orientation.orientation_discard,
        name="orientation_discard",
    ),
    path(
        "projecten/<slug:slug>/past-het/<int:version>/<slug:step>/",
        orientation.orientation_step,
        name="orientation_step",
    ),
    path(
        "projecten/<slug:slug>/past-het/<int:version>/<slug:step>/bewaar/",
        orientation.orientation_save,
        name="orientation_save",
    ),
]
