"""A handover is offered, and accepted or declined; the giver is responsible until then."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select, update

from accounts import audit
from accounts.models import RoleName, Team, User
from accounts.queries import caseworkers_of
from foundation.db import broke
from foundation.errors import NotFound, Refused
from foundation.translating import lazy_
from youths import queries
from youths.agencies import letters
from youths.agencies.models import DeclineReason, Ground, Handover, HandoverState
from youths.models import Youth

DAYS_TO_ANSWER = 7


class NotHersToGive(Refused):
    """Only who is responsible, or the team's coordinator, may offer."""

    message = lazy_("Bara den som är ansvarig, eller samordnaren, kan lämna över.")


class NotACaseworker(Refused):
    """The receiver must work in the team that the youth would come to."""

    message = lazy_("Välj en handläggare som arbetar i teamet.")


class OfferedAlready(Refused):
    """One offer at a time."""

    message = lazy_("En kollega är redan tillfrågad. Ta tillbaka frågan först.")


class Over(Refused):
    """The offer is no longer open, or somebody else is responsible by now."""

    message = lazy_("Frågan gäller inte längre. Ladda om sidan för att se vad som har hänt.")


def offer(
    session: Session,
    youth: Youth,
    to: User,
    team: Team,
    message: str,
    *,
    ground: Ground,
    today: date,
    public_url: str,
    by: User,
    now: datetime,
) -> Handover:
    """Ask a colleague, of this team or another, to be responsible from now on.

    Nothing changes before she has said yes. Raises NotHersToGive, NotACaseworker, OfferedAlready.
    """
    if by.id != youth.responsible_id and by.role is not RoleName.COORDINATOR:
        raise NotHersToGive
    if to.id not in {each.id for each in caseworkers_of(session, team.id)}:
        raise NotACaseworker
    made = Handover(
        youth_id=youth.id,
        from_id=youth.responsible_id,
        to_id=to.id,
        to_team_id=team.id,
        message=message,
        ground=ground,
        offered_at=now,
        due_on=today + timedelta(days=DAYS_TO_ANSWER),
    )
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError as error:
        if broke(error, "uq_handover_open", "handover.youth_id"):
            raise OfferedAlready from error
        raise
    letters.handover_offered(session, made, public_url=public_url, now=now)
    note(session, made, "offered", by=by, now=now, to_id=str(to.id), ground=ground.value)
    return made


def accept(
    session: Session, handover: Handover, *, public_url: str, by: User, now: datetime
) -> Youth:
    """Become responsible. A youth of another team comes along to the receiver's.

    Of an acceptance and a withdrawal at once, one is done and the other told. Raises NotFound for
    anybody but the receiver, NotACaseworker where she has left the team, and Over.
    """
    _demand_receiver(handover, by)
    youth = _locked(session, handover.youth_id)
    if by.id not in {each.id for each in caseworkers_of(session, handover.to_team_id)}:
        raise NotACaseworker
    if youth.responsible_id != handover.from_id or youth.merged_into_id is not None:
        raise Over
    close(session, handover, HandoverState.ACCEPTED, now=now)
    _move(session, youth, handover)
    letters.handover_answered(session, handover, public_url=public_url, now=now)
    people = {"from_id": str(handover.from_id), "to_id": str(handover.to_id)}
    audit.record(session, by=by, action="youth.handed_over", subject=youth, now=now, **people)
    return youth


def decline(
    session: Session,
    handover: Handover,
    why: DeclineReason,
    words: str = "",
    *,
    public_url: str,
    by: User,
    now: datetime,
) -> None:
    """Say no, and why. Raises NotFound for anybody but the receiver, and Over."""
    _demand_receiver(handover, by)
    close(
        session,
        handover,
        HandoverState.DECLINED,
        now=now,
        declined_why=why,
        declined_words=words,
    )
    letters.handover_answered(session, handover, public_url=public_url, now=now)
    note(session, handover, "declined", by=by, now=now, why=why.value)


def withdraw(session: Session, handover: Handover, *, by: User, now: datetime) -> None:
    """Take an offer back. Raises NotFound for anybody but giver and coordinator, and Over."""
    if by.id != handover.from_id:
        youth = queries.get_visible(session, handover.youth_id, to=by)
        if by.role is not RoleName.COORDINATOR and by.id != youth.responsible_id:
            raise NotFound
    close(session, handover, HandoverState.WITHDRAWN, now=now)
    note(session, handover, "withdrawn", by=by, now=now)


def close_open(session: Session, youth_id: UUID, *, now: datetime) -> None:
    """Let an open offer about a youth lapse, as when somebody else becomes responsible."""
    rows = update(Handover).where(
        col(Handover.youth_id) == youth_id, col(Handover.state) == HandoverState.OFFERED
    )
    session.exec(rows.values(state=HandoverState.WITHDRAWN, answered_at=now))


def _demand_receiver(handover: Handover, by: User) -> None:
    if by.id != handover.to_id:
        raise NotFound


def _locked(session: Session, youth_id: UUID) -> Youth:
    """The youth as she is now, who does not change hands meanwhile."""
    rows = select(Youth).where(Youth.id == youth_id).with_for_update()
    return session.exec(rows.execution_options(populate_existing=True)).one()


def close(
    session: Session, handover: Handover, state: HandoverState, *, now: datetime, **more: Any
) -> None:
    """Let the first of two who end an offer through. Raises Over."""
    rows = update(Handover).where(
        col(Handover.id) == handover.id, col(Handover.state) == HandoverState.OFFERED
    )
    if not session.exec(rows.values(state=state, answered_at=now, **more)).rowcount:
        raise Over
    session.refresh(handover)


def _move(session: Session, youth: Youth, handover: Handover) -> None:
    """Give the youth to the receiver, and to her team.

    A yes to being known in the one team is none to another, so that is asked anew; a no stays. A
    key of another system that is taken in the new team is let go.
    """
    youth.responsible_id = handover.to_id
    if youth.team_id != handover.to_team_id:
        taken = select(Youth.id).where(
            Youth.team_id == handover.to_team_id, Youth.exchange_id == youth.exchange_id
        )
        if youth.exchange_id and session.exec(taken).first():
            youth.exchange_id = None
        youth.team_id = handover.to_team_id
        youth.team_consent = None if youth.team_consent else youth.team_consent
    session.flush()


def note(
    session: Session, handover: Handover, step: str, *, by: User | None, now: datetime, **facts: str
) -> None:
    """Leave a line in the audit log about a step."""
    youth = session.get_one(Youth, handover.youth_id)
    audit.record(session, by=by, action=f"youth.handover_{step}", subject=youth, now=now, **facts)
