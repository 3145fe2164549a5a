"""The mail that tells somebody they take part: who asks, on behalf of whom, what it is, and whom to ask (V3).

The words are made once; the plain text and the HTML only lay them out.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from projects.models import Membership, Person, Role


@dataclass(frozen=True)
class Letter:
    """One invitation in words. url: where one signs in. about: where more is said about privacy."""

    greeting: str
    asked: str
    what: str
    way_in: str
    steps: tuple[str, ...]
    after: str
    data: str
    questions: str
    url: str
    about: str


def invitation(membership: Membership, by: Person | None) -> EmailMultiAlternatives:
    """The mail to `membership`, as plain text and as HTML.

    by: who invites; without, or when that is the invited one, the project leader. Answers go to that person.
    """
    host = _host(membership, by)
    letter = _to_resident(membership, host) if _polite(membership) else _to_colleague(membership, host)
    subject = _("Meedoen in het project %(project)s") % {"project": membership.project}
    context = {"letter": letter, "subject": subject, "polite": _polite(membership)}
    mail = EmailMultiAlternatives(
        subject,
        render_to_string("projects/mail/invitation.txt", context),
        None,
        [membership.person.email],
        reply_to=[host.person.email] if host else None,
    )
    mail.attach_alternative(render_to_string("projects/mail/invitation.html", context), "text/html")
    return mail


def _polite(membership: Membership) -> bool:
    return membership.role == Role.RESIDENT_GROUP


def _host(membership: Membership, by: Person | None) -> Membership | None:
    """Who signs the invitation: who sent it while taking part here, else the project leader. One query."""
    others = membership.project.memberships.filter(active=True).exclude(pk=membership.pk)
    found = list(others.select_related("person", "organisation").order_by("pk"))
    sender = [one for one in found if by is not None and one.person_id == by.pk]
    leaders = [one for one in found if one.role == Role.PROJECT_LEADER]
    return next(iter(sender + leaders), None)


def _signed(host: Membership) -> str:
    """The name with the role, and on behalf of whom."""
    words = {"name": host.person, "role": host.get_role_display(), "organisation": host.organisation}
    if host.organisation is None:
        return _("%(name)s, %(role)s") % words
    return _("%(name)s, %(role)s, namens %(organisation)s") % words


def _addresses() -> dict[str, str]:
    return {
        "url": settings.SITE_URL + reverse("account_request_login_code"),
        "about": settings.SITE_URL + reverse("about"),
    }


def _words(membership: Membership, host: Membership | None) -> dict[str, object]:
    project = membership.project
    return {
        "name": membership.person,
        "project": project,
        "place": project.place,
        "role": membership.get_role_display(),
        "host": _signed(host) if host else "",
        "person": host.person if host else "",
        "contact": project.contact,
    }


def _to_colleague(membership: Membership, host: Membership | None) -> Letter:
    words = _words(membership, host)
    asked = _("%(host)s, nodigt je uit voor het project %(project)s in %(place)s. Je doet mee als %(role)s.")
    alone = _("Je doet mee in het project %(project)s in %(place)s, als %(role)s.")
    return Letter(
        greeting=_("Beste %(name)s,") % words,
        asked=(asked if host else alone) % words,
        what=_(
            "‘Meer dan Steen Alleen’ is een manier van werken waarin organisaties en bewoners samen "
            "luisteren naar wat er in een buurt speelt, en er iets mee doen. In deze app staat wat jullie "
            "afspreken en wie wat doet."
        ),
        way_in=_("Zo kom je binnen"),
        steps=(
            _("Ga naar de pagina om in te loggen."),
            _("Vul het e-mailadres in waarop je deze mail kreeg."),
            _("Je krijgt meteen een mail met een code. Typ die code over."),
        ),
        after=_(
            "Een wachtwoord is niet nodig. De eerste keer stel je een tweede controle in met een app op je "
            "telefoon. Houd die bij de hand."
        ),
        data=_(
            "Van jou bewaren we je naam, je e-mailadres, je rol en wat je in het project doet. Wie meedoet, "
            "ziet je naam en rol; je e-mailadres ziet wie de mensen van het project beheert."
        ),
        questions=_("Vragen, of klopt er iets niet? Antwoord op deze mail; dan leest %(person)s het.") % words
        if host
        else "",
        **_addresses(),
    )


def _to_resident(membership: Membership, host: Membership | None) -> Letter:
    words = _words(membership, host)
    asked = _("%(host)s, nodigt u uit voor de bewonersprojectgroep van het project %(project)s in %(place)s.")
    alone = _("U doet mee in de bewonersprojectgroep van het project %(project)s in %(place)s.")
    return Letter(
        greeting=_("Beste %(name)s,") % words,
        asked=(asked if host else alone) % words,
        what=_(
            "Wij willen weten hoe het is om in uw buurt te wonen, en daar samen iets mee doen. In de "
            "bewonersprojectgroep denkt en praat u daarover mee. Zo werken heet ‘Meer dan Steen Alleen’."
        ),
        way_in=_("Zo komt u binnen"),
        steps=(
            _("Ga naar de pagina om in te loggen."),
            _("Vul het e-mailadres in waarop u deze mail kreeg."),
            _("U krijgt meteen een mail met een code. Typ die code over."),
        ),
        after=_("U heeft geen wachtwoord nodig."),
        data=_(
            "Van u bewaren we uw naam, uw e-mailadres en wat u zelf opschrijft. Alleen wie de mensen van het "
            "project beheert, ziet uw naam en e-mailadres. Voor de anderen bent u iemand van de groep."
        ),
        questions=_resident_questions(words, host),
        **_addresses(),
    )


def _resident_questions(words: dict[str, object], host: Membership | None) -> str:
    """Whom to ask: by an answer to the mail, and where the project says that residents can go."""
    reply = _("Heeft u een vraag? Antwoord op deze mail; dan leest %(person)s het.") if host else ""
    contact = _("U kunt ook hier terecht: %(contact)s") if words["contact"] else ""
    return " ".join(part % words for part in (reply, contact) if part)
