"""The first text of an agreement, and what a reader should know of a text: its gaps."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from msa.richtext import tidy
from projects.agreements.facts import facts_of
from projects.agreements.gaps import gaps_of
from projects.models import AgreementKind, Project

WHY = {
    AgreementKind.PRIVACY: _("Wat van bewoners wordt opgeschreven, wie dat ziet, en hoe het veilig blijft."),
    AgreementKind.COMMUNICATION: _("Wie wat wanneer aan wie vertelt. Met een kalender."),
    AgreementKind.VISION: _(
        "Waarom dit project er is, hoe en wat, zodat iedereen hetzelfde voor ogen heeft."
    ),
    AgreementKind.ROLES: _("Welke taken bij welke rol horen, wie beslist en wie invalt."),
}


def starting_text(project: Project, kind: AgreementKind) -> str:
    """The template of `kind` filled in with the facts of `project`, as Markdown."""
    return text_with(kind, facts_now(project))


def facts_now(project: Project) -> dict[str, Any]:
    """The facts of `project` in Dutch, as they are kept with a concept."""
    with override("nl"):
        return facts_of(project)


def text_with(kind: AgreementKind, facts: dict[str, Any]) -> str:
    """The template of `kind` filled in with `facts`, as Markdown."""
    with override("nl"):
        return tidy(render_to_string(f"projects/agreements/texts/{kind.value}.md", facts))


def gaps_in(text: str) -> list[str]:
    """What a text still asks to fill in, in order: 'naam en bereikbaarheid', 'maand en jaar'."""
    return [gap.what for gap in gaps_of(text)]
