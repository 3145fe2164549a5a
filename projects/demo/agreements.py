"""The agreements of the demo."""

from collections.abc import Callable


def load(report: Callable[[str], None]) -> None:
    """Nothing yet."""
