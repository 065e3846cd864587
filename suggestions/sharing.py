"""The week's picks: suggestions shared out fairly, and one or two outside what a youth asks for.

A ranking gives everybody with the same wish the same openings at the top. Once a week each youth is
picked some of her own suggestions in such a way that no opening is picked for more youths than
it has room for, and nobody is picked a second one before everybody has a first. The ranking
itself is not changed by it; the picks are shown first.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Engine
from sqlmodel import Session, col, select, update

from foundation import clock, logs
from foundation.db import reading, session_for
from foundation.translating import zone
from matching.allocation import Allocation, Offer, allocate
from matching.explanation import GOOD_FROM
from matching.matcher import OpeningMatcher
from matching.widening import widening
from openings.models import Opening
from suggestions.facts import seeker_of
from suggestions.models import Sharing, Suggestion, SuggestionState
from suggestions.queries import is_waiting
from suggestions.ranking import matcher_on
from suggestions.writing import make, new_columns
from youths.models import Youth
from youths.queries import is_active

PICKS = 5
"""How many suggestions a youth is picked for a week: what can be talked through at a meeting."""

YOUTHS_A_VACANCY = 3
"""How many youths an opening is picked for, for each of its vacancies: not everybody says yes."""

TOGETHER = 200

log = logs.logger("suggestions")


def share_out(engine: Engine, *, now: datetime) -> Sharing | None:
    """Pick this week's suggestions once, and widen; None where it has been done already."""
    week = clock.iso_week(now, zone())
    with Session(reading(engine)) as session:
        if session.exec(select(Sharing).where(Sharing.week == week)).first():
            return None
    _widen_all(engine, matcher_on(engine, on=clock.local_date(now, zone())), now)
    with session_for(engine) as session:
        return _pick(session, week, now)


def latest(session: Session) -> Sharing | None:
    """The last week's sharing."""
    return session.exec(select(Sharing).order_by(col(Sharing.week).desc())).first()


def _pick(session: Session, week: str, now: datetime) -> Sharing:
    """Pick for every active youth among the suggestions that wait and fit well."""
    youths = [str(id_) for id_ in session.exec(select(Youth.id).where(is_active()))]
    waiting = session.exec(
        select(Suggestion.youth_id, Suggestion.opening_id, Suggestion.score).where(is_waiting())
    )
    offers = [
        Offer(str(youth_id), str(opening_id), round(score * 1000))
        for youth_id, opening_id, score in waiting
        if round(score * 1000) >= GOOD_FROM
    ]
    shared = allocate(youths, offers, _room(session, offers), each=PICKS)
    picked = _write(session, shared, week)
    sharing = Sharing(
        week=week,
        made_at=now,
        youths=len(youths),
        overlooked=len(shared.overlooked),
        picked=picked,
        reached=shared.reached,
        unhindered=shared.unhindered,
    )
    session.add(sharing)
    session.flush()
    log.info("week shared out", week=week, picked=picked, price=round(shared.price, 4))
    return sharing


def _room(session: Session, offers: Sequence[Offer]) -> Mapping[str, int]:
    """How many youths each opening may be picked for."""
    wanted = {UUID(offer.vacancy) for offer in offers}
    rows = session.exec(select(Opening.id, Opening.number_of_vacancies, Opening.taken))
    return {
        str(id_): YOUTHS_A_VACANCY * (count - taken) for id_, count, taken in rows if id_ in wanted
    }


def _write(session: Session, shared: Allocation, week: str) -> int:
    """Mark the picked ones, and no others."""
    session.exec(
        update(Suggestion).where(col(Suggestion.picked_for).is_not(None)).values(picked_for=None)
    )
    by_opening = defaultdict[UUID, list[UUID]](list)
    for offers in shared.given.values():
        for offer in offers:
            by_opening[UUID(offer.vacancy)].append(UUID(offer.seeker))
    for opening_id, youth_ids in by_opening.items():
        theirs = col(Suggestion.youth_id).in_(youth_ids)
        of_opening = update(Suggestion).where(col(Suggestion.opening_id) == opening_id, theirs)
        session.exec(of_opening.values(picked_for=week))
    return sum(map(len, by_opening.values()))


def _widen_all(engine: Engine, matcher: OpeningMatcher, now: datetime) -> None:
    """Look for something outside her wishes for every active youth, some hundred at a time."""
    with Session(reading(engine)) as session:
        active = list(session.exec(select(Youth.id).where(is_active()).order_by(col(Youth.id))))
        rows = session.exec(select(Opening.id, Opening.occupation))
        occupation_of = {str(opening_id): ssyk for opening_id, ssyk in rows}
    for at in range(0, len(active), TOGETHER):
        with session_for(engine) as session:
            for youth in _locked(session, active[at : at + TOGETHER]):
                _widen(session, youth, matcher, occupation_of, now)


def _locked(session: Session, youth_ids: Sequence[UUID]) -> list[Youth]:
    rows = select(Youth).where(col(Youth.id).in_(youth_ids)).order_by(col(Youth.id))
    return list(session.exec(rows.with_for_update().execution_options(populate_existing=True)))


def _widen(
    session: Session,
    youth: Youth,
    matcher: OpeningMatcher,
    occupation_of: Mapping[str, str | None],
    now: datetime,
) -> None:
    """Propose what she can beside what she asks for; what she has been shown stays as it is."""
    of_hers = select(Suggestion.opening_id).where(Suggestion.youth_id == youth.id)
    shown = {str(opening_id) for opening_id in session.exec(of_hers)}
    fresh = select(Suggestion.id).where(
        Suggestion.youth_id == youth.id,
        col(Suggestion.is_widening),
        col(Suggestion.is_current),
        Suggestion.state == SuggestionState.NEW,
    )
    if session.exec(fresh).first():
        return
    found = widening(matcher, seeker_of(youth), occupation_of, beside=shown)
    make(session, [new_columns(each, youth.id, now) | {"is_widening": True} for each in found])
