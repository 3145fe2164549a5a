"""Phase 3: snapshots of figures, themes with evidence, top fives, and what is published."""

from neighbourhood.models.picture import Document, DocumentKind, Picture, PictureReader, PictureState
from neighbourhood.models.snapshot import Snapshot, SnapshotChart
from neighbourhood.models.theme import Condition, Frequency, Theme, ThemeEvidence, ThemeVote

__all__ = [
    "Condition",
    "Document",
    "DocumentKind",
    "Frequency",
    "Picture",
    "PictureReader",
    "PictureState",
    "Snapshot",
    "SnapshotChart",
    "Theme",
    "ThemeEvidence",
    "ThemeVote",
]
