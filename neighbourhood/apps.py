from django.apps import AppConfig


class NeighbourhoodConfig(AppConfig):
    name = "neighbourhood"

    def ready(self) -> None:
        from neighbourhood import contributions

        contributions.register()
