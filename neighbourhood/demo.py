"""The picture of the demo: three snapshots in time, themes with evidence, votes, poster and report."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from housevisits.demo import conversations, directactions, visits
from housevisits.demo.project import demo_project
from housevisits.models import StoryBlock
from neighbourhood.models import Theme, ThemeEvidence, ThemeVote
from neighbourhood.services.documents import build_documents
from neighbourhood.services.pictures import current_picture
from neighbourhood.services.snapshots import make_snapshot
from neighbourhood.services.themes import VOTES_PER_LIST
from neighbourhood.services.weights import weigh_themes
from projects.demo import story
from projects.models import Membership, Project, Role
from projects.rules import FIELD_TEAM

THEMES = Path(__file__).parent / "demo_data" / "themes.json"
DAYS = ("2026-05-08", "2026-07-10", "2026-09-11")


def load_snapshots(report: Callable[[str], None]) -> None:
    """Import each portion of the conversations and make a snapshot after it."""
    project = demo_project()
    for number, (up_to, day) in enumerate(zip(conversations.PORTIONS, DAYS, strict=True), start=1):
        if project.snapshots.filter(number=number).exists():
            continue
        conversations.load_portion(up_to)
        if number == len(DAYS):
            visits.load(report)
            directactions.load(report)  # before the snapshot, which counts them for the report
            load_themes(report)
        snapshot = make_snapshot(project=project, as_of=story.on(day))
        report(
            _("momentopname %(number)d van %(day)s")
            % {"number": number, "day": f"{snapshot.made_on:%d-%m-%Y}"}
        )


def load_themes(report: Callable[[str], None]) -> None:
    """The themes of the demo with the texts they rest on, approved quotes and votes."""
    project = demo_project()
    if project.themes.exists():
        return
    blocks = list(StoryBlock.objects.filter(conversation__project_key=project.key))
    approver = Membership.objects.get(project=project, role=Role.PROJECT_LEADER)
    planned = json.loads(THEMES.read_text("utf-8"))
    for plan in planned:
        _theme(project, plan, blocks, approver)
    _vote(project, {plan["title"]: plan["votes"] for plan in planned})
    weigh_themes(project=project)
    report(_("thema's: %d") % len(planned))


def _theme(project: Project, plan: dict[str, Any], blocks: list[StoryBlock], approver: Membership) -> None:
    theme = Theme.objects.create(
        project=project,
        quote_approved_by=approver if plan["quote"] else None,
        **{key: value for key, value in plan.items() if key not in {"match", "votes"}},
    )
    words = [word.casefold() for word in plan["match"]]
    ThemeEvidence.objects.bulk_create(
        ThemeEvidence(theme=theme, block=block)
        for block in blocks
        if block.valence == theme.valence and any(word in block.text.casefold() for word in words)
    )


def _vote(project: Project, wanted: dict[str, int]) -> None:
    """Give each theme as many votes as planned, no member more than may be given in a list."""
    members = list(Membership.objects.filter(project=project, role__in=FIELD_TEAM))
    given: dict[tuple[int, str], int] = {}
    for theme in project.themes.all():
        for member in members[: wanted[theme.title]]:
            if given.get((member.pk, theme.valence), 0) < VOTES_PER_LIST:
                ThemeVote.objects.create(theme=theme, member=member)
                given[member.pk, theme.valence] = given.get((member.pk, theme.valence), 0) + 1


def load_picture(report: Callable[[str], None]) -> None:
    """The concept, opened to the resident group, with its documents."""
    project = demo_project()
    picture = current_picture(project=project)
    if picture is None or picture.documents.exists():
        return
    picture.open_to_residents = True
    picture.save(update_fields=["open_to_residents"])
    report(_("praatplaat en verslag worden gemaakt …"))
    build_documents(picture=picture)
