"""The form with which a project leader composes the poster."""

from .form import PosterForm

__all__ = ["PosterForm"]
