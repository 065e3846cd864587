"""What the owners of an organisation do with its colleagues: change a role, end an access.

An organisation is never left without an owner, not even by two owners at the same moment: every
change here, and every joining, takes its turn at the employer's row.
"""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import User
from employers import queries
from employers.models import Colleague, ColleagueRole, ColleagueState, Employer
from foundation.errors import Refused
from foundation.translating import lazy_


class LastOwner(Refused):
    """Somebody must be able to answer for the organisation."""

    message = lazy_("Organisationen behöver minst en ägare. Gör först någon annan till ägare.")


class LeftMeanwhile(Refused):
    """The colleague's access has ended since the page was shown."""

    message = lazy_("Kollegan är inte med längre. Ladda om sidan och se hur det ligger.")


def locked(session: Session, employer_id: UUID) -> Employer:
    """The employer, whose colleagues nobody else can change until this is committed."""
    return session.exec(
        select(Employer).where(col(Employer.id) == employer_id).with_for_update()
    ).one()


def choose_role(
    session: Session, tie: Colleague, role: ColleagueRole, *, by: User, now: datetime
) -> None:
    """Let a colleague do more or less. Raises LeftMeanwhile or LastOwner."""
    _take_turn(session, tie)
    if tie.role is role:
        return
    if role is not ColleagueRole.OWNER:
        _demand_other_owner(session, tie)
    tie.role = role
    session.flush()
    audit.record(session, by=by, action="colleague.role_changed", subject=tie, now=now, role=role)


def end_access(session: Session, tie: Colleague, *, by: User, now: datetime) -> None:
    """End what a colleague may do and see here. Raises LeftMeanwhile or LastOwner.

    Her account stays, and so does what she has done; she can be invited again.
    """
    _take_turn(session, tie)
    _demand_other_owner(session, tie)
    tie.state, tie.answered_at = ColleagueState.LEFT, now
    session.flush()
    audit.record(session, by=by, action="colleague.left", subject=tie, now=now)


def _take_turn(session: Session, tie: Colleague) -> None:
    locked(session, tie.employer_id)
    session.refresh(tie)
    if tie.state is not ColleagueState.ACTIVE:
        raise LeftMeanwhile


def _demand_other_owner(session: Session, tie: Colleague) -> None:
    """An owner whose account is closed answers for nothing, so she does not count."""
    owners = queries.owners_of(session, tie.employer_id)
    if tie.role is ColleagueRole.OWNER and not [one for one in owners if one.id != tie.user_id]:
        raise LastOwner
