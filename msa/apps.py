from django.apps import AppConfig


class KernelConfig(AppConfig):
    """What every phase needs and no phase owns."""

    name = "msa"
