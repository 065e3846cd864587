"""Writing down contacts with a youth, and the days that do not count."""

from datetime import date, datetime

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from foundation import clock
from foundation.errors import Refused
from foundation.translating import lazy_, zone
from youths.first_days.models import Pause, PauseReason, Way, YouthContact
from youths.models import Youth


class NotYet(Refused):
    """The log says what has happened."""

    message = lazy_("Dagen har inte kommit än.")


class BeforeRegistered(Refused):
    """Nothing is counted before a youth is registered."""

    message = lazy_("Dagen är före inskrivningen.")


class EndsBeforeItBegins(Refused):
    """A pause has at least one day."""

    message = lazy_("Sista dagen behöver vara samma dag som den första eller senare.")


def log_contact(
    session: Session,
    youth: Youth,
    *,
    made_on: date,
    way: Way,
    is_reached: bool,
    by: User,
    now: datetime,
) -> YouthContact:
    """Write down that somebody sought the youth. Raises NotYet or BeforeRegistered."""
    if made_on > clock.local_date(now, zone()):
        raise NotYet
    if made_on < youth.registered_on:
        raise BeforeRegistered
    contact = YouthContact(
        youth_id=youth.id,
        made_on=made_on,
        way=way,
        is_reached=is_reached,
        by_id=by.id,
        created_at=now,
    )
    session.add(contact)
    session.flush()
    audit.record(session, by=by, action="youth.contacted", subject=youth, now=now, way=way)
    return contact


def remove_contact(session: Session, contact: YouthContact, *, by: User, now: datetime) -> None:
    """Take back a line that was wrong."""
    audit.record(session, by=by, action="youth.contact_removed", subject=contact.youth, now=now)
    session.delete(contact)
    session.flush()


def pause(
    session: Session,
    youth: Youth,
    reason: PauseReason,
    *,
    starts_on: date,
    ends_on: date | None,
    by: User,
    now: datetime,
) -> Pause:
    """Let some days not count. Raises BeforeRegistered or EndsBeforeItBegins."""
    if starts_on < youth.registered_on:
        raise BeforeRegistered
    if ends_on is not None and ends_on < starts_on:
        raise EndsBeforeItBegins
    made = Pause(
        youth_id=youth.id,
        reason=reason,
        starts_on=starts_on,
        ends_on=ends_on,
        written_by_id=by.id,
        created_at=now,
    )
    session.add(made)
    session.flush()
    audit.record(session, by=by, action="youth.paused", subject=youth, now=now, reason=reason)
    return made


def end_pause(session: Session, made: Pause, ends_on: date, *, by: User, now: datetime) -> None:
    """Say which day was the last one that does not count. Raises EndsBeforeItBegins."""
    if ends_on < made.starts_on:
        raise EndsBeforeItBegins
    made.ends_on = ends_on
    session.flush()
    audit.record(session, by=by, action="youth.pause_ended", subject=made.youth, now=now)


def remove_pause(session: Session, made: Pause, *, by: User, now: datetime) -> None:
    """Take back a pause that was wrong, so that its days count again."""
    audit.record(session, by=by, action="youth.pause_removed", subject=made.youth, now=now)
    session.delete(made)
    session.flush()
