"""The calendar of one role in one project as iCalendar (RFC 5545): whole days, no person in it (V8)."""

from datetime import UTC, timedelta

from django.utils.translation import gettext as _

from msa.documents.lettering import one_line
from projects.models import Membership, Role, TimelineItem
from projects.models.timeline import Kind
from projects.overviews.timeline import weight_of
from projects.timeline.plan import Plan


def calendar_ics(membership: Membership, plan: Plan) -> bytes:
    """What concerns the role of `membership`, UTF-8, lines folded. Notes of the team stay out of it."""
    from icalendar import Calendar  # only who asks for a calendar pays for loading it

    project = membership.project
    calendar = Calendar()
    calendar.add("prodid", "-//Meer dan Steen Alleen//Tijdspad//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", _name(membership) % {"project": project.name})
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for item in plan.items:
        if item.concerns(membership.role):
            calendar.add_component(_event(membership, plan, item))
    return bytes(calendar.to_ical())


def _event(membership: Membership, plan: Plan, item: TimelineItem):  # type: ignore[no-untyped-def]
    from icalendar import Event

    event = Event()
    event.add("uid", f"{item.key}@tijdspad.{membership.project.key}")
    event.add("summary", one_line(f"{item.title} ({plan.place(item)})"))
    event.add("dtstart", item.starts_on)
    event.add("dtend", item.ends_on + timedelta(days=1))  # exclusive, as the standard says
    event.add("dtstamp", item.changed_at.astimezone(UTC))
    event.add("last-modified", item.changed_at.astimezone(UTC))
    event.add("sequence", item.version - 1)
    event.add("transp", "TRANSPARENT")
    description = _for_resident(item) if _polite(membership) else _for_team(item)
    if description:
        event.add("description", description)
    return event


def _polite(membership: Membership) -> bool:
    return membership.role == Role.RESIDENT_GROUP


def _name(membership: Membership) -> str:
    """As the page of the time line is called for who reads it."""
    return _("Wat gebeurt er wanneer in %(project)s") if _polite(membership) else _("Tijdspad %(project)s")


def _for_resident(item: TimelineItem) -> str:
    """What it is; nothing where its kind says no more than that it is something."""
    if item.kind in (Kind.OTHER_WORKS, Kind.OTHER_SOCIAL):
        return ""
    return _("Het gaat om: %(kind)s.") % {"kind": item.get_kind_display()}


def _for_team(item: TimelineItem) -> str:
    words = [str(item.get_kind_display()).capitalize(), weight_of(item)]
    return ". ".join(word for word in words if word) + "."
