"""What changed in the project since a concept began: the new facts beside the old ones (V4)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa.richtext import to_html
from projects.agreements.changes import changes_of
from projects.decorators import project_view
from projects.models import AgreementVersion, Project
from projects.services import agreementfacts as services
from projects.services.refusing import Refused
from projects.views.agreements import EDIT, concept_of, gone


@project_view(EDIT)
def agreement_facts(request: HttpRequest, project: Project, kind: str) -> HttpResponse:
    """Then and now, side by side; put the new facts in the text, or say that the text is right."""
    version = concept_of(request, project, kind)
    if version is None:
        return gone(request, project, kind)
    if request.method == "POST":
        return _done(request, version)
    rows = [(one, to_html(one.was_text), to_html(one.now_text)) for one in changes_of(version)]
    context = {"version": version, "kind": version.kind, "rows": rows}
    return render(request, "projects/agreements/facts.html", context)


def _done(request: HttpRequest, version: AgreementVersion) -> HttpResponse:
    where = [version.agreement.project.slug, version.kind.slug]
    left = 0
    try:
        if request.POST.get("go") == "keep":
            services.keep_text(version=version, by=request.user)  # type: ignore[arg-type]
            messages.success(request, _("Genoteerd: de tekst klopt zo."))
        else:
            left = services.take_facts(version=version, by=request.user)  # type: ignore[arg-type]
            _tell(request, left)
    except Refused as refused:
        messages.warning(request, str(refused))
    if left:
        return redirect("projects:agreement_facts", *where)
    return redirect("projects:agreement_version", *where, version.number)


def _tell(request: HttpRequest, left: int) -> None:
    if not left:
        messages.success(request, _("De nieuwe gegevens staan in de tekst."))
        return
    text = ngettext(
        "Wat een plek had, staat in de tekst. Zet het gegeven hieronder zelf over.",
        "Wat een plek had, staat in de tekst. Zet de %d gegevens hieronder zelf over.",
        left,
    )
    messages.warning(request, text % left if left > 1 else text)
