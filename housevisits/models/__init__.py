"""Phase 2, in two registers that cannot be joined.

Household side: `household`, `directaction`. Conversation side: `conversation`, `waiting`.
`questionset` is shared, it holds questions only. `importing` holds imports that are under way.
"""

from housevisits.models.conversation import Conversation, Sphere, StoryBlock, Valence
from housevisits.models.directaction import (
    ActionKind,
    ActionState,
    ActionTopic,
    DirectAction,
    DirectActionEvent,
)
from housevisits.models.household import Household, Visit, VisitOutcome
from housevisits.models.importing import (
    HeldRow,
    ImportFingerprint,
    ImportKind,
    ImportSession,
    ImportState,
    SignalCount,
)
from housevisits.models.questionset import (
    AnswerOption,
    ConversationCard,
    Question,
    QuestionKind,
    QuestionSet,
    SetState,
)
from housevisits.models.waiting import Draft, ReleaseBatch, SealedRegistration, Withdrawal

__all__ = [
    "ActionKind",
    "ActionState",
    "ActionTopic",
    "AnswerOption",
    "Conversation",
    "ConversationCard",
    "DirectAction",
    "DirectActionEvent",
    "Draft",
    "HeldRow",
    "Household",
    "ImportFingerprint",
    "ImportKind",
    "ImportSession",
    "ImportState",
    "Question",
    "QuestionKind",
    "QuestionSet",
    "ReleaseBatch",
    "SealedRegistration",
    "SetState",
    "SignalCount",
    "Sphere",
    "StoryBlock",
    "Valence",
    "Visit",
    "VisitOutcome",
    "Withdrawal",
]
