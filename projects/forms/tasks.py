"""Forms of tasks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from msa.ui.days import DayField
from projects.access import roles_for
from projects.forms.reading import ReadsAlong
from projects.forms.windows import InWindow
from projects.models import Membership, Project, Task


def possible_owners(project: Project) -> Any:
    """Who can be given a task: everybody who takes part now and may read tasks. One query."""
    found = project.memberships.filter(active=True, role__in=roles_for("projects.view_tasks"))
    return found.select_related("person").order_by("person__name")


class OwnerChoice(forms.ModelChoiceField):
    """Somebody of the team, with the role."""

    def label_from_instance(self, obj: Membership) -> str:
        """What the list shows."""
        return f"{obj.person.name}, {obj.get_role_display()}"


class TaskForm(ReadsAlong, InWindow):
    """One task. Who leads gives it to anybody, others take up what nobody has and pass on what is theirs."""

    WORDS = ("title", "note")
    owner = OwnerChoice(
        Membership.objects.none(), label=_("Wie pakt dit op?"), required=False, empty_label=_("nog niemand")
    )

    class Meta:
        model = Task
        fields = ("title", "owner", "due_on", "phase", "note")
        labels = {
            "title": _("Wat moet er gebeuren?"),
            "due_on": _("Klaar voor"),
            "phase": _("Hoort bij fase"),
            "note": _("Toelichting"),
        }
        help_texts = {
            "title": _("Begin met een werkwoord, bijvoorbeeld: vraag de huisarts om mee te denken."),
            "note": _("Noem geen bewoners: het hele team leest mee."),
        }
        field_classes = {"due_on": DayField}
        widgets = {
            "note": forms.Textarea(attrs={"rows": 3}),
            "title": forms.TextInput(attrs={"autocomplete": "off"}),
        }

    def __init__(self, project: Project, reader: Membership, *args: Any, **options: Any) -> None:
        self.project = project
        super().__init__(*args, **options)
        owners = possible_owners(project)
        mine = self.instance.owner_id == reader.pk
        if not mine and reader.role not in roles_for("projects.edit_tasks"):
            owners = owners.filter(pk__in={reader.pk, self.instance.owner_id or reader.pk})
        field: Any = self.fields["owner"]
        field.queryset = owners
