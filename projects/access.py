"""One definition per permission: which roles hold it (P20).

The apps define their permissions in `rules.py` by calling `define`. The list filter
(`Project.objects.where`), the check of one project (`person.has_perm(permission, project)`) and the
decorator of the views all read the same entry.
"""

from collections.abc import Iterable
from typing import Any

import rules
from django.utils.functional import Promise

_ROLES: dict[str, frozenset[str]] = {}
_LABELS: dict[str, str | Promise] = {}


def define(permission: str, *roles: str, label: str | Promise = "") -> None:
    """Say which `roles` hold `permission` ('app.verb_object') in a project, and in Dutch what it allows."""
    _ROLES[permission] = frozenset(roles)
    _LABELS[permission] = label
    if not rules.perm_exists(permission):
        rules.add_perm(permission, _predicate(permission))


def roles_for(permission: str) -> frozenset[str]:
    """The roles that hold `permission`. Raises KeyError when nobody defined it."""
    return _ROLES[permission]


def permissions() -> dict[str, frozenset[str]]:
    """All permissions with their roles, for the page about rights and for the matrix test."""
    return dict(sorted(_ROLES.items()))


def label_of(permission: str) -> str:
    """What `permission` allows, as the page about rights says it. Raises KeyError when nobody defined it."""
    return str(_LABELS[permission]) or permission


def _predicate(permission: str) -> rules.Predicate:
    def holds(person: Any, project: Any) -> bool:
        membership = membership_of(person, project)
        return membership is not None and membership.role in roles_for(permission)

    return rules.predicate(holds, name=permission)


def membership_of(person: Any, project: Any) -> Any:
    """The active membership of `person` in `project`, or None. Asked once per request per project."""
    if project is None or not getattr(person, "is_authenticated", False):
        return None
    known = _known(person)
    if project.pk not in known:
        # Without an order: the usual one joins the project, which is known here.
        held = project.memberships.filter(person=person, active=True).order_by()[:1]
        known[project.pk] = None
        remember(person, held)
    return known[project.pk]


def membership_at(person: Any, slug: str) -> Any:
    """The active membership of `person` in the project at address `slug`, with that project; or None.

    One query for the two, since every page of a project starts here. `membership_of` knows it afterwards.
    """
    if not person.is_authenticated:
        return None
    found = person.memberships.filter(project__slug=slug, active=True)
    return next(iter(remember(person, found.select_related("project").order_by()[:1])), None)


def remember(person: Any, memberships: Iterable[Any]) -> list[Any]:
    """These active `memberships` of `person`, read just now; `membership_of` knows them from now on.

    Who asks one of them for its person gets the one with this memory.
    """
    found = list(memberships)
    for held in found:
        held.person = person
        _known(person)[held.project_id] = held
    return found


def _known(person: Any) -> dict[int, Any]:
    # By attribute, not by __dict__: `request.user` is a lazy stand-in with a __dict__ of its own.
    known: dict[int, Any] | None = getattr(person, "_memberships_by_project", None)
    if known is None:
        known = person._memberships_by_project = {}
    return known
