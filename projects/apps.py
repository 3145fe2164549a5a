from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Phase 1: people, organisations, projects and who may do what."""

    name = "projects"

    def ready(self) -> None:
        from projects import contributions, signin  # noqa: F401 - signin listens to the sign-in library

        contributions.register()
