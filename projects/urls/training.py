"""Addresses of the training (V6)."""

from django.urls import path

from msa.addresses import say
from projects.models import Presence, SessionState
from projects.views import learning, training

say(
    "training_state",
    {SessionState.PLANNED: "gepland", SessionState.HELD: "gehouden", SessionState.CANCELLED: "afgelast"},
)
say("presence", {Presence.UNKNOWN: "onbekend", Presence.PRESENT: "was-er", Presence.ABSENT: "was-er-niet"})

urlpatterns = [
    path("projecten/<slug:slug>/training/", training.sessions, name="training"),
    path("projecten/<slug:slug>/training/plannen/", training.session_add, name="training_add"),
    path("projecten/<slug:slug>/training/mijn/", learning.mine, name="training_mine"),
    path("projecten/<slug:slug>/training/team/", learning.team, name="training_team"),
    path("projecten/<slug:slug>/training/uitleg/<slug:topic>/", training.material, name="training_material"),
    path("projecten/<slug:slug>/training/team/<int:pk>/", learning.member, name="training_member"),
    path(
        "projecten/<slug:slug>/training/team/<int:pk>/ander-project/",
        learning.elsewhere,
        name="training_elsewhere",
    ),
    path(
        "projecten/<slug:slug>/training/team/<int:pk>/ander-project/terug/",
        learning.elsewhere_undo,
        name="training_elsewhere_undo",
    ),
    path("projecten/<slug:slug>/training/elders/<int:pk>/weg/", learning.forget, name="training_forget"),
    path("projecten/<slug:slug>/training/<int:pk>/", training.session, name="training_session"),
    path("projecten/<slug:slug>/training/<int:pk>/wijzig/", training.session_change, name="training_change"),
    path(
        "projecten/<slug:slug>/training/<int:pk>/nodig-uit/", training.session_invite, name="training_invite"
    ),
    path(
        "projecten/<slug:slug>/training/<int:pk>/agenda.ics",
        training.session_calendar,
        name="training_calendar",
    ),
    path(
        "projecten/<slug:slug>/training/<int:pk>/stand/<training_state:state>/",
        training.session_state,
        name="training_state",
    ),
    path(
        "projecten/<slug:slug>/training/<int:pk>/wie/<int:member>/<presence:presence>/",
        training.session_presence,
        name="training_presence",
    ),
]
