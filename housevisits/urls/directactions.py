"""Direct actions."""

from django.urls import path

from housevisits.views import directactions

urlpatterns = [
    path("acties/", directactions.action_list, name="actions"),
    path("acties/nieuw/", directactions.action_new, name="action_new"),
    path("acties/<int:pk>/", directactions.action_detail, name="action"),
    path("acties/<int:pk>/stand/", directactions.action_tap, name="action_tap"),
    path("acties/<int:pk>/stand/<int:event>/terug/", directactions.action_undo, name="action_undo"),
    path("acties/<int:pk>/overdragen/", directactions.action_hand_over, name="action_hand_over"),
]
