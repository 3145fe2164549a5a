"""Addresses of the resident group (V7)."""

from django.urls import path

from projects.views import residentgroup as views

BASE = "projecten/<slug:slug>/bewonersprojectgroep/"
MEETING = BASE + "bijeenkomsten/<int:pk>/"
POINT = MEETING + "punten/<int:number>/"
ADVICE = BASE + "adviezen/<int:pk>/"
STEP = ADVICE + "stappen/<int:number>/"
SEAT = BASE + "stoelen/<int:pk>/"
SUBJECT = BASE + "invloed/<int:pk>/"

urlpatterns = [
    path(BASE, views.group, name="resident_group"),
    path(BASE + "over/", views.group_about, name="resident_about"),
    path(BASE + "wie-wonen-er/", views.living, name="resident_living"),
    path(BASE + "stoelen/", views.seats, name="resident_seats"),
    path(BASE + "stoelen/nieuw/", views.seat_add, name="resident_seat_add"),
    path(SEAT, views.seat, name="resident_seat"),
    path(SEAT + "weg/", views.seat_remove, name="resident_seat_remove"),
    path(SEAT + "terug/", views.seat_restore, name="resident_seat_restore"),
    path(BASE + "invloed/", views.influence, name="resident_influence"),
    path(BASE + "invloed/nieuw/", views.subject_add, name="resident_subject_add"),
    path(BASE + "invloed/voorbeelden/", views.subject_examples, name="resident_subject_examples"),
    path(SUBJECT, views.subject, name="resident_subject"),
    path(SUBJECT + "weg/", views.subject_remove, name="resident_subject_remove"),
    path(BASE + "bijeenkomsten/", views.meetings, name="resident_meetings"),
    path(BASE + "bijeenkomsten/nieuw/", views.meeting_add, name="resident_meeting_add"),
    path(MEETING, views.meeting, name="resident_meeting"),
    path(MEETING + "wijzig/", views.meeting_change, name="resident_meeting_change"),
    path(MEETING + "verslag/", views.meeting_report, name="resident_meeting_report"),
    path(MEETING + "agenda.pdf", views.agenda_paper, name="resident_agenda_paper"),
    path(MEETING + "stand/<slug:to>/", views.meeting_move, name="resident_meeting_move"),
    path(MEETING + "punten/nieuw/", views.point_add, name="resident_point_add"),
    path(POINT, views.point, name="resident_point"),
    path(POINT + "weg/", views.point_remove, name="resident_point_remove"),
    path(POINT + "besluit/", views.decision, name="resident_decision"),
    path(BASE + "adviezen/", views.advices, name="resident_advices"),
    path(BASE + "adviezen/vragen/", views.advice_ask, name="resident_advice_ask"),
    path(BASE + "adviezen/nieuw/", views.advice_volunteer, name="resident_advice_volunteer"),
    path(ADVICE, views.advice, name="resident_advice"),
    path(ADVICE + "geven/", views.advice_give, name="resident_advice_give"),
    path(ADVICE + "titel/", views.advice_head, name="resident_advice_head"),
    path(ADVICE + "aanvulling/", views.advice_add, name="resident_advice_add"),
    path(STEP, views.advice_step, name="resident_advice_step"),
    path(STEP + "weg/", views.advice_step_remove, name="resident_advice_step_remove"),
    path(STEP + "terug/", views.advice_step_restore, name="resident_advice_step_restore"),
    path(ADVICE + "klopt-niet/", views.advice_remark, name="resident_advice_remark"),
    path(ADVICE + "reactie/", views.advice_reply, name="resident_advice_reply"),
    path(ADVICE + "antwoord/", views.advice_answer, name="resident_advice_answer"),
    path(ADVICE + "geworden/", views.advice_finish, name="resident_advice_finish"),
    path(ADVICE + "intrekken/", views.advice_withdraw, name="resident_advice_withdraw"),
    path(ADVICE + "opnieuw/", views.advice_again, name="resident_advice_again"),
]
