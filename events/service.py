"""What a team does with an event: write it, make it known, tick it as held, call it off."""

from datetime import datetime

from sqlmodel import Session

from accounts import audit
from accounts.models import Team, User
from events import letters, states
from events.facts import EventFacts, demand_reason
from events.inviting import ask_anew, told, write_to
from events.locking import lock
from events.models import Event, EventState
from events.queries import invitations_of
from events.states import Act, Lets
from foundation import clock
from foundation.db import take_turn
from foundation.errors import Refused
from foundation.translating import lazy_, zone


class ChangedMeanwhile(Refused):
    """A colleague saved another version after this one was opened."""

    message = lazy_("Någon annan har ändrat träffen medan du skrev.")


class NotYet(Refused):
    """What has not begun has not been held."""

    message = lazy_("Träffen har inte börjat än. Vänta tills den har ägt rum.")


class IsOver(Refused):
    """Nobody can be invited to what has been."""

    message = lazy_("Tiden har redan varit. Ändra dagen först.")


def create(session: Session, team: Team, facts: EventFacts, *, by: User, now: datetime) -> Event:
    """Plan an event of a team. Raises Unfit."""
    demand_reason(facts, now=now)
    event = Event(
        team_id=team.id,
        state_since=now,
        created_by_id=by.id,
        created_at=now,
        updated_at=now,
        **facts.columns(),
    )
    session.add(event)
    session.flush()
    audit.record(session, by=by, action="event.created", subject=event, now=now, kind=event.kind)
    return event


def change(
    session: Session,
    event: Event,
    facts: EventFacts,
    *,
    seen_at: datetime,
    by: User,
    public_url: str,
    now: datetime,
) -> int:
    """Write anew what an event is; returns how many letters went out about it.

    Employers are asked anew where time, place or theme of what they are invited to has changed.
    Raises Unfit, ChangedMeanwhile or NotNow.
    """
    demand_reason(facts, now=now)
    if not take_turn(session, event, seen_at=seen_at, now=now):
        raise ChangedMeanwhile
    states.demand(event.state, Lets.EDIT)
    before = EventFacts.of(event)
    for name, value in facts.columns().items():
        setattr(event, name, value)
    is_new_time = facts.in_calendars() != before.in_calendars()
    event.sequence += is_new_time
    session.flush()
    audit.record(session, by=by, action="event.changed", subject=event, now=now)
    if not is_new_time or Lets.WRITE not in states.LETS[event.state]:
        return 0
    return ask_anew(session, event, public_url=public_url, now=now)


def announce(session: Session, event: Event, *, by: User, public_url: str, now: datetime) -> int:
    """Open for registration and write to the employers; returns how many letters that was.

    Where nobody has said when it was made known, that is today. Raises IllegalMove or IsOver.
    """
    _move(session, event, Act.ANNOUNCE, by=by, now=now)
    if event.ends_at <= now:
        raise IsOver
    today, first = (clock.local_date(each, zone()) for each in (now, event.starts_at))
    event.marketed_on = event.marketed_on or min(today, first)
    return write_to(session, event, invitations_of(session, event), public_url=public_url, now=now)


def hold(session: Session, event: Event, *, by: User, now: datetime) -> None:
    """Say that it has taken place. Raises IllegalMove or NotYet."""
    _move(session, event, Act.HOLD, by=by, now=now)
    if event.starts_at > now:
        raise NotYet


def reopen(session: Session, event: Event, *, by: User, now: datetime) -> None:
    """Take back that it was held. Raises IllegalMove."""
    _move(session, event, Act.REOPEN, by=by, now=now)


def cancel(session: Session, event: Event, *, by: User, public_url: str, now: datetime) -> int:
    """Call it off and tell the employers; returns how many letters that was.

    Raises IllegalMove.
    """
    _move(session, event, Act.CANCEL, by=by, now=now)
    event.sequence += 1
    session.flush()
    people = told(session, event, now=now)
    letters.cancelled(session, people, event, public_url=public_url, now=now)
    return len(people)


def _move(session: Session, event: Event, act: Act, *, by: User, now: datetime) -> None:
    lock(session, event)
    event.state = states.after(event.state, act)
    event.state_since = event.updated_at = now
    session.flush()
    audit.record(session, by=by, action=f"event.{act}", subject=event, now=now)


def is_ahead(event: Event, *, now: datetime) -> bool:
    """Whether it is still to come, or goes on."""
    return event.state in states.AHEAD and event.ends_at > now


def is_past_due(event: Event, *, now: datetime) -> bool:
    """Whether it should have been ticked as held by now."""
    return event.state is EventState.ANNOUNCED and event.ends_at <= now
