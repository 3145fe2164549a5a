"""Addresses of phase 2, one module for each topic."""

from housevisits.urls import directactions, imports, practice, registration, visits

TOPICS = (directactions, visits, imports, practice, registration)
app_name = "housevisits"
urlpatterns = [page for topic in TOPICS for page in topic.urlpatterns]
