"""The invitation to a training: a mail with a file for one's calendar (V6)."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from projects.models import Attendance, Role, TrainingSession
from projects.training.topics import labels

USUAL_LENGTH = timedelta(hours=2)  # where nobody wrote down until when


def calendar_of(session: TrainingSession) -> bytes:
    """The session as an iCalendar file. A changed session replaces the older one in somebody's calendar.

    Raises ValueError for a session without day or time.
    """
    event = Event()
    event.add("uid", f"training-{session.key}")
    event.add("sequence", session.revision)
    event.add("dtstamp", timezone.now())
    starts = _moment(session, session.starts_at)
    event.add("dtstart", starts)
    event.add("dtend", _moment(session, session.ends_at) if session.ends_at else starts + USUAL_LENGTH)
    event.add("summary", _("Training: %(title)s") % {"title": session.title})
    event.add("location", session.place)
    event.add("description", ", ".join(labels(session.topics)))
    event.add("status", "CANCELLED" if session.cancelled else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//Meer dan Steen Alleen//Training//NL")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _moment(session: TrainingSession, time: object) -> datetime:
    if session.on is None or time is None:
        raise ValueError("no day or no time")
    return timezone.make_aware(datetime.combine(session.on, time))  # type: ignore[arg-type]


def invitation(attendance: Attendance) -> EmailMessage:
    """The mail to one who was invited."""
    session, person = attendance.session, attendance.membership.person
    address = reverse("projects:training_mine", args=[session.project.slug])
    context = {
        "session": session,
        "person": person,
        "topics": labels(session.topics),
        "polite": attendance.membership.role == Role.RESIDENT_GROUP,
        "url": settings.SITE_URL + address,
    }
    body = render_to_string("projects/mail/training.txt", context)
    subject = _("Training: %(title)s") % {"title": session.title}
    mail = EmailMessage(subject, body, None, [person.email])
    mail.attach("training.ics", calendar_of(session).decode(), "text/calendar")
    return mail
