"""What employers do with their openings: write, publish, pause, resume, close, copy, discard."""

from datetime import date, datetime

from sqlmodel import Session, col, delete, or_, update

from accounts import audit
from accounts.models import User
from employers.merging import standing
from employers.models import Employer
from foundation import clock
from foundation.db import take_turn
from foundation.errors import Refused
from foundation.translating import lazy_, zone
from openings import states, supervising, twins
from openings.advice import advise
from openings.checks import NotReady, Problem, faults, fewer_than_taken, gaps
from openings.facts import OpeningFacts
from openings.models import Opening, OpeningState, Source
from openings.states import Step
from reference import places


class ChangedMeanwhile(Refused):
    """A colleague saved another version after this one was opened."""

    message = lazy_("Någon annan har ändrat platsen medan du skrev.")


class NotEditable(Refused):
    """A closed opening is kept as it was; an imported one belongs to its source."""

    message = lazy_("Platsen är stängd och går inte att ändra. Kopiera den till ett nytt utkast.")


class PublishedMayNotBeDiscarded(Refused):
    """Only a draft can be thrown away; what has been public is kept."""

    message = lazy_("Bara ett utkast går att ta bort. Stäng platsen i stället.")


def create_draft(
    session: Session, employer: Employer, facts: OpeningFacts, *, by: User, now: datetime
) -> Opening:
    """A new draft of `employer`; it may be incomplete. Raises NotReady where it contradicts."""
    _demand(faults(facts, today=_today(now)))
    employer = standing(session, employer)
    opening = Opening(
        source=Source.PORTAL,
        employer_id=employer.id,
        employer_name=employer.name,
        contact_id=by.id,
        headline=facts.headline,
        created_at=now,
        updated_at=now,
    )
    _write(opening, facts)
    session.add(opening)
    session.flush()
    audit.record(session, by=by, action="opening.created", subject=opening, now=now)
    return opening


def change(
    session: Session,
    opening: Opening,
    facts: OpeningFacts,
    *,
    seen_at: datetime,
    by: User,
    now: datetime,
) -> Opening:
    """Replace what is written, if nobody has since `seen_at` (the `updated_at` that was shown).

    Raises NotEditable, NotReady (a published opening must stay complete) or ChangedMeanwhile.
    """
    demand_editable(opening)
    _demand(faults(facts, today=_today(now)) + fewer_than_taken(facts, opening))
    if opening.state is not OpeningState.DRAFT:
        _demand(gaps(facts, today=_today(now)))
    changed = facts.changed_from(OpeningFacts.of(opening))
    if not changed:
        return opening
    if not take_turn(session, opening, seen_at=seen_at, now=now):
        raise ChangedMeanwhile
    _write(opening, facts)
    opening.is_unpaired = opening.state is OpeningState.PUBLISHED
    twins.let_go(session, [opening.id], now=now)
    session.flush()
    audit.record(session, by=by, action="opening.changed", subject=opening, now=now, fields=changed)
    return opening


def demand_editable(opening: Opening) -> None:
    """Raise NotEditable where nothing may be written any more."""
    if opening.state is OpeningState.CLOSED or opening.employer_id is None:
        raise NotEditable


def publish(session: Session, opening: Opening, *, by: User, now: datetime) -> Opening:
    """Show the opening to caseworkers. Raises NotReady where something is missing."""
    _move(session, opening, Step.PUBLISH, by=by, now=now)
    opening.published_at, opening.is_unpaired = now, True
    session.flush()
    return opening


def pause(session: Session, opening: Opening, *, by: User, now: datetime) -> Opening:
    """Take the opening out of sight for a while."""
    return _move(session, opening, Step.PAUSE, by=by, now=now)


def resume(session: Session, opening: Opening, *, by: User, now: datetime) -> Opening:
    """Show a paused opening again. Raises NotReady where a date has passed meanwhile."""
    _move(session, opening, Step.RESUME, by=by, now=now)
    opening.is_unpaired = True
    session.flush()
    return opening


def close(session: Session, opening: Opening, *, by: User, now: datetime) -> Opening:
    """End the opening for good."""
    _move(session, opening, Step.CLOSE, by=by, now=now)
    opening.closed_at = now
    session.flush()
    return opening


