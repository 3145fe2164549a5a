"""An agreement on paper: a tagged PDF, and a Word file with real headings (V4)."""

from collections.abc import Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from msa.richtext import blocks_of, to_html
from projects.agreements.calendar import calendar_rows
from projects.models import AgreementAnswer, AgreementVersion, VersionState

TEMPLATE = "documents/agreements/agreement.html"


def state_line(version: AgreementVersion) -> str:
    """'Versie 2, geldt sinds 3 maart 2026.'"""
    sentences = {
        VersionState.CONCEPT.value: (_("Versie %(n)s, concept van %(day)s."), version.made_on),
        VersionState.SENT.value: (_("Versie %(n)s, voorgelegd op %(day)s."), version.sent_on),
        VersionState.IN_FORCE.value: (_("Versie %(n)s, geldt sinds %(day)s."), version.in_force_on),
        VersionState.REPLACED.value: (_replaced(version), version.replaced_on),
    }
    sentence, day = sentences[version.state]
    return sentence % {"n": version.number, "day": date_format(day, "j F Y") if day else "–"}


def _replaced(version: AgreementVersion) -> str:
    """The sentence of an old version: from when until when it held, if it ever did."""
    if version.in_force_on is None:
        return _("Versie %(n)s, ging nooit in; vervangen op %(day)s.")
    since = date_format(version.in_force_on, "j F Y")
    return _("Versie %%(n)s, gold van %(since)s tot %%(day)s.") % {"since": since}


def answer_line(answer: AgreementAnswer) -> str:
    """'akkoord op 3 maart 2026', or that there is no answer yet. No names, no remarks."""
    if answer.waiting or answer.on is None:
        return str(answer.get_state_display())
    words = {"state": answer.get_state_display(), "day": date_format(answer.on, "j F Y")}
    return _("%(state)s op %(day)s") % words


def agreement_context(version: AgreementVersion, answers: Sequence[AgreementAnswer]) -> dict[str, Any]:
    """What the document shows."""
    project = version.agreement.project
    title = _("%(kind)s %(project)s") % {"kind": version.kind.label.capitalize(), "project": project}
    return {
        "project": project,
        "version": version,
        "title": title,
        "state_line": state_line(version),
        "text": to_html(version.text),
        "calendar": calendar_rows(version.calendar),
        "answers": [(one.partnership.organisation.name, answer_line(one)) for one in answers],
    }


def agreement_html(context: dict[str, Any]) -> str:
    """The document as one HTML page, Dutch."""
    return render_to_string(TEMPLATE, context)


def agreement_pdf(version: AgreementVersion, answers: Sequence[AgreementAnswer]) -> bytes:
    """The document as a tagged PDF (PDF/UA-1), A4."""
    from msa.documents.pdf import write_pdf

    with override("nl"):
        return write_pdf(agreement_html(agreement_context(version, answers)))


def agreement_word(version: AgreementVersion, answers: Sequence[AgreementAnswer]) -> bytes:
    """The same as a Word file (docx)."""
    from msa.documents.word import Paper  # only who asks for Word needs that library

    with override("nl"):
        context = agreement_context(version, answers)
        project = context["project"]
        paper = Paper(context["title"], f"{context['title']}, {context['state_line']}", author=project.name)
        paper.line(context["state_line"], bold=True)
        paper.blocks(blocks_of(version.text))
        if context["calendar"]:
            paper.heading(_("Communicatiekalender"))
            rows = [
                (
                    date_format(row["day"], "j M Y").lower(),
                    *(row[name] for name in ("audience", "channel", "message", "who")),
                )
                for row in context["calendar"]
            ]
            columns = {_("Wanneer"): 5, _("Voor wie"): 7, _("Hoe"): 6, _("Boodschap"): 10, _("Wie"): 6}
            paper.table(columns, rows)
        if context["answers"]:
            paper.heading(_("Wie akkoord gaf"))
            paper.table({_("Partner"): 1, _("Antwoord"): 1}, context["answers"])
        if version.because:
            paper.line(_("Waarom deze versie inging: %(because)s") % {"because": version.because})
        return paper.save()
