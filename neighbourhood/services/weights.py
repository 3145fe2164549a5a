"""How many conversations carry a theme, kept as rounded words on the theme (P11, P15)."""

from projects.models import Project


def weigh_themes(*, project: Project) -> None:
    """Set `weight` (Dutch words) and `quotable` (ten conversations or more) of every theme of `project`.

    To be called after evidence of a theme was added or taken away, and whenever a snapshot is made.
    """
    raise NotImplementedError
