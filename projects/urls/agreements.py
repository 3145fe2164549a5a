"""Addresses of agreements and of the communication calendar (V4)."""

from django.urls import path

from projects.views import agreeing, agreementfacts, agreements, communication, writing

LIST = "projecten/<slug:slug>/afspraken/"
KIND = f"{LIST}<slug:kind>/"
VERSION = f"{KIND}versie/<int:number>/"
CALENDAR = "projecten/<slug:slug>/communicatiekalender/"
MOMENT = f"{CALENDAR}<int:pk>/"

urlpatterns = [
    path(LIST, agreements.agreements, name="agreements"),
    path(KIND, agreements.agreement, name="agreement"),
    path(f"{KIND}beginnen/", agreements.agreement_start, name="agreement_start"),
    path(f"{KIND}schrijven/", writing.agreement_edit, name="agreement_edit"),
    path(f"{KIND}schrijven/bewaren/", writing.agreement_save, name="agreement_save"),
    path(f"{KIND}gegevens/", agreementfacts.agreement_facts, name="agreement_facts"),
    path(f"{KIND}weggooien/", agreements.agreement_discard, name="agreement_discard"),
    path(f"{KIND}versturen/", agreeing.agreement_send, name="agreement_send"),
    path(VERSION, agreements.agreement_version, name="agreement_version"),
    path(f"{VERSION}verschil/", agreements.agreement_difference, name="agreement_difference"),
    path(f"{VERSION}herinneren/", agreeing.agreement_remind, name="agreement_remind"),
    path(f"{VERSION}antwoord/<int:pk>/", agreeing.agreement_answer, name="agreement_answer"),
    path(f"{VERSION}vaststellen/", agreeing.agreement_decide, name="agreement_decide"),
    path(f"{VERSION}bestand/<slug:form>/", agreeing.agreement_file, name="agreement_file"),
    path(CALENDAR, communication.communication, name="communication"),
    path(f"{CALENDAR}toevoegen/", communication.moment_add, name="communication_add"),
    path(f"{CALENDAR}voorstellen/", communication.proposals, name="communication_proposals"),
    path(MOMENT, communication.moment, name="communication_moment"),
    path(f"{MOMENT}klaar/", communication.moment_done, name="communication_done"),
    path(f"{MOMENT}open/", communication.moment_open, name="communication_open"),
    path(f"{MOMENT}weg/", communication.moment_remove, name="communication_remove"),
    path(f"{MOMENT}terug/", communication.moment_restore, name="communication_restore"),
]
