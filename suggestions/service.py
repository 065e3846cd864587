"""Suggestions as the ranking proposes them: made, renewed and withdrawn. See also `decisions`.

The ranking touches only what nobody has decided. It locks what it renews, so a decision made
meanwhile is either seen by it or waits for it, and is never written over.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime
from time import sleep
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, select

from foundation import clock, garbage, logs
from foundation.db import reading, session_for
from foundation.errors import Refused
from foundation.translating import lazy_, zone
from matching.matcher import OpeningMatcher
from openings.models import Opening
from suggestions.ahead import batches
from suggestions.facts import seeker_of
from suggestions.finding import Ahead
from suggestions.models import Suggestion
from suggestions.ranking import has_read, matcher_on
from suggestions.renewal import RefreshSummary, renew
from suggestions.writing import make, new_columns
from youths.models import Youth
from youths.queries import is_active

AT_ONCE = 25
"""How many youths are renewed in one transaction, for which a click waits on SQLite."""

BREATH = 0.1
"""The seconds after which SQLite looks again whether the lock is free, for one who waits for it."""

log = logs.logger("suggestions")


class DoesNotFit(Refused):
    """A hard rule keeps this youth and this opening apart."""

    message = lazy_("Platsen går inte att föreslå. Se vad som hindrar på sidan om platsen.")


def refresh_all(
    engine: Engine, *, now: datetime, progress: Callable[[int, int], None] | None = None
) -> RefreshSummary:
    """Renew the suggestions of every active youth, a few in a transaction of their own.

    What is to be written is worked out before a transaction begins; youths whose transaction
    fails are logged and left as they were, and the others go on. `progress` is told how many of
    how many are done. Where a cluster ranks, raises what `rank_in_parts` raises.
    """
    matcher = matcher_on(engine, on=clock.local_date(now, zone())).remembering()
    with Session(reading(engine)) as session:
        active = list(session.exec(select(Youth.id).where(is_active()).order_by(col(Youth.id))))
    summary, done = RefreshSummary(), 0
    with garbage.collected_in_turn() as collect:
        for some, ahead in batches(engine, matcher, active, now=now):
            for at in range(0, len(some), AT_ONCE):
                summary += _renew(engine, some[at : at + AT_ONCE], matcher, now, ahead)
            done += len(some)
            if progress:
                progress(done, len(active))
            collect()
            _let_others_write(engine)
    log.info("suggestions refreshed", **asdict(summary))
    return summary


def _renew(
    engine: Engine, some: Sequence[UUID], matcher: OpeningMatcher, now: datetime, ahead: Ahead
) -> RefreshSummary:
    """Renew some youths in a transaction; if it fails, say so, and which was the first."""
    try:
        with session_for(engine) as session:
            return renew(session, some, matcher, now=now, ahead=ahead)
    except SQLAlchemyError:
        log.exception("refresh failed", youths=len(some), first=str(some[0]))
        return RefreshSummary(failed=len(some))


def _let_others_write(engine: Engine) -> None:
    """Leave SQLite's one lock free long enough for whoever waits for it to see that it is."""
    if engine.dialect.name == "sqlite":
        sleep(BREATH)


def refresh(session: Session, youth_id: UUID, *, now: datetime) -> RefreshSummary:
    """Renew one youth's suggestions, as when her record has just been saved and committed."""
    return renew(session, [youth_id], _matcher_at_hand(session, now), now=now)


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
    make(session, [new_columns(match, youth_id, now)])
    return session.exec(select(Suggestion).where(*pair)).one()


def _matcher_at_hand(session: Session, now: datetime) -> OpeningMatcher:
    return matcher_on(session.get_bind(), on=clock.local_date(now, zone()))


def _locked(session: Session, youth_id: UUID) -> Youth | None:
    """The youth as she is now; nobody else renews her suggestions until this is committed."""
    return session.get(Youth, youth_id, with_for_update=True, populate_existing=True)
