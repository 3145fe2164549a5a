"""Who may read and write blocks and context figures (V9). The figures are public: everybody reads them."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.rules.groups import EVERYBODY, MANAGERS

VIEW, EDIT = "projects.view_surroundings", "projects.edit_surroundings"

define(
    VIEW,
    *EVERYBODY,
    label=_("de blokken en de cijfers van het CBS over de buurt lezen"),
)
define(
    EDIT,
    *MANAGERS,
    label=_("blokken indelen en een tabel van het CBS inlezen"),
)
