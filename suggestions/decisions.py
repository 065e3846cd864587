"""What people decide about suggestions: take on, put off, turn down, take back.

A decision locks the suggestion and looks at its state first. Of two people who decide at once,
the second learns of it; one who presses twice decides once.
"""

from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from foundation import clock
from foundation.errors import Refused
from foundation.translating import lazy_, zone
from openings.models import OpeningState
from suggestions.models import DismissalReason, Suggestion, SuggestionState
from suggestions.states import may_follow

LONGEST_NOTE = 500
DONE: dict[SuggestionState, str] = {
    SuggestionState.ACCEPTED: "suggestion.accepted",
    SuggestionState.DISMISSED: "suggestion.dismissed",
    SuggestionState.LATER: "suggestion.put_off",
    SuggestionState.NEW: "suggestion.taken_back",
}
"""What the audit log calls each decision."""


class DecidedAlready(Refused):
    """Somebody else has decided about the suggestion since it was shown."""

    message = lazy_("En kollega har redan svarat på förslaget. Ladda om sidan och se svaret.")


class OpeningGone(Refused):
    """The opening has been closed or paused, so nobody can be taken on to it."""

    message = lazy_("Platsen går inte att söka längre.")


class NotLater(Refused):
    """A suggestion is put off to a day that is still to come."""

    message = lazy_("Välj en dag som inte har varit än.")


def accept(session: Session, suggestion: Suggestion, *, by: User, now: datetime) -> None:
    """Take the suggestion on. Raises OpeningGone or DecidedAlready."""
    if suggestion.opening.state is not OpeningState.PUBLISHED:
        raise OpeningGone
    _decide(session, suggestion, SuggestionState.ACCEPTED, by, now)


def dismiss(
    session: Session,
    suggestion: Suggestion,
    reason: DismissalReason,
    *,
    note: str = "",
    by: User,
    now: datetime,
) -> None:
    """Turn the suggestion down for a coded reason. Raises DecidedAlready."""
    told = {"dismissal_reason": reason, "note": note.strip()[:LONGEST_NOTE]}
    _decide(session, suggestion, SuggestionState.DISMISSED, by, now, **told)


def put_off(
    session: Session, suggestion: Suggestion, until: date, *, by: User, now: datetime
) -> None:
    """Hide the suggestion until a day to come. Raises NotLater or DecidedAlready."""
    if until <= clock.local_date(now, zone()):
        raise NotLater
    _decide(session, suggestion, SuggestionState.LATER, by, now, later_until=until)


def take_back(session: Session, suggestion: Suggestion, *, by: User, now: datetime) -> None:
    """Undo a decision: the suggestion is new again."""
    _decide(session, suggestion, SuggestionState.NEW, by, now)


def _decide(
    session: Session,
    suggestion: Suggestion,
    state: SuggestionState,
    by: User,
    now: datetime,
    **told: Any,
) -> None:
    session.refresh(suggestion, with_for_update={"of": Suggestion})
    before = suggestion.state
    if _is_pressed_twice(suggestion, state, by):
        return
    if not may_follow(before, state):
        raise DecidedAlready
    is_decided = state is not SuggestionState.NEW
    suggestion.state = state
    suggestion.decided_by_id = by.id if is_decided else None
    suggestion.decided_at = now if is_decided else None
    suggestion.dismissal_reason = told.get("dismissal_reason")
    suggestion.note = told.get("note", "")
    suggestion.later_until = told.get("later_until")
    session.flush()
    audit.record(
        session,
        by=by,
        action=DONE[state],
        subject=suggestion.youth,
        now=now,
        suggestion_id=str(suggestion.id),
        opening_id=str(suggestion.opening_id),
        before=before.value,
        reason=told.get("dismissal_reason"),
    )


def _is_pressed_twice(suggestion: Suggestion, state: SuggestionState, by: User) -> bool:
    """The same person's same decision; putting off once more may be to another day."""
    if suggestion.state is not state or state is SuggestionState.LATER:
        return False
    return suggestion.decided_by_id in {by.id, None}
