"""Themes: writing one, giving it evidence, approving its quote, voting (B4 to B6)."""

from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from housevisits.models import StoryBlock
from neighbourhood.models import Theme, ThemeEvidence, ThemeVote
from neighbourhood.services.weights import weigh_themes
from projects.models import Membership

VOTES_PER_LIST = 5


@transaction.atomic
def add_evidence(*, theme: Theme, blocks: Iterable[UUID]) -> int:
    """Let `theme` rest on `blocks` too, those of its own project only. Returns how many were added."""
    own = StoryBlock.objects.filter(pk__in=list(blocks), conversation__project_key=theme.project.key)
    known = set(theme.evidence.values_list("block_id", flat=True))
    new = [ThemeEvidence(theme=theme, block=block) for block in own if block.pk not in known]
    ThemeEvidence.objects.bulk_create(new)
    weigh_themes(project=theme.project)
    return len(new)


@transaction.atomic
def remove_evidence(*, theme: Theme, blocks: Iterable[UUID]) -> int:
    """Take `blocks` away from `theme`; the texts themselves stay. Returns how many were taken away."""
    removed, _details = theme.evidence.filter(block__in=list(blocks)).delete()
    weigh_themes(project=theme.project)
    return removed


@transaction.atomic
def save_theme(*, theme: Theme, by: Membership, approve_quote: bool) -> Theme:
    """Store a theme that was written or changed. A quote that changed must be approved again."""
    before = Theme.objects.filter(pk=theme.pk).first()
    changed = before is None or before.quote != theme.quote
    if not theme.quote:
        theme.quote_approved_by = None
    elif approve_quote:
        theme.quote_approved_by = (
            by if changed or theme.quote_approved_by is None else theme.quote_approved_by
        )
    elif changed:
        theme.quote_approved_by = None
    theme.save()
    return theme


@transaction.atomic
def vote(*, theme: Theme, member: Membership) -> bool:
    """Give or take back a vote. Returns whether it stands; ValidationError after five in a list."""
    standing = ThemeVote.objects.filter(theme=theme, member=member)
    if standing.exists():
        standing.delete()
        return False
    given = ThemeVote.objects.filter(
        member=member, theme__project=theme.project, theme__valence=theme.valence
    )
    if given.count() >= VOTES_PER_LIST:
        raise ValidationError(_("Je hebt je vijf stemmen al gegeven. Haal er eerst een weg."))
    ThemeVote.objects.create(theme=theme, member=member)
    return True
