"""What this phase adds to the kernel's lists, one module for each topic."""

from projects.contributions import orientation, partners, phaseboard, preparation, project, referral, tasks


def register() -> None:
    """Called once when the app is ready."""
    for topic in (project, orientation, partners, referral, preparation, phaseboard, tasks):
        topic.register()
