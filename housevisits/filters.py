"""What lists of phase 2 can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from housevisits.models import ActionKind, ActionState, DirectAction, Household, VisitOutcome
from projects.models import Block


class HouseholdFilter(django_filters.FilterSet):
    """Addresses by block, street and how the last visit ended."""

    street = django_filters.CharFilter(label=_("Straat"), lookup_expr="icontains")
    block = django_filters.ModelChoiceFilter(
        label=_("Blok"), queryset=Block.objects.none(), empty_label=_("Alle blokken")
    )
    outcome = django_filters.ChoiceFilter(
        label=_("Stand"),
        method="by_outcome",
        choices=[("none", _("nog niet bezocht")), *VisitOutcome.choices],
        empty_label=_("Alle standen"),
    )

    class Meta:
        model = Household
        fields = ["street", "block", "outcome"]

    def __init__(self, *args: Any, blocks: QuerySet[Block], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["block"].queryset = blocks

    def by_outcome(self, queryset: QuerySet[Household], name: str, value: str) -> QuerySet[Household]:
        """Addresses whose visits hold this outcome, or none at all."""
        if value == "none":
            return queryset.exclude(visits__outcome__in=VisitOutcome.values)
        return queryset.filter(visits__outcome=value).distinct()


class DirectActionFilter(django_filters.FilterSet):
    """Actions by state, kind and whose they are."""

    state = django_filters.ChoiceFilter(
        label=_("Stand"),
        method="by_state",
        choices=[("unfinished", _("loopt nog")), ("late", _("te laat")), *ActionState.choices],
        empty_label=_("Alle standen"),
    )
    kind = django_filters.ChoiceFilter(
        label=_("Soort"), choices=ActionKind.choices, empty_label=_("Alle soorten")
    )
    mine = django_filters.ChoiceFilter(
        label=_("Van wie"),
        method="by_mine",
        choices=[("true", _("alleen van mij"))],
        empty_label=_("van iedereen"),
    )

    class Meta:
        model = DirectAction
        fields = ["state", "kind"]

    def __init__(self, *args: Any, keeps: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not keeps:  # who keeps no list sees only the own actions
            del self.filters["mine"]

    def by_state(self, queryset: QuerySet[DirectAction], name: str, value: str) -> QuerySet[DirectAction]:
        if value == "unfinished":
            return queryset.unfinished()  # type: ignore[attr-defined]
        if value == "late":
            return queryset.unfinished().filter(due_on__lt=timezone.localdate())  # type: ignore[attr-defined]
        return queryset.filter(state=value)

    def by_mine(self, queryset: QuerySet[DirectAction], name: str, value: str) -> QuerySet[DirectAction]:
        return queryset.filter(assigned_to__person=self.request.user)
