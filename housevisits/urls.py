"""Addresses of this phase."""

from django.urls import URLPattern, URLResolver

app_name = "housevisits"
urlpatterns: list[URLPattern | URLResolver] = []
