"""What every form page of the resident group does: show, check, hand over to a service, say it is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from projects.models import Membership, Project, Role
from projects.services.refusing import Refused

VIEW, EDIT, ADVISE = "projects.view_resident_group", "projects.edit_resident_group", "projects.advise"
FORM = "projects/residentgroup/form.html"


@dataclass(frozen=True)
class FormPage:
    """What stands round a form. back: where one goes after it, and by 'Terug'."""

    title: str
    back: str
    back_label: str
    lead: str = ""
    submit: str = ""
    done: str = ""
    names: bool = True  # whether to ask not to write names


def member_of(request: HttpRequest) -> Membership:
    """The membership of who asks; `project_view` found it."""
    return request.membership  # type: ignore[attr-defined]


def shared(request: HttpRequest, project: Project) -> dict[str, Any]:
    """What every page of this topic knows about who reads it."""
    return {
        "may_edit": request.user.has_perm(EDIT, project),
        "may_advise": request.user.has_perm(ADVISE, project),
        "polite": member_of(request).role == Role.RESIDENT_GROUP,
    }


def write_page(
    request: HttpRequest,
    form: forms.Form,
    page: FormPage,
    write: Callable[[], Any],
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    """The page of `form`; after a valid post `write` is called. A refusal is shown in the form."""
    if request.method == "POST" and form.is_valid():
        try:
            write()
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, page.done or _("Bewaard."))
            return redirect(page.back)
    context = {"form": form, "page": page} | shared(request, request.project)  # type: ignore[attr-defined]
    return render(request, FORM, context | (more or {}))
