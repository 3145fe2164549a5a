"""The table of subjects: how much residents have to say about what."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from msa.audit import record
from projects.models import Influence, InfluenceSubject, Person, Project
from projects.services.refusing import Refused
from projects.services.residentgroup.examples import EXAMPLES
from projects.services.residentgroup.group import changed_fields, group_for


@transaction.atomic
def write_subject(
    *, project: Project, by: Person, fields: dict[str, Any], subject: InfluenceSubject | None = None
) -> InfluenceSubject:
    """Add a subject, or change it. fields: name, level, reason.

    Raises Refused for a name that stands there already, and for no influence without a reason.
    """
    group = group_for(project)
    if fields["level"] == Influence.NONE and not fields["reason"]:
        raise Refused(_("Schrijf op waarom bewoners hier geen invloed op hebben. Dat zijn we hun schuldig."))
    others = group.subjects.filter(name__iexact=fields["name"])
    if others.exclude(pk=subject.pk if subject else 0).exists():
        raise Refused(_("‘%(name)s’ staat al in de tabel.") % {"name": fields["name"]})
    new = subject is None
    subject = subject or InfluenceSubject(group=group, order=group.subjects.count())
    changed = changed_fields(subject, fields)
    subject.save()
    if new or changed:
        act = "influence added" if new else "influence changed"
        record(person=by, act=act, subject=f"{subject} ({subject.level})", project=project)
    return subject


@transaction.atomic
def remove_subject(*, subject: InfluenceSubject, by: Person) -> None:
    """Take a subject out of the table. Agendas and advice about it stay, without this subject."""
    record(person=by, act="influence removed", subject=str(subject), project=subject.group.project)
    subject.delete()


@transaction.atomic
def add_examples(*, project: Project, by: Person) -> int:
    """Add the example subjects that are not in the table yet; returns how many."""
    group = group_for(project)
    known = {name.lower() for name in group.subjects.values_list("name", flat=True)}
    start = group.subjects.count()
    new = [
        InfluenceSubject(group=group, name=str(name), level=level, reason=str(reason), order=start + place)
        for place, (name, level, reason) in enumerate(EXAMPLES)
        if str(name).lower() not in known
    ]
    InfluenceSubject.objects.bulk_create(new)
    if new:
        record(person=by, act="influence added", subject=f"{len(new)} examples", project=project)
    return len(new)


def refuse_nothing_to_ask(subject: InfluenceSubject | None) -> None:
    """Raise Refused, with the reason, for a subject on which residents have no influence."""
    if subject and subject.level == Influence.NONE:
        reason = subject.reason.strip()
        raise Refused(
            _("Op ‘%(name)s’ hebben bewoners geen invloed: %(reason)s Daarover valt dus niets te vragen.")
            % {"name": subject.name, "reason": reason if reason.endswith((".", "!", "?")) else f"{reason}."}
        )
