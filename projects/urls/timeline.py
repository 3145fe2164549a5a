"""Addresses of the time line (V8)."""

from django.urls import path

from projects.views import timeline, timeline_calendar, timeline_template

ROOT = "projecten/<slug:slug>/tijdspad/"

urlpatterns = [
    path(ROOT, timeline.timeline, name="timeline"),
    path(f"{ROOT}tijdspad.pdf", timeline.timeline_paper, name="timeline_paper"),
    path(f"{ROOT}nieuw/", timeline.timeline_add, name="timeline_add"),
    path(f"{ROOT}<int:pk>/", timeline.timeline_item, name="timeline_item"),
    path(f"{ROOT}<int:pk>/schuif/", timeline.timeline_move, name="timeline_move"),
    path(f"{ROOT}<int:pk>/weg/", timeline.timeline_remove, name="timeline_remove"),
    path(f"{ROOT}ongedaan/<int:pk>/", timeline.timeline_undo, name="timeline_undo"),
    path(f"{ROOT}zo-laten/", timeline.timeline_waive, name="timeline_waive"),
    path(f"{ROOT}zo-laten/<int:pk>/terug/", timeline.timeline_unwaive, name="timeline_unwaive"),
    path(f"{ROOT}voorbeeld/<slug:name>/", timeline_template.timeline_template, name="timeline_template"),
    path(f"{ROOT}agenda/", timeline_calendar.calendar, name="timeline_calendar"),
    path(f"{ROOT}agenda/adres/", timeline_calendar.calendar_renew, name="timeline_calendar_renew"),
    path(f"{ROOT}agenda/stop/", timeline_calendar.calendar_stop, name="timeline_calendar_stop"),
    path(f"{ROOT}agenda/<slug:token>.ics", timeline_calendar.calendar_feed, name="timeline_feed"),
]
