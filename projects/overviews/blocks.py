"""The blocks of a project, for who only needs their names and order; what they hold is in `surroundings`."""

from projects.models import Block, Project


def blocks_in(project: Project) -> list[Block]:
    """The blocks of `project` in their order. One query."""
    return list(project.blocks.all())
