"""The table of subjects: how much residents have to say about what."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from msa.audit import record
from projects.models import Influence, InfluenceSubject, Person, Project
from projects.services.refusing import Refused
from projects.services.residentgroup.group import changed_fields, group_for

DECIDE, THINK, KNOW, NONE = Influence.DECIDE, Influence.THINK, Influence.KNOW, Influence.NONE


def examples() -> list[tuple[str, str, str]]:
    """A table to begin with: (subject, level, reason). Each project changes it to what holds there."""
    return [
        (
            _("Activiteiten in de buurt"),
            DECIDE,
            _("Bewoners weten zelf het best wat werkt. Zij kiezen mee uit het budget."),
        ),
        (
            _("Keuken, badkamer en toilet"),
            DECIDE,
            _("Ieder huishouden kiest uit wat de aannemer kan leveren."),
        ),
        (
            _("De praatplaat"),
            DECIDE,
            _("De praatplaat gaat pas naar de buurt als de groep zich erin herkent."),
        ),
        (
            _("De planning van de werkzaamheden"),
            THINK,
            _("De volgorde van de blokken ligt vast. Over dagen, tijden en rust denkt de groep mee."),
        ),
        (
            _("Waar de materialen komen te staan"),
            THINK,
            _("De aannemer zoekt een veilige plek. De groep weet waar mensen langs moeten."),
        ),
        (
            _("De vragen in het gesprek aan huis"),
            THINK,
            _("De groep leest de vragen vooraf en zegt wat er mist of te dichtbij komt."),
        ),
        (
            _("Brieven, folder en nieuwsbrief"),
            THINK,
            _("De groep leest mee: is het duidelijk, en voor wie niet?"),
        ),
        (
            _("Het actieplan"),
            THINK,
            _("Het team maakt het plan samen met bewoners. De organisaties beslissen over hun geld en uren."),
        ),
        (_("Wie er op huisbezoek komt"), KNOW, _("De organisaties kiezen hun eigen mensen.")),
        (
            _("De huur na de werkzaamheden"),
            NONE,
            _("De woningcorporatie stelt de huur vast. Daar gelden regels voor."),
        ),
        (
            _("Of de woningen worden opgeknapt"),
            NONE,
            _("Dat besluit is al genomen. Wij vragen er geen advies meer over."),
        ),
    ]


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
        InfluenceSubject(group=group, name=name, level=level, reason=reason, order=start + place)
        for place, (name, level, reason) in enumerate(examples())
        if name.lower() not in known
    ]
    InfluenceSubject.objects.bulk_create(new)
    if new:
        record(person=by, act="influence added", subject=f"{len(new)} examples", project=project)
    return len(new)
