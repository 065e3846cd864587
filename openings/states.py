"""The life of an opening as one table: which step leads from where to where."""

from enum import StrEnum

from foundation.errors import Refused
from foundation.translating import lazy_
from openings.models import OpeningState


class Step(StrEnum):
    """What an employer may do with an opening as a whole."""

    PUBLISH = "publish"
    PAUSE = "pause"
    RESUME = "resume"
    CLOSE = "close"


MOVES: dict[tuple[OpeningState, Step], OpeningState] = {
    (OpeningState.DRAFT, Step.PUBLISH): OpeningState.PUBLISHED,
    (OpeningState.PUBLISHED, Step.PAUSE): OpeningState.PAUSED,
    (OpeningState.PAUSED, Step.RESUME): OpeningState.PUBLISHED,
    (OpeningState.PUBLISHED, Step.CLOSE): OpeningState.CLOSED,
    (OpeningState.PAUSED, Step.CLOSE): OpeningState.CLOSED,
}

STEP_DONE: dict[Step, str] = {
    Step.PUBLISH: "opening.published",
    Step.PAUSE: "opening.paused",
    Step.RESUME: "opening.resumed",
    Step.CLOSE: "opening.closed",
}
"""What the audit log calls each step."""


class IllegalMove(Refused):
    """The opening is not where this step begins, perhaps because a colleague was faster."""

    message = lazy_("Platsen har ändrats sedan du öppnade sidan. Ladda om och se hur den ligger.")


def after(state: OpeningState, step: Step) -> OpeningState:
    """The state that `step` leads to. Raises IllegalMove where the table has no such move."""
    if (state, step) not in MOVES:
        raise IllegalMove
    return MOVES[state, step]
