"""Addresses of the neighbourhood: its blocks and what the statistical office says of it (V9)."""

from django.urls import path

from projects.views import context, surroundings

BASE = "projecten/<slug:slug>/buurt/"

urlpatterns = [
    path(BASE, surroundings.surroundings, name="surroundings"),
    path(f"{BASE}blokken/toevoegen/", surroundings.block_add, name="block_add"),
    path(f"{BASE}blokken/<int:pk>/", surroundings.block_edit, name="block_edit"),
    path(f"{BASE}blokken/<int:pk>/verplaatsen/", surroundings.block_move, name="block_move"),
    path(f"{BASE}blokken/<int:pk>/samenvoegen/", surroundings.block_merge, name="block_merge"),
    path(f"{BASE}cbs/inlezen/", context.context_upload, name="context_upload"),
    path(f"{BASE}cbs/inlezen/<uuid:key>/", context.context_choose, name="context_choose"),
    path(f"{BASE}cbs/inlezen/<uuid:key>/weg/", context.context_discard, name="context_discard"),
    path(f"{BASE}cbs/<int:pk>/weg/", context.context_remove, name="context_remove"),
]
