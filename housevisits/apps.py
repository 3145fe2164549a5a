from django.apps import AppConfig


class HousevisitsConfig(AppConfig):
    name = "housevisits"

    def ready(self) -> None:
        from housevisits import contributions

        contributions.register()
