"""Addresses of this phase that need no account."""

from django.urls import URLPattern, URLResolver

app_name = "neighbourhood_public"
urlpatterns: list[URLPattern | URLResolver] = []
