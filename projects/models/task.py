"""What somebody in the team takes upon them, wherever it came from: a step plan, a meeting, a handover."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.membership import Membership
from projects.models.project import Phase, Project
from projects.querysets import TaskQuerySet


class Task(models.Model):
    """One task of a project. It is done when `done_on` is filled in; there are no other states.

    origin: where it came from, a key of its maker such as 'stepplan:snap'; empty when a person
    wrote it. One origin never makes two tasks with the same title. touched: somebody took it up or changed it
    since it was made. removed_at: when it was taken off the list; it can be put back until it is erased.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="tasks", verbose_name=_("project"))
    phase = models.PositiveSmallIntegerField(_("fase"), choices=Phase)
    title = models.CharField(_("wat moet er gebeuren"), max_length=160)
    note = models.TextField(_("toelichting"), max_length=1000, blank=True)
    owner = models.ForeignKey(
        Membership,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name=_("wie pakt dit op"),
    )
    due_on = models.DateField(_("klaar voor"), null=True, blank=True)
    done_on = models.DateField(_("klaar op"), null=True, blank=True, editable=False)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    origin = models.CharField(max_length=60, blank=True, editable=False)
    order = models.PositiveIntegerField(default=0, editable=False)
    touched = models.BooleanField(default=False, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("taak")
        verbose_name_plural = _("taken")
        ordering = ["phase", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "origin", "title"],
                condition=~models.Q(origin=""),
                name="one_task_per_origin_and_title",
            )
        ]

    def __str__(self) -> str:
        return self.title
