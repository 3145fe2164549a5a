"""What this phase adds to the kernel's lists, one module for each topic."""

from projects.contributions import organisations, orientation, partners, project, referral


def register() -> None:
    """Called once when the app is ready."""
    for topic in (project, organisations, orientation, partners, referral):
        topic.register()
