"""What lists of phase 1 can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.models import Membership, Phase, Task


class TaskFilter(django_filters.FilterSet):
    """Tasks by whose they are and how they stand, and by phase."""

    show = django_filters.ChoiceFilter(
        label=_("Welke taken"),
        method="by_kind",
        choices=[
            ("open", _("alle open taken")),
            ("mine", _("van mij")),
            ("nobody", _("nog van niemand")),
            ("late", _("te laat")),
            ("done", _("klaar")),
        ],
        empty_label=None,
    )
    phase = django_filters.ChoiceFilter(label=_("Fase"), choices=Phase.choices, empty_label=_("Alle fasen"))

    class Meta:
        model = Task
        fields = ["show", "phase"]

    def __init__(self, *args: Any, reader: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reader = reader

    def by_kind(self, queryset: QuerySet[Task], name: str, value: str) -> QuerySet[Task]:
        """Finished tasks for 'done', else open ones."""
        if value == "done":
            return queryset.exclude(done_on=None)
        queryset = queryset.filter(done_on=None)
        narrowed: dict[str, dict[str, Any]] = {
            "mine": {"owner": self.reader},
            "nobody": {"owner": None},
            "late": {"due_on__lt": timezone.localdate()},
        }
        return queryset.filter(**narrowed.get(value, {}))
