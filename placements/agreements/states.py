"""The life of an agreement as one table: what may be done in which state, and where it leads."""

from enum import StrEnum

from foundation.errors import Refused
from foundation.translating import lazy_
from placements.agreements.models import AgreementState


class Act(StrEnum):
    """What is done to an agreement. The last of three signatures completes it."""

    CHANGE = "change"
    OPEN = "open"
    SIGN = "sign"
    COMPLETE = "complete"
    DROP = "drop"
    EXPIRE = "expire"


MOVES: dict[tuple[AgreementState, Act], AgreementState] = {
    (AgreementState.DRAFT, Act.CHANGE): AgreementState.DRAFT,
    (AgreementState.DRAFT, Act.OPEN): AgreementState.OPEN,
    (AgreementState.DRAFT, Act.DROP): AgreementState.DROPPED,
    (AgreementState.DRAFT, Act.EXPIRE): AgreementState.DROPPED,
    (AgreementState.OPEN, Act.CHANGE): AgreementState.DRAFT,
    (AgreementState.OPEN, Act.SIGN): AgreementState.OPEN,
    (AgreementState.OPEN, Act.COMPLETE): AgreementState.SIGNED,
    (AgreementState.OPEN, Act.DROP): AgreementState.DROPPED,
    (AgreementState.OPEN, Act.EXPIRE): AgreementState.DROPPED,
}


class NotNow(Refused):
    """The agreement is not where this is done: it is a draft, signed by all, or put aside."""

    message = lazy_("Överenskommelsen har ändrats sedan du öppnade sidan. Ladda om och läs den.")


def after(state: AgreementState, act: Act) -> AgreementState:
    """Where the act leads. Raises NotNow where the table has no such act in the state."""
    leads = MOVES.get((state, act))
    if leads is None:
        raise NotNow
    return leads
