"""Sending a version, reminding, answering, and letting it come in force; and its files (V4)."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from projects.agreements.changes import changes_of
from projects.agreements.gaps import by_heading, gaps_of
from projects.decorators import project_view
from projects.documents.agreements import agreement_pdf, agreement_word
from projects.forms.agreements import AnswerForm, DecideForm, NotedForm, SendForm
from projects.models import AgreementAnswer, AgreementVersion, PartnershipState, Project
from projects.overviews.agreements import counting
from projects.services import agreeing as services
from projects.services.refusing import Refused
from projects.tasks import who_answers
from projects.views.agreements import ANSWER, EDIT, VIEW, concept_of, gone, version_at

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@project_view(EDIT)
def agreement_send(request: HttpRequest, project: Project, kind: str) -> HttpResponse:
    """Choose whom to ask, see what is still open, and send."""
    version = concept_of(request, project, kind)
    if version is None:
        return gone(request, project, kind)
    gaps = gaps_of(version.text)
    form = SendForm(project, bool(gaps), request.POST or None)
    if request.method == "POST" and form.is_valid() and _send(request, version, form):
        return _to(version)
    field: Any = form.fields["partners"]
    partners = [(one, who_answers(one)) for one in field.queryset]
    context = {
        "form": form,
        "version": version,
        "kind": version.kind,
        "gaps": gaps,
        "gap_lines": by_heading(gaps),
        "fact_changes": changes_of(version),
        "partners": partners,
        "still_asked": 0 if partners else project.partnerships.filter(state=PartnershipState.ASKED).count(),
    }
    return render(request, "projects/agreements/send.html", context)


def _send(request: HttpRequest, version: AgreementVersion, form: SendForm) -> bool:
    partners = list(form.cleaned_data["partners"])
    try:
        services.send_version(version=version, by=request.user, partners=partners)  # type: ignore[arg-type]
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    text = ngettext("Verstuurd aan %d partner.", "Verstuurd aan %d partners.", len(partners))
    messages.success(request, text % len(partners))
    return True


@require_POST
@project_view(EDIT)
def agreement_remind(request: HttpRequest, project: Project, kind: str, number: int) -> HttpResponse:
    """Send the mail once more to who said nothing yet."""
    version = version_at(request, kind, number)
    try:
        count = services.remind(version=version, by=request.user)  # type: ignore[arg-type]
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        text = ngettext("%d partner is herinnerd.", "%d partners zijn herinnerd.", count) % count
        messages.success(request, text)
    return _to(version)


@project_view(ANSWER)
def agreement_answer(request: HttpRequest, project: Project, kind: str, number: int, pk: int) -> HttpResponse:
    """Answer on behalf of the own organisation; who leads notes what another partner said elsewhere."""
    version = version_at(request, kind, number)
    given = get_object_or_404(version.answers.select_related("partnership__organisation", "by"), pk=pk)
    own = given.partnership.organisation_id == request.membership.organisation_id  # type: ignore[attr-defined]
    if not own and not request.user.has_perm(EDIT, project):
        raise PermissionDenied
    if not version.is_sent:
        messages.info(request, _("Deze versie wacht niet meer op een antwoord."))
        return _to(version)
    form = _answer_form(request, given, own)
    form.project = project
    if request.method == "POST" and form.is_valid() and _answer(request, given, form):
        return _to(version, "#antwoorden" if own else "#wie-akkoord")
    context = {"form": form, "given": given, "version": version, "kind": version.kind, "noting": not own}
    return render(request, "projects/agreements/answer.html", context)


def _answer_form(request: HttpRequest, given: AgreementAnswer, own: bool) -> AnswerForm:
    """With the answer that is changed here. Noting over what a partner answered itself starts empty: that is
    an answer of its own, which nobody gave yet.
    """
    if own:
        known = {} if given.waiting else {"state": given.state, "text": given.text}
        return AnswerForm(request.POST or None, initial=known | {"seen": given.stamp})
    names = ("state", "text", "said_by", "how", "on") if given.said_by else ()
    initial = {name: getattr(given, name) for name in names} | {"seen": given.stamp}
    return NotedForm(request.POST or None, initial=initial)


def _answer(request: HttpRequest, given: AgreementAnswer, form: AnswerForm) -> bool:
    try:
        in_force = services.answer(
            given=given,
            by=request.user,  # type: ignore[arg-type]
            said=form.said(),
            seen=form.cleaned_data["seen"],
        )
    except Refused as refused:
        form.add_error(None, str(refused))
        given.refresh_from_db()
        form.show(given.stamp)
        return False
    given.refresh_from_db()
    text = _("Iedereen is akkoord: deze versie geldt vanaf vandaag.") if in_force else _said(given)
    messages.success(request, text)
    return True


def _said(given: AgreementAnswer) -> str:
    text = _("Het antwoord van %(name)s staat: %(said)s.")
    return text % {"name": given.partnership, "said": given.get_state_display()}


@project_view(EDIT)
def agreement_decide(request: HttpRequest, project: Project, kind: str, number: int) -> HttpResponse:
    """Let a version come in force without everybody's yes, with a reason."""
    version = version_at(request, kind, number)
    if not version.is_sent:
        messages.info(request, _("Deze versie wacht niet meer op een besluit."))
        return _to(version)
    form = DecideForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _decide(request, version, form):
        return _to(version)
    held = version.answers.select_related("partnership__organisation", "by")
    against = [one for one in held if not one.agreed and not one.partnership.stopped]
    context = {"form": form, "version": version, "kind": version.kind, "against": against}
    return render(request, "projects/agreements/decide.html", context)


def _decide(request: HttpRequest, version: AgreementVersion, form: DecideForm) -> bool:
    because = form.cleaned_data["because"]
    try:
        services.decide(version=version, by=request.user, because=because)  # type: ignore[arg-type]
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, _("Deze versie geldt vanaf vandaag."))
    return True


@require_GET
@project_view(VIEW)
def agreement_file(request: HttpRequest, project: Project, kind: str, number: int, form: str) -> HttpResponse:
    """A version as PDF or Word."""
    if form not in {"pdf", "word"}:
        raise Http404
    version = version_at(request, kind, number)
    answers = counting(_with_answers(version))
    pdf = form == "pdf"
    body = agreement_pdf(version, answers) if pdf else agreement_word(version, answers)
    answer = HttpResponse(body, content_type="application/pdf" if pdf else WORD)
    name = f"{version.kind.slug}-{project.slug}-{number}.{'pdf' if pdf else 'docx'}"
    answer["Content-Disposition"] = f'{"inline" if pdf else "attachment"}; filename="{name}"'
    return answer


def _with_answers(version: AgreementVersion) -> AgreementVersion:
    found = AgreementVersion.objects.select_related("agreement__project")
    return found.prefetch_related("answers__partnership__organisation", "answers__by").get(pk=version.pk)


def _to(version: AgreementVersion, place: str = "") -> HttpResponse:
    where = [version.agreement.project.slug, version.kind.slug, version.number]
    return redirect(reverse("projects:agreement_version", args=where) + place)
