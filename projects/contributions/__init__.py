"""What this phase adds to the kernel's lists, one module for each topic."""

from projects.contributions import (
    agreements,
    communication,
    orientation,
    partners,
    phaseboard,
    preparation,
    project,
    referral,
    surroundings,
)


def register() -> None:
    """Called once when the app is ready."""
    for topic in (
        project,
        orientation,
        partners,
        referral,
        agreements,
        communication,
        preparation,
        phaseboard,
        surroundings,
    ):
        topic.register()
