"""What becomes of suggestions when two rows for one youth are merged."""

from sqlmodel import Session, col, select, update

from suggestions.models import Suggestion, SuggestionState
from youths.models import Youth

MOVED = (Suggestion,)
"""What goes along, by its `youth_id`, when a youth is merged into another."""


def move(session: Session, duplicate: Youth, kept: Youth) -> None:
    """Let the suggestions of a duplicate be the kept youth's, one for an opening.

    Where both have one for the same opening, the one that somebody has decided on stays; of two
    decided ones the later. The caller has merged the two in the same transaction.
    """
    rows = select(Suggestion).where(col(Suggestion.youth_id).in_([duplicate.id, kept.id]))
    by_opening: dict[object, list[Suggestion]] = {}
    for suggestion in session.exec(rows.order_by(col(Suggestion.id))):
        by_opening.setdefault(suggestion.opening_id, []).append(suggestion)
    for twins in by_opening.values():
        for other in sorted(twins, key=lambda each: _weight(each, kept))[:-1]:
            session.delete(other)
    session.flush()
    theirs = update(Suggestion).where(col(Suggestion.youth_id) == duplicate.id)
    session.exec(theirs.values(youth_id=kept.id))
    session.expire_all()


def _weight(suggestion: Suggestion, kept: Youth) -> tuple[bool, float, bool]:
    """What is decided weighs more than what is not, then the later, then the kept youth's own."""
    is_decided = suggestion.state is not SuggestionState.NEW
    decided_at = suggestion.decided_at.timestamp() if suggestion.decided_at else 0.0
    return is_decided, decided_at, suggestion.youth_id == kept.id
