"""Employers at an event: invited, written to, what they answer, whether they came, what they want.

The event is always locked before its invitations.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from employers.merging import standing
from employers.models import Employer
from employers.queries import actors_at
from events import letters, links, states
from events.locking import lock
from events.models import Answer, Event, Invitation, Want
from events.queries import invitations_of
from events.states import Lets


@dataclass(frozen=True, slots=True)
class Stop:
    """Somebody to visit: an employer of ours, or one known only by the name and place of an ad."""

    name: str
    country: str
    municipality: str | None
    employer: Employer | None = None


def invite(
    session: Session,
    event: Event,
    stops: Sequence[Stop],
    *,
    by: User,
    public_url: str,
    now: datetime,
) -> list[Invitation]:
    """Invite those who are not invited yet, in their order; who can be is written to at once
    where the event is announced. Raises NotNow.
    """
    lock(session, event)
    states.demand(event.state, Lets.INVITE)
    there = invitations_of(session, event)
    known = {(each.employer_id, each.name if each.employer_id is None else "") for each in there}
    made: list[Invitation] = []
    for stop in stops:
        employer = standing(session, stop.employer) if stop.employer else None
        key = (employer.id, "") if employer else (None, stop.name)
        if key not in known:
            known.add(key)
            turn = len(there) + len(made) + 1
            made.append(_invitation(event, stop, employer, turn, by, now))
    session.add_all(made)
    session.flush()
    audit.record(
        session, by=by, action="event.employers_invited", subject=event, now=now, count=len(made)
    )
    if Lets.WRITE in states.LETS[event.state]:
        write_to(session, event, made, public_url=public_url, now=now)
    return made


def _invitation(
    event: Event, stop: Stop, employer: Employer | None, turn: int, by: User, now: datetime
) -> Invitation:
    return Invitation(
        event_id=event.id,
        employer_id=employer.id if employer else None,
        name=employer.name if employer else stop.name,
        country=stop.country,
        municipality=stop.municipality,
        stop=turn,
        invited_by_id=by.id,
        invited_at=now,
    )


def write_to(
    session: Session,
    event: Event,
    invitations: Iterable[Invitation],
    *,
    public_url: str,
    now: datetime,
    is_change: bool = False,
) -> int:
    """Send each invited employer's people a link that answers; returns how many letters it was."""
    sent = 0
    for invitation in invitations:
        people = actors_at(session, invitation.employer_id) if invitation.employer_id else []
        for user in people:
            token = links.issue(session, invitation, to=user, expires_at=event.starts_at)
            letters.invited(
                session, user, event, token, is_change=is_change, public_url=public_url, now=now
            )
        if people:
            invitation.written_at = now
        sent += len(people)
    session.flush()
    return sent


def ask_anew(session: Session, event: Event, *, public_url: str, now: datetime) -> int:
    """Ask every employer anew about what has changed; returns how many letters it was."""
    invitations = invitations_of(session, event)
    for invitation in invitations:
        links.cancel(session, invitation, now=now)
        invitation.answer = invitation.answered_at = None
    return write_to(session, event, invitations, public_url=public_url, now=now, is_change=True)


def told(session: Session, event: Event, *, now: datetime) -> list[User]:
    """Those who were written to about the event, each once; their links are spent."""
    people: dict[object, User] = {}
    for invitation in invitations_of(session, event):
        links.cancel(session, invitation, now=now)
        if invitation.employer_id and invitation.written_at:
            people |= {user.id: user for user in actors_at(session, invitation.employer_id)}
    return [*people.values()]


def withdraw(session: Session, invitation: Invitation, *, by: User, now: datetime) -> None:
    """Take an employer off an event that has not been announced to it. Raises NotNow."""
    event = lock(session, invitation.event)
    states.demand(event.state, Lets.INVITE)
    if invitation.written_at:
        raise states.NotNow
    audit.record(
        session, by=by, action="event.employer_removed", subject=event, now=now,
        invitation_id=str(invitation.id),
    )  # fmt: skip
    session.delete(invitation)
    session.flush()


def answer_by_link(session: Session, token: str, answer: Answer, *, now: datetime) -> Invitation:
    """Write down what an employer says by its link. Raises LinkOver or NotNow."""
    link = links.redeem(session, token, now=now)
    by = session.get(User, link.user_id)
    _say(session, link.invitation, answer, by=by, way="link", now=now)
    return link.invitation


def answer(
    session: Session, invitation: Invitation, answer: Answer, *, by: User, now: datetime
) -> None:
    """Write down what an employer's own person says in the portal. Raises NotNow."""
    _say(session, invitation, answer, by=by, way="portal", now=now)


def record_answer(
    session: Session, invitation: Invitation, answer: Answer, *, by: User, now: datetime
) -> None:
    """Write down what an employer has said to a caseworker. Raises NotNow."""
    _say(session, invitation, answer, by=by, way="told", now=now)


def note_came(
    session: Session,
    event: Event,
    came: Collection[Invitation],
    *,
    among: Iterable[Invitation],
    by: User,
    now: datetime,
) -> None:
    """Tick which of the employers came. Raises NotNow or NotTheDay."""
    lock(session, event)
    states.demand(event.state, Lets.ATTEND)
    states.demand_day(event, now=now)
    ids = {each.id for each in came}
    for invitation in among:
        invitation.attended = invitation.id in ids
    session.flush()
    audit.record(
        session, by=by, action="event.employers_ticked", subject=event, now=now, count=len(ids)
    )


def note_wants(
    session: Session, invitation: Invitation, wants: Iterable[Want], *, by: User, now: datetime
) -> None:
    """Write down what an employer is interested in afterwards. Raises NotNow."""
    event = lock(session, invitation.event)
    states.demand(event.state, Lets.FOLLOW)
    invitation.wants = sorted(set(wants))
    session.flush()
    audit.record(
        session, by=by, action="event.employer_wants", subject=event, now=now,
        invitation_id=str(invitation.id), wants=invitation.wants,
    )  # fmt: skip


def _say(
    session: Session,
    invitation: Invitation,
    answer: Answer,
    *,
    by: User | None,
    way: str,
    now: datetime,
) -> None:
    event = lock(session, invitation.event)
    states.demand(event.state, Lets.ANSWER)
    invitation.answer, invitation.answered_at = answer, now
    links.cancel(session, invitation, now=now)
    session.flush()
    audit.record(
        session, by=by, action="event.employer_answered", subject=event, now=now,
        invitation_id=str(invitation.id), answer=answer, way=way,
    )  # fmt: skip
