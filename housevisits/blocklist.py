"""What this phase hangs on the blocks of a project: homes; and why blocks stay once people talked.

A conversation knows its block by a bare key (P1), which no merge may rewrite: figures of before and after
would then be about other people (P9, P12). See docs/decisions/0012.
"""

from collections.abc import Iterator

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from housevisits.models import (
    Conversation,
    Draft,
    HeldRow,
    Household,
    ImportKind,
    ImportSession,
    ImportState,
    SealedRegistration,
)
from msa.registry import BlockUse
from projects.models import Block, Project


def uses(project: Project) -> Iterator[BlockUse]:
    """The homes of each block, in one query; whether conversations know the blocks is asked only to merge."""
    homes = Household.objects.filter(project=project).order_by().values_list("block").annotate(Count("pk"))
    yield BlockUse(
        model=Household._meta.label,
        counts=dict(homes),
        words=_words,
        move=_move,
        locked=lambda: _locked(project),
        homes=True,
    )


def homes_in(project: Project) -> int:
    """How many homes stand on the address list of `project`. One query."""
    return Household.objects.filter(project=project).count()


def _words(count: int) -> str:
    text = ngettext(
        "%(n)d woning uit de adreslijst, met haar bezoeken",
        "%(n)d woningen uit de adreslijst, met hun bezoeken",
        count,
    )
    return text % {"n": count}


def _move(source: Block, target: Block) -> None:
    Household.objects.filter(block=source).update(block=target)


def _locked(project: Project) -> str:
    """Why the blocks stay as they are, or an empty string."""
    under_way = ImportSession.objects.filter(project=project, kind=ImportKind.FORMS)
    known = (
        Conversation.objects.filter(project_key=project.key),
        SealedRegistration.objects.filter(project_key=project.key),
        Draft.objects.filter(project=project),
        HeldRow.objects.filter(project=project),
        under_way.exclude(state=ImportState.DONE),
    )
    if not any(found.exists() for found in known):
        return ""
    return _(
        "Er zijn al gesprekken opgeschreven, en daarin staat bij welk blok ze horen. Dat verandert niet. "
        "Anders zou je uit oude en nieuwe cijfers kunnen afleiden wat een paar mensen zeiden."
    )
