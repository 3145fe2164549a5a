"""Addresses of this phase."""

from django.urls import URLPattern, URLResolver, path

from msa.addresses import say
from neighbourhood.models import DocumentKind
from neighbourhood.views import figures, picture, poster, publishing, stories, themes

say(
    "document",
    {
        DocumentKind.POSTER_PDF: "praatplaat-pdf",
        DocumentKind.POSTER_PNG: "praatplaat-plaatje",
        DocumentKind.POSTER_HTML: "praatplaat-webpagina",
        DocumentKind.POSTER_TEXT: "praatplaat-tekst",
        DocumentKind.REPORT_PDF: "verslag-pdf",
    },
)

app_name = "neighbourhood"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", picture.picture_home, name="picture"),
    path("maken/", picture.documents_new, name="documents_new"),
    path("bestand/<int:version>/<document:kind>/", picture.document, name="document"),
    path("meekijken/", picture.concept_open, name="concept_open"),
    path("publiceren/", publishing.publish, name="publish"),
    path("van-openbaar/<int:version>/", publishing.withdraw, name="take_down"),
    path("terugzetten/<int:version>/", publishing.restore, name="put_back"),
    path("praatplaat/", poster.poster_edit, name="poster_edit"),
    path("praatplaat/voorbeeld/", poster.poster_preview, name="poster_preview"),
    path("praatplaat/terugdraaien/", poster.poster_undo, name="poster_undo"),
    path("cijfers/", figures.figure_page, name="figures"),
    path("cijfers/download.csv", figures.figure_export, {"form": "csv"}, name="export_csv"),
    path("cijfers/download.xlsx", figures.figure_export, {"form": "xlsx"}, name="export_xlsx"),
    path("momentopname/", figures.snapshot_new, name="snapshot_new"),
    path("teksten/", stories.story_list, name="stories"),
    path("teksten/naar-thema/", stories.add_to_theme, name="stories_to_theme"),
    path("teksten/wissen/", stories.erase, name="stories_erase"),
    path("themas/", themes.theme_list, name="themes"),
    path("themas/nieuw/", themes.theme_new, name="theme_new"),
    path("themas/<int:pk>/", themes.theme_edit, name="theme"),
    path("themas/<int:pk>/losmaken/", themes.theme_evidence_remove, name="theme_evidence_remove"),
    path("themas/<int:pk>/weg/", themes.theme_delete, name="theme_delete"),
    path("themas/<int:pk>/stem/", themes.theme_vote, name="theme_vote"),
    path("top-vijf/", themes.top_five, name="top_five"),
]
