"""What this phase adds to the kernel's lists, one module for each topic."""

from projects.contributions import (
    agreements,
    communication,
    organisations,
    orientation,
    partners,
    phaseboard,
    preparation,
    project,
    referral,
    residentgroup,
    surroundings,
    tasks,
    team,
    timeline,
    training,
)


def register() -> None:
    """Called once when the app is ready."""
    for topic in (
        project,
        organisations,
        orientation,
        partners,
        referral,
        agreements,
        communication,
        preparation,
        phaseboard,
        surroundings,
        tasks,
        training,
        team,
        residentgroup,
        timeline,
    ):
        topic.register()
