"""Addresses of organisations, of taking over a set-up, and of the beginning and end of a project."""

from django.urls import path

from projects.views import closing, organisations, takeover

urlpatterns = [
    path("organisaties/", organisations.organisations, name="organisations"),
    path("organisaties/<int:pk>/", organisations.organisation, name="organisation"),
    path("organisaties/<int:pk>/wijzigen/", organisations.change, name="organisation_change"),
    path("organisaties/<int:pk>/mensen/<int:held>/", organisations.confirm, name="organisation_confirm"),
    path("account/projecten/", organisations.switch, name="switch"),
    path("projecten/<slug:slug>/overnemen/", takeover.takeover, name="takeover"),
    path("projecten/<slug:slug>/begonnen/", takeover.begun, name="begun"),
    path("projecten/<slug:slug>/afsluiten/", closing.close, name="close"),
    path("projecten/<slug:slug>/heropenen/", closing.reopen, name="reopen"),
]
