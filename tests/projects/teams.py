"""The pages of the team of the cast."""

from django.urls import reverse

from tests.cast import Cast


def page_of(cast: Cast, name: str) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug])
