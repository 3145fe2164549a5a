"""Addresses of this phase that need no account."""

from django.urls import URLPattern, URLResolver, path

from housevisits.views import receipts

app_name = "housevisits_public"
urlpatterns: list[URLPattern | URLResolver] = [
    path("mijn-gesprek/", receipts.lookup, name="receipt"),
    path("mijn-gesprek/intrekken/", receipts.withdraw, name="receipt_withdraw"),
]
