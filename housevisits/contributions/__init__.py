"""What this phase adds to the kernel's lists, one module for each topic."""

from housevisits.contributions import (
    addresses,
    directactions,
    imports,
    questionset,
    registration,
    retention,
    visits,
)


def register() -> None:
    """Called once when the app is ready."""
    for topic in (registration, addresses, visits, directactions, questionset, imports, retention):
        topic.register()
