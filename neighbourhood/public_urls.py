"""Addresses of this phase that need no account."""

from django.urls import URLPattern, URLResolver, path

from neighbourhood.views import public

app_name = "neighbourhood_public"
urlpatterns: list[URLPattern | URLResolver] = [
    path("tekeningen/<slug:name>.svg", public.drawing_file, name="drawing"),
    path("praatplaat/<slug:token>/", public.poster, name="poster"),
    path("praatplaat/<slug:token>/qr.svg", public.qr_code, name="qr"),
    path("praatplaat/<slug:token>/<str:name>", public.poster_file, name="file"),
]
