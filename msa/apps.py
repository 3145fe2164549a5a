from django.apps import AppConfig


class KernelConfig(AppConfig):
    """What every phase needs and no phase owns."""

    name = "msa"

    def ready(self) -> None:
        from msa import checks  # noqa: F401 - registers what has to be there at the start
        from msa.ui.wording import use_our_words

        use_our_words()
