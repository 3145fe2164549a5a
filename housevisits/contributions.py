"""What this phase adds to the kernel's lists: Vandaag, the menu, the demo project, retention."""


def register() -> None:
    """Called once when the app is ready."""
