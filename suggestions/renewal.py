"""Brings the undecided suggestions of many youths to what the ranking says now, in few questions.

Everything that somebody has decided is left alone. What is locked is held until the caller's
transaction ends: a decision made meanwhile is either seen here or waits, and is never written
over. What takes time, ranking and reasons, can be worked out before anything is locked.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select, update

from foundation import clock
from foundation.translating import zone
from matching.matcher import OpeningMatcher
from suggestions.finding import Ahead, find
from suggestions.models import Suggestion, SuggestionState
from suggestions.writing import Changes, write
from youths.models import Youth


@dataclass(frozen=True, slots=True)
class RefreshSummary:
    """What a refresh did, in counts; of those `kept` from before, `changed` were written."""

    youths: int = 0
    new: int = 0
    kept: int = 0
    changed: int = 0
    withdrawn: int = 0
    back: int = 0
    failed: int = 0

    def __add__(self, other: "RefreshSummary") -> "RefreshSummary":
        sums = {f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        return RefreshSummary(**sums)


def renew(
    session: Session,
    youth_ids: Collection[UUID],
    matcher: OpeningMatcher,
    *,
    now: datetime,
    ahead: Ahead | None = None,
) -> RefreshSummary:
    """Renew the suggestions of those of these youths that are active, all in one go.

    Who has changed since she was looked at ahead, or was not, is ranked now.
    """
    youths = _locked(session, youth_ids)
    back = _take_back_what_was_put_off(session, youths, now)
    changes = Changes()
    for found in find(session, youths, matcher, ahead or Ahead(), now=now):
        changes.join(found)
    write(session, changes)
    return RefreshSummary(
        len(youths),
        new=len(changes.made),
        kept=changes.kept,
        changed=len(changes.rewritten),
        withdrawn=len(changes.withdrawn),
        back=back,
    )


def _locked(session: Session, youth_ids: Collection[UUID]) -> list[Youth]:
    """The active youths as they are now; nobody else renews them until this is committed."""
    rows = select(Youth).where(col(Youth.id).in_(youth_ids), col(Youth.archived_at).is_(None))
    locked = rows.order_by(col(Youth.id)).with_for_update()
    return list(session.exec(locked.execution_options(populate_existing=True)))


def _take_back_what_was_put_off(session: Session, youths: Iterable[Youth], now: datetime) -> int:
    """Make suggestions new again whose day has come; `later_until` tells that they are back."""
    due = (
        update(Suggestion)
        .where(
            col(Suggestion.youth_id).in_([youth.id for youth in youths]),
            col(Suggestion.state) == SuggestionState.LATER,
            col(Suggestion.later_until) <= clock.local_date(now, zone()),
        )
        .values(state=SuggestionState.NEW, decided_by_id=None, decided_at=None)
    )
    return int(session.exec(due).rowcount)
