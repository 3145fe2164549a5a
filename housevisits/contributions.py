"""What this phase adds to the kernel's lists: Vandaag, the menu, the demo project, retention."""

from msa import registry


def register() -> None:
    """Called once when the app is ready."""
    from housevisits import actionlist

    registry.today.add("direct actions and visits", actionlist.todo, order=20)
    registry.state.add("direct actions", actionlist.standing, order=30)
    registry.navigation.add("addresses, visits, actions", actionlist.menu, order=20)
