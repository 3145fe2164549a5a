"""Themes: writing one, giving it evidence, approving its quote, voting (B4 to B6)."""

from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from housevisits.models import StoryBlock
from msa.privacy.text import clean_text
from msa.windows import Window
from neighbourhood.models import Condition, Theme, ThemeEvidence, ThemeVote
from neighbourhood.services.merging import Overtaken, Values, merged
from neighbourhood.services.weights import weigh_themes
from projects.models import Membership

VOTES_PER_LIST = 5
WORDS = ("title", "sentence", "experience", "who_says", "quote")


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


def theme_values(theme: Theme) -> Values:
    """By field of its form what stands in `theme`; the conditions in one order, whatever theirs is."""
    plain = {name: clean_text(getattr(theme, name)) for name in WORDS}
    conditions = [str(condition) for condition in theme.conditions]
    return plain | {
        "valence": str(theme.valence),
        "frequency": str(theme.frequency),
        "conditions": sorted(conditions),
        "main": conditions[0] if conditions else "",
        "approve_quote": theme.quote_approved_by_id is not None,
    }


@transaction.atomic
def change_theme(*, theme: Theme, typed: Values, by: Membership, window: Window | None) -> Theme:
    """Write into `theme` what was changed in `window`, as far as nobody changed those words meanwhile.

    typed: as `theme_values`. Raises Overtaken, and Theme.DoesNotExist when the theme is gone.
    """
    locked = Theme.objects.select_for_update().get(pk=theme.pk)
    kept = theme_values(locked)
    values = merged(window, typed, kept, asked=WORDS)
    if window:
        values["approve_quote"] = _approval(typed, kept, values)
    for name in (*WORDS, "valence", "frequency"):
        setattr(locked, name, values[name])
    locked.conditions = in_order(values["conditions"], values["main"])
    return save_theme(theme=locked, by=by, approve_quote=values["approve_quote"])


def _approval(typed: Values, kept: Values, values: Values) -> bool:
    """The tick is about the words beside it: nobody approves what was not on the page."""
    if values["quote"] != kept["quote"]:
        return bool(typed["approve_quote"])
    if values["approve_quote"] and not kept["approve_quote"] and typed["quote"] != kept["quote"]:
        now = {name: value for name, value in values.items() if value == kept[name]}
        raise Overtaken({"approve_quote": kept["quote"]}, now)
    return bool(values["approve_quote"])


def in_order(conditions: Iterable[str], main: str) -> list[str]:
    """The conditions as they are shown, the main one first."""
    chosen = [value for value in Condition.values if value in set(conditions) and value != main]
    return [main, *chosen] if main else chosen


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
def begin_theme(*, theme: Theme, by: Membership, approve_quote: bool, blocks: Iterable[UUID]) -> Theme:
    """Store a new theme, resting on `blocks` from the start."""
    save_theme(theme=theme, by=by, approve_quote=approve_quote)
    add_evidence(theme=theme, blocks=blocks)
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
