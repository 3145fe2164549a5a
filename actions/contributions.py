"""What this phase adds to the kernel's lists. Nothing yet: the phase comes later."""


def register() -> None:
    """Called once when the app is ready."""
