"""Suggestions as the ranking proposes them: made, renewed and withdrawn. See also `decisions`.

The ranking touches only what nobody has decided. It locks what it renews, so a decision made
meanwhile is either seen by it or waits for it, and is never written over.
"""

from collections.abc import Collection
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Engine, or_
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from foundation import clock, logs
from foundation.db import reading, session_for
from foundation.errors import Refused
from foundation.translating import lazy_, zone
from matching.explanation import Match
from matching.matcher import OpeningMatcher
from openings.models import Opening
from suggestions.facts import seeker_of
from suggestions.models import Part, Suggestion, SuggestionState
from suggestions.ranking import RANKER, has_read, matcher_on
from youths.models import Youth
from youths.queries import is_active

MOST_A_YOUTH = 40
MOST_POSSIBLE = 10
"""A long tail of merely possible openings would hide the good ones."""

log = logs.logger("suggestions")


class DoesNotFit(Refused):
    """A hard rule keeps this youth and this opening apart."""

    message = lazy_("Platsen går inte att föreslå. Se vad som hindrar på sidan om platsen.")


@dataclass(frozen=True, slots=True)
class RefreshSummary:
    """What a refresh did, in counts."""

    youths: int = 0
    new: int = 0
    kept: int = 0
    withdrawn: int = 0
    back: int = 0
    failed: int = 0

    def __add__(self, other: "RefreshSummary") -> "RefreshSummary":
        sums = {f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        return RefreshSummary(**sums)


def refresh_all(engine: Engine, *, now: datetime) -> RefreshSummary:
    """Renew the suggestions of every active youth, each in a transaction of her own.

    The ranker is fitted once, before anything is locked. A youth whose transaction fails is
    logged and left as she was, and the others go on.
    """
    matcher = matcher_on(engine, on=clock.local_date(now, zone()))
    with Session(reading(engine)) as session:
        active = list(session.exec(select(Youth.id).where(is_active()).order_by(col(Youth.id))))
    summary = RefreshSummary()
    for youth_id in active:
        try:
            with session_for(engine) as session:
                summary += _renew(session, youth_id, matcher, now)
        except SQLAlchemyError:
            log.exception("refresh failed", youth=str(youth_id))
            summary += RefreshSummary(failed=1)
    log.info("suggestions refreshed", **asdict(summary))
    return summary


def refresh(session: Session, youth_id: UUID, *, now: datetime) -> RefreshSummary:
    """Renew one youth's suggestions, as when her record has just been saved and committed."""
    matcher = _matcher_at_hand(session, now)
    return _renew(session, youth_id, matcher, now)


def propose(session: Session, youth_id: UUID, opening: Opening, *, now: datetime) -> Suggestion:
    """The suggestion of this opening for this youth, made now if the ranking had not.

    Raises DoesNotFit where a hard rule forbids it, or it cannot be applied for.
    """
    matcher = _matcher_at_hand(session, now)
    youth = _locked(session, youth_id)
    pair = (Suggestion.youth_id == youth_id, Suggestion.opening_id == opening.id)
    found = session.exec(select(Suggestion).where(*pair)).first()
    if found is not None:
        return found
    if youth is None or not has_read(matcher, opening):
        raise DoesNotFit
    match = matcher.explain(seeker_of(youth), str(opening.id))
    if match is None:
        raise DoesNotFit
    suggestion = _made(match, youth_id, now)
    session.add(suggestion)
    session.flush()
    return suggestion


def _matcher_at_hand(session: Session, now: datetime) -> OpeningMatcher:
    """The ranker for somebody who waits; the night brings what it may not have read yet."""
    return matcher_on(session.get_bind(), on=clock.local_date(now, zone()), may_be_older=True)


def _renew(
    session: Session, youth_id: UUID, matcher: OpeningMatcher, now: datetime
) -> RefreshSummary:
    """Bring one youth's undecided suggestions to what the ranking says now."""
    youth = _locked(session, youth_id)
    if youth is None or youth.archived_at is not None:
        return RefreshSummary()
    back = _take_back_what_was_put_off(session, youth_id, clock.local_date(now, zone()))
    matches = _worth_suggesting(matcher.rank(seeker_of(youth), limit=MOST_A_YOUTH))
    ranked = {UUID(match.vacancy_id): match for match in matches}
    kept = withdrawn = 0
    for suggestion in _undecided(session, youth_id, ranked):
        if match := ranked.get(suggestion.opening_id):
            _write(suggestion, match, now)
            kept += 1
        else:
            suggestion.is_current = False
            withdrawn += 1
    new = ranked.keys() - _known(session, youth_id, ranked)
    session.add_all(_made(match, youth_id, now) for id_, match in ranked.items() if id_ in new)
    session.flush()
    return RefreshSummary(1, new=len(new), kept=kept, withdrawn=withdrawn, back=back)


def _worth_suggesting(matches: list[Match]) -> list[Match]:
    """Every strong and good match, and the first few of those that are only possible."""
    possible = [match for match in matches if match.label == "possible"]
    return [m for m in matches if m.label != "possible"] + possible[:MOST_POSSIBLE]


def _locked(session: Session, youth_id: UUID) -> Youth | None:
    """The youth as she is now; nobody else renews her suggestions until this is committed."""
    return session.get(Youth, youth_id, with_for_update=True, populate_existing=True)


def _take_back_what_was_put_off(session: Session, youth_id: UUID, today: date) -> int:
    """Make suggestions new again whose day has come; `later_until` tells that they are back."""
    due = _locking(youth_id, SuggestionState.LATER).where(col(Suggestion.later_until) <= today)
    back = session.exec(due).all()
    for suggestion in back:
        suggestion.state = SuggestionState.NEW
        suggestion.decided_by_id = suggestion.decided_at = None
    session.flush()
    return len(back)


def _undecided(session: Session, youth_id: UUID, ranked: Collection[UUID]) -> list[Suggestion]:
    """What may be renewed: shown now, or ranked again after a time away."""
    concerned = or_(col(Suggestion.is_current), col(Suggestion.opening_id).in_(ranked))
    return list(session.exec(_locking(youth_id, SuggestionState.NEW).where(concerned)))


def _locking(youth_id: UUID, state: SuggestionState) -> SelectOfScalar[Suggestion]:
    """A youth's suggestions in a state, read afresh and held until the transaction ends."""
    rows = select(Suggestion).where(Suggestion.youth_id == youth_id, Suggestion.state == state)
    return rows.with_for_update().execution_options(populate_existing=True)


def _known(session: Session, youth_id: UUID, ranked: Collection[UUID]) -> set[UUID]:
    """The ranked openings that the youth has a suggestion of already, decided or not."""
    ids = select(Suggestion.opening_id).where(Suggestion.youth_id == youth_id)
    return set(session.exec(ids.where(col(Suggestion.opening_id).in_(ranked))))


def _made(match: Match, youth_id: UUID, now: datetime) -> Suggestion:
    suggestion = Suggestion(
        youth_id=youth_id,
        opening_id=UUID(match.vacancy_id),
        score=match.score,
        label=match.label,
        ranked_by=RANKER,
        first_suggested_at=now,
        refreshed_at=now,
    )
    _write(suggestion, match, now)
    return suggestion


def _write(suggestion: Suggestion, match: Match, now: datetime) -> None:
    """Put what the ranking says on the row; whatever is the same as before is not written."""
    suggestion.score = match.score
    suggestion.label = match.label
    suggestion.reasons = [
        Part(code=each.code, points=each.points, facts=dict(each.facts)) for each in match.reasons
    ]
    suggestion.gaps = [Part(code=each.code, facts=dict(each.facts)) for each in match.gaps]
    suggestion.questions = [
        Part(code=each.code, facts=dict(each.facts)) for each in match.questions
    ]
    suggestion.ranked_by = RANKER
    suggestion.is_current = True
    suggestion.refreshed_at = now
