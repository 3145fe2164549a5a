"""Where the four agreements of a project stand, for one reader (V4)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch

from projects.agreements.starting import WHY, gaps_in
from projects.models import (
    AgreementAnswer,
    AgreementKind,
    AgreementVersion,
    AnswerState,
    Membership,
    VersionState,
)


@dataclass(frozen=True)
class Standing:
    """One agreement, with the versions that the reader may see, newest first."""

    kind: AgreementKind
    versions: list[AgreementVersion] = field(default_factory=list)

    @property
    def why(self) -> str:
        """What it is for, one sentence."""
        return str(WHY[self.kind])

    def in_state(self, state: str) -> AgreementVersion | None:
        """The version in `state`, or None."""
        return next((one for one in self.versions if one.state == state), None)

    @property
    def in_force(self) -> AgreementVersion | None:
        """What holds now."""
        return self.in_state(VersionState.IN_FORCE)

    @property
    def sent(self) -> AgreementVersion | None:
        """What partners are asked about."""
        return self.in_state(VersionState.SENT)

    @property
    def concept(self) -> AgreementVersion | None:
        """What is being written."""
        return self.in_state(VersionState.CONCEPT)

    @property
    def shown(self) -> AgreementVersion | None:
        """What the page of this agreement shows: what holds, else what is out, else what is written."""
        return self.in_force or self.sent or self.concept

    @property
    def gaps(self) -> list[str]:
        """What the concept still asks to fill in."""
        return gaps_in(self.concept.text) if self.concept else []

    @property
    def waiting(self) -> list[AgreementAnswer]:
        """Partners of whom an answer is awaited."""
        return self._answers(AnswerState.WAITING)

    @property
    def agreed(self) -> list[AgreementAnswer]:
        """Partners who agreed with what is out."""
        return self._answers(AnswerState.AGREED)

    @property
    def remarks(self) -> list[AgreementAnswer]:
        """Partners with a remark on what is out."""
        return self._answers(AnswerState.REMARK)

    @property
    def asked(self) -> list[AgreementAnswer]:
        """Everybody who was asked about what is out."""
        return counting(self.sent)

    def asked_of(self, membership: Membership) -> AgreementAnswer | None:
        """The answer that the organisation of `membership` may give on what is out, or None."""
        return own_answer(self.asked, membership)

    def _answers(self, state: str) -> list[AgreementAnswer]:
        return [one for one in self.asked if one.state == state]


def counting(version: AgreementVersion | None) -> list[AgreementAnswer]:
    """Answers of a version that count: of partners that did not stop."""
    found = version.answers.all() if version else []
    return [one for one in found if not one.partnership.stopped]


def own_answer(answers: Sequence[AgreementAnswer], membership: Membership) -> AgreementAnswer | None:
    """The one that the organisation of `membership` gives, or None."""
    own = membership.organisation_id
    return next((one for one in answers if own and one.partnership.organisation_id == own), None)


def standings(membership: Membership) -> list[Standing]:
    """The four agreements as `membership` may see them. Two queries, however many versions."""
    answers = AgreementAnswer.objects.select_related("partnership__organisation", "by")
    found = AgreementVersion.objects.readable_by(membership).select_related("agreement", "made_by")
    versions = found.prefetch_related(Prefetch("answers", answers)).order_by("-number")
    by_kind: dict[str, list[AgreementVersion]] = {}
    for one in versions:
        by_kind.setdefault(one.agreement.kind, []).append(one)
    return [Standing(kind, by_kind.get(kind, [])) for kind in AgreementKind]


def standing_of(membership: Membership, kind: AgreementKind) -> Standing:
    """How the agreement of this `kind` stands, as `membership` may see it. Two queries."""
    return next(one for one in standings(membership) if one.kind == kind)
