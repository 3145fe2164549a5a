"""The phase path and the project menu, on every page of a project."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.functional import Promise

from msa.registry import NavItem
from projects.models import Phase, Project

register = template.Library()


@dataclass
class MenuGroup:
    """The pages of one phase; `number` 0 holds what belongs to the project as a whole.

    open: whether its pages show at once; those of another phase are one tap away."""

    number: int
    label: str | Promise
    open: bool = False
    items: list[tuple[NavItem, bool]] = field(default_factory=list)


@register.inclusion_tag("components/phase_path.html")
def phase_path(project: Project) -> dict[str, Any]:
    """The five phases in order, with the one where `project` stands marked."""
    steps = [
        {
            "number": phase.value,
            "label": phase.label,
            "done": phase < project.phase,
            "here": phase == project.phase,
        }
        for phase in Phase
    ]
    return {"steps": steps, "project": project}


@register.simple_tag
def menu_groups(menu: Iterable[NavItem], path: str, phase: int) -> list[MenuGroup]:
    """The menu by phase, in the order of the phases; each item with whether `path` lies in it.

    phase: where the project stands. That phase is open, and the one of the page that is shown.
    """
    items = list(menu)
    current = _current(items, path)
    groups: dict[int, MenuGroup] = {}
    for item in sorted(items, key=lambda item: item.phase):
        group = groups.setdefault(item.phase, MenuGroup(item.phase, _label(item.phase)))
        group.items.append((item, item is current))
        group.open = group.open or item is current or item.phase in (0, phase)
    return list(groups.values())


def _label(number: int) -> str | Promise:
    return Phase(number).label if number else ""


def _current(items: list[NavItem], path: str) -> NavItem | None:
    """The item with the longest address that `path` starts with; the first page holds only itself."""
    holding = [item for item in items if _holds(urlsplit(item.url).path, path)]
    return max(holding, key=lambda item: len(urlsplit(item.url).path), default=None)


def _holds(address: str, path: str) -> bool:
    return path == address or (address != "/" and path.startswith(address))