def copy(session: Session, opening: Opening, *, by: User, now: datetime) -> Opening:
    """The same facts as a new draft, without the dates, which belonged to the old one."""
    employer = opening.employer
    if employer is None:
        raise NotEditable
    facts = OpeningFacts.of(opening).without_dates()
    return _again(session, opening, employer, facts, by, now)


def offer_again(session: Session, opening: Opening, *, by: User, now: datetime) -> Opening:
    """The same facts as a new draft for the next term; its dates are a proposal to look at."""
    employer = opening.employer
    if employer is None:
        raise NotEditable
    facts = OpeningFacts.of(opening).moved_on(past=_today(now))
    return _again(session, opening, employer, facts, by, now)


def _again(
    session: Session,
    opening: Opening,
    employer: Employer,
    facts: OpeningFacts,
    by: User,
    now: datetime,
) -> Opening:
    draft = create_draft(session, employer, facts, by=by, now=now)
    supervising.choose(session, draft, opening.supervisor_id, by=by, now=now)
    return draft


def discard(session: Session, opening: Opening, *, by: User, now: datetime) -> None:
    """Throw a draft away. Raises PublishedMayNotBeDiscarded for anything else.

    Raises IllegalMove where a colleague has published or discarded it meanwhile.
    """
    if opening.state is not OpeningState.DRAFT:
        raise PublishedMayNotBeDiscarded
    audit.record(session, by=by, action="opening.discarded", subject=opening, now=now)
    discarded = session.exec(
        delete(Opening).where(
            col(Opening.id) == opening.id, col(Opening.state) == OpeningState.DRAFT
        )
    )
    if not discarded.rowcount:
        raise states.IllegalMove


def set_advice_aside(
    session: Session, opening: Opening, key: str, *, by: User, now: datetime
) -> None:
    """Remember that a piece of advice (`openings.advice.Advice.key`) is not to be told again.

    A key that is not advised about is not kept. Raises NotEditable.
    """
    demand_editable(opening)
    advised = {each.key for each in advise(OpeningFacts.of(opening))}
    if key not in advised - set(opening.advice_aside):
        return
    opening.advice_aside = sorted(advised & {key, *opening.advice_aside})
    session.flush()
    ground = key.partition(":")[0]
    audit.record(
        session, by=by, action="opening.advice_set_aside", subject=opening, now=now, ground=ground
    )


def close_expired(session: Session, now: datetime) -> int:
    """Close every opening whose last day has passed; returns how many.

    One statement finds and closes them, so an employer who acts at that moment loses nothing.
    """
    today = _today(now)
    expired = session.scalars(
        update(Opening)
        .where(
            col(Opening.state).in_([OpeningState.PUBLISHED, OpeningState.PAUSED, OpeningState.TWIN])
        )
        .where(or_(col(Opening.application_deadline) < today, col(Opening.ends_on) < today))
        .values(state=OpeningState.CLOSED, closed_at=now, updated_at=now, twin_of_id=None)
        .returning(Opening)
    ).all()
    twins.release(session, now=now)
    for opening in expired:
        audit.record(session, by=None, action="opening.expired", subject=opening, now=now)
    return len(expired)


def _move(session: Session, opening: Opening, step: Step, *, by: User, now: datetime) -> Opening:
    """Take a step with the version that was read; of two at once, the second is refused."""
    before, after = opening.state, states.after(opening.state, step)
    if after is OpeningState.PUBLISHED:
        _demand(gaps(OpeningFacts.of(opening), today=_today(now)))
    moved = session.exec(
        update(Opening)
        .where(col(Opening.id) == opening.id, col(Opening.state) == before)
        .where(col(Opening.updated_at) == opening.updated_at)
        .values(state=after, updated_at=now)
    )
    if not moved.rowcount:
        raise states.IllegalMove
    session.refresh(opening)
    if before is OpeningState.PUBLISHED:
        twins.release(session, now=now)
    audit.record(session, by=by, action=states.STEP_DONE[step], subject=opening, now=now)
    return opening


def _write(opening: Opening, facts: OpeningFacts) -> None:
    if facts.supervisor != opening.supervisor:
        opening.supervisor_id = None
    facts.write_on(opening)
    place = places.municipality(facts.country, facts.municipality or "")
    opening.county = place.county if place else None


def _demand(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise NotReady(problems)


def _today(now: datetime) -> date:
    return clock.local_date(now, zone())
